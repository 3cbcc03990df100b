// The way out to programs: one signed POST, once. Nothing here retries or remembers: that is the worker's task.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::ports {

struct WebhookCall {
    std::string url{};
    std::string id{};  // Leaves as `webhook-id`.
    std::int64_t timestamp_s = 0;
    std::string body{};
    std::vector<std::string> secrets{};  // Readable, "whsec_…"; each of them signs.
};

struct WebhookAnswer {
    std::int64_t http_status = 0;  // 0: no answer came.
    // Empty when it was taken, else why not: "refused", "gone", "redirected", "not_resolved", "address_forbidden",
    // "connection_failed", "tls_failed", "timed_out", "cut", "stopped".
    std::string fault{};
    std::string answer{};  // The first two kilobytes of the answer, or what went wrong in words.
    std::int64_t duration_ms = 0;
};

struct FinishedCall {
    std::uint64_t tag = 0;
    WebhookAnswer answer{};
};

struct WebhookSender {
    virtual ~WebhookSender() = default;

    // Why nothing is ever sent to this address, as a field's code: "invalid_url", "url_not_https",
    // "url_with_password", "address_forbidden". A name is not resolved here but each time something is sent to it.
    virtual std::optional<std::string> refuse_url(std::string_view url) const = 0;

    // One call, waited for. From any thread.
    virtual WebhookAnswer send(const WebhookCall& call) = 0;

    // Many at a time, from one thread: `start` begins a call, `wait` answers those that ended within the time.
    virtual void start(std::uint64_t tag, const WebhookCall& call) = 0;
    virtual std::vector<FinishedCall> wait(std::int64_t timeout_ms) = 0;

    // The program stops: what is running ends as "stopped". May be called from another thread.
    virtual void hurry() = 0;
};

}  // namespace commis::ports
