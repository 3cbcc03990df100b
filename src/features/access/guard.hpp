// Slows down guessing of one operator's password, wherever it is tried from, without letting strangers lock anybody
// out: failures count for the account and for the address of the net, but a browser in which that operator has signed
// in before proves it by a signed mark and is counted by itself. The counts lie in the storage: they hold for every
// process.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "features/services.hpp"

namespace commis::access {

inline constexpr std::int64_t tries_max = 10;  // Within ten minutes.
inline constexpr std::int64_t tries_window_ms = 10LL * 60'000;
inline constexpr std::int64_t day_tries_max = 100;  // Of one account from unknown browsers, within a day.
inline constexpr std::int64_t day_window_ms = 24LL * 3'600'000;
inline constexpr std::int64_t device_lifetime_ms = 180LL * day_window_ms;

struct Attempt {
    std::string email;
    std::string address;  // Of the net, as it is counted.
    std::string devices;  // What the browser's cookie holds.
};

// Seconds to wait; 0: the attempt may go on, and is counted as failed until it has not.
int begin_attempt(const Services& services, const Attempt& attempt);
void forgive_attempt(const Services& services, const Attempt& attempt);

// The cookie after a sign-in: this operator's mark, and those of up to four others who use the same browser.
std::string devices_after(const Services& services, const Attempt& attempt);

}  // namespace commis::access
