// The hub of server-sent events.
#include "http/events_hub.hpp"

#include <algorithm>
#include <utility>

namespace commis::http {

namespace {

// A field's value may hold no line break: it would start another field.
void append_line(std::string& text, std::string_view field, std::string_view value) {
    text += field;
    for (const char character : value) {
        if (character != '\r' && character != '\n' && character != '\0') text += character;
    }
    text += '\n';
}

}  // namespace

std::string render_event(const Event& event) {
    std::string text;
    if (!event.name.empty()) append_line(text, "event: ", event.name);
    if (!event.id.empty()) append_line(text, "id: ", event.id);
    std::string_view rest = event.data;
    while (true) {
        const std::size_t end = rest.find('\n');
        append_line(text, "data: ", rest.substr(0, end));
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    text += '\n';
    return text;
}

bool Subscription::take(std::string& out) {
    const std::lock_guard lock(mutex_);
    if (is_closed_) return false;
    for (const auto& text : queue_) out += *text;
    queue_.clear();
    return true;
}

void Subscription::on_ready(std::function<void()> wake) {
    std::unique_lock lock(mutex_);
    wake_ = std::move(wake);
    if (is_closed_ || !queue_.empty()) wake_outside_lock(lock);
}

void Subscription::close() {
    std::unique_lock lock(mutex_);
    if (std::exchange(is_closed_, true)) return;
    queue_.clear();
    wake_outside_lock(lock);
}

bool Subscription::is_closed() const {
    const std::lock_guard lock(mutex_);
    return is_closed_;
}

void Subscription::offer(const std::string& topic, const std::shared_ptr<const std::string>& text) {
    if (filter_ && !filter_(topic)) return;
    std::unique_lock lock(mutex_);
    if (is_closed_) return;
    const bool was_empty = queue_.empty();
    if (queue_.size() >= queue_max_) {
        is_closed_ = true;
        queue_.clear();
    } else {
        queue_.push_back(text);
    }
    if (was_empty || is_closed_) wake_outside_lock(lock);
}

void Subscription::wake_outside_lock(std::unique_lock<std::mutex>& lock) {
    const auto wake = wake_;
    lock.unlock();
    if (wake) wake();
}

std::shared_ptr<Subscription> EventsHub::subscribe(Subscription::Filter filter) {
    const std::lock_guard lock(mutex_);
    std::erase_if(subscriptions_, [](const auto& weak) { return weak.expired(); });
    if (subscriptions_.size() >= streams_max_) return nullptr;
    auto subscription = std::make_shared<Subscription>(std::move(filter), queue_max_);
    subscriptions_.push_back(subscription);
    return subscription;
}

void EventsHub::publish(const Event& event) {
    std::vector<std::shared_ptr<Subscription>> listeners;
    {
        const std::lock_guard lock(mutex_);
        if (subscriptions_.empty()) return;
        listeners.reserve(subscriptions_.size());
        for (const auto& weak : subscriptions_) {
            if (auto subscription = weak.lock()) listeners.push_back(std::move(subscription));
        }
    }
    const auto text = std::make_shared<const std::string>(render_event(event));
    for (const auto& listener : listeners) listener->offer(event.topic, text);
}

void EventsHub::close() {
    std::vector<std::weak_ptr<Subscription>> listeners;
    {
        const std::lock_guard lock(mutex_);
        listeners.swap(subscriptions_);
    }
    for (const auto& weak : listeners) {
        if (const auto subscription = weak.lock()) subscription->close();
    }
}

std::size_t EventsHub::stream_count() const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::size_t>(
        std::ranges::count_if(subscriptions_, [](const auto& weak) { return !weak.expired(); }));
}

}  // namespace commis::http
