// A transfer is a payment and its capture, both by the bank; taking it back is a reversal of that capture.
#include "domain/decisions/bank.hpp"

#include <algorithm>

#include "domain/decisions/documents.hpp"

namespace commis::domain {
namespace {

std::optional<Error> refused_order(const Order& order, const Context& context) {
    if (!context.rights.has(Right::money_in)) return Error{Refusal::forbidden, {}, {}};
    if (order.removed) return Error{Refusal::removed, order.id, {}};
    if (order.draft) return Error{Refusal::draft_order, {}, {}};
    return std::nullopt;
}

void take_money(Order& order, const BookTransfer& command, const Context& context) {
    Payment payment;
    payment.id = context.new_id();
    payment.method = order.payment_method;
    payment.reference = command.entry_id;
    payment.amount_minor = command.amount_minor;
    payment.status = AttemptStatus::captured;
    payment.source = Source::bank;
    payment.created_at_ms = context.now_ms;
    LedgerEntry entry;
    entry.id = context.new_id();
    entry.payment_id = payment.id;
    entry.amount_minor = command.amount_minor;
    entry.source = Source::bank;
    entry.reference = command.entry_id;
    entry.received_at_ms = command.received_at_ms;
    entry.recorded_at_ms = context.now_ms;
    order.ledger.payments.push_back(std::move(payment));
    order.ledger.entries.push_back(std::move(entry));
    // A later payment event ends what a hand had marked (O-36).
    order.ledger.mark = HandMark::none;
    order.ledger.flagged_for_review = false;
}

Suppression telling_rule(const Order& order, const Telling& telling, const Context& context) {
    const NotifySettings& notify = context.profile.notify;
    const PaymentStatus status = standing_of(order, context.profile).payment_status;
    if (notify.payment_change_confirmed_only && !meets(GuardNeed::confirmed, status)) return Suppression::not_confirmed;
    return decide_notify(notify.payment_change, telling.notify, order.notify_on_state);
}

// What of an entry's money is still booked on a payment of its own.
std::int64_t standing_minor(const Ledger& ledger, const LedgerEntry& capture) {
    std::int64_t left_minor = capture.amount_minor;
    for (const LedgerEntry& entry : ledger.entries) {
        const bool takes_back = entry.kind == EntryKind::reversal && entry.payment_id == capture.payment_id;
        if (takes_back) left_minor -= entry.amount_minor;
    }
    return left_minor;
}

}  // namespace

Result<Decision> book_transfer(const Order& order, const BookTransfer& command, const Context& context) {
    if (auto error = refused_order(order, context)) return std::unexpected(std::move(*error));
    if (command.amount_minor <= 0) {
        return refuse_fields({{"/amount", "out_of_range", "must be above zero"}});
    }
    if (command.currency != order.currency) {
        return refuse(Refusal::bank_currency_differs, std::string(order.currency.code()));
    }
    const std::int64_t due_minor = standing_of(order, context.profile).figures().due();
    if (command.expected_due_minor && *command.expected_due_minor != due_minor) {
        return refuse(Refusal::bank_amount_differs, std::to_string(due_minor));
    }
    Decision decision = begin(order, context);
    take_money(decision.order, command, context);
    decision.order.task = Task::none;
    grant_access_if_settled(decision.order, context.profile);
    const PaymentStatus status = standing_of(decision.order, context.profile).payment_status;
    record(decision, context, EventType::payment_recorded,
           {{"amount", std::to_string(command.amount_minor)},
            {"currency", std::string(order.currency.code())},
            {"method", order.payment_method},
            {"payment_status", std::string(id_of(status))},
            {"source", std::string(id_of(Source::bank))},
            {"bank_entry", command.entry_id}},
           command.telling.note);
    decision.notify = context.profile.notify.payment_change;
    tell_buyer(decision, MailKind::payment_changed, telling_rule(decision.order, command.telling, context),
               context.now_ms);
    if (meets(GuardNeed::paid, status)) invoice_automatically(decision, context, InvoiceAt::payment);
    return decision;
}

Result<Decision> reverse_transfer(const Order& order, const ReverseTransfer& command, const Context& context) {
    if (auto error = refused_order(order, context)) return std::unexpected(std::move(*error));
    Decision decision = begin(order, context);
    std::int64_t taken_minor = 0;
    for (const LedgerEntry& capture : order.ledger.entries) {
        const bool is_meant = capture.kind == EntryKind::capture && capture.source == Source::bank &&
                              capture.reference == command.entry_id;
        const std::int64_t left_minor = is_meant ? standing_minor(order.ledger, capture) : 0;
        if (left_minor <= 0) continue;
        LedgerEntry entry;
        entry.id = context.new_id();
        entry.payment_id = capture.payment_id;
        entry.kind = EntryKind::reversal;
        entry.amount_minor = left_minor;
        entry.source = command.reason.empty() ? Source::operator_entry : Source::bank;
        entry.reference = command.entry_id;
        entry.received_at_ms = command.at_ms;
        entry.recorded_at_ms = context.now_ms;
        decision.order.ledger.entries.push_back(std::move(entry));
        taken_minor += left_minor;
    }
    if (taken_minor == 0) return refuse(Refusal::bank_entry_not_booked);
    const PaymentStatus status = standing_of(decision.order, context.profile).payment_status;
    record(decision, context, EventType::payment_reversed,
           {{"amount", std::to_string(taken_minor)},
            {"currency", std::string(order.currency.code())},
            {"method", order.payment_method},
            {"payment_status", std::string(id_of(status))},
            {"bank_entry", command.entry_id},
            {"return_reason", command.reason}});
    decision.notify = NotifyRule::never;
    return decision;
}

}  // namespace commis::domain
