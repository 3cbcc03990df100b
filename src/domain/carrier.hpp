// Who carries parcels, and where each shows what became of one (D-12). The list is data: carriers/carriers.json.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/order.hpp"

namespace commis::domain {

struct Carrier {
    std::string id{};
    std::string name{};
    std::vector<std::string> also{};       // Other names that people write.
    std::vector<std::string> countries{};  // Where it takes parcels in: ISO 3166-1 alpha-2.
    std::string url{};                     // Of its page about a parcel, with {number} in it.
};

// By id, name or another name of it; letters and digits alone count, without case. Null when nobody knows it.
const Carrier* find_carrier(std::span<const Carrier> carriers, std::string_view told);

// Where a parcel is followed: as it was told, else as its carrier's pattern makes it of the number, else nothing. What
// is stored stays as it was told.
std::string tracking_url(const Tracking& tracking, std::span<const Carrier> carriers);

}  // namespace commis::domain
