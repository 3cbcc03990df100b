// A row of the sign-in failures for each address that guessed.
#include "http/sign_in_limit.hpp"

#include <optional>

#include "http/address_ranges.hpp"

namespace commis::http {

std::string SignInLimit::key_of(const std::string& address) const {
    return "link:" + services_.secrets.mac("sign-in failures", counted_address(address));
}

int SignInLimit::wait_seconds(const std::string& address, std::int64_t now_ms) const {
    const std::string key = key_of(address);
    std::optional<ports::SignInFailures> failures;
    services_.storage.read(
        [&](ports::Snapshot& snapshot) { failures = snapshot.sign_ins().find_failures(key, now_ms); });
    if (!failures || failures->count < failures_max) return 0;
    return static_cast<int>((failures->until_ms - now_ms) / 1'000) + 1;
}

void SignInLimit::count_failure(const std::string& address, std::int64_t now_ms) const {
    const std::string key = key_of(address);
    services_.storage.write(ports::Priority::interactive,
                            [&](ports::UnitOfWork& work) { work.sign_ins().count_failure(key, now_ms, window_ms); });
}

void SignInLimit::take_back(const std::string& address) const {
    const std::string key = key_of(address);
    services_.storage.write(ports::Priority::interactive,
                            [&](ports::UnitOfWork& work) { work.sign_ins().take_back_failure(key); });
}

}  // namespace commis::http
