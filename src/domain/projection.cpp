// Gathers what the projections say of one order.
#include "domain/projection.hpp"

#include "domain/decisions/timers.hpp"

namespace commis::domain {

Projection projection_of(const Order& order, const Profile& profile, const Calendar& calendar) {
    const Standing standing = standing_of(order, profile);
    const NextStep next = next_step(standing);
    Projection projection;
    projection.payment_status = standing.payment_status;
    projection.worded_status = worded_payment_status(standing, profile);
    projection.summary = standing.summary;
    projection.stage = standing.stage;
    projection.step = next.step;
    projection.queue = next.queue;
    projection.step_amount_minor = next.amount_minor;
    projection.step_until_ms = next.until_ms;
    projection.quantity = standing.units.total;
    projection.active = standing.units.active;
    projection.total_minor = standing.figures().total_minor;
    projection.owed_minor = standing.figures().owed();
    projection.due_minor = standing.figures().due();
    projection.refunded_minor = standing.figures().refunded_minor;
    projection.owed_back_minor = standing.figures().owed_back();
    // A removed order waits for nobody and holds nothing back.
    if (standing.removed) {
        projection.queue = Queue::none;
    } else {
        projection.hold_minor = standing.authorized_minor;
        projection.hold_until_ms = standing.authorization_expires_at_ms;
    }
    projection.timer_at_ms = timer_at(order, profile, calendar);
    return projection;
}

}  // namespace commis::domain
