// How far a job is, kept on disk and told to whoever watches: often enough to be seen, seldom enough to cost nothing.
#pragma once

#include <chrono>
#include <cstdint>

#include "features/services.hpp"

namespace commis::worker {

// Longer than a unit of work ever takes; a job whose worker is gone is taken up again after it.
inline constexpr std::int64_t job_lease_ms = 60'000;

class JobProgress {
public:
    JobProgress(const Services& services, ports::Job& job) : services_(services), job_(job) {}

    // Stores the job, holds it for another while, and tells the watchers. False when a person has ended the job
    // meanwhile: then nothing is stored and its worker stops.
    bool save();
    // The same when the last time is long enough ago; else true.
    bool save_now_and_then();
    // Ends the job, unless a person has ended it.
    void finish(ports::JobStatus status);
    // Gives the job back, so that the next worker takes it up at once.
    void release();

private:
    const Services& services_;
    ports::Job& job_;
    std::chrono::steady_clock::time_point saved_at_ = std::chrono::steady_clock::now();
};

}  // namespace commis::worker
