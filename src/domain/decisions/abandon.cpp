// The abandonment decision, made by a timer.
#include "domain/decisions/abandon.hpp"

namespace commis::domain {

Result<Decision> abandon(const Order& order, const Context& context) {
    const Standing standing = standing_of(order, context.profile);
    if (order.draft) return refuse(Refusal::draft_order);
    if (order.abandoned_at_ms || standing.payment_status != PaymentStatus::awaiting) {
        return refuse(Refusal::payment_settled);
    }
    Decision decision = begin(order, context);
    decision.order.abandoned_at_ms = context.now_ms;
    record(decision, context, EventType::order_abandoned, {});
    return decision;
}

}  // namespace commis::domain
