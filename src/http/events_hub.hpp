// Server-sent events: publishers hand an event to the hub and go on; each open stream has its own bounded queue.
// A stream that cannot keep up is cut and reconnects, which by the contract means it fetches afresh.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "http/limits.hpp"

namespace commis::http {

struct Event {
    std::string topic;  // Who may hear it: the shop.
    std::string name;   // The `event:` line.
    std::string id;     // The `id:` line; may be empty.
    std::string data;   // One JSON text; line breaks become several `data:` lines.
};

// One open stream. Made by the hub, read by the server.
class Subscription {
public:
    using Filter = std::function<bool(std::string_view topic)>;

    Subscription(Filter filter, std::size_t queue_max) : filter_(std::move(filter)), queue_max_(queue_max) {}

    // Moves everything queued into `out`; false once the stream is to end.
    bool take(std::string& out);
    // Called once for every change from empty to not empty and at the end, from any thread.
    void on_ready(std::function<void()> wake);
    // Ends the stream: the client fell behind, or the server stops, or the operator signed out.
    void close();
    bool is_closed() const;

private:
    friend class EventsHub;
    void offer(const std::string& topic, const std::shared_ptr<const std::string>& text);
    void wake_outside_lock(std::unique_lock<std::mutex>& lock);

    const Filter filter_;
    const std::size_t queue_max_;
    mutable std::mutex mutex_;
    std::deque<std::shared_ptr<const std::string>> queue_;
    std::function<void()> wake_;
    bool is_closed_ = false;
};

class EventsHub {
public:
    explicit EventsHub(const Limits& limits = {})
        : streams_max_(limits.event_streams), queue_max_(limits.events_queued) {}

    // Null when there are too many streams already. The filter is asked for each event, from the publisher's thread.
    std::shared_ptr<Subscription> subscribe(Subscription::Filter filter);
    // Never waits for a client.
    void publish(const Event& event);
    // Ends every stream.
    void close();
    std::size_t stream_count() const;

private:
    const std::size_t streams_max_;
    const std::size_t queue_max_;
    mutable std::mutex mutex_;
    std::vector<std::weak_ptr<Subscription>> subscriptions_;
};

// The event as it goes over the wire.
std::string render_event(const Event& event);

}  // namespace commis::http
