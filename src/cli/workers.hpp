// What the server does beside answering: mail, webhooks, payments, payouts, jobs, timers, documents for accounting.
// Each has a thread of its own, from when it is made until it is stopped.
#pragma once

#include <memory>

#include "cli/world.hpp"
#include "http/hub_notices.hpp"
#include "http/metrics.hpp"

namespace commis::cli {

class Workers {
public:
    // `notices` wakes those who wait for work, as long as the workers live.
    Workers(World& world, http::HubNotices& notices, http::Metrics& metrics);
    // Stops first, if still running.
    ~Workers();

    void wake_jobs();
    ports::WebhookSender& webhook_sender();

    // Lets what has begun come to its end, quickly.
    void stop();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace commis::cli
