// Slows down guessing of links, and of the password at an open desk: after ten failures from one address (of IPv6: one
// network) within ten minutes, that address waits. The counts lie in the storage and hold for every process; a right
// link costs a look, only a wrong one a write. What a success took is taken back, and no more than that: else whoever
// has a way in of their own could go on guessing at another's.
#pragma once

#include <cstdint>
#include <string>

#include "features/services.hpp"

namespace commis::http {

class SignInLimit {
public:
    static constexpr int failures_max = 10;
    static constexpr std::int64_t window_ms = 10 * 60'000;
    explicit SignInLimit(const Services& services) : services_(services) {}

    // Seconds until the address may try again; 0: now. An IPv6 address stands for its network of 64 bits, as each
    // customer has one whole.
    int wait_seconds(const std::string& address, std::int64_t now_ms) const;
    void count_failure(const std::string& address, std::int64_t now_ms) const;
    // What was counted before it was known to be right.
    void take_back(const std::string& address) const;

private:
    // A keyed digest: the table tells nobody who was there.
    std::string key_of(const std::string& address) const;

    const Services& services_;
};

}  // namespace commis::http
