// Jobs: long work with progress, kept so that it can be looked at later and taken up again after a crash.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::ports {

enum class JobStatus : std::uint8_t { queued, running, done, failed, cancelled };
inline constexpr int job_status_count = 5;
std::string_view id_of(JobStatus status);
std::optional<JobStatus> find_job_status(std::string_view id);

struct JobFailure {
    std::string order;
    std::int64_t row = 0;
    std::string column;
    std::string code;
    std::string detail;
};

struct Job {
    std::int64_t shop_id = 0;
    std::string id;
    std::string kind;        // "import", "bulk", "print" or "reproject".
    std::string format;      // Imports: "commis", "uci", …
    std::string name;        // The file's name.
    std::string input_path;  // Below the data folder.
    std::string params_json = "{}";
    JobStatus status = JobStatus::queued;
    std::int64_t done = 0;
    std::optional<std::int64_t> total;
    std::map<std::string, std::int64_t> counts;
    std::vector<JobFailure> failures;  // The first 100.
    std::string rejects_path;          // Below the data folder; empty without rejects.
    std::string detail;
    std::string actor_name;
    std::int64_t created_at_ms = 0;
    std::optional<std::int64_t> finished_at_ms;
};

// One order of a job that works through many. It is settled in the same unit of work as its command.
enum class JobItemStatus : std::uint8_t { waiting, done, refused };
inline constexpr int job_item_status_count = 3;
std::string_view id_of(JobItemStatus status);
std::optional<JobItemStatus> find_job_item_status(std::string_view id);

struct JobItem {
    std::int64_t position = 0;  // 1, 2, 3 …
    std::string order_id;
    JobItemStatus status = JobItemStatus::waiting;
    std::string code;  // Why it was refused.
    std::string detail;
    friend bool operator==(const JobItem&, const JobItem&) = default;
};

// By how much the clocks of several servers may differ.
inline constexpr std::int64_t clock_slack_ms = 300'000;

struct JobStore {
    virtual ~JobStore() = default;
    virtual void insert(const Job& job) = 0;
    virtual void save(const Job& job) = 0;  // Nothing happens to a job that is no longer queued or running.
    // Takes one queued job, or one whose lease ran out, as `running` until now + lease. A lease that ends later than
    // one that begins now, and more than the slack, was given while the clock stood ahead: it has run out, too.
    virtual std::optional<Job> claim(std::int64_t now_ms, std::int64_t lease_ms) = 0;
    virtual void extend(std::int64_t shop_id, std::string_view job_id, std::int64_t lease_until_ms) = 0;
    // Ends a queued or running job; what it has done stays. False when it had ended before.
    virtual bool cancel(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) = 0;
    // Queues a failed or cancelled job again; it goes on where it ended. False when it did not end so.
    virtual bool resume(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) = 0;

    // Orders still to be done, behind the position given; at most 500 at once.
    virtual void insert_items(std::int64_t shop_id, std::string_view job_id, std::int64_t after_position,
                              const std::vector<std::string>& order_ids) = 0;
    virtual void delete_items(std::int64_t shop_id, std::string_view job_id) = 0;
    // Settles a waiting item as done. False when it is settled already or its job has ended: then its command must not
    // run.
    virtual bool claim_item(std::int64_t shop_id, std::string_view job_id, std::int64_t position) = 0;
    // The command of a claimed item was refused.
    virtual void refuse_item(std::int64_t shop_id, std::string_view job_id, const JobItem& item) = 0;
};

struct JobReader {
    virtual ~JobReader() = default;
    virtual std::vector<Job> list(std::int64_t shop_id, std::string_view after_id, std::int32_t limit) = 0;
    virtual std::optional<Job> find(std::int64_t shop_id, std::string_view job_id) = 0;
    // In order of position, behind the one given.
    virtual std::vector<JobItem> items(std::int64_t shop_id, std::string_view job_id,
                                       std::optional<JobItemStatus> status, std::int64_t after_position,
                                       std::int32_t limit) = 0;
    virtual std::map<JobItemStatus, std::int64_t> count_items(std::int64_t shop_id, std::string_view job_id) = 0;
};

}  // namespace commis::ports
