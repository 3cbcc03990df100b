// A domain waits after three mails in a row that were put off, first a minute, then twice as long each time up to a
// quarter of an hour. Its next three mails show whether it is well again; the first that is taken ends the waiting.
#include "worker/mail_pace.hpp"

#include <algorithm>
#include <array>

#include "domain/lowered.hpp"

namespace commis::worker {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int32_t patience = 3;
constexpr std::array hold_minutes{1, 2, 4, 8, 15};
constexpr std::size_t domains_kept = 5'000;

// A full mailbox (4.2.x) and greylisting, which asks each sender and reader to come again, are about one mail alone;
// a connection that broke is about our own server.
bool is_about_domain(const ports::SendResult& result) {
    if (result.status != ports::SendStatus::temporary || result.code < 400 || result.code == 421) return false;
    const auto words = domain::lowered(result.words);
    return words.find(" 4.2.") == std::string::npos && words.find("greylist") == std::string::npos &&
           words.find("graylist") == std::string::npos;
}

}  // namespace

std::string mail_domain(std::string_view address) {
    const auto at = address.rfind('@');
    return at == std::string_view::npos ? "" : domain::lowered(address.substr(at + 1));
}

void MailPace::begin() {
    const std::scoped_lock lock(mutex_);
    for (auto& [id, shop] : shops_) shop.reserved = 0;
}

std::int64_t MailPace::reserve(std::int64_t shop_id, std::int64_t per_minute, std::int64_t wanted,
                               std::int64_t now_ms) {
    if (per_minute <= 0) return wanted;
    const std::scoped_lock lock(mutex_);
    ShopPace& shop = shops_[shop_id];
    while (!shop.tried.empty() && shop.tried.front().first <= now_ms - minute_ms) shop.tried.pop_front();
    std::int64_t left = per_minute - shop.reserved;
    for (const auto& [at_ms, count] : shop.tried) left -= count;
    const auto taken = std::clamp<std::int64_t>(left, 0, wanted);
    shop.reserved += taken;
    return taken;
}

void MailPace::settle(std::int64_t shop_id, std::int64_t reserved, std::int64_t tried, std::int64_t now_ms) {
    const std::scoped_lock lock(mutex_);
    const auto found = shops_.find(shop_id);
    if (found == shops_.end()) return;  // Of a shop without limit nothing is counted.
    found->second.reserved = std::max<std::int64_t>(0, found->second.reserved - reserved);
    if (tried > 0) found->second.tried.emplace_back(now_ms, tried);
}

std::optional<MailPace::Hold> MailPace::hold_of(std::string_view domain, std::int64_t now_ms) {
    const std::scoped_lock lock(mutex_);
    const auto found = domains_.find(domain);
    if (found == domains_.end() || found->second.hold.until_ms <= now_ms) return std::nullopt;
    return found->second.hold;
}

void MailPace::note(std::string_view domain, const ports::SendResult& result, std::int64_t now_ms) {
    const std::scoped_lock lock(mutex_);
    if (result.status == ports::SendStatus::sent) {
        if (const auto found = domains_.find(domain); found != domains_.end()) domains_.erase(found);
        return;
    }
    if (!is_about_domain(result)) return;
    if (domains_.size() >= domains_kept) forget_old(now_ms);
    DomainPace& pace = domains_[std::string(domain)];
    if (++pace.deferred_in_a_row < patience) return;
    const auto step = std::min<std::size_t>(static_cast<std::size_t>(pace.holds), hold_minutes.size() - 1);
    pace.hold = {now_ms + hold_minutes.at(step) * minute_ms, result.words};
    pace.holds += 1;
    pace.deferred_in_a_row = 0;
}

void MailPace::forget_old(std::int64_t now_ms) {
    std::erase_if(domains_, [&](const auto& each) { return each.second.hold.until_ms <= now_ms; });
}

}  // namespace commis::worker
