// One action on many orders: shown first, then queued as a job whose orders stand beside it (D-14, O-38, W-23, W-24).
#include "features/orders/bulk_job.hpp"
#include "http/bulk_body.hpp"
#include "http/command.hpp"
#include "http/job_json.hpp"
#include "http/queue_job.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

constexpr std::size_t items_at_once = 500;

std::vector<std::string> named_orders(const Call& call, BulkCall& bulk) {
    if (!bulk.filter) return std::move(bulk.order_ids);
    bulk.filter->shop_ids = {call.shop.id};
    return orders::orders_of(call.site.services, *bulk.filter);
}

Response dry_run(const Call& call, const BulkCall& bulk, const std::vector<std::string>& order_ids) {
    const ports::Words& words = call.site.services.words;
    const auto preview = orders::preview_bulk(call.site.services, call.shop, call.caller, bulk.parsed, order_ids);
    std::string body;
    json::Writer writer(body);
    writer.object().member("dry_run", true).member("change", preview.change).key("skip").array();
    for (const auto& skip : preview.skip) {
        writer.object().member("order", skip.order_id).member("number", skip.number).member("code", skip.code);
        writer.member("detail", words.text(call.language, "refusal." + skip.code)).end();
    }
    writer.end().member("mails", preview.mails).member("money", preview.money_minor);
    writer.member("batches", static_cast<std::int64_t>(orders::batches_of(bulk.action, order_ids).size()));
    writer.member("currency", call.shop.currency.code()).end();
    return json_response(200, std::move(body));
}

Response batches_accepted(const Call& call, const std::vector<QueuedJob>& jobs) {
    std::string body;
    json::Writer writer(body);
    writer.object().key("batches").array();
    for (const QueuedJob& queued : jobs) write_job(writer, call, queued.job);
    writer.end().end();
    return json_response(202, std::move(body));
}

// A job for each batch; they are worked off in the order they were made in.
Response queue_batches(Call& call, const orders::BulkTask& task, const std::vector<std::vector<std::string>>& batches,
                       bool in_batches) {
    std::vector<QueuedJob> queued;
    for (const auto& order_ids : batches) {
        queued.push_back(
            {orders::make_bulk_job(call.site.services, call.shop, call.caller, task.id, task.params), order_ids});
        queued.back().job.total = static_cast<std::int64_t>(order_ids.size());
    }
    return queue_jobs(call, queued, [&](ports::UnitOfWork&) {
        return in_batches ? batches_accepted(call, queued) : job_accepted(call, queued.front().job);
    });
}

Response run_bulk(Call& call) {
    auto bulk = read_bulk_body(call.request);
    if (!bulk) return std::move(bulk.error());
    if (!call.rights().has(domain::right_for(bulk->action))) {
        return refusal_response(call, {domain::Refusal::forbidden, "", {}});
    }
    const std::vector<std::string> order_ids = named_orders(call, *bulk);
    const auto count = static_cast<std::int64_t>(order_ids.size());
    const auto checked = orders::check_bulk(bulk->action, count, bulk->in_batches);
    if (!checked) return refusal_response(call, checked.error());
    if (bulk->dry_run) return dry_run(call, *bulk, order_ids);
    const orders::BulkTask task{bulk->action, bulk->params, bulk->parsed, call.caller};
    return queue_batches(call, task, orders::batches_of(bulk->action, order_ids), bulk->in_batches);
}

std::vector<std::string> refused_orders(const Call& call, const std::string& job_id) {
    std::vector<std::string> order_ids;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        std::int64_t after = 0;
        for (;;) {
            const auto items = snapshot.jobs().items(call.shop.id, job_id, ports::JobItemStatus::refused, after,
                                                     static_cast<std::int32_t>(items_at_once));
            if (items.empty()) return;
            for (const ports::JobItem& item : items) order_ids.push_back(item.order_id);
            after = items.back().position;
        }
    });
    return order_ids;
}

// What was left out may go through now, for instance after its payment came: as a job of its own, with the rights of
// whoever asks for it.
Response retry(Call& call) {
    std::optional<ports::Job> job;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { job = snapshot.jobs().find(call.shop.id, call.request.param("id")); });
    if (!job) return job_not_found();
    const bool has_ended = job->status != ports::JobStatus::queued && job->status != ports::JobStatus::running;
    std::vector<std::string> order_ids;
    if (job->kind == "bulk" && has_ended) order_ids = refused_orders(call, job->id);
    if (order_ids.empty()) {
        return problem(409, "job_not_retryable", "Only a bulk job that has ended and left orders out is tried again.");
    }
    const orders::BulkTask task = orders::read_bulk_job(*job);
    if (!call.rights().has(domain::right_for(task.id))) {
        return refusal_response(call, {domain::Refusal::forbidden, "", {}});
    }
    return queue_batches(call, task, {order_ids}, false);
}

}  // namespace

void add_bulk_routes(Router& router, const Site& site) {
    // As many orders as a job takes, each named by an id of 26 letters.
    constexpr std::uint64_t named_orders_bytes_max = 4ULL << 20;
    add_shop_route(router, site, "POST", "/orders/bulk", domain::Right::read, run_bulk,
                   {.body_limit = named_orders_bytes_max});
    add_shop_route(router, site, "POST", "/jobs/{id}/retry", domain::Right::read, retry);
}

}  // namespace commis::http
