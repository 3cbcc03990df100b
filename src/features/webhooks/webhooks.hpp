// The endpoints of a shop as its owner edits them: where, which events, on or off, and the secret that signs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/refusal.hpp"
#include "features/services.hpp"
#include "ports/webhook_sender.hpp"

namespace commis::webhooks {

inline constexpr std::size_t webhooks_max = 20;  // In one shop.

struct WebhookWish {
    std::string url;
    std::string description;
    std::vector<std::string> events;  // Empty: all.
    bool on = true;
};

// What is absent stays.
struct WebhookChange {
    std::optional<std::string> url;
    std::optional<std::string> description;
    std::optional<std::vector<std::string>> events;
    std::optional<bool> on;
};

// The only time the secret can be read.
struct WithSecret {
    ports::Webhook webhook;
    std::string secret;
};

// Refused with fields: an address nothing is sent to, an unknown event, one endpoint too many.
domain::Result<WithSecret> create(ports::UnitOfWork& work, const Services& services, const ports::WebhookSender& sender,
                                  std::int64_t shop_id, const WebhookWish& wish);
domain::Result<ports::Webhook> change(ports::UnitOfWork& work, const Services& services,
                                      const ports::WebhookSender& sender, std::int64_t shop_id,
                                      const std::string& webhook_id, const WebhookChange& change);
// A new secret; the old one signs along for a day.
domain::Result<WithSecret> rotate_secret(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id,
                                         const std::string& webhook_id);

// The secrets that sign now, readable; none when they were sealed with another key.
std::vector<std::string> signing_secrets(const Services& services, const ports::Webhook& webhook, std::int64_t now_ms);

// An event that means nothing, to try an endpoint with.
ports::WebhookCall test_call(const Services& services, const domain::Shop& shop, const ports::Webhook& webhook);

}  // namespace commis::webhooks
