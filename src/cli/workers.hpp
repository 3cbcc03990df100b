// What the server does beside answering: mail, webhooks, payments, payouts, jobs, timers, what old orders no longer
// hold, statistics, documents for accounting, backups. Each has a thread of its own, from when it is made until it is
// stopped.
#pragma once

#include <memory>
#include <optional>

#include "cli/world.hpp"
#include "http/hub_notices.hpp"
#include "http/metrics.hpp"
#include "worker/backups.hpp"

namespace commis::cli {

class Workers {
public:
    // `notices` wakes those who wait for work, as long as the workers live.
    Workers(World& world, http::HubNotices& notices, http::Metrics& metrics);
    // Stops first, if still running.
    ~Workers();

    void wake_jobs();
    // Nothing where no backups are made by themselves.
    std::optional<worker::BackupState> backup_state() const;
    ports::WebhookSender& webhook_sender();

    // Lets what has begun come to its end, quickly.
    void stop();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace commis::cli
