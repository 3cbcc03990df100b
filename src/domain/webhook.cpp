// The tables of webhooks.
#include "domain/webhook.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

constexpr std::array<std::string_view, delivery_status_count> status_ids{"waiting", "delivered", "dead", "withdrawn"};
constexpr std::array<std::string_view, webhook_off_count> off_ids{"none", "by_hand", "gone", "failing"};

constexpr std::int64_t second_ms = 1'000;
constexpr std::int64_t minute_ms = 60 * second_ms;
constexpr std::int64_t hour_ms = 60 * minute_ms;

// Together a little under three days.
constexpr std::array redelivery_delays_ms{5 * second_ms, 5 * minute_ms, 30 * minute_ms, 2 * hour_ms,  5 * hour_ms,
                                          10 * hour_ms,  10 * hour_ms,  14 * hour_ms,   14 * hour_ms, 14 * hour_ms};

struct PauseRow {
    std::int64_t failures;
    std::int64_t pause_ms;
};
// The last row that fits counts. One refused delivery stops nobody else's.
constexpr std::array pauses{PauseRow{3, 10 * second_ms}, PauseRow{5, 30 * second_ms}, PauseRow{8, minute_ms},
                            PauseRow{12, 5 * minute_ms}};

std::int64_t pause_ms(std::int64_t failures) {
    std::int64_t found_ms = 0;
    for (const PauseRow& row : pauses) {
        if (failures >= row.failures) found_ms = row.pause_ms;
    }
    return found_ms;
}

}  // namespace

std::string_view id_of(DeliveryStatus status) { return status_ids[static_cast<std::size_t>(status)]; }

std::optional<DeliveryStatus> find_delivery_status(std::string_view id) {
    const auto at = std::ranges::find(status_ids, id);
    if (at == status_ids.end()) return std::nullopt;
    return static_cast<DeliveryStatus>(at - status_ids.begin());
}

std::string_view id_of(WebhookOff reason) { return off_ids[static_cast<std::size_t>(reason)]; }

bool is_told(EventType type) {
    switch (type) {
        case EventType::order_imported:
        case EventType::credit_imported:
        case EventType::note_added:
        case EventType::mail_requested:
        case EventType::task_raised:
            return false;
        default:
            return true;
    }
}

std::string told_name(EventType type) { return "commis." + std::string(id_of(type)); }

const std::vector<std::string>& told_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> made;
        for (int number = 0; number < event_type_count; ++number) {
            const auto type = static_cast<EventType>(number);
            if (is_told(type)) made.push_back(told_name(type));
        }
        return made;
    }();
    return names;
}

std::optional<std::int64_t> redelivery_delay_ms(std::int64_t attempt, std::uint64_t spread) {
    if (attempt < 1 || attempt > std::ssize(redelivery_delays_ms)) return std::nullopt;
    const std::int64_t delay_ms = redelivery_delays_ms.at(static_cast<std::size_t>(attempt - 1));
    const auto per_mille = static_cast<std::int64_t>(spread % 101);
    return delay_ms - delay_ms * per_mille / 1'000;
}

WebhookHealth after_delivery(WebhookHealth health, std::int64_t now_ms) {
    health.last_delivered_at_ms = now_ms;
    health.failing_since_ms.reset();
    health.failures = 0;
    health.paused_until_ms = 0;
    return health;
}

WebhookHealth after_failure(WebhookHealth health, std::int64_t now_ms, bool is_gone) {
    if (!health.failing_since_ms) health.failing_since_ms = now_ms;
    health.failures += 1;
    health.paused_until_ms = now_ms + pause_ms(health.failures);
    if (health.off != WebhookOff::none) return health;
    if (is_gone) {
        health.off = WebhookOff::gone;
    } else if (now_ms - *health.failing_since_ms >= failing_limit_ms) {
        health.off = WebhookOff::failing;
    }
    return health;
}

WebhookHealth after_switching_on(WebhookHealth health) {
    health.off = WebhookOff::none;
    health.failing_since_ms.reset();
    health.failures = 0;
    health.paused_until_ms = 0;
    return health;
}

}  // namespace commis::domain
