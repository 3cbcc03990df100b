// Turns the features' notices into server-sent events and wake-ups of the workers.
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
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
    // Where several processes serve one database: takes one line for the others. Never waits.
    std::function<void(std::string)> tell_others;

    // What another process told its own listeners.
    void told(std::string_view text);
    // Others may have told something that was not heard: whoever listens here starts anew and fetches afresh.
    void missed();

private:
    // What is told about a job.
    struct JobNotice {
        std::int64_t shop_id = 0;
        std::string id;
        std::string status;
        std::int64_t done = 0;
        std::optional<std::int64_t> total;
    };
    std::string handle_of(std::int64_t shop_id);
    void publish_order(std::int64_t shop_id, std::string_view order_id, std::int64_t version);
    void publish_job(const JobNotice& job);

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
