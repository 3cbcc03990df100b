// Jobs in memory, and the orders that they work through.
#include "adapters/fake/desk.hpp"

namespace commis::fake {
namespace {

using ports::JobItem;
using ports::JobItemStatus;
using ports::JobStatus;

bool is_open(const ports::Job& job) { return job.status == JobStatus::queued || job.status == JobStatus::running; }

}  // namespace

void JobStore::insert(const ports::Job& job) {
    const bool is_new = data_.jobs.emplace(Key{job.shop_id, job.id}, StoredJob{job, job.created_at_ms}).second;
    if (!is_new) throw ports::AlreadyExists("jobs (job_id)");
}

void JobStore::save(const ports::Job& job) {
    ports::Job& stored = data_.jobs.at({job.shop_id, job.id}).job;
    if (is_open(stored)) stored = job;
}

std::optional<ports::Job> JobStore::claim(std::int64_t now_ms, std::int64_t lease_ms) {
    StoredJob* first = nullptr;
    for (auto& [key, stored] : data_.jobs) {
        const bool is_ahead = stored.next_at_ms > now_ms + lease_ms + ports::clock_slack_ms;
        const bool is_due = stored.next_at_ms <= now_ms || stored.job.status == ports::JobStatus::queued || is_ahead;
        if (!is_open(stored.job) || !is_due) continue;
        if (first == nullptr || stored.next_at_ms < first->next_at_ms) first = &stored;
    }
    if (first == nullptr) return std::nullopt;
    first->job.status = JobStatus::running;
    first->next_at_ms = now_ms + lease_ms;
    return first->job;
}

void JobStore::extend(std::int64_t shop_id, std::string_view job_id, std::int64_t lease_until_ms) {
    const auto found = data_.jobs.find({shop_id, std::string(job_id)});
    if (found != data_.jobs.end() && is_open(found->second.job)) found->second.next_at_ms = lease_until_ms;
}

std::vector<ports::Job> JobStore::list(std::int64_t shop_id, std::string_view after_id, std::int32_t limit) {
    std::vector<ports::Job> jobs;
    for (auto each = data_.jobs.rbegin(); each != data_.jobs.rend(); ++each) {
        const ports::Job& job = each->second.job;
        if (job.shop_id == shop_id && (after_id.empty() || job.id < after_id)) jobs.push_back(job);
    }
    if (jobs.size() > static_cast<std::size_t>(limit)) jobs.resize(static_cast<std::size_t>(limit));
    return jobs;
}

std::optional<ports::Job> JobStore::find(std::int64_t shop_id, std::string_view job_id) {
    const auto found = data_.jobs.find({shop_id, std::string(job_id)});
    if (found == data_.jobs.end()) return std::nullopt;
    return found->second.job;
}

bool JobStore::cancel(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) {
    const auto found = data_.jobs.find({shop_id, std::string(job_id)});
    if (found == data_.jobs.end() || !is_open(found->second.job)) return false;
    found->second.job.status = JobStatus::cancelled;
    found->second.job.finished_at_ms = now_ms;
    return true;
}

bool JobStore::resume(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) {
    const auto found = data_.jobs.find({shop_id, std::string(job_id)});
    if (found == data_.jobs.end()) return false;
    ports::Job& job = found->second.job;
    if (job.status != JobStatus::failed && job.status != JobStatus::cancelled) return false;
    job.status = JobStatus::queued;
    job.detail.clear();
    job.finished_at_ms.reset();
    found->second.next_at_ms = now_ms;
    return true;
}

void JobStore::insert_items(std::int64_t shop_id, std::string_view job_id, std::int64_t after_position,
                            const std::vector<std::string>& order_ids) {
    auto& items = data_.job_items[{shop_id, std::string(job_id)}];
    for (const std::string& order_id : order_ids) {
        const JobItem item{++after_position, order_id, JobItemStatus::waiting, "", ""};
        if (!items.emplace(item.position, item).second) throw ports::AlreadyExists("job_items (position)");
    }
}

void JobStore::delete_items(std::int64_t shop_id, std::string_view job_id) {
    data_.job_items.erase({shop_id, std::string(job_id)});
}

bool JobStore::claim_item(std::int64_t shop_id, std::string_view job_id, std::int64_t position) {
    const auto job = data_.jobs.find({shop_id, std::string(job_id)});
    if (job == data_.jobs.end() || !is_open(job->second.job)) return false;
    auto& items = data_.job_items[{shop_id, std::string(job_id)}];
    const auto item = items.find(position);
    if (item == items.end() || item->second.status != JobItemStatus::waiting) return false;
    item->second.status = JobItemStatus::done;
    return true;
}

void JobStore::refuse_item(std::int64_t shop_id, std::string_view job_id, const JobItem& item) {
    JobItem& stored = data_.job_items.at({shop_id, std::string(job_id)}).at(item.position);
    stored.status = JobItemStatus::refused;
    stored.code = item.code;
    stored.detail = item.detail;
}

std::vector<JobItem> JobStore::items(std::int64_t shop_id, std::string_view job_id, std::optional<JobItemStatus> status,
                                     std::int64_t after_position, std::int32_t limit) {
    std::vector<JobItem> found;
    const auto items = data_.job_items.find({shop_id, std::string(job_id)});
    if (items == data_.job_items.end()) return found;
    for (auto each = items->second.upper_bound(after_position); each != items->second.end(); ++each) {
        if (found.size() == static_cast<std::size_t>(limit)) break;
        if (!status || each->second.status == *status) found.push_back(each->second);
    }
    return found;
}

std::map<JobItemStatus, std::int64_t> JobStore::count_items(std::int64_t shop_id, std::string_view job_id) {
    std::map<JobItemStatus, std::int64_t> counts;
    const auto items = data_.job_items.find({shop_id, std::string(job_id)});
    if (items == data_.job_items.end()) return counts;
    for (const auto& [position, item] : items->second) counts[item.status] += 1;
    return counts;
}

}  // namespace commis::fake
