#include "worker/job_progress.hpp"

namespace commis::worker {

bool JobProgress::save() {
    bool is_ours = false;
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        const auto stored = work.reads().jobs().find(job_.shop_id, job_.id);
        is_ours = stored && stored->status == ports::JobStatus::running;
        if (!is_ours) return;
        work.jobs().save(job_);
        const bool is_running = job_.status == ports::JobStatus::running;
        if (is_running) work.jobs().extend(job_.shop_id, job_.id, services_.clock.now_ms() + job_lease_ms);
    });
    saved_at_ = std::chrono::steady_clock::now();
    if (is_ours) services_.notices.job_changed(job_);
    return is_ours;
}

bool JobProgress::save_now_and_then() {
    using namespace std::chrono_literals;
    return std::chrono::steady_clock::now() - saved_at_ < 500ms || save();
}

void JobProgress::finish(ports::JobStatus status) {
    job_.status = status;
    job_.finished_at_ms = services_.clock.now_ms();
    save();
}

void JobProgress::release() {
    if (!save()) return;
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        work.jobs().extend(job_.shop_id, job_.id, services_.clock.now_ms());
    });
}

}  // namespace commis::worker
