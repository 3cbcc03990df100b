#include "domain/decisions/retry_refund.hpp"

#include <algorithm>

#include "domain/decisions/capture.hpp"

namespace commis::domain {
namespace {

bool is_wanted(const Ledger& ledger, const Refund& refund, const std::string& refund_id) {
    if (refund.status != RefundStatus::failed || refund.execution != RefundExecution::gateway) return false;
    return refund_id.empty() ? is_to_make(ledger, refund) : refund.id == refund_id;
}

// What the buyer was to hear of it the last time it was asked for.
Suppression telling_of(const Ledger& ledger, const std::string& refund_id) {
    Suppression telling = Suppression::none;
    for (const GatewayCall& call : ledger.calls) {
        if (call.refund_id == refund_id) telling = call.telling;
    }
    return telling;
}

}  // namespace

Result<Decision> retry_refund(const Order& order, const std::string& refund_id, const Context& context) {
    if (const auto error = refused(Action::retry_refund, order, context)) return std::unexpected(*error);
    std::vector<std::size_t> wanted;
    const auto& refunds = order.ledger.refunds;
    std::int64_t sum_minor = 0;
    for (std::size_t index = 0; index < refunds.size(); ++index) {
        if (!is_wanted(order.ledger, refunds[index], refund_id)) continue;
        wanted.push_back(index);
        sum_minor += refunds[index].amount_minor;
    }
    if (wanted.empty()) return refuse(Refusal::no_failed_refund);
    Decision decision = begin(order, context);
    Ledger& ledger = decision.order.ledger;
    record(decision, context, EventType::refund_made,
           {{"amount", std::to_string(sum_minor)},
            {"currency", std::string(order.currency.code())},
            {"execution", std::string(id_of(RefundExecution::gateway))},
            {"repeats", refund_id}});
    for (const std::size_t index : wanted) {
        Refund& refund = ledger.refunds[index];
        const auto payment = std::ranges::find(ledger.payments, refund.payment_id, &Payment::id);
        const std::int64_t left_minor = refundable_of(ledger, refund.payment_id);
        if (refund.amount_minor > left_minor) {
            return refuse(Refusal::amount_exceeds_refundable, std::to_string(left_minor));
        }
        if (!is_connected(*payment, context)) return refuse(Refusal::provider_not_connected, payment->provider);
        refund.status = RefundStatus::pending;
        const Suppression telling = telling_of(ledger, refund.id);
        GatewayCall& call = ask_provider(decision, *payment, CallKind::refund, refund.amount_minor, context);
        call.refund_id = refund.id;
        call.telling = telling;
    }
    return decision;
}

}  // namespace commis::domain
