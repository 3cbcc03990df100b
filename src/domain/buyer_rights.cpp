#include "domain/buyer_rights.hpp"

#include <algorithm>

namespace commis::domain {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t transit_days = 7;

// Units of the line that an open request names already.
std::int32_t asked_of(const Order& order, const std::string& line_id, const std::string& unit_id) {
    std::int32_t sum = 0;
    for (const BuyerRequest& request : order.requests) {
        const bool is_pending = request.status == RequestStatus::open || request.status == RequestStatus::approved;
        for (const RequestPart& part : request.parts) {
            if (is_pending && part.line_id == line_id && part.unit_id == unit_id) sum += part.expected();
        }
    }
    return sum;
}

std::int32_t withdrawable(const Line& line) {
    switch (line.kind) {
        case LineKind::goods:
        case LineKind::service:
            return line.active();
        case LineKind::digital:
            return line.used_at_ms ? 0 : line.active();
        case LineKind::ticket:
        case LineKind::fee:
            break;
    }
    return 0;
}

std::int32_t cancellable(const Line& line) {
    if (line.kind == LineKind::goods) return std::max(0, line.to_ship());
    return line.kind == LineKind::service ? line.active() : 0;
}

std::int32_t askable(RequestKind kind, const Line& line) {
    switch (kind) {
        case RequestKind::withdrawal:
            return withdrawable(line);
        case RequestKind::cancellation:
            return cancellable(line);
        case RequestKind::return_:
            return line.kind == LineKind::goods ? std::min(line.returnable(), line.active()) : 0;
    }
    return 0;
}

// From when the days count: the last delivery; without goods the order itself. Nothing while goods are still here.
std::optional<std::int64_t> begin_of(const Order& order) {
    std::int64_t begin_ms = order.placed_at_ms;
    for (const Line& line : order.lines) {
        if (line.to_ship() > 0) return std::nullopt;
    }
    for (const Shipment& shipment : order.shipments) {
        const auto delivered_ms = supposed_delivery_ms(shipment);
        if (!delivered_ms) return std::nullopt;
        begin_ms = std::max(begin_ms, *delivered_ms);
    }
    return begin_ms;
}

// Why the shop does not offer it at all, or no longer.
std::optional<Refusal> closed_by_time(RequestKind kind, const Profile& profile, std::optional<std::int64_t> until_ms,
                                      std::int64_t now_ms) {
    if (kind == RequestKind::cancellation) return std::nullopt;
    const bool is_withdrawal = kind == RequestKind::withdrawal;
    const std::int32_t days = is_withdrawal ? profile.withdrawal_days : profile.return_days;
    if (days == 0) return is_withdrawal ? Refusal::withdrawal_not_offered : Refusal::return_not_offered;
    if (!until_ms || now_ms < *until_ms) return std::nullopt;
    return is_withdrawal ? Refusal::withdrawal_period_over : Refusal::return_period_over;
}

std::vector<Askable> parts_of(RequestKind kind, const Order& order) {
    std::vector<Askable> parts;
    for (const Line& line : order.lines) {
        const std::int32_t quantity = askable(kind, line) - asked_of(order, line.id, {});
        if (quantity > 0) parts.push_back({line.id, {}, quantity});
        if (kind != RequestKind::cancellation) continue;
        for (const TicketUnit& unit : line.units) {
            const bool is_free = unit.status == UnitStatus::active && !unit.admitted_at_ms;
            if (is_free && asked_of(order, line.id, unit.id) == 0) parts.push_back({line.id, unit.id, 1});
        }
    }
    return parts;
}

}  // namespace

std::optional<std::int64_t> supposed_delivery_ms(const Shipment& shipment) {
    if (shipment.delivered_at_ms) return shipment.delivered_at_ms;
    if (!shipment.handed_over_at_ms) return std::nullopt;
    return *shipment.handed_over_at_ms + transit_days * day_ms;
}

BuyerRight buyer_right(RequestKind kind, const Order& order, const Profile& profile, std::int64_t now_ms) {
    BuyerRight right{.kind = kind};
    if (order.draft) right.reason = Refusal::draft_order;
    if (order.removed) right.reason = Refusal::removed;
    if (right.reason) return right;
    const auto begin_ms = begin_of(order);
    if (begin_ms && kind != RequestKind::cancellation) {
        const bool is_withdrawal = kind == RequestKind::withdrawal;
        right.until_ms = *begin_ms + (is_withdrawal ? profile.withdrawal_days : profile.return_days) * day_ms;
    }
    right.reason = closed_by_time(kind, profile, right.until_ms, now_ms);
    if (right.reason) return right;
    right.parts = parts_of(kind, order);
    if (right.parts.empty()) right.reason = Refusal::nothing_to_ask_for;
    return right;
}

}  // namespace commis::domain
