// Claim, run, record. A job that is stopped half-way stays claimed until its lease ends and is then run again: an
// import adds nothing twice.
#include "worker/jobs.hpp"

#include <filesystem>

#include "features/imports/run.hpp"

namespace commis::worker {
namespace {

constexpr std::int64_t lease_ms = 60'000;
constexpr std::size_t failures_kept = 100;

// Keeps the first rejects on the job itself and all of them in the file.
class JobRejects final : public ports::RejectSink {
public:
    JobRejects(ports::Job& job, std::unique_ptr<ports::RejectSink> file) : job_(job), file_(std::move(file)) {}

    void reject(const ports::RejectedRow& row) override {
        if (job_.failures.size() < failures_kept) {
            job_.failures.push_back({"", row.row, row.column, row.code, row.reason});
        }
        file_->reject(row);
        has_any_ = true;
    }
    bool has_any() const { return has_any_; }

private:
    ports::Job& job_;
    std::unique_ptr<ports::RejectSink> file_;
    bool has_any_ = false;
};

void finish(ports::Job& job, const imports::ImportResult& result, std::int64_t now_ms) {
    job.counts = result.counts.to_map();
    job.done = result.counts.rows;
    job.total = result.counts.rows;
    job.finished_at_ms = now_ms;
    job.status = result.failure ? ports::JobStatus::failed : ports::JobStatus::done;
    if (result.failure) job.detail = result.failure->code + ": " + result.failure->reason;
}

}  // namespace

int JobRunner::run_due(const std::stop_token& stopping) {
    int count = 0;
    while (!stopping.stop_requested() && run_next(stopping)) ++count;
    return count;
}

void JobRunner::save(const ports::Job& job) {
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        work.jobs().save(job);
        const bool is_running = job.status == ports::JobStatus::running;
        if (is_running) work.jobs().extend(job.shop_id, job.id, services_.clock.now_ms() + lease_ms);
    });
    services_.notices.job_changed(job);
}

bool JobRunner::run_next(const std::stop_token& stopping) {
    std::optional<ports::Job> job;
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        job = work.jobs().claim(services_.clock.now_ms(), lease_ms);
    });
    if (!job) return false;
    services_.notices.job_changed(*job);
    try {
        run_import(*job, stopping);
    } catch (const std::exception& fault) {
        job->status = ports::JobStatus::failed;
        job->detail = fault.what();
        job->finished_at_ms = services_.clock.now_ms();
        save(*job);
    }
    return true;
}

void JobRunner::run_import(ports::Job& job, const std::stop_token& stopping) {
    std::optional<domain::Shop> shop;
    services_.storage.read([&](ports::Snapshot& snapshot) { shop = snapshot.shops().find(job.shop_id); });
    const std::filesystem::path folder = tools_.data_folder;
    if (!shop) throw std::runtime_error("the job's shop is not there any more");
    const auto source = tools_.open_source(job.format, folder / job.input_path, *shop);
    if (!source) throw std::runtime_error(source.error().code + ": " + source.error().reason);
    const std::string rejects_path = "rejects/" + job.id + ".csv";
    std::filesystem::create_directories(folder / "rejects");
    job.failures.clear();
    JobRejects rejects(job, tools_.open_rejects(folder / rejects_path));
    const auto profile = services_.profiles.of(*shop);
    imports::ImportOptions options;
    options.should_stop = [&stopping] { return stopping.stop_requested(); };
    options.on_progress = [&](const imports::ImportCounts& counts) {
        job.done = counts.rows;
        job.counts = counts.to_map();
        save(job);
    };
    const domain::Actor actor{domain::ActorKind::import, job.id, job.actor_name};
    const auto result = imports::run_import(services_.storage, services_.clock, services_.ids,
                                            {*shop, *profile, actor}, **source, rejects, options);
    if (result.was_stopped) return;
    if (rejects.has_any()) job.rejects_path = rejects_path;
    finish(job, result, services_.clock.now_ms());
    save(job);
    std::filesystem::remove(folder / job.input_path);
}

}  // namespace commis::worker
