// Slows down guessing of links, and of the password at an open desk: after ten failures from one address (of IPv6: one
// network) within ten minutes, that address waits. The count is this process's; signing in has its own, in the storage.
// What a success took is taken back, and no more than that: else whoever has a way in of their own could go on guessing
// at another's.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace commis::http {

// An address as it is counted: one of IPv6 by its first 64 bits, since whoever has one has them all; one of IPv4 in the
// form of IPv6 as itself.
std::string counted_address(const std::string& address);

class SignInLimit {
public:
    static constexpr int failures_max = 10;
    static constexpr std::int64_t window_ms = 10 * 60'000;
    static constexpr std::size_t addresses_max = 10'000;

    // Seconds until the address may try again; 0: now. An IPv6 address stands for its network of 64 bits, as each
    // customer has one whole.
    int wait_seconds(const std::string& address, std::int64_t now_ms);
    void count_failure(const std::string& address, std::int64_t now_ms);
    // What was counted before it was known to be right.
    void take_back(const std::string& address);

private:
    struct Failures {
        int count = 0;
        std::int64_t since_ms = 0;
    };
    void drop_old(std::int64_t now_ms);

    std::mutex mutex_;
    std::map<std::string, Failures> failures_;
};

}  // namespace commis::http
