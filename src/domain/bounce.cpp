#include "domain/bounce.hpp"

#include <array>

namespace commis::domain {
namespace {

constexpr std::array<std::string_view, bounce_verdict_count> verdict_ids{"permanent", "temporary", "delayed",
                                                                         "delivered", "complaint"};
constexpr std::array<std::string_view, bounce_cause_count> cause_ids{
    "address_unknown", "domain_unknown", "address_disabled", "mailbox_full", "too_large",
    "content_refused", "sender_refused", "unreachable",      "other"};
constexpr std::array<std::string_view, bounce_match_count> match_ids{"message_id", "recipient"};

}  // namespace

std::string_view id_of(BounceVerdict verdict) { return verdict_ids[static_cast<std::size_t>(verdict)]; }
std::string_view id_of(BounceCause cause) { return cause_ids[static_cast<std::size_t>(cause)]; }
std::string_view id_of(BounceMatch match) { return match_ids[static_cast<std::size_t>(match)]; }

}  // namespace commis::domain
