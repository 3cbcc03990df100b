// How fast mail may leave: never more of a shop than it allows in any minute, and nothing for a while to a domain whose
// servers said "not now" to one mail after the other. It lives in memory: a start forgets it, which costs a few tries.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ports/mailer.hpp"

namespace commis::worker {

// Of an address, in small letters; empty for one without.
std::string mail_domain(std::string_view address);

// May be used from several threads.
class MailPace {
public:
    struct Hold {
        std::int64_t until_ms = 0;
        std::string words;  // What the domain's server said last.
    };

    // Nothing is on its way: what a run that broke off had set aside may be sent.
    void begin();
    // Sets aside up to `wanted` mails of what the shop may still send in this minute; 0 a minute means no limit.
    std::int64_t reserve(std::int64_t shop_id, std::int64_t per_minute, std::int64_t wanted, std::int64_t now_ms);
    // Of `reserved` set aside, so many were tried; the others may be set aside again.
    void settle(std::int64_t shop_id, std::int64_t reserved, std::int64_t tried, std::int64_t now_ms);

    std::optional<Hold> hold_of(std::string_view domain, std::int64_t now_ms);
    // What a server said to a mail for this domain.
    void note(std::string_view domain, const ports::SendResult& result, std::int64_t now_ms);

private:
    struct ShopPace {
        std::int64_t reserved = 0;
        std::deque<std::pair<std::int64_t, std::int64_t>> tried;  // When, and how many.
    };
    struct DomainPace {
        std::int32_t deferred_in_a_row = 0;
        std::int32_t holds = 0;
        Hold hold;
    };

    void forget_old(std::int64_t now_ms);

    std::mutex mutex_;
    std::map<std::int64_t, ShopPace> shops_;
    std::map<std::string, DomainPace, std::less<>> domains_;
};

}  // namespace commis::worker
