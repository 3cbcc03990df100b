// Hints only: {"shop","id","version"}; whoever listens fetches what it may see.
#include "http/hub_notices.hpp"

#include "json/parse.hpp"
#include "json/writer.hpp"

namespace commis::http {

std::string HubNotices::handle_of(std::int64_t shop_id) {
    const std::scoped_lock lock(mutex_);
    std::string& handle = handles_[shop_id];
    if (handle.empty()) {
        storage_.read([&](ports::Snapshot& snapshot) {
            if (const auto shop = snapshot.shops().find(shop_id)) handle = shop->handle;
        });
    }
    return handle;
}

bool HubNotices::await_change(std::int64_t shop_id, std::string_view order_id, std::int64_t version,
                              std::chrono::milliseconds at_most, const std::function<bool()>& is_beyond) {
    std::unique_lock lock(waiting_mutex_);
    const auto mine = waiting_.insert(waiting_.end(), {shop_id, std::string(order_id), version, false});
    lock.unlock();
    bool is_over = is_beyond();
    lock.lock();
    is_over = is_over || changed_.wait_for(lock, at_most, [&] { return mine->is_over; });
    waiting_.erase(mine);
    return is_over;
}

void HubNotices::order_changed(std::int64_t shop_id, std::string_view order_id, std::int64_t version) {
    publish_order(shop_id, order_id, version);
    if (!tell_others) return;
    std::string text;
    json::Writer writer(text);
    writer.object().member("shop_id", shop_id).member("order", order_id).member("version", version).end();
    tell_others(std::move(text));
}

void HubNotices::job_changed(const ports::Job& job) {
    const JobNotice notice{job.shop_id, job.id, std::string(ports::id_of(job.status)), job.done, job.total};
    publish_job(notice);
    if (!tell_others) return;
    std::string text;
    json::Writer writer(text);
    writer.object().member("shop_id", notice.shop_id).member("job", notice.id).member("status", notice.status);
    writer.member("done", notice.done).member("total", notice.total).end();
    tell_others(std::move(text));
}

void HubNotices::told(std::string_view text) {
    const auto parsed = json::parse(text);
    if (!parsed || !parsed->is_object()) return;
    const auto& told = parsed->as_object();
    const auto maybe_number = [&](const char* name) -> std::optional<std::int64_t> {
        const auto* value = told.if_contains(name);
        if (value == nullptr || !value->is_int64()) return std::nullopt;
        return value->as_int64();
    };
    const auto number = [&](const char* name) { return maybe_number(name).value_or(0); };
    const auto words = [&](const char* name) {
        const auto* value = told.if_contains(name);
        return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
    };
    if (told.contains("order")) publish_order(number("shop_id"), words("order"), number("version"));
    if (told.contains("job")) {
        publish_job({number("shop_id"), words("job"), words("status"), number("done"), maybe_number("total")});
    }
}

void HubNotices::missed() {
    {
        const std::scoped_lock lock(waiting_mutex_);
        for (Waiting& each : waiting_) each.is_over = true;
    }
    changed_.notify_all();
    hub_.close();
}

void HubNotices::publish_order(std::int64_t shop_id, std::string_view order_id, std::int64_t version) {
    {
        const std::scoped_lock lock(waiting_mutex_);
        for (Waiting& each : waiting_) {
            each.is_over |= each.shop_id == shop_id && each.order_id == order_id && version > each.version;
        }
        if (!waiting_.empty()) changed_.notify_all();
    }
    if (hub_.stream_count() == 0) return;
    const std::string handle = handle_of(shop_id);
    std::string data;
    json::Writer(data).object().member("shop", handle).member("id", order_id).member("version", version).end();
    hub_.publish({handle, "order", "", std::move(data)});
}

void HubNotices::publish_job(const JobNotice& job) {
    if (hub_.stream_count() == 0) return;
    const std::string handle = handle_of(job.shop_id);
    std::string data;
    json::Writer writer(data);
    writer.object().member("shop", handle).member("id", job.id).member("status", job.status);
    writer.member("done", job.done).member("total", job.total).end();
    hub_.publish({handle, "job", "", std::move(data)});
}

}  // namespace commis::http
