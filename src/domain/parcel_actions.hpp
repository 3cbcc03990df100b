// What may be done with one parcel now, and why not.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/order.hpp"
#include "domain/refusal.hpp"
#include "domain/rights.hpp"

namespace commis::domain {

enum class ParcelAction : std::uint8_t { buy_label };
inline constexpr int parcel_action_count = 1;
std::string_view id_of(ParcelAction action);  // "buy-label".

// The parcel, and what the shop has agreed with who carries it.
struct ParcelSubject {
    const Shipment& parcel;
    bool is_removed = false;  // Its order.
    bool has_service = false;
    bool is_served = false;  // Both countries, as far as they are known.
};

struct ParcelActionAnswer {
    ParcelAction action = ParcelAction::buy_label;
    bool allowed = true;
    std::optional<Refusal> reason;
};

ParcelActionAnswer ask(ParcelAction action, const ParcelSubject& subject, Rights rights);
// Every action on a parcel, in the order of the enumerators.
std::vector<ParcelActionAnswer> parcel_actions(const ParcelSubject& subject, Rights rights);

}  // namespace commis::domain
