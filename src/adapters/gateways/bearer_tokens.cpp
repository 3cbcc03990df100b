#include "adapters/gateways/bearer_tokens.hpp"

#include <chrono>

#include "adapters/gateways/answer_members.hpp"

namespace commis::gateways {
namespace {

constexpr std::int64_t margin_ms = 60'000;

std::int64_t steady_ms() {
    const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count();
}

}  // namespace

std::expected<std::string, RestAnswer> BearerTokens::token(const std::string& name, const Ask& ask, bool is_renewed) {
    const std::lock_guard lock(mutex_);
    const auto now_ms = steady_ms();
    std::erase_if(kept_, [&](const auto& each) { return each.second.ends_at_ms <= now_ms; });
    if (is_renewed) kept_.erase(name);
    if (const auto kept = kept_.find(name); kept != kept_.end()) return kept->second.text;
    const RestAnswer answer = ask();
    if (!answer.is_done()) return std::unexpected(answer);
    Token token{text_of(answer.body, {"access_token"}), 0};
    token.ends_at_ms = now_ms + number_of(answer.body, {"expires_in"}).value_or(0) * 1'000 - margin_ms;
    if (token.ends_at_ms > now_ms) kept_[name] = token;
    return token.text;
}

}  // namespace commis::gateways
