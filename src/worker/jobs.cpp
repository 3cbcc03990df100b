// Claim, run, record. A job that is stopped half-way is run again, at the latest when its lease ends: an import adds
// nothing twice, a bulk job settles each order once.
#include "worker/jobs.hpp"

#include <filesystem>

#include "features/imports/run.hpp"
#include "worker/bulk_job.hpp"
#include "worker/job_progress.hpp"
#include "worker/print_job.hpp"
#include "worker/reproject_job.hpp"

namespace commis::worker {
namespace {

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

void take_result(ports::Job& job, const imports::ImportResult& result) {
    job.counts = result.counts.to_map();
    job.done = result.counts.rows;
    job.total = result.counts.rows;
    if (result.failure) job.detail = result.failure->code + ": " + result.failure->reason;
}

}  // namespace

int JobRunner::run_due(const std::stop_token& stopping) {
    int count = 0;
    while (!stopping.stop_requested() && run_next(stopping)) ++count;
    return count;
}

bool JobRunner::run_next(const std::stop_token& stopping) {
    std::optional<ports::Job> job;
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        job = work.jobs().claim(services_.clock.now_ms(), job_lease_ms);
    });
    if (!job) return false;
    services_.notices.job_changed(*job);
    try {
        run(*job, stopping);
    } catch (const std::exception& fault) {
        job->detail = fault.what();
        JobProgress(services_, *job).finish(ports::JobStatus::failed);
    }
    return true;
}

void JobRunner::run(ports::Job& job, const std::stop_token& stopping) {
    if (job.kind == "import") return run_import(job, stopping);
    if (job.kind == "bulk") return run_bulk_job(services_, job, stopping);
    if (job.kind == "print") return run_print_job(services_, job, tools_.data_folder, stopping);
    if (job.kind == "reproject") return run_reproject_job(services_, job, stopping);
    throw std::runtime_error("this program knows no jobs of kind " + job.kind);
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
    JobProgress progress(services_, job);
    bool is_ours = true;
    options.should_stop = [&] { return !is_ours || stopping.stop_requested(); };
    options.on_progress = [&](const imports::ImportCounts& counts) {
        job.done = counts.rows;
        job.counts = counts.to_map();
        is_ours = progress.save();
    };
    const domain::Actor actor{domain::ActorKind::import, job.id, job.actor_name};
    const auto result = imports::run_import(services_.storage, services_.clock, services_.ids, {*shop, *profile, actor},
                                            **source, rejects, options);
    if (result.was_stopped) return;
    if (rejects.has_any()) job.rejects_path = rejects_path;
    take_result(job, result);
    progress.finish(result.failure ? ports::JobStatus::failed : ports::JobStatus::done);
    std::filesystem::remove(folder / job.input_path);
}

}  // namespace commis::worker
