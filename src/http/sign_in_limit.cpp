// A bounded table of addresses; full, it lets go of the ones whose window is over, then of all.
#include "http/sign_in_limit.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

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

int SignInLimit::wait_seconds(const std::string& address, std::int64_t now_ms) {
    const std::scoped_lock lock(mutex_);
    const auto at = failures_.find(counted_address(address));
    if (at == failures_.end() || at->second.count < failures_max) return 0;
    const std::int64_t left_ms = at->second.since_ms + window_ms - now_ms;
    if (left_ms > 0) return static_cast<int>(left_ms / 1'000) + 1;
    failures_.erase(at);
    return 0;
}

void SignInLimit::count_failure(const std::string& address, std::int64_t now_ms) {
    const std::scoped_lock lock(mutex_);
    if (failures_.size() >= addresses_max) drop_old(now_ms);
    Failures& failures = failures_[counted_address(address)];
    if (failures.count == 0 || failures.since_ms + window_ms < now_ms) failures = {0, now_ms};
    failures.count += 1;
}

void SignInLimit::take_back(const std::string& address) {
    const std::scoped_lock lock(mutex_);
    const auto at = failures_.find(counted_address(address));
    if (at != failures_.end() && at->second.count > 0) at->second.count -= 1;
}

void SignInLimit::drop_old(std::int64_t now_ms) {
    std::erase_if(failures_, [&](const auto& entry) { return entry.second.since_ms + window_ms < now_ms; });
    if (failures_.size() >= addresses_max) failures_.clear();
}

}  // namespace commis::http
