// A row of the sign-in failures for each address that guessed.
#include "http/sign_in_limit.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace commis::http {

std::string counted_address(const std::string& address) {
    std::array<unsigned char, 16> bytes{};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
    static constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    if (std::equal(mapped.begin(), mapped.end(), bytes.begin())) {
        const char* written = inet_ntop(AF_INET, bytes.data() + mapped.size(), text.data(), text.size());
        return written == nullptr ? address : written;
    }
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    const char* written = inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    return written == nullptr ? address : std::string(written) + "/64";
}

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
