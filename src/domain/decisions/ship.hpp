// Parcels: sending goods, correcting what was said of a parcel, and taking goods back.
#pragma once

#include "domain/decisions/units.hpp"

namespace commis::domain {

// Nothing named means all that is left to ship.
struct Ship {
    std::vector<LineChoice> lines{};
    std::optional<Tracking> tracking{};
    bool label_only = false;  // The label is printed, the carrier comes later (D-13, X-17).
    Telling telling{};
};
Result<Decision> ship(const Order& order, const Ship& command, const Context& context);

// Records a parcel of all that is left, if something is; answers its id, empty when there was nothing to send.
std::string send_what_is_left(Decision& decision, const Context& context);

std::vector<FieldError> check_tracking(const Tracking& tracking);

// `hand-out`: click and collect. All that is left goes over the counter to who shows the code of the buyer's page or
// says the name; at least one of them is written down.
struct HandOut {
    std::string code{};
    std::string name{};
    Telling telling{};
};
Result<Decision> hand_out(const Order& order, const HandOut& command, const Context& context);

// Corrects a parcel: what is set changes. The three moments are set once; setting one again corrects it.
struct CorrectParcel {
    std::string shipment_id;
    std::optional<Tracking> tracking{};
    std::optional<std::int64_t> label_printed_at_ms;
    std::optional<std::int64_t> handed_over_at_ms;
    std::optional<std::int64_t> delivered_at_ms;
};
Result<Decision> correct_parcel(const Order& order, const CorrectParcel& command, const Context& context);

// Goods that came back. Money is another matter: they stay paid for until they are refunded.
struct Return {
    std::vector<LineChoice> lines;  // At least one.
    std::optional<bool> restock;    // Absent: as the profile says.
    std::string note;
};
Result<Decision> take_back(const Order& order, const Return& command, const Context& context);

}  // namespace commis::domain
