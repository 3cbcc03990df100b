#include "features/access/guard.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "domain/lowered.hpp"

namespace commis::access {
namespace {

constexpr std::size_t devices_max = 5;

struct Count {
    std::string key;
    std::int64_t most = tries_max;
    std::int64_t window_ms = tries_window_ms;
};

std::string proven_text(const std::string& email, std::string_view made_at, std::string_view nonce) {
    return domain::lowered(email) + "\n" + std::string(made_at) + "\n" + std::string(nonce);
}

std::vector<std::string> split(std::string_view text, char sign) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(sign, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

// The mark of this account among those of the cookie, "seconds.nonce.proof"; nothing when there is none, or an old one.
std::optional<std::string> find_mark(const Services& services, const Attempt& attempt) {
    for (const std::string& mark : split(attempt.devices, '~')) {
        const auto parts = split(mark, '.');
        if (parts.size() != 3) continue;
        std::int64_t made_at_s = 0;
        const auto read = std::from_chars(parts[0].data(), parts[0].data() + parts[0].size(), made_at_s);
        const std::int64_t now_s = services.clock.now_ms() / 1'000;
        const bool is_fresh = read.ec == std::errc() && now_s - made_at_s < device_lifetime_ms / 1'000;
        const std::string text = proven_text(attempt.email, parts[0], parts[1]);
        if (is_fresh && services.secrets.is_mac("known browser", text, parts[2])) return mark;
    }
    return std::nullopt;
}

std::vector<Count> counts_of(const Services& services, const Attempt& attempt) {
    // Keyed digests: the table tells nobody whom somebody tried to be.
    const auto key = [&](std::string_view what, const std::string& text) {
        return std::string(what) + ":" + services.secrets.mac("sign-in failures", text);
    };
    if (const auto mark = find_mark(services, attempt)) return {{key("device", *mark)}};
    const std::string account = domain::lowered(attempt.email);
    return {
        {key("account", account)}, {key("day", account), day_tries_max, day_window_ms}, {key("net", attempt.address)}};
}

int seconds_until(std::int64_t at_ms, std::int64_t now_ms) { return static_cast<int>((at_ms - now_ms) / 1'000) + 1; }

}  // namespace

int begin_attempt(const Services& services, const Attempt& attempt) {
    const std::int64_t now_ms = services.clock.now_ms();
    const auto counts = counts_of(services, attempt);
    int wait_s = 0;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        wait_s = 0;
        for (const Count& count : counts) {
            const auto failures = work.reads().sign_ins().find_failures(count.key, now_ms);
            if (failures && failures->count >= count.most) {
                wait_s = std::max(wait_s, seconds_until(failures->until_ms, now_ms));
            }
        }
        if (wait_s > 0) return;
        // Counted before the password is looked at, so that many tries at once are still many tries.
        for (const Count& count : counts) {
            if (work.sign_ins().count_failure(count.key, now_ms, count.window_ms) > count.most) wait_s = 1;
        }
    });
    return wait_s;
}

void forgive_attempt(const Services& services, const Attempt& attempt) {
    const auto counts = counts_of(services, attempt);
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        for (const Count& count : counts) work.sign_ins().forget_failures(count.key);
    });
}

std::string devices_after(const Services& services, const Attempt& attempt) {
    const std::string made_at = std::to_string(services.clock.now_ms() / 1'000);
    const std::string nonce = services.ids.secret().substr(0, 22);
    std::string all =
        made_at + "." + nonce + "." + services.secrets.mac("known browser", proven_text(attempt.email, made_at, nonce));
    const std::string old = find_mark(services, attempt).value_or("");
    std::size_t kept = 1;
    for (const std::string& mark : split(attempt.devices, '~')) {
        // What is no mark at all is not carried on.
        const bool is_mark = std::ranges::count(mark, '.') == 2 && mark.size() < 100;
        if (!is_mark || mark == old || kept == devices_max) continue;
        all += "~" + mark;
        kept += 1;
    }
    return all;
}

}  // namespace commis::access
