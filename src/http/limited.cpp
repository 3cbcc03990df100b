#include "http/limited.hpp"

#include <algorithm>

#include "http/problem.hpp"

namespace commis::http {

std::optional<Response> too_many_attempts(const Request& request, const Site& site, SignInLimit& limit) {
    const int wait_s = limit.wait_seconds(request.remote_address, site.services.clock.now_ms());
    if (wait_s == 0) return std::nullopt;
    return problem_retry(429, "too_many_requests", "Too many attempts from this address.", wait_s);
}

bool is_guess(const domain::Error& error) {
    return std::ranges::any_of(error.fields, [](const domain::FieldError& field) {
        return field.code == "wrong_password" || field.code == "wrong_code";
    });
}

}  // namespace commis::http
