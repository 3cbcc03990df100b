// Webhooks and their deliveries, in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class WebhookStore final : public ports::WebhookStore, public ports::WebhookReader {
public:
    explicit WebhookStore(Data& data) : data_(data) {}
    std::vector<ports::Webhook> list(std::int64_t shop_id) override;
    std::optional<ports::Webhook> find(std::int64_t shop_id, std::string_view webhook_id) override;
    ports::DeliveryCounts count(std::int64_t shop_id, std::string_view webhook_id, std::int64_t limit) override;
    std::vector<ports::Delivery> deliveries(const ports::DeliveryFilter& filter) override;
    std::optional<ports::Delivery> find_delivery(std::int64_t shop_id, std::string_view delivery_id) override;
    std::vector<ports::DeliveryAttempt> attempts(std::int64_t shop_id, std::string_view delivery_id) override;
    std::vector<ports::DueWebhook> due(std::int64_t now_ms) override;
    void insert(const ports::Webhook& webhook) override;
    std::optional<ports::Webhook> lock(std::int64_t shop_id, std::string_view webhook_id) override;
    void save(const ports::Webhook& webhook) override;
    bool remove(std::int64_t shop_id, std::string_view webhook_id) override;
    std::vector<ports::Webhook> listening(std::int64_t shop_id) override;
    void queue(const std::vector<ports::Delivery>& deliveries) override;
    void withdraw(std::int64_t shop_id, std::string_view order_id, std::int64_t event_sequence,
                  std::int64_t now_ms) override;
    std::vector<ports::Delivery> claim(const ports::DueWebhook& of, std::int64_t now_ms, std::int64_t lease_ms,
                                       std::int32_t limit) override;
    void record(std::int64_t shop_id, std::string_view delivery_id, const ports::DeliveryOutcome& outcome,
                std::int64_t now_ms) override;
    bool resend(std::int64_t shop_id, std::string_view delivery_id, std::int64_t now_ms) override;
    std::int64_t resend_dead(std::int64_t shop_id, std::string_view webhook_id, std::int64_t now_ms) override;
    std::int64_t delete_settled_before(std::int64_t shop_id, std::int64_t settled_before_ms,
                                       std::int32_t limit) override;

private:
    Data& data_;
};

}  // namespace commis::fake
