// Endpoints: checked, sealed, saved.
#include "features/webhooks/webhooks.hpp"

#include <algorithm>

#include "features/webhooks/event_body.hpp"

namespace commis::webhooks {
namespace {

constexpr std::size_t description_length_max = 200;

using Errors = std::vector<domain::FieldError>;

void check_url(const std::string& url, const ports::WebhookSender& sender, Errors& errors) {
    if (const auto code = sender.refuse_url(url)) errors.push_back({"/url", *code, "nothing is sent to this address"});
}

void check_description(const std::string& description, Errors& errors) {
    if (description.size() <= description_length_max) return;
    errors.push_back({"/description", "too_long", "at most 200 bytes"});
}

void check_events(const std::vector<std::string>& events, Errors& errors) {
    const auto& known = domain::told_names();
    for (std::size_t at = 0; at < events.size(); ++at) {
        const std::string field = "/events/" + std::to_string(at);
        if (std::ranges::find(known, events[at]) == known.end()) {
            errors.push_back({field, "unknown_event", "there is no such event"});
        } else if (std::ranges::count(events, events[at]) > 1) {
            errors.push_back({field, "duplicate_id", "this event is there twice"});
        }
    }
}

// The random bytes of an id's text in the standard alphabet, as the libraries of the receivers read it.
std::string new_secret(const Services& services) {
    std::string text = services.ids.secret();
    std::ranges::replace(text, '-', '+');
    std::ranges::replace(text, '_', '/');
    while (text.size() % 4 != 0) text += '=';
    return "whsec_" + text;
}

void switch_on_or_off(ports::Webhook& webhook, bool on) {
    const bool is_on = webhook.health.off == domain::WebhookOff::none;
    if (on == is_on) return;
    if (on) {
        webhook.health = domain::after_switching_on(webhook.health);
    } else {
        webhook.health.off = domain::WebhookOff::by_hand;
    }
}

}  // namespace

domain::Result<WithSecret> create(ports::UnitOfWork& work, const Services& services, const ports::WebhookSender& sender,
                                  std::int64_t shop_id, const WebhookWish& wish) {
    Errors errors;
    check_url(wish.url, sender, errors);
    check_description(wish.description, errors);
    check_events(wish.events, errors);
    if (work.reads().webhooks().list(shop_id).size() >= webhooks_max) {
        errors.push_back({"/url", "too_many_webhooks", "a shop has at most 20 endpoints"});
    }
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    WithSecret made;
    made.secret = new_secret(services);
    ports::Webhook& webhook = made.webhook;
    webhook.shop_id = shop_id;
    webhook.id = services.ids.next();
    webhook.url = wish.url;
    webhook.description = wish.description;
    webhook.events = wish.events;
    webhook.secret = services.secrets.seal(made.secret);
    webhook.created_at_ms = services.clock.now_ms();
    webhook.changed_at_ms = webhook.created_at_ms;
    switch_on_or_off(webhook, wish.on);
    work.webhooks().insert(webhook);
    return made;
}

domain::Result<ports::Webhook> change(ports::UnitOfWork& work, const Services& services,
                                      const ports::WebhookSender& sender, std::int64_t shop_id,
                                      const std::string& webhook_id, const WebhookChange& change) {
    auto webhook = work.webhooks().lock(shop_id, webhook_id);
    if (!webhook) return domain::refuse(domain::Refusal::not_found);
    Errors errors;
    if (change.url) check_url(*change.url, sender, errors);
    if (change.description) check_description(*change.description, errors);
    if (change.events) check_events(*change.events, errors);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    if (change.url) webhook->url = *change.url;
    if (change.description) webhook->description = *change.description;
    if (change.events) webhook->events = *change.events;
    if (change.on) switch_on_or_off(*webhook, *change.on);
    webhook->changed_at_ms = services.clock.now_ms();
    work.webhooks().save(*webhook);
    return *webhook;
}

domain::Result<WithSecret> rotate_secret(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id,
                                         const std::string& webhook_id) {
    auto webhook = work.webhooks().lock(shop_id, webhook_id);
    if (!webhook) return domain::refuse(domain::Refusal::not_found);
    WithSecret made;
    made.secret = new_secret(services);
    webhook->old_secret = std::move(webhook->secret);
    webhook->old_secret_until_ms = services.clock.now_ms() + domain::old_secret_lives_ms;
    webhook->secret = services.secrets.seal(made.secret);
    webhook->changed_at_ms = services.clock.now_ms();
    work.webhooks().save(*webhook);
    made.webhook = std::move(*webhook);
    return made;
}

std::vector<std::string> signing_secrets(const Services& services, const ports::Webhook& webhook, std::int64_t now_ms) {
    std::vector<std::string> secrets;
    if (auto secret = services.secrets.open(webhook.secret)) secrets.push_back(std::move(*secret));
    if (secrets.empty() || webhook.old_secret.empty() || webhook.old_secret_until_ms <= now_ms) return secrets;
    if (auto secret = services.secrets.open(webhook.old_secret)) secrets.push_back(std::move(*secret));
    return secrets;
}

ports::WebhookCall test_call(const Services& services, const domain::Shop& shop, const ports::Webhook& webhook) {
    const std::int64_t now_ms = services.clock.now_ms();
    ports::WebhookCall call;
    call.url = webhook.url;
    call.id = services.ids.next();
    call.timestamp_s = now_ms / 1'000;
    call.body = test_body(shop, call.id, now_ms);
    call.secrets = signing_secrets(services, webhook, now_ms);
    return call;
}

}  // namespace commis::webhooks
