// How often and until when what was bought may be fetched (O-26): the door of the line, then the shop's limits.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/refusal.hpp"

namespace commis::domain {

struct DownloadRight {
    std::optional<std::int32_t> left{};      // Nothing: as often as one likes.
    std::optional<std::int64_t> until_ms{};  // Nothing: for ever.
    std::optional<Refusal> reason{};         // Why nothing may be fetched now.
};

// Of one file of a line that was fetched `begun` times since `granted_at_ms`. What a browser goes on with is no new
// fetch: `goes_on` is not kept back by the number.
DownloadRight download_right(const Order& order, const Line& line, const Profile& profile, std::int64_t begun,
                             std::int64_t now_ms, bool goes_on = false);

}  // namespace commis::domain
