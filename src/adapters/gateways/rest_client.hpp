// One question to a payment service over HTTPS and its answer. Each call is a connection of its own, so that no answer
// can be taken for another's. It tells apart what moving money needs told apart: answered, refused, and unclear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/parse.hpp"

namespace commis::gateways {

struct RestSettings {
    std::string base_url{};  // "https://api.example.com", without a slash at its end. http only where it says http.
    std::string user_agent = "Commis";
    std::int64_t connect_timeout_ms = 5'000;
    std::int64_t timeout_ms = 20'000;
};

struct RestRequest {
    std::string method = "GET";
    std::string target{};                // Path and query, from its slash on.
    std::vector<std::string> headers{};  // "Name: value".
    std::string content_type{};          // Of the body; empty when there is none.
    std::string body{};
};

// `done`: it answered 2xx, and the answer could be read. `refused`: it said no, and nothing was done. `unclear`:
// nothing came, or an answer from which nobody knows whether the thing was done.
enum class RestOutcome : std::uint8_t { done, refused, unclear };

struct RestAnswer {
    RestOutcome outcome = RestOutcome::unclear;
    long status = 0;        // 0 when none came.
    bool was_sent = false;  // False: it never left, so that nothing can have been done.
    json::Value body{};     // Null when there was none, or it was no JSON.
    std::string fault{};    // How the connection failed, as a code; never holds what was sent.

    bool is_done() const { return outcome == RestOutcome::done; }
    bool is_refused() const { return outcome == RestOutcome::refused; }
};

class RestClient {
public:
    explicit RestClient(RestSettings settings) : settings_(std::move(settings)) {}

    // From any thread. Tried a second time only where no connection came to be, so that nothing was sent.
    RestAnswer send(const RestRequest& request) const;

private:
    RestSettings settings_;
};

// A form (application/x-www-form-urlencoded), or a query.
class Form {
public:
    Form& add(std::string_view name, std::string_view value);
    Form& add(std::string_view name, std::int64_t value) { return add(name, std::string_view(std::to_string(value))); }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

// Everything but letters, digits and -._~ as %XX.
std::string percent_encoded(std::string_view text);

// May it stand in a path as the service's name of a thing? Letters, digits, '_' and '-', at most 255.
bool is_reference(std::string_view text);

}  // namespace commis::gateways
