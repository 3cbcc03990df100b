// Hints only: {"shop","id","version"}; whoever listens fetches what it may see.
#include "http/hub_notices.hpp"

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

void HubNotices::job_changed(const ports::Job& job) {
    if (hub_.stream_count() == 0) return;
    const std::string handle = handle_of(job.shop_id);
    std::string data;
    json::Writer writer(data);
    writer.object().member("shop", handle).member("id", job.id).member("status", ports::id_of(job.status));
    writer.member("done", job.done).member("total", job.total).end();
    hub_.publish({handle, "job", "", std::move(data)});
}

}  // namespace commis::http
