// Papers that go along with goods and money: delivery notes (C-21, C-24, C-35) and receipts (W-52). Asked for again
// with nothing changed, the paper that is there answers; nothing is numbered twice.
#pragma once

#include <optional>
#include <string>

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// `delivery-note`: for a parcel, or for what has not left yet; where all has, for the latest parcel.
struct DeliveryNote {
    std::string shipment_id{};          // Empty: as above.
    std::optional<bool> return_slip{};  // Absent: as the shop does.
};
Result<Decision> delivery_note(const Order& order, const DeliveryNote& command, const Context& context);

// `view-receipt`: of the money that is there.
Result<Decision> receipt(const Order& order, const Context& context);

}  // namespace commis::domain
