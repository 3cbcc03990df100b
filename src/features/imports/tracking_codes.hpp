// Tracking numbers from a carrier's or a label program's table (D-12): each row finds its order and goes to its parcel,
// or sends what the order still holds. Every row is accounted for.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/shop.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"
#include "ports/table_file.hpp"

namespace commis::imports {

struct TrackingRow {
    std::int64_t row = 0;  // In the file: the header is the first; empty lines are not counted.
    std::string order{};   // Its number, the one it had outside, or its id.
    std::string carrier{};
    std::string number{};
    std::string url{};
};

// A header names its columns in any of the product's languages; without one they are order, carrier, number and url,
// in this order, or order and number alone. Failures as of `ports::TableFiles`, and `unknown_column` for a header
// without an order or a number.
std::expected<std::vector<TrackingRow>, ports::BankFileFailure> read_tracking_rows(const ports::TableFiles& files,
                                                                                   std::string_view bytes);

// `known`: the parcel has this number already, as after a file that comes twice.
enum class TrackingResult : std::uint8_t { shipped, corrected, known, refused };
std::string_view id_of(TrackingResult result);

struct TrackedRow {
    TrackingRow row{};
    std::string order_id{};
    TrackingResult result = TrackingResult::refused;
    // Why refused: of a refusal, or `required`, `parcel_has_number`, `several_parcels` and those of the tracking's
    // own members.
    std::string code{};
};

struct TrackingOptions {
    std::optional<bool> notify{};  // Of orders that are sent with it; absent: as the shop's rule says.
    bool dry_run = false;
};

// Each row by itself, in the caller's right to work on orders.
std::vector<TrackedRow> take_tracking(const Services& services, const domain::Shop& shop, const Caller& caller,
                                      std::vector<TrackingRow> rows, const TrackingOptions& options);

}  // namespace commis::imports
