#include "worker/reproject_job.hpp"

#include <optional>
#include <stdexcept>

#include "features/orders/run.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "worker/job_progress.hpp"

namespace commis::worker {
namespace {

// So many orders are held locked at once; a clerk who waits for one never notices.
constexpr std::int32_t batch_size = 20;

// Where the job has come to, kept with it.
struct Reached {
    std::int64_t placed_at_ms = 0;
    std::string order;
};
BOOST_DESCRIBE_STRUCT(Reached, (), (placed_at_ms, order))

std::optional<ports::OrderCursor> reached_by(const ports::Job& job) {
    const auto document = json::parse(job.params_json);
    const auto reached = document ? json::read<Reached>(*document)
                                  : std::expected<Reached, std::vector<json::FieldError>>(std::unexpect);
    if (!reached) return std::nullopt;
    return ports::OrderCursor{"", reached->placed_at_ms, job.shop_id, reached->order};
}

domain::Shop shop_of(const Services& services, std::int64_t shop_id) {
    std::optional<domain::Shop> shop;
    services.storage.read([&](ports::Snapshot& snapshot) { shop = snapshot.shops().find(shop_id); });
    if (!shop) throw std::runtime_error("the job's shop is not there any more");
    return std::move(*shop);
}

// The shop is read with the batch: should its profile change once more meanwhile, the newest one counts.
void reproject(const Services& services, ports::UnitOfWork& work, std::int64_t shop_id,
               const std::vector<ports::OrderRow>& rows) {
    const auto shop = work.shops().find(shop_id);
    if (!shop) throw std::runtime_error("the job's shop is not there any more");
    const auto profile = services.profiles.of(*shop);
    for (const ports::OrderRow& row : rows) {
        const auto order = work.orders().lock(shop_id, row.id);
        if (!order || order->removed) continue;
        work.orders().save_projection(shop_id, row.id, orders::project(services, *shop, *profile, *order));
    }
}

}  // namespace

void run_reproject_job(const Services& services, ports::Job& job, const std::stop_token& stopping) {
    JobProgress progress(services, job);
    ports::OrderPageRequest request;
    request.filter.shop_ids = {shop_of(services, job.shop_id).id};
    request.descending = false;
    request.limit = batch_size;
    request.after = reached_by(job);
    services.storage.read([&](ports::Snapshot& snapshot) {
        const auto all = snapshot.orders().count(request.filter);
        if (!all.is_estimate) job.total = all.count;
    });
    for (bool more = true; more;) {
        ports::OrderPage page;
        services.storage.read([&](ports::Snapshot& snapshot) { page = snapshot.orders().list(request); });
        services.storage.write(ports::Priority::bulk,
                               [&](ports::UnitOfWork& work) { reproject(services, work, job.shop_id, page.rows); });
        job.done += static_cast<std::int64_t>(page.rows.size());
        more = page.next.has_value();
        request.after = page.next;
        if (page.next) job.params_json = json::write(Reached{page.next->key_number, page.next->order_id});
        if (more && stopping.stop_requested()) return progress.release();
        if (!progress.save_now_and_then()) return;
    }
    job.total = job.done;
    job.counts["orders"] = job.done;
    progress.finish(ports::JobStatus::done);
}

}  // namespace commis::worker
