// What the named units are worth, how the amount divides over the payments, and what the buyer is told.
#include "domain/decisions/refund.hpp"

#include <algorithm>

#include "domain/decisions/cancel.hpp"
#include "domain/decisions/capture.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/refund_booking.hpp"

namespace commis::domain {
namespace {

// What was named, taken out of the order.
struct Named {
    std::int64_t value_minor = 0;  // What the buyer gets for it.
    std::vector<LinePart> parts;
};

std::vector<FieldError> check(const Order& order, const RefundOrder& command) {
    auto errors = check_choice(order, command.choice);
    if (command.amount_minor && *command.amount_minor <= 0) {
        errors.push_back({"/amount", "out_of_range", "must be above zero"});
    }
    check_text(errors, "/note", command.telling.note, note_length_max);
    return errors;
}

std::optional<Refusal> beyond_units(const Order& order, const std::vector<Pick>& picks) {
    for (const Pick& pick : picks) {
        const Line& line = order.lines[pick.line];
        if (pick.quantity > line.active() + line.cancelled) return Refusal::quantity_exceeds_units;
        for (const std::string& id : pick.units) {
            const auto unit = std::ranges::find(line.units, id, &TicketUnit::id);
            if (unit->status == UnitStatus::refunded) return Refusal::quantity_exceeds_units;
        }
    }
    return std::nullopt;
}

std::int32_t cancelled_among(const Line& line, const Pick& pick) {
    if (line.units.empty() || pick.units.empty()) return std::min(pick.quantity, line.cancelled);
    return static_cast<std::int32_t>(std::ranges::count_if(line.units, [&](const TicketUnit& unit) {
        return unit.status == UnitStatus::cancelled && std::ranges::find(pick.units, unit.id) != pick.units.end();
    }));
}

// Units cancelled before are refunded first: their value is owed back already (W-20).
void take_units(Decision& decision, const Pick& pick, Named& named) {
    Line& line = decision.order.lines[pick.line];
    const std::int32_t before = cancelled_among(line, pick);
    if (before > 0) named.value_minor += refund_cancelled(line, before, pick.units);
    if (pick.quantity > before) {
        const Taken taken =
            take_active(line, pick.quantity - before, pick.units, UnitStatus::refunded, Leaving::returned_first);
        leave_stock(decision, line, taken, pick.restock);
        named.value_minor += taken.value_minor;
    }
    named.parts.push_back({line.id, pick.quantity});
}

// Shipping that is gone already is given back as far as money is still owed back.
void take_shipping(Decision& decision, const Context& context, Named& named) {
    Shipping& shipping = decision.order.shipping;
    if (shipping.cancelled) {
        const std::int64_t owed_back = standing_of(decision.order, context.profile).figures().owed_back();
        named.value_minor += std::clamp<std::int64_t>(owed_back - named.value_minor, 0, shipping.total_minor);
        return;
    }
    shipping.cancelled = true;
    named.value_minor += shipping.total_minor;
}

// Where a refund leaves access alone, what was open stays open (P-31).
void keep_access(const Order& before, Order& after, const Profile& profile) {
    if (profile.refund_closes_access) return;
    for (std::size_t i = 0; i < after.lines.size(); ++i) {
        Line& line = after.lines[i];
        if (line.refunded > before.lines[i].refunded) line.access = before.lines[i].access;
        for (std::size_t at = 0; at < line.units.size(); ++at) {
            if (line.units[at].status == UnitStatus::refunded) line.units[at].access = before.lines[i].units[at].access;
        }
    }
}

Named take_named(Decision& decision, const RefundOrder& command, const Context& context) {
    Named named;
    const Order before = decision.order;
    const bool restock = command.restock.value_or(context.profile.restock_default) || !context.profile.tracks_stock;
    // Before the units, because the shipping goes with the last of them.
    if (command.choice.shipping) take_shipping(decision, context, named);
    for (const Pick& pick : picks_of(decision.order, command.choice, restock)) take_units(decision, pick, named);
    close_when_empty(decision, false);
    keep_access(before, decision.order, context.profile);
    return named;
}

bool is_promised(const Order& before, const Order& after) {
    return std::ranges::any_of(after.ledger.refunds.begin() + static_cast<std::ptrdiff_t>(before.ledger.refunds.size()),
                               after.ledger.refunds.end(),
                               [](const Refund& refund) { return refund.execution == RefundExecution::initiated; });
}

void tell(Decision& decision, const Order& before, const Context& context, const Telling& telling) {
    decision.notify = context.profile.notify.refund;
    const auto suppression = decide_notify(decision.notify, telling.notify, decision.order.notify_on_state);
    const MailKind kind = is_promised(before, decision.order) ? MailKind::refund_promised : MailKind::refund_made;
    tell_buyer(decision, kind, suppression, context.now_ms);
}

// What goes back through a payment service is asked of it after the commit, and told once it is paid out.
void ask_providers(Decision& decision, const Order& before, const Context& context) {
    bool is_asked = false;
    Suppression telling = decision.mails.empty() ? Suppression::none : decision.mails.back().suppressed;
    const std::size_t count = decision.order.ledger.refunds.size();
    for (std::size_t index = before.ledger.refunds.size(); index < count; ++index) {
        const Refund& refund = decision.order.ledger.refunds[index];
        if (refund.execution != RefundExecution::gateway) continue;
        const auto payment = std::ranges::find(decision.order.ledger.payments, refund.payment_id, &Payment::id);
        GatewayCall& call = ask_provider(decision, *payment, CallKind::refund, refund.amount_minor, context);
        call.refund_id = refund.id;
        call.telling = telling;
        is_asked = true;
    }
    for (MailIntent& mail : decision.mails) mail.after_answer |= is_asked && mail.kind == MailKind::refund_made;
}

// Money without units: what is owed back first, goodwill beyond that.
std::int64_t settled_part(const Order& order, const Context& context, std::int64_t amount_minor) {
    const Figures figures = standing_of(order, context.profile).figures();
    const std::int64_t open_minor = figures.owed_back() - figures.refunds_open_minor;
    return std::clamp<std::int64_t>(open_minor, 0, amount_minor);
}

}  // namespace

Result<Decision> mark_refunded(const Order& order, const MarkRefunded& command, const Context& context) {
    if (const auto error = refused(Action::mark_refunded, order, context)) return std::unexpected(*error);
    RefundOrder asked{.choice = {.units = command.units}, .amount_minor = command.amount_minor};
    asked.telling = command.telling;
    auto errors = check(order, asked);
    check_text(errors, "/reference", command.reference, 500);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    if (const auto reason = beyond_units(order, picks_of(order, asked.choice, true))) return refuse(*reason);

    Decision decision = begin(order, context);
    const std::int64_t promised = promised_minor(order.ledger);
    const std::int64_t refundable_minor = standing_of(order, context.profile).figures().refundable();
    const Named named = take_named(decision, asked, context);
    const std::int64_t beyond_minor =
        named.parts.empty() ? refundable_minor : std::min(named.value_minor, refundable_minor);
    const std::int64_t amount_minor = command.amount_minor.value_or(promised > 0 ? promised : beyond_minor);
    if (amount_minor > promised + refundable_minor) {
        return refuse(Refusal::amount_exceeds_refundable, std::to_string(promised + refundable_minor));
    }
    // Promises first: they are outside of what is still refundable (W-41).
    const std::int64_t carried_minor = carry_out_promises(decision.order, amount_minor, command.reference, context);
    const std::int64_t rest_minor = amount_minor - carried_minor;
    const std::int64_t settled_minor =
        named.parts.empty() ? settled_part(order, context, rest_minor) : std::min(rest_minor, named.value_minor);
    credit(decision, context, order, rest_minor - settled_minor);
    book(decision.order, {settled_minor, rest_minor - settled_minor, false, How::recorded, command.reference}, context);
    record_refund(decision, context, {amount_minor, rest_minor - settled_minor, named.parts}, command.telling.note);
    tell(decision, order, context, command.telling);
    return decision;
}

Result<Decision> refund(const Order& order, const RefundOrder& command, const Context& context) {
    if (const auto error = refused(Action::refund, order, context)) return std::unexpected(*error);
    auto errors = check(order, command);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    if (command.choice.is_empty() && !command.amount_minor) return refuse(Refusal::nothing_named);
    if (const auto reason = beyond_units(order, picks_of(order, command.choice, true))) return refuse(*reason);
    const std::int64_t refundable_minor = standing_of(order, context.profile).figures().refundable();
    if (command.amount_minor.value_or(0) > refundable_minor) {
        return refuse(Refusal::amount_exceeds_refundable, std::to_string(refundable_minor));
    }
    Decision decision = begin(order, context);
    if (!command.request_id.empty()) {
        BuyerRequest* request = decision.order.find_request(command.request_id);
        const bool is_here = request != nullptr && request->status == RequestStatus::received;
        if (!is_here) return refuse_fields({{"/request", "unknown_request", "no goods came back for this request"}});
        request->status = RequestStatus::closed;
    }
    const Named named = take_named(decision, command, context);
    const std::int64_t amount_minor = command.amount_minor.value_or(std::min(named.value_minor, refundable_minor));
    if (amount_minor == 0 && named.parts.empty()) return refuse(Refusal::nothing_refundable);
    for (const Piece& piece : divide(order.ledger, amount_minor)) {
        if (goes_through_gateway(*piece.payment) && !is_connected(*piece.payment, context)) {
            return refuse(Refusal::provider_not_connected, piece.payment->provider);
        }
    }
    const std::int64_t settled_minor = command.choice.is_empty() ? settled_part(order, context, amount_minor)
                                                                 : std::min(amount_minor, named.value_minor);
    const std::int64_t goodwill_minor = amount_minor - settled_minor;
    credit(decision, context, order, command.reopens_due ? 0 : goodwill_minor);
    book(decision.order, {settled_minor, goodwill_minor, command.reopens_due}, context);
    record_refund(decision, context, {amount_minor, goodwill_minor, named.parts}, command.telling.note);
    tell(decision, order, context, command.telling);
    ask_providers(decision, order, context);
    return decision;
}

}  // namespace commis::domain
