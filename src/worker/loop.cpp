// Waiting with a wake-up and a stop token.
#include "worker/loop.hpp"

#include <exception>

namespace commis::worker {

Loop::Loop(std::chrono::milliseconds pause, std::function<void(const std::stop_token&)> round,
           std::function<void(const std::string&)> on_fault)
    : pause_(pause),
      round_(std::move(round)),
      on_fault_(std::move(on_fault)),
      thread_([this](const std::stop_token& stopping) { run(stopping); }) {}

Loop::~Loop() { stop(); }

void Loop::wake() {
    {
        const std::scoped_lock lock(mutex_);
        is_woken_ = true;
    }
    condition_.notify_all();
}

void Loop::stop() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

void Loop::run(const std::stop_token& stopping) {
    while (!stopping.stop_requested()) {
        try {
            round_(stopping);
        } catch (const std::exception& fault) {
            on_fault_(fault.what());
        }
        std::unique_lock lock(mutex_);
        condition_.wait_for(lock, stopping, pause_, [this] { return is_woken_; });
        is_woken_ = false;
    }
}

}  // namespace commis::worker
