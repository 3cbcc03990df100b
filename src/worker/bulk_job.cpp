#include "worker/bulk_job.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

#include "features/orders/bulk_job.hpp"
#include "worker/job_progress.hpp"

namespace commis::worker {
namespace {

constexpr std::int32_t batch_size = 100;
// Orders in one unit of work: enough to share the wait for the disk, few enough that nobody at a screen waits long.
constexpr std::size_t unit_size = 25;
constexpr std::int32_t failures_kept = 100;

// What became of one order.
enum class Outcome { not_ours, done, refused };

class BulkRun {
public:
    BulkRun(const Services& services, ports::Job& job, domain::Shop shop)
        : services_(services),
          job_(job),
          shop_(std::move(shop)),
          task_(orders::read_bulk_job(job)),
          progress_(services, job) {}

    void run(const std::stop_token& stopping) {
        look_back();
        for (auto batch = next_batch(); !batch.empty(); batch = next_batch()) {
            for (std::span<ports::JobItem> rest = batch; !rest.empty();) {
                if (stopping.stop_requested()) return progress_.release();
                const auto unit = rest.first(std::min(unit_size, rest.size()));
                rest = rest.subspan(unit.size());
                // Settled by somebody else, or a person has ended the job: saving tells which.
                if (!(run_unit(unit) ? progress_.save_now_and_then() : progress_.save())) return;
            }
        }
        progress_.finish(ports::JobStatus::done);
    }

private:
    // The counts so far, from the items themselves: they are right whatever happened to the worker before.
    void look_back() {
        services_.storage.read([&](ports::Snapshot& snapshot) {
            const auto counts = snapshot.jobs().count_items(job_.shop_id, job_.id);
            const auto count = [&](ports::JobItemStatus status) {
                const auto at = counts.find(status);
                return at == counts.end() ? std::int64_t{0} : at->second;
            };
            job_.counts["changed"] = count(ports::JobItemStatus::done);
            job_.counts["skipped"] = count(ports::JobItemStatus::refused);
            job_.done = job_.counts["changed"] + job_.counts["skipped"];
            job_.total = job_.done + count(ports::JobItemStatus::waiting);
            job_.failures.clear();
            const auto refused =
                snapshot.jobs().items(job_.shop_id, job_.id, ports::JobItemStatus::refused, 0, failures_kept);
            for (const ports::JobItem& item : refused) keep_failure(item);
        });
    }

    std::vector<ports::JobItem> next_batch() {
        std::vector<ports::JobItem> items;
        services_.storage.read([&](ports::Snapshot& snapshot) {
            items = snapshot.jobs().items(job_.shop_id, job_.id, ports::JobItemStatus::waiting, reached_, batch_size);
        });
        if (!items.empty()) reached_ = items.back().position;
        return items;
    }

    // False when one of the items is no longer ours. All of them or none: a fault takes back the whole unit.
    bool run_unit(std::span<ports::JobItem> items) {
        std::vector<Outcome> outcomes;
        std::vector<domain::Decision> done;
        services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
            outcomes.clear();
            done.clear();
            for (ports::JobItem& item : items) outcomes.push_back(run_item(work, item, done));
        });
        for (const domain::Decision& decision : done) orders::announce(services_, decision);
        for (std::size_t at = 0; at < items.size(); ++at) count(items[at], outcomes[at]);
        return std::ranges::find(outcomes, Outcome::not_ours) == outcomes.end();
    }

    Outcome run_item(ports::UnitOfWork& work, ports::JobItem& item, std::vector<domain::Decision>& done) {
        if (!work.jobs().claim_item(job_.shop_id, job_.id, item.position)) return Outcome::not_ours;
        auto decision = orders::run_bulk_item(work, services_, shop_, task_.caller, task_.action, item.order_id);
        if (decision) {
            done.push_back(std::move(*decision));
            return Outcome::done;
        }
        item.code = domain::code_of(decision.error().refusal);
        item.detail = decision.error().detail;
        work.jobs().refuse_item(job_.shop_id, job_.id, item);
        return Outcome::refused;
    }

    void count(const ports::JobItem& item, Outcome outcome) {
        if (outcome == Outcome::not_ours) return;
        job_.done += 1;
        job_.counts[outcome == Outcome::done ? "changed" : "skipped"] += 1;
        if (outcome == Outcome::refused) keep_failure(item);
    }

    void keep_failure(const ports::JobItem& item) {
        if (job_.failures.size() >= static_cast<std::size_t>(failures_kept)) return;
        job_.failures.push_back({item.order_id, 0, "", item.code, item.detail});
    }

    const Services& services_;
    ports::Job& job_;
    const domain::Shop shop_;
    const orders::BulkTask task_;
    JobProgress progress_;
    std::int64_t reached_ = 0;  // Behind this position nothing waits any more.
};

}  // namespace

void run_bulk_job(const Services& services, ports::Job& job, const std::stop_token& stopping) {
    std::optional<domain::Shop> shop;
    services.storage.read([&](ports::Snapshot& snapshot) { shop = snapshot.shops().find(job.shop_id); });
    if (!shop) throw std::runtime_error("the job's shop is not there any more");
    BulkRun(services, job, std::move(*shop)).run(stopping);
}

}  // namespace commis::worker
