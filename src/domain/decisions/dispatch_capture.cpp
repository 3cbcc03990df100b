// How much is earned by now, and which reservations are asked for it.
#include "domain/decisions/dispatch_capture.hpp"

#include <algorithm>

#include "domain/decisions/capture.hpp"
#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

// Units still wanted that are on their way; where the hand-over counts, those that left the house.
std::int32_t sent_units(const Order& order, const Line& line, CaptureAt at) {
    std::int32_t sent = line.shipped - line.gone_shipped - line.exchanged;
    for (const Shipment& parcel : order.shipments) {
        if (at != CaptureAt::handover || has_left_the_house(parcel)) continue;
        for (const LinePart& part : parcel.parts) sent -= part.line_id == line.id ? part.quantity : 0;
    }
    return std::clamp(sent, 0, std::max(0, line.active()));
}

// What may be asked for by now: the goods that left, the shipping with the first of them, all of it with the last.
std::int64_t earned_minor(const Order& order, CaptureAt at, const Figures& figures) {
    std::int64_t sum_minor = 0;
    bool is_all_sent = true;
    for (const Line& line : order.lines) {
        if (line.kind != LineKind::goods || line.active() <= 0) continue;
        const std::int32_t sent = sent_units(order, line, at);
        is_all_sent &= sent == line.active();
        if (sent > 0) sum_minor += share_of_units(line.total_minor - line.left_minor, 0, sent, line.active());
    }
    if (is_all_sent) return figures.owed();
    if (sum_minor > 0 && !order.shipping.cancelled) sum_minor += order.shipping.total_minor;
    return std::min(sum_minor, figures.owed());
}

bool is_asked_for(const GatewayCall& call, std::string_view payment_id, CallKind kind) {
    return call.payment_id == payment_id && call.kind == kind && call.is_open();
}

// What a reservation has left beside what it was asked for already; nothing of one that is being released.
std::int64_t room_of(const Ledger& ledger, const Payment& payment) {
    std::int64_t room_minor = reserved_of(ledger, payment);
    for (const GatewayCall& call : ledger.calls) {
        if (is_asked_for(call, payment.id, CallKind::release)) return 0;
        if (is_asked_for(call, payment.id, CallKind::capture)) room_minor -= call.amount_minor;
    }
    return std::max<std::int64_t>(0, room_minor);
}

}  // namespace

std::int64_t asked_captures(const Ledger& ledger) {
    std::int64_t sum_minor = 0;
    for (const GatewayCall& call : ledger.calls) {
        if (call.kind == CallKind::capture && call.is_open()) sum_minor += call.amount_minor;
    }
    return sum_minor;
}

bool has_left_the_house(const Shipment& parcel) { return parcel.handed_over_at_ms || parcel.delivered_at_ms; }

void capture_for_goods(Decision& decision, const Context& context, std::int64_t leaves_at_ms) {
    const CaptureAt at = context.profile.capture_at;
    Order& order = decision.order;
    if ((at != CaptureAt::dispatch && at != CaptureAt::handover) || order.imported) return;
    const Figures figures = standing_of(order, context.profile).figures();
    const std::int64_t wanted_minor = earned_minor(order, at, figures) - figures.held() - asked_captures(order.ledger);
    std::int64_t left_minor = wanted_minor;
    std::int64_t taken_minor = 0;
    for (const Payment* payment : open_reservations(order.ledger)) {
        const std::int64_t part_minor = std::min(left_minor, room_of(order.ledger, *payment));
        if (part_minor <= 0) continue;
        if (!is_connected(*payment, context)) {
            if (!decision.warning) decision.warning = Refusal::provider_not_connected;
            continue;
        }
        ask_provider(decision, *payment, CallKind::capture, part_minor, context).not_before_ms = leaves_at_ms;
        left_minor -= part_minor;
        taken_minor += part_minor;
    }
    if (taken_minor > 0) decision.events.back().data.emplace_back("capture", std::to_string(taken_minor));
}

void withdraw_captures(Order& order, std::optional<std::int64_t> event_sequence, std::int64_t now_ms) {
    for (GatewayCall& call : order.ledger.calls) {
        const bool is_held =
            call.kind == CallKind::capture && call.status == CallStatus::waiting && call.not_before_ms > now_ms;
        if (!is_held || (event_sequence && call.event_sequence != *event_sequence)) continue;
        call.status = CallStatus::withdrawn;
        call.settled_at_ms = now_ms;
    }
}

}  // namespace commis::domain
