// Turns the features' notices into server-sent events and wake-ups of the workers.
#pragma once

#include <functional>
#include <mutex>
#include <unordered_map>

#include "http/events_hub.hpp"
#include "ports/notices.hpp"
#include "ports/storage.hpp"

namespace commis::http {

class HubNotices final : public ports::Notices {
public:
    HubNotices(EventsHub& hub, ports::Storage& storage) : hub_(hub), storage_(storage) {}

    void order_changed(std::int64_t shop_id, std::string_view order_id, std::int64_t version) override;
    void job_changed(const ports::Job& job) override;
    void mail_queued() override {
        if (wake_outbox) wake_outbox();
    }

    std::function<void()> wake_outbox;  // Set before the server starts.

private:
    std::string handle_of(std::int64_t shop_id);

    EventsHub& hub_;
    ports::Storage& storage_;
    std::mutex mutex_;
    std::unordered_map<std::int64_t, std::string> handles_;  // A shop keeps its handle for life.
};

}  // namespace commis::http
