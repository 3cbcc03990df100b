// Turns the features' notices into server-sent events and wake-ups of the workers.
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <string>
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
    void provider_asked() override {
        if (wake_payments) wake_payments();
    }
    bool await_change(std::int64_t shop_id, std::string_view order_id, std::int64_t version,
                      std::chrono::milliseconds at_most, const std::function<bool()>& is_beyond) override;

    std::function<void()> wake_outbox;  // Set before the server starts.
    std::function<void()> wake_payments;

private:
    std::string handle_of(std::int64_t shop_id);

    EventsHub& hub_;
    ports::Storage& storage_;
    std::mutex mutex_;
    std::unordered_map<std::int64_t, std::string> handles_;  // A shop keeps its handle for life.

    // Those who wait for an order to change.
    struct Waiting {
        std::int64_t shop_id = 0;
        std::string order_id;
        std::int64_t version = 0;
        bool is_over = false;
    };
    std::mutex waiting_mutex_;
    std::condition_variable changed_;
    std::list<Waiting> waiting_;
};

}  // namespace commis::http
