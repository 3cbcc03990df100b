// Tokens that a service gives for an hour or so against credentials (OAuth 2.0, RFC 6749, 4.4), kept until shortly
// before they end and written nowhere.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "adapters/gateways/rest_client.hpp"

namespace commis::gateways {

// Of all applications at one service. From any thread.
class BearerTokens {
public:
    using Ask = std::function<RestAnswer()>;
    // `name`: made of the credentials, so that changed ones get a token of their own. The error is the answer to the
    // question for one. `is_renewed`: the one kept was not accepted.
    std::expected<std::string, RestAnswer> token(const std::string& name, const Ask& ask, bool is_renewed);

private:
    struct Token {
        std::string text{};
        std::int64_t ends_at_ms = 0;  // By the clock that nobody winds.
    };
    std::mutex mutex_;
    std::map<std::string, Token> kept_;
};

}  // namespace commis::gateways
