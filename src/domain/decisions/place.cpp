// The first decision in an order's life: facts from what was asked, one event, the confirmation and the shop's copy.
#include "domain/decisions/place.hpp"

#include <algorithm>

#include "domain/decisions/access.hpp"
#include "domain/decisions/content.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/place_checks.hpp"
#include "domain/decisions/pricing.hpp"
#include "domain/decisions/units.hpp"

namespace commis::domain {
namespace {

Order order_from(const PlaceOrder& command, std::int64_t shop_id, const PlaceRules& rules, const Context& context) {
    Order order;
    order.shop_id = shop_id;
    order.id = context.new_id();
    order.external_id = command.external_id;
    order.channel = command.channel;
    order.version = 1;
    if (context.actor.kind == ActorKind::token) order.placed_by = context.actor.id;
    order.draft = command.draft;
    order.imported = command.imported;
    order.currency = *Currency::find(command.currency);
    order.language = command.language.empty() ? rules.default_language : command.language;
    order.prices_include_tax = command.prices_include_tax;
    order.placed_at_ms = command.placed_at_ms.value_or(context.now_ms);
    order.created_at_ms = context.now_ms;
    order.updated_at_ms = context.now_ms;
    order.buyer = command.buyer;
    order.billing_address = command.billing_address;
    order.shipping_address = command.shipping_address;
    for (const PlaceLine& line : command.lines) order.lines.push_back(line_from(line, context));
    order.shipping = shipping_from(command.shipping);
    order.discount_minor = command.discount_minor;
    order.promo_code = command.promo_code;
    order.note = command.note;
    order.tags = command.tags;
    order.payment_method = command.payments.empty() ? command.payment_method : command.payments.front().method;
    order.state = command.state.empty() ? context.profile.first_state().id : command.state;
    order.notify_on_state = command.notify_on_state.value_or(context.profile.notify_on_state_default);
    return order;
}

// A hold that names no end is not counted on for ever; what an import tells of the past stays as told.
std::optional<std::int64_t> default_expiry(const Order& order, const PlacePayment& claim, const Context& context) {
    const PaymentMethod* method = context.profile.find_method(claim.method);
    if (order.imported || method == nullptr || claim.status != AttemptStatus::authorized) return std::nullopt;
    constexpr std::int64_t day_ms = 86'400'000;
    return context.now_ms + method->authorization_days * day_ms;
}

// A claimed payment is an attempt at a provider; only a trusted claim of "captured" moves money.
void add_payment(Order& order, const PlacePayment& claim, const PlaceRules& rules, const Context& context) {
    Payment payment;
    payment.id = context.new_id();
    payment.method = claim.method;
    payment.provider = claim.provider;
    payment.reference = claim.reference;
    if (rules.account_of && !claim.provider.empty()) payment.account = rules.account_of(claim.provider);
    payment.amount_minor = claim.amount_minor.value_or(content_totals(order).total_minor);
    payment.status = claim.status;
    payment.source = claim.provider.empty() ? Source::operator_entry : Source::gateway;
    payment.expires_at_ms = claim.expires_at_ms ? claim.expires_at_ms : default_expiry(order, claim, context);
    payment.created_at_ms = context.now_ms;
    const bool is_captured = claim.status == AttemptStatus::captured;
    if (is_captured && !rules.trusts_payment_claims) payment.status = AttemptStatus::initiated;
    if (is_captured && rules.trusts_payment_claims && payment.amount_minor > 0) {
        LedgerEntry entry;
        entry.id = context.new_id();
        entry.payment_id = payment.id;
        entry.amount_minor = payment.amount_minor;
        entry.source = payment.source;
        entry.reference = payment.reference;
        entry.received_at_ms = claim.received_at_ms.value_or(context.now_ms);
        entry.recorded_at_ms = context.now_ms;
        order.ledger.entries.push_back(std::move(entry));
    }
    order.ledger.payments.push_back(std::move(payment));
}

// An imported order that had been sent or cancelled elsewhere gets the facts that its state stands for.
void settle_imported_units(Order& order, Stage stage) {
    for (Line& line : order.lines) {
        if (stage == Stage::cancelled) {
            line.cancelled = line.quantity;
            line.left_minor = line.total_minor;
            line.cancelled_minor = line.total_minor;
            for (TicketUnit& unit : line.units) unit.status = UnitStatus::cancelled;
            for (TicketUnit& unit : line.units) unit.access = Access::revoked;
        }
        const bool has_left = stage == Stage::shipped || stage == Stage::completed;
        if (has_left && line.kind == LineKind::goods) line.shipped = line.quantity;
    }
    if (stage == Stage::cancelled) order.shipping.cancelled = true;
}

void tell_of_new_order(Decision& decision, const Context& context) {
    const auto rule = context.profile.notify.order_placed;
    const bool imported = decision.order.imported;
    const Suppression to_buyer = imported ? Suppression::imported : decide_notify(rule, std::nullopt, true);
    tell_buyer(decision, MailKind::order_placed, to_buyer, context.now_ms);
    if (imported) return;
    const auto addresses = staff_for(context.staff, MailKind::order_placed_operator, decision.order);
    for (const std::string& address : addresses) {
        decision.mails.push_back(
            {MailKind::order_placed_operator, address, Suppression::none, context.now_ms, decision.order.event_count});
    }
    if (addresses.empty()) {
        decision.mails.push_back(
            {MailKind::order_placed_operator, "", Suppression::no_address, context.now_ms, decision.order.event_count});
    }
}

// Goods are set aside from the moment that the order is placed; an imported one moves no stock.
void reserve(Decision& decision, const Profile& profile) {
    Order& order = decision.order;
    for (Line& line : order.lines) {
        take_seats(decision, line, line.quantity);
        if (line.kind == LineKind::goods && !order.imported && profile.tracks_stock) line.reserved = line.quantity;
    }
}

// Who was refunded may not register again with the same address (W-44). The shop's own people may sell to anybody.
std::optional<Error> blocked_address(const Order& order, const PlaceRules& rules, const Context& context) {
    if (!rules.blocked_among || order.imported || context.rights.has(Right::edit)) return std::nullopt;
    // Each address of whoever would hold a ticket, with where it stands in the command.
    std::vector<std::string> addresses;
    std::vector<std::string> places;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const std::vector<TicketUnit>& units = order.lines[i].units;
        if (!units.empty() && addresses.empty()) {
            addresses.push_back(order.buyer.email);
            places.emplace_back("/buyer/email");
        }
        for (std::size_t at = 0; at < units.size(); ++at) {
            if (units[at].attendee.email.empty()) continue;
            addresses.push_back(units[at].attendee.email);
            places.push_back("/lines/" + std::to_string(i) + "/attendees/" + std::to_string(at) + "/email");
        }
    }
    if (addresses.empty()) return std::nullopt;
    const auto blocked = rules.blocked_among(addresses);
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        if (std::ranges::find(blocked, addresses[i]) == blocked.end()) continue;
        errors.push_back({places[i], "address_blocked", "no tickets for this address"});
    }
    if (errors.empty()) return std::nullopt;
    return Error{Refusal::address_blocked, {}, std::move(errors)};
}

void record_placed(Decision& decision, const Context& context) {
    reserve(decision, context.profile);
    const Order& order = decision.order;
    const EventType type = order.imported ? EventType::order_imported : EventType::order_placed;
    record(decision, context, type,
           {{"total", std::to_string(content_totals(order).total_minor)},
            {"currency", std::string(order.currency.code())},
            {"payment_method", order.payment_method},
            {"state", order.state}});
    tell_of_new_order(decision, context);
    draft_invoice(decision, context);
    invoice_automatically(decision, context, InvoiceAt::order);
    const bool is_paid = standing_of(order, context.profile).payment_status == PaymentStatus::paid;
    if (is_paid) invoice_automatically(decision, context, InvoiceAt::payment);
}

}  // namespace

Result<Decision> place(const PlaceOrder& command, std::int64_t shop_id, const PlaceRules& rules,
                       const Context& context) {
    if (!context.rights.has(Right::place)) return refuse(Refusal::forbidden);
    auto errors = check(command, rules, context);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision{.order = order_from(command, shop_id, rules, context)};
    Order& order = decision.order;
    price(order, context.profile.tax_rounding, errors);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const PaymentMethod* method = context.profile.find_method(order.payment_method);
    if (method != nullptr && method->kind == MethodKind::free && content_totals(order).total_minor > 0) {
        return refuse_fields({{"/payment/method", "not_free", "the order is not free"}});
    }
    for (const PlacePayment& claim : command.payments) add_payment(order, claim, rules, context);
    if (command.imported) settle_imported_units(order, context.profile.find_state(order.state)->stage);
    if (order.draft) return decision;
    if (auto error = beyond_seats(nullptr, order, context)) return std::unexpected(std::move(*error));
    if (auto error = blocked_address(order, rules, context)) return std::unexpected(std::move(*error));
    grant_access(order, context);
    record_placed(decision, context);
    return decision;
}

Result<Decision> place_draft(const Order& draft, const Context& context) {
    if (const auto error = refused(Action::place, draft, context)) return std::unexpected(*error);
    Decision decision = begin(draft, context);
    decision.order.draft = false;
    decision.order.placed_at_ms = context.now_ms;
    if (auto error = beyond_seats(nullptr, decision.order, context)) return std::unexpected(std::move(*error));
    grant_access(decision.order, context);
    record_placed(decision, context);
    return decision;
}

}  // namespace commis::domain
