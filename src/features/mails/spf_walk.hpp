// Follows a domain's SPF record as a receiving server does, counting its questions, to say whether our server may send.
#pragma once

#include <string>
#include <vector>

#include "ports/dns.hpp"

namespace commis::mails {

struct SpfFinding {
    int lookups = 0;           // Questions that receivers count; more than 10 and they give up.
    bool is_broken = false;    // A record of it can't be read, or there are two where one must be.
    bool has_failed = false;   // A name server did not answer, so nothing can be said.
    bool includes_us = false;  // One of the addresses is allowed.
    std::string broken_at;     // The domain whose record is broken.
};

inline constexpr int spf_lookup_limit = 10;

// `addresses`: from where our mail comes, as text.
SpfFinding walk_spf(ports::Resolver& resolver, const std::string& domain, const std::vector<std::string>& addresses);

}  // namespace commis::mails
