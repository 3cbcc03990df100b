#include "http/queue_job.hpp"

#include "http/command.hpp"

namespace commis::http {
namespace {

// Rows of one unit of work: the writer is never held for long.
constexpr std::size_t items_at_once = 500;

// Before the job itself: until that is there, nobody looks at them.
void insert_items(const Call& call, const QueuedJob& queued) {
    const std::vector<std::string>& ids = queued.order_ids;
    for (std::size_t begin = 0; begin < ids.size(); begin += items_at_once) {
        const std::size_t end = std::min(begin + items_at_once, ids.size());
        const std::vector<std::string> part(ids.begin() + static_cast<std::ptrdiff_t>(begin),
                                            ids.begin() + static_cast<std::ptrdiff_t>(end));
        call.site.services.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
            work.jobs().insert_items(call.shop.id, queued.job.id, static_cast<std::int64_t>(begin), part);
        });
    }
}

}  // namespace

Response queue_jobs(Call& call, const std::vector<QueuedJob>& jobs,
                    const std::function<Response(ports::UnitOfWork&)>& answer) {
    const Services& services = call.site.services;
    for (const QueuedJob& queued : jobs) insert_items(call, queued);
    bool is_wanted = false;
    bool is_queued = false;
    Response response = run_command(
        call,
        [&](ports::UnitOfWork& work) {
            is_wanted = false;
            Response told = answer(work);
            if (told.status >= 400) return told;
            is_wanted = true;
            for (const QueuedJob& queued : jobs) work.jobs().insert(queued.job);
            return told;
        },
        [&] {
            is_queued = is_wanted;
            if (!is_queued) return;
            for (const QueuedJob& queued : jobs) services.notices.job_changed(queued.job);
            if (call.site.wake_jobs) call.site.wake_jobs();
        });
    // A repeated call got the first one's answer, or the call was refused: its own orders belong to no job.
    if (is_queued) return response;
    services.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        for (const QueuedJob& queued : jobs) work.jobs().delete_items(call.shop.id, queued.job.id);
    });
    return response;
}

}  // namespace commis::http
