// What the world reports about a mail after a server took it: it came back, it is late, it arrived, or its reader
// complained. Each report is about one recipient.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace commis::domain {

enum class BounceVerdict : std::uint8_t {
    permanent,  // Not delivered, and sending it again to this address changes nothing.
    temporary,  // Not delivered; the servers gave up, the address itself may be right.
    delayed,    // Still being tried.
    delivered,
    complaint,  // Delivered, and marked as unwanted by its reader.
};
inline constexpr int bounce_verdict_count = 5;

// Why, as far as it changes what the shop does next.
enum class BounceCause : std::uint8_t {
    address_unknown,
    domain_unknown,
    address_disabled,
    mailbox_full,
    too_large,
    content_refused,
    sender_refused,
    unreachable,
    other,
};
inline constexpr int bounce_cause_count = 9;

// How a report was brought together with its mail, most certain first.
enum class BounceMatch : std::uint8_t { message_id, recipient };
inline constexpr int bounce_match_count = 2;

std::string_view id_of(BounceVerdict verdict);
std::string_view id_of(BounceCause cause);
std::string_view id_of(BounceMatch match);

// The mail did not reach its reader.
constexpr bool is_returned(BounceVerdict verdict) {
    return verdict == BounceVerdict::permanent || verdict == BounceVerdict::temporary;
}

// Whether the report says something about the address, and not about the mail or about us.
constexpr bool is_about_address(BounceCause cause) {
    return cause != BounceCause::too_large && cause != BounceCause::content_refused &&
           cause != BounceCause::sender_refused;
}

}  // namespace commis::domain
