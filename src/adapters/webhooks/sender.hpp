// Webhooks by libcurl: many calls at once in one thread, none of them followed elsewhere, none to a forbidden address.
#pragma once

#include <curl/curl.h>

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/webhooks/address_guard.hpp"
#include "ports/webhook_sender.hpp"

namespace commis::webhooks {

struct SenderOptions {
    std::vector<AddressRange> allowed_ranges{};  // Besides the internet.
    bool allows_http = false;                    // Unencrypted targets.
    std::int64_t connect_timeout_ms = 5'000;
    std::int64_t timeout_ms = 20'000;
    std::string user_agent = "Commis";
};

class CurlWebhookSender final : public ports::WebhookSender {
public:
    explicit CurlWebhookSender(SenderOptions options);
    ~CurlWebhookSender() override;
    CurlWebhookSender(const CurlWebhookSender&) = delete;
    CurlWebhookSender& operator=(const CurlWebhookSender&) = delete;

    std::optional<std::string> refuse_url(std::string_view url) const override;
    ports::WebhookAnswer send(const ports::WebhookCall& call) override;
    void start(std::uint64_t tag, const ports::WebhookCall& call) override;
    std::vector<ports::FinishedCall> wait(std::int64_t timeout_ms) override;
    void hurry() override;

private:
    class Transfer;

    std::vector<ports::FinishedCall> collect();
    std::vector<ports::FinishedCall> give_up();

    const SenderOptions options_;
    const AddressGuard guard_;
    CURLM* multi_ = nullptr;
    std::map<CURL*, std::unique_ptr<Transfer>> running_;
    std::vector<ports::FinishedCall> refused_;  // Never begun.
    std::atomic<bool> hurries_{false};
};

}  // namespace commis::webhooks
