// The register of removed orders.
#include "domain/decisions/remove.hpp"

#include "domain/decisions/cancel.hpp"
#include "domain/decisions/units.hpp"

namespace commis::domain {

Result<Decision> remove_order(const Order& order, const Remove& command, const Context& context) {
    if (const auto error = refused(Action::delete_, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    check_text(errors, "/reason", command.reason, 500);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    Order& after = decision.order;
    for (Line& line : after.lines) {
        line.reserved = 0;
        if (!order.draft) take_seats(decision, line, -line.active());
    }
    after.task = Task::none;
    after.removed = Removal{context.now_ms, context.actor.name, command.reason};
    const std::string released = release_authorizations(after);
    record(decision, context, EventType::order_removed, {{"number", order.number}, {"released", released}}).reason =
        command.reason;
    if (order.draft || order.imported) return decision;
    decision.notify = context.profile.notify.removal;
    const auto suppression = decide_notify(decision.notify, command.notify, order.notify_on_state);
    tell_buyer(decision, MailKind::order_removed, suppression, context.now_ms);
    return decision;
}

Result<Decision> restore_order(const Order& order, const Context& context) {
    if (const auto error = refused(Action::restore, order, context)) return std::unexpected(*error);
    Decision decision = begin(order, context);
    Order& after = decision.order;
    after.removed.reset();
    if (auto error = beyond_seats(nullptr, after, context)) return std::unexpected(std::move(*error));
    const bool tracks = context.profile.tracks_stock && !order.imported && !order.draft;
    for (Line& line : after.lines) {
        if (tracks && line.kind == LineKind::goods) line.reserved = std::max(0, line.to_ship());
        if (!order.draft) take_seats(decision, line, line.active());
    }
    record(decision, context, EventType::order_restored, {{"number", order.number}});
    return decision;
}

}  // namespace commis::domain
