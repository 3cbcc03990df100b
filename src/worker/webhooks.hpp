// Tells programs what happened: claims what is due, sends many at once but few to one endpoint, and writes down what
// each answered. Whatever dies on the way is sent again with the same id, so a receiver hears everything at least once.
#pragma once

#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "features/services.hpp"
#include "ports/webhook_sender.hpp"

namespace commis::worker {

struct WebhookCounts {
    std::int64_t delivered = 0;
    std::int64_t failed = 0;  // To be tried again, or dead.
};

class WebhookWorker {
public:
    WebhookWorker(const Services& services, ports::WebhookSender& sender) : services_(services), sender_(sender) {}

    // Sends until nothing is due and nothing is on its way. From one thread at a time.
    WebhookCounts run_due(const std::stop_token& stopping);

private:
    using Endpoint = std::pair<std::int64_t, std::string>;

    void start_due();
    void start_endpoint(const ports::DueWebhook& due);
    void record(const std::vector<ports::FinishedCall>& finished, WebhookCounts& counts);
    void record_one(ports::UnitOfWork& work, const ports::Delivery& delivery, const ports::WebhookAnswer& answer) const;
    void forget_old();

    const Services& services_;
    ports::WebhookSender& sender_;
    std::map<std::uint64_t, ports::Delivery> on_the_way_;
    std::map<Endpoint, std::int32_t> busy_;  // How many are on their way to it.
    std::uint64_t next_tag_ = 1;
    std::int64_t forget_at_ms_ = 0;
};

}  // namespace commis::worker
