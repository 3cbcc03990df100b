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

void HubNotices::order_changed(std::int64_t shop_id, std::string_view order_id, std::int64_t version) {
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
