// A way out to programs that leads nowhere: every address is taken, every call is refused. It remembers what it was
// given.
#pragma once

#include <vector>

#include "ports/webhook_sender.hpp"

namespace commis::test {

struct SilentWebhooks final : ports::WebhookSender {
    std::optional<std::string> refuse_url(std::string_view url) const override {
        if (url.starts_with("https://")) return std::nullopt;
        return "url_not_https";
    }
    ports::WebhookAnswer send(const ports::WebhookCall& call) override {
        calls.push_back(call);
        return {503, "refused", "nobody is here", 1};
    }
    void start(std::uint64_t tag, const ports::WebhookCall& call) override { finished.push_back({tag, send(call)}); }
    std::vector<ports::FinishedCall> wait(std::int64_t) override { return std::exchange(finished, {}); }
    void hurry() override {}

    std::vector<ports::WebhookCall> calls;
    std::vector<ports::FinishedCall> finished;
};

}  // namespace commis::test
