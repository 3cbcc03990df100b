// One payment, one capture, access for what is now paid, one event, one mail or the reason why none.
#include "domain/decisions/mark_paid.hpp"

#include "domain/decisions/documents.hpp"

namespace commis::domain {
namespace {

std::vector<FieldError> check(const MarkPaid& command, const Context& context) {
    std::vector<FieldError> errors;
    if (command.amount_minor && *command.amount_minor <= 0) {
        errors.push_back({"/amount", "out_of_range", "must be above zero"});
    }
    if (command.received_at_ms && *command.received_at_ms > context.now_ms) {
        errors.push_back({"/received_at", "in_future", "money can't have arrived in the future"});
    }
    check_text(errors, "/reference", command.reference, 500);
    check_text(errors, "/note", command.telling.note, note_length_max);
    return errors;
}

void take_money(Order& order, std::int64_t amount_minor, const MarkPaid& command, const Context& context) {
    Payment payment;
    payment.id = context.new_id();
    payment.method = order.payment_method;
    payment.reference = command.reference;
    payment.amount_minor = amount_minor;
    payment.status = AttemptStatus::captured;
    payment.created_at_ms = context.now_ms;
    LedgerEntry entry;
    entry.id = context.new_id();
    entry.payment_id = payment.id;
    entry.amount_minor = amount_minor;
    entry.reference = command.reference;
    entry.received_at_ms = command.received_at_ms.value_or(context.now_ms);
    entry.recorded_at_ms = context.now_ms;
    order.ledger.payments.push_back(std::move(payment));
    order.ledger.entries.push_back(std::move(entry));
    // A later payment event ends what a hand had marked (O-36).
    order.ledger.mark = HandMark::none;
    order.ledger.flagged_for_review = false;
}

Suppression telling_rule(const Order& order, const MarkPaid& command, const Context& context) {
    const NotifySettings& notify = context.profile.notify;
    const PaymentStatus status = standing_of(order, context.profile).payment_status;
    if (notify.payment_change_confirmed_only && !meets(GuardNeed::confirmed, status)) return Suppression::not_confirmed;
    return decide_notify(notify.payment_change, command.telling.notify, order.notify_on_state);
}

}  // namespace

Result<Decision> mark_paid(const Order& order, const MarkPaid& command, const Context& context) {
    if (const auto error = refused(Action::mark_paid, order, context)) return std::unexpected(*error);
    auto errors = check(command, context);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const std::int64_t due_minor = standing_of(order, context.profile).figures().due();
    const std::int64_t amount_minor = command.amount_minor.value_or(due_minor);
    if (amount_minor > due_minor) return refuse(Refusal::amount_exceeds_due, std::to_string(due_minor));

    Decision decision = begin(order, context);
    take_money(decision.order, amount_minor, command, context);
    decision.order.task = Task::none;
    grant_access_if_settled(decision.order, context.profile);
    const PaymentStatus status = standing_of(decision.order, context.profile).payment_status;
    record(decision, context, EventType::payment_recorded,
           {{"amount", std::to_string(amount_minor)},
            {"currency", std::string(order.currency.code())},
            {"method", order.payment_method},
            {"payment_status", std::string(id_of(status))}},
           command.telling.note);
    decision.notify = context.profile.notify.payment_change;
    tell_buyer(decision, MailKind::payment_changed, telling_rule(decision.order, command, context), context.now_ms);
    if (meets(GuardNeed::paid, status)) invoice_automatically(decision, context, InvoiceAt::payment);
    return decision;
}

}  // namespace commis::domain
