// What an order has to download: each file of each digital line, how often and until when, or why not (O-26). The
// buyer's page, the mail and the desk show it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/order.hpp"
#include "domain/refusal.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::downloads {

struct Offer {
    std::string line_id{};
    std::string line_name{};
    std::string file_id{};
    std::string name{};
    std::int64_t size_bytes = 0;
    std::optional<std::int32_t> left{};       // Nothing: as often as one likes.
    std::optional<std::int64_t> until_ms{};   // Nothing: for ever.
    std::optional<domain::Refusal> reason{};  // Why nothing may be fetched now.
    std::string url{};                        // Empty with a reason.
};

// How long an address leads to its file: those of a mail, and those of the buyer's page, which makes them anew
// whenever it is opened.
inline constexpr std::int64_t mail_link_ms = std::int64_t{7} * 86'400'000;
inline constexpr std::int64_t page_link_ms = 3'600'000;

std::vector<Offer> offers(const Services& services, const domain::Shop& shop, const domain::Order& order,
                          std::int64_t link_ms = page_link_ms);
// The same inside a snapshot.
std::vector<Offer> offers(const Services& services, ports::Snapshot& snapshot, const domain::Shop& shop,
                          const domain::Order& order, std::int64_t link_ms = page_link_ms);

}  // namespace commis::downloads
