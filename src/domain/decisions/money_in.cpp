// The ledger first, then what follows from it.
#include "domain/decisions/money_in.hpp"

#include <utility>

#include "domain/decisions/access.hpp"
#include "domain/decisions/documents.hpp"

namespace commis::domain {
namespace {

// A shop that tells payments only once they are confirmed has nothing to tell of a part.
Suppression telling_rule(const Order& order, const MoneyIn& money, PaymentStatus status, const Context& context) {
    const NotifySettings& notify = context.profile.notify;
    if (notify.payment_change_confirmed_only && !meets(GuardNeed::confirmed, status)) return Suppression::not_confirmed;
    return decide_notify(notify.payment_change, money.telling.notify, order.notify_on_state);
}

LedgerEntry entry_of(const MoneyIn& money, const Context& context) {
    LedgerEntry entry;
    entry.id = context.new_id();
    entry.payment_id = money.payment_id;
    entry.amount_minor = money.amount_minor;
    entry.source = money.source;
    entry.reference = money.reference;
    entry.fee_minor = money.fee_minor;
    entry.received_at_ms = money.received_at_ms;
    entry.recorded_at_ms = context.now_ms;
    return entry;
}

}  // namespace

std::string add_arrived_payment(Order& order, Source source, std::int64_t amount_minor, const std::string& reference,
                                const Context& context) {
    Payment payment;
    payment.id = context.new_id();
    payment.method = order.payment_method;
    payment.reference = reference;
    payment.amount_minor = amount_minor;
    payment.status = AttemptStatus::captured;
    payment.source = source;
    payment.created_at_ms = context.now_ms;
    order.ledger.payments.push_back(payment);
    // Somebody looked at the money and said that it is there: a review is over with that.
    order.ledger.flagged_for_review = false;
    return payment.id;
}

void take_money(Decision& decision, MoneyIn money, const Context& context) {
    Order& order = decision.order;
    order.ledger.entries.push_back(entry_of(money, context));
    order.ledger.mark = HandMark::none;
    order.task = Task::none;
    grant_access(order, context);
    const PaymentStatus status = standing_of(order, context.profile).payment_status;
    std::vector<std::pair<std::string, std::string>> data{{"amount", std::to_string(money.amount_minor)},
                                                          {"currency", std::string(order.currency.code())},
                                                          {"method", money.method},
                                                          {"payment_status", std::string(id_of(status))}};
    for (auto& more : money.told) data.push_back(std::move(more));
    record(decision, context, EventType::payment_recorded, std::move(data), money.telling.note);
    decision.notify = context.profile.notify.payment_change;
    tell_buyer(decision, MailKind::payment_changed, telling_rule(order, money, status, context), context.now_ms);
    if (meets(GuardNeed::paid, status)) invoice_automatically(decision, context, InvoiceAt::payment);
}

}  // namespace commis::domain
