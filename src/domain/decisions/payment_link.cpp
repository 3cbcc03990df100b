// Made, followed, ended.
#include "domain/decisions/payment_link.hpp"

#include <algorithm>

#include "domain/decisions/capture.hpp"

namespace commis::domain {
namespace {

// The method that the order was made with, where a service carries it out; else the shop's first such one.
std::string method_of(const Order& order, const Profile& profile) {
    const PaymentMethod* chosen = profile.find_method(order.payment_method);
    if (chosen != nullptr && chosen->kind == MethodKind::gateway) return chosen->id;
    const auto first = std::ranges::find_if(
        profile.methods, [](const PaymentMethod& method) { return method.on && method.kind == MethodKind::gateway; });
    return first == profile.methods.end() ? "card" : first->id;
}

void record_link(Decision& decision, EventType type, const Payment& payment, const Context& context) {
    record(decision, context, type,
           {{"amount", std::to_string(payment.amount_minor)},
            {"currency", std::string(decision.order.currency.code())},
            {"provider", payment.provider}});
}

Payment* find_open_link(Ledger& ledger, const LinkAccount& account) {
    const auto open = std::ranges::find_if(ledger.payments, [&](const Payment& payment) {
        return is_open_link(payment) && payment.provider == account.provider && payment.account == account.account;
    });
    return open == ledger.payments.end() ? nullptr : &*open;
}

}  // namespace

bool is_open_link(const Payment& payment) {
    return payment.status == AttemptStatus::initiated && !payment.link_token.empty();
}

std::int64_t link_amount(const Order& order, const Profile& profile) {
    if (order.removed) return 0;
    const Standing standing = standing_of(order, profile);
    return std::max<std::int64_t>(0, standing.figures().due() - standing.authorized_minor);
}

Result<Decision> send_payment_link(const Order& order, const Context& context) {
    if (const auto error = refused(Action::send_payment_link, order, context)) return std::unexpected(*error);
    const auto account = context.link_account ? context.link_account() : std::nullopt;
    if (!account) return refuse(Refusal::no_payment_service);
    Decision decision = begin(order, context);
    Payment* link = find_open_link(decision.order.ledger, *account);
    if (link == nullptr) {
        Payment made;
        made.id = context.new_id();
        made.method = method_of(order, context.profile);
        made.provider = account->provider;
        made.account = account->account;
        made.amount_minor = link_amount(order, context.profile);
        made.status = AttemptStatus::initiated;
        made.source = Source::gateway;
        made.created_at_ms = context.now_ms;
        made.link_token = context.new_token();
        link = &decision.order.ledger.payments.emplace_back(std::move(made));
    }
    record_link(decision, EventType::payment_link_made, *link, context);
    tell_buyer(decision, MailKind::payment_link, Suppression::none, context.now_ms);
    return decision;
}

Result<Decision> open_payment_page(const Order& order, const OpenedPage& page, const Context& context) {
    Decision decision = begin(order, context);
    auto& payments = decision.order.ledger.payments;
    const auto link = std::ranges::find(payments, page.payment_id, &Payment::id);
    const bool is_asking =
        link != payments.end() && is_open_link(*link) && link->amount_minor == link_amount(order, context.profile);
    if (!is_asking || link->reference == page.reference) return refuse(Refusal::nothing_changed);
    link->reference = page.reference;
    link->page_url = page.url;
    link->expires_at_ms = page.expires_at_ms;
    record_link(decision, EventType::payment_page_opened, *link, context);
    return decision;
}

void end_stale_links(Decision& decision, const Context& context) {
    auto& payments = decision.order.ledger.payments;
    if (std::ranges::none_of(payments, is_open_link)) return;
    const std::int64_t asked_minor = link_amount(decision.order, context.profile);
    for (Payment& payment : payments) {
        if (!is_open_link(payment) || payment.amount_minor == asked_minor) continue;
        payment.status = AttemptStatus::voided;
        record_link(decision, EventType::payment_link_ended, payment, context);
        // Nobody has followed a link without a reference: there is no page to close.
        if (payment.reference.empty() || !is_connected(payment, context)) continue;
        ask_provider(decision, payment, CallKind::release, payment.amount_minor, context);
    }
}

}  // namespace commis::domain
