#include "domain/downloads.hpp"

#include <algorithm>

#include "domain/openings.hpp"

namespace commis::domain {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

}  // namespace

DownloadRight download_right(const Order& order, const Line& line, const Profile& profile, std::int64_t begun,
                             std::int64_t now_ms, bool goes_on) {
    DownloadRight right;
    if (profile.download_limit > 0) {
        right.left = static_cast<std::int32_t>(std::max<std::int64_t>(profile.download_limit - begun, 0));
    }
    if (profile.download_days > 0 && line.granted_at_ms) {
        right.until_ms = *line.granted_at_ms + profile.download_days * day_ms;
    }
    right.reason = closed_by(Door::download, unit_standing(standing_of(order, profile), line, profile));
    if (right.reason) return right;
    if (right.until_ms && now_ms >= *right.until_ms) {
        right.reason = Refusal::download_expired;
    } else if (right.left == 0 && !goes_on) {
        right.reason = Refusal::download_used_up;
    }
    return right;
}

}  // namespace commis::domain
