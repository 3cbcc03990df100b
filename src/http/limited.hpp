// What guessing costs at the edge, counted by one SignInLimit: links that nobody gave, and passwords or codes that are
// tried at an open desk.
#pragma once

#include <expected>
#include <optional>
#include <type_traits>

#include "http/command.hpp"
#include "http/sign_in_limit.hpp"

namespace commis::http {

// 429 for whoever has to wait; nothing when the request may go on.
std::optional<Response> too_many_attempts(const Request& request, const Site& site, SignInLimit& limit);

// Whether a wrong password or a wrong code is among the reasons.
bool is_guess(const domain::Error& error);

// Runs what asks somebody signed in for a password: what came of it, or the answer to who has to wait or was refused.
// Counted before the slow look: guesses that come all at once are ten, too.
template <class Run, class Result = std::invoke_result_t<Run>>
std::expected<typename Result::value_type, Response> with_limit(Call& call, SignInLimit& limit, const Run& run) {
    if (auto wait = too_many_attempts(call.request, call.site, limit)) return std::unexpected(std::move(*wait));
    limit.count_failure(call.request.remote_address, call.site.services.clock.now_ms());
    Result done = run();
    if (done || !is_guess(done.error())) limit.take_back(call.request.remote_address);
    if (!done) return std::unexpected(refusal_response(call, done.error()));
    if constexpr (std::is_void_v<typename Result::value_type>) {
        return {};
    } else {
        return std::move(*done);
    }
}

}  // namespace commis::http
