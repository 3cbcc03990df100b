#include "domain/decisions/labels.hpp"

#include <algorithm>

namespace commis::domain {

Result<Decision> take_label(const Order& order, const TakeLabel& command, const Context& context) {
    Decision decision = begin(order, context);
    auto& parcels = decision.order.shipments;
    const auto parcel = std::ranges::find(parcels, command.shipment_id, &Shipment::id);
    if (parcel == parcels.end()) return refuse(Refusal::not_found);
    parcel->tracking = {command.carrier, command.number, ""};
    std::string fields = "label_bought tracking";
    if (!parcel->label_printed_at_ms) {
        parcel->label_printed_at_ms = context.now_ms;
        fields += " label_printed";
    }
    parcel->label_bought_at_ms = context.now_ms;
    record(decision, context, EventType::parcel_corrected, {{"shipment", command.shipment_id}, {"fields", fields}});
    return decision;
}

}  // namespace commis::domain
