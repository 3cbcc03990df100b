#include "adapters/sql/job_store.hpp"

#include "adapters/sql/already_exists.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/job_statements.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {
namespace {

using ports::Job;
using ports::JobStatus;

// Above every id: they are letters and digits.
constexpr std::string_view last_id = "~";

Job read_job(const Rows& rows) {
    Columns columns(rows);
    Job job;
    job.shop_id = columns.integer();
    job.id = columns.text();
    job.kind = columns.text();
    job.format = columns.text();
    job.name = columns.text();
    job.input_path = columns.text();
    job.params_json = columns.text();
    job.status = columns.code<JobStatus>();
    job.done = columns.integer();
    job.total = columns.optional_integer();
    job.counts = counts_from(columns.view());
    job.failures = failures_from(columns.view());
    job.rejects_path = columns.text();
    job.detail = columns.text();
    job.actor_name = columns.text();
    job.created_at_ms = columns.integer();
    job.finished_at_ms = columns.optional_integer();
    return job;
}

ports::JobItem read_item(const Rows& rows) {
    Columns columns(rows);
    ports::JobItem item;
    item.position = columns.integer();
    item.order_id = columns.text();
    item.status = columns.code<ports::JobItemStatus>();
    item.code = columns.text();
    item.detail = columns.text();
    return item;
}

struct Waiting {
    std::int64_t shop_id;
    std::string job_id;
};

std::vector<Waiting> read_waiting(Rows rows) {
    std::vector<Waiting> waiting;
    while (rows.next()) waiting.push_back({rows.integer(0), rows.text(1)});
    return waiting;
}

// In the order of the columns, which inserting and saving share.
Values job_values(const Job& job) {
    const bool is_open = job.status == JobStatus::queued || job.status == JobStatus::running;
    Values values;
    values.add(job.shop_id, job.id, job.kind, job.format, job.name, job.input_path, job.params_json,
               code_of(job.status), job.done, job.total);
    values.keep(to_json(job.counts)).keep(to_json(job.failures));
    values.add(job.rejects_path, job.detail, job.actor_name, job.created_at_ms, job.finished_at_ms, is_open);
    return values;
}

}  // namespace

void JobStore::insert(const Job& job) {
    Values values = job_values(job);
    values.add(job.created_at_ms);
    or_already_exists([&] { session_.execute(job_sql::insert, values.params()); });
}

void JobStore::save(const Job& job) {
    const Values values = job_values(job);
    session_.execute(job_sql::update, values.params());
}

std::optional<Job> JobStore::claim(std::int64_t now_ms, std::int64_t lease_ms) {
    // Somebody else may be faster with the first ones.
    for (const Waiting& each : read_waiting(session_.query(job_sql::due, {now_ms}))) {
        Rows rows = session_.query(job_sql::claim, {each.shop_id, each.job_id, now_ms, now_ms + lease_ms});
        if (rows.next()) return read_job(rows);
    }
    // Queued or leased by a clock that stood ahead. Servers' clocks may differ a little: a lease that goes on is
    // theirs.
    const std::int64_t beyond_ms = now_ms + lease_ms + ports::clock_slack_ms;
    for (const Waiting& each : read_waiting(session_.query(job_sql::ahead, {now_ms, beyond_ms}))) {
        Rows rows = session_.query(job_sql::claim_ahead, {each.shop_id, each.job_id, beyond_ms, now_ms + lease_ms});
        if (rows.next()) return read_job(rows);
    }
    return std::nullopt;
}

void JobStore::extend(std::int64_t shop_id, std::string_view job_id, std::int64_t lease_until_ms) {
    session_.execute(job_sql::extend, {shop_id, job_id, lease_until_ms});
}

bool JobStore::cancel(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) {
    return session_.execute(job_sql::cancel, {shop_id, job_id, now_ms}) == 1;
}

bool JobStore::resume(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) {
    return session_.execute(job_sql::resume, {shop_id, job_id, now_ms}) == 1;
}

void JobStore::insert_items(std::int64_t shop_id, std::string_view job_id, std::int64_t after_position,
                            const std::vector<std::string>& order_ids) {
    Values values;
    for (const std::string& order_id : order_ids) {
        values.add(shop_id, job_id, ++after_position, order_id, code_of(ports::JobItemStatus::waiting));
    }
    if (!values.empty()) insert_rows(session_, job_sql::insert_items, values.params());
}

void JobStore::delete_items(std::int64_t shop_id, std::string_view job_id) {
    session_.execute(job_sql::delete_items, {shop_id, job_id});
}

bool JobStore::claim_item(std::int64_t shop_id, std::string_view job_id, std::int64_t position) {
    return session_.execute(job_sql::claim_item, {shop_id, job_id, position}) == 1;
}

void JobStore::refuse_item(std::int64_t shop_id, std::string_view job_id, const ports::JobItem& item) {
    session_.execute(job_sql::refuse_item, {shop_id, job_id, item.position, item.code, item.detail});
}

std::vector<ports::JobItem> JobStore::items(std::int64_t shop_id, std::string_view job_id,
                                            std::optional<ports::JobItemStatus> status, std::int64_t after_position,
                                            std::int32_t limit) {
    std::vector<ports::JobItem> items;
    Rows rows = status ? session_.query(job_sql::list_items_by_status,
                                        {shop_id, job_id, after_position, limit, code_of(*status)})
                       : session_.query(job_sql::list_items, {shop_id, job_id, after_position, limit});
    while (rows.next()) items.push_back(read_item(rows));
    return items;
}

std::map<ports::JobItemStatus, std::int64_t> JobStore::count_items(std::int64_t shop_id, std::string_view job_id) {
    std::map<ports::JobItemStatus, std::int64_t> counts;
    Rows rows = session_.query(job_sql::count_items, {shop_id, job_id});
    while (rows.next()) {
        Columns columns(rows);
        const auto status = columns.code<ports::JobItemStatus>();
        counts[status] = columns.integer();
    }
    return counts;
}

std::vector<Job> JobStore::list(std::int64_t shop_id, std::string_view after_id, std::int32_t limit) {
    std::vector<Job> jobs;
    Rows rows = session_.query(job_sql::list, {shop_id, after_id.empty() ? last_id : after_id, limit});
    while (rows.next()) jobs.push_back(read_job(rows));
    return jobs;
}

std::optional<Job> JobStore::find(std::int64_t shop_id, std::string_view job_id) {
    Rows rows = session_.query(job_sql::find, {shop_id, job_id});
    if (!rows.next()) return std::nullopt;
    return read_job(rows);
}

std::optional<ports::StoredAnswer> IdempotencyStore::find(const ports::IdempotencyKey& key) {
    Rows rows = session_.query(job_sql::find_answer, {key.shop_id, key.caller, key.route, key.key});
    if (!rows.next()) return std::nullopt;
    Columns columns(rows);
    ports::StoredAnswer answer;
    answer.fingerprint = columns.text();
    answer.status = columns.small();
    answer.headers_json = columns.text();
    answer.body = columns.text();
    return answer;
}

void IdempotencyStore::store(const ports::IdempotencyKey& key, const ports::StoredAnswer& answer, std::int64_t now_ms) {
    or_already_exists([&] {
        session_.execute(job_sql::store_answer, {key.shop_id, key.caller, key.route, key.key, answer.fingerprint,
                                                 answer.status, answer.headers_json, answer.body, now_ms});
    });
}

void IdempotencyStore::forget(const ports::IdempotencyKey& key) {
    session_.execute(job_sql::delete_answer, {key.shop_id, key.caller, key.route, key.key});
}

void IdempotencyStore::delete_before(std::int64_t created_before_ms) {
    session_.execute(job_sql::delete_answers, {created_before_ms});
}

}  // namespace commis::sql
