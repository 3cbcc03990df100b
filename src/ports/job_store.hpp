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
    std::string kind;         // "import".
    std::string format;       // Imports: "commis", "uci", …
    std::string name;         // The file's name.
    std::string input_path;   // Below the data folder.
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

struct JobStore {
    virtual ~JobStore() = default;
    virtual void insert(const Job& job) = 0;
    virtual void save(const Job& job) = 0;
    // Takes one queued job, or one whose lease ran out, as `running` until now + lease.
    virtual std::optional<Job> claim(std::int64_t now_ms, std::int64_t lease_ms) = 0;
    virtual void extend(std::int64_t shop_id, std::string_view job_id, std::int64_t lease_until_ms) = 0;
};

struct JobReader {
    virtual ~JobReader() = default;
    virtual std::vector<Job> list(std::int64_t shop_id, std::string_view after_id, std::int32_t limit) = 0;
    virtual std::optional<Job> find(std::int64_t shop_id, std::string_view job_id) = 0;
};

}  // namespace commis::ports
