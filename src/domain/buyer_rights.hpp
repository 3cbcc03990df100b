// What a buyer may ask for now, line by line, and why not: to withdraw (directive 2011/83/EU, articles 9 to 16, with
// the button of article 11a), to cancel what has not left, to send something back. The buyer's page offers it and the
// command refuses by it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/refusal.hpp"

namespace commis::domain {

// Units of a line that may be named; a ticket by its own id.
struct Askable {
    std::string line_id{};
    std::string unit_id{};
    std::int32_t quantity = 0;
    friend bool operator==(const Askable&, const Askable&) = default;
};

struct BuyerRight {
    RequestKind kind = RequestKind::withdrawal;
    std::vector<Askable> parts{};
    std::optional<Refusal> reason{};         // Why nothing may be asked; then there are no parts.
    std::optional<std::int64_t> until_ms{};  // The last moment, once it is known.
};

// Withdrawal: what was bought and is still wanted, but not tickets (article 16 l), nor downloads once fetched (16 m).
// Until `withdrawal_days` after the delivery; a parcel that nobody says was delivered counts as delivered a week after
// it left, and what has not left has no end.
// Cancellation: what has not left, tickets nobody was let in with, services; no downloads.
// Return: what left and has not come back, until `return_days` after the delivery.
// What another open request names already is not offered twice.
BuyerRight buyer_right(RequestKind kind, const Order& order, const Profile& profile, std::int64_t now_ms);

// A parcel's delivery as far as anybody knows, or is to be supposed.
std::optional<std::int64_t> supposed_delivery_ms(const Shipment& shipment);

}  // namespace commis::domain
