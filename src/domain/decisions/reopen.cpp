// Back to where the order stood.
#include "domain/decisions/reopen.hpp"

#include <algorithm>
#include <map>

#include "domain/decisions/access.hpp"
#include "domain/decisions/dispatch_capture.hpp"
#include "domain/decisions/units.hpp"
#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

// Goods that were never shipped have to be in the house, beyond what other orders have set aside.
bool has_goods_for(const Order& order, const Context& context) {
    if (!context.profile.tracks_stock || !context.available) return true;
    std::map<std::string, std::int64_t> wanted;
    for (const Line& line : order.lines) {
        if (line.kind == LineKind::goods && !line.sku.empty()) wanted[line.sku] += line.cancelled;
    }
    return std::ranges::all_of(wanted, [&](const auto& want) {
        const auto free = want.second > 0 ? context.available(want.first) : std::nullopt;
        return !free || *free >= want.second;
    });
}

void revive(Line& line, bool tracks_stock) {
    const std::int32_t quantity = line.cancelled;
    if (quantity == 0) return;
    line.left_minor -= line.cancelled_minor;
    line.cancelled_minor = 0;
    line.cancelled = 0;
    // Units that had been shipped before they were cancelled are with the buyer, not in the house.
    const std::int32_t had_left = std::min(quantity, line.gone_shipped);
    line.gone_shipped -= had_left;
    if (line.kind == LineKind::goods && tracks_stock) line.reserved += quantity - had_left;
}

void take_parcel_back(Decision& decision, const std::string& shipment_id, bool restocks) {
    auto& parcels = decision.order.shipments;
    const auto parcel = std::ranges::find(parcels, shipment_id, &Shipment::id);
    if (parcel == parcels.end()) return;
    for (const LinePart& part : parcel->parts) {
        Line* line = decision.order.find_line(part.line_id);
        line->shipped -= part.quantity;
        if (!restocks) continue;
        line->reserved += part.quantity;
        move_stock(decision, line->sku, part.quantity);
    }
    parcels.erase(parcel);
}

}  // namespace

bool may_revive(const Order& order, const Profile& profile) {
    return !profile.cancel_is_final && std::ranges::none_of(order.lines, [](const Line& line) {
        return line.kind == LineKind::ticket && line.cancelled > 0;
    });
}

std::optional<Refusal> revive_units(Decision& decision, const Context& context) {
    if (!may_revive(decision.order, context.profile)) return Refusal::cancel_is_final;
    if (!has_goods_for(decision.order, context)) return Refusal::not_enough_stock;
    const bool tracks = context.profile.tracks_stock && !decision.order.imported;
    for (Line& line : decision.order.lines) revive(line, tracks);
    decision.order.shipping.cancelled = false;
    return std::nullopt;
}

Result<Decision> undo(const Order& order, const Context& context) {
    if (const auto error = refused(Action::undo, order, context)) {
        const auto& move = order.undoable;
        const bool is_latest = move && move->sequence == order.event_count;
        const bool is_late = error->refusal == Refusal::nothing_to_undo && is_latest;
        return refuse(is_late ? Refusal::too_late_to_undo : error->refusal);
    }
    Decision decision = begin(order, context);
    const UndoableMove move = *order.undoable;
    Order& after = decision.order;
    after.undoable.reset();
    after.invoice_due_at_ms.reset();
    withdraw_captures(after, move.sequence, context.now_ms);
    take_parcel_back(decision, move.shipment_id, context.profile.tracks_stock && !order.imported);
    after.state = move.from_state;
    decision.withdrawn_events.push_back(move.sequence);
    record(decision, context, EventType::change_undone,
           {{"from", order.state}, {"to", move.from_state}, {"undone", std::to_string(move.sequence)}});
    return decision;
}

Result<Decision> reopen(const Order& order, const std::string& note, const Context& context) {
    if (const auto error = refused(Action::reopen, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    check_text(errors, "/note", note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    if (const auto reason = revive_units(decision, context)) return refuse(*reason);
    const State* now = context.profile.find_state(order.state);
    const bool was_cancelled = now == nullptr || now->stage == Stage::cancelled;
    if (was_cancelled) decision.order.state = context.profile.first_state().id;
    grant_access(decision.order, context);
    record(decision, context, EventType::order_reopened, {{"from", order.state}, {"to", decision.order.state}}, note);
    return decision;
}

}  // namespace commis::domain
