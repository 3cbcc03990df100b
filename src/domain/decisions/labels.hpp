// A carrier's label on a parcel.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// The carrier has made it: its number is how the parcel is followed from now on. It refuses nothing but a parcel that
// is not there, because the label is bought by then.
struct TakeLabel {
    std::string shipment_id{};
    std::string carrier{};
    std::string number{};
};
Result<Decision> take_label(const Order& order, const TakeLabel& command, const Context& context);

}  // namespace commis::domain
