// What programs are told and how hard we try: which events leave the house, when a failed delivery is tried again, and
// when an endpoint that never answers is left alone (docs/webhooks.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/event.hpp"

namespace commis::domain {

// A delivery settled as `dead` can be sent again by hand; one `withdrawn` never left, because the change was undone.
enum class DeliveryStatus : std::uint8_t { waiting, delivered, dead, withdrawn };
inline constexpr int delivery_status_count = 4;
std::string_view id_of(DeliveryStatus status);
std::optional<DeliveryStatus> find_delivery_status(std::string_view id);

// Why an endpoint is told nothing.
enum class WebhookOff : std::uint8_t {
    none,     // It is on.
    by_hand,  // Somebody switched it off.
    gone,     // It answered 410.
    failing,  // Nothing was taken for three days.
};
inline constexpr int webhook_off_count = 4;
std::string_view id_of(WebhookOff reason);

// Words among colleagues and imports of the past concern nobody outside.
bool is_told(EventType type);
// "commis.order.placed": the name of an event outside the house.
std::string told_name(EventType type);
// Every name that a program may ask for, in the order of the timeline's own list.
const std::vector<std::string>& told_names();
inline constexpr std::string_view test_event_name = "commis.webhook.test";

// How long to wait after the attempt of this number (1, 2, …) failed; nothing when it was the last. `spread` is any
// number that differs between deliveries: it moves the moment by up to a tenth, so that not all come back at once.
std::optional<std::int64_t> redelivery_delay_ms(std::int64_t attempt, std::uint64_t spread);

inline constexpr std::int64_t day_ms = 86'400'000;
inline constexpr std::int64_t old_secret_lives_ms = day_ms;   // After a rotation both secrets sign for so long.
inline constexpr std::int64_t failing_limit_ms = 3 * day_ms;  // Then the endpoint is switched off.
inline constexpr std::int64_t settled_kept_ms = 90 * day_ms;  // How long settled deliveries can be looked up.

// How an endpoint fares.
struct WebhookHealth {
    WebhookOff off = WebhookOff::none;
    std::optional<std::int64_t> last_delivered_at_ms{};
    std::optional<std::int64_t> failing_since_ms{};  // The first failure with no delivery after it.
    std::int64_t failures = 0;                       // In a row.
    std::int64_t paused_until_ms = 0;  // Nothing is sent before: an endpoint that is down is asked rarely.
    friend bool operator==(const WebhookHealth&, const WebhookHealth&) = default;
};

WebhookHealth after_delivery(WebhookHealth health, std::int64_t now_ms);
// `is_gone`: it answered 410.
WebhookHealth after_failure(WebhookHealth health, std::int64_t now_ms, bool is_gone);
// Switched on by hand: a new chance.
WebhookHealth after_switching_on(WebhookHealth health);

}  // namespace commis::domain
