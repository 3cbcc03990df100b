// A thread that does something now and then, sooner when woken, and stops promptly.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace commis::worker {

class Loop {
public:
    // `round` does what is due; it gets the stop token for long work. A fault is handed to `on_fault` and the loop
    // goes on after its pause.
    Loop(std::chrono::milliseconds pause, std::function<void(const std::stop_token&)> round,
         std::function<void(const std::string&)> on_fault);
    ~Loop();

    void wake();
    void stop();  // Returns when the running round has ended.

private:
    void run(const std::stop_token& stopping);

    const std::chrono::milliseconds pause_;
    const std::function<void(const std::stop_token&)> round_;
    const std::function<void(const std::string&)> on_fault_;
    std::mutex mutex_;
    std::condition_variable_any condition_;
    bool is_woken_ = false;
    std::jthread thread_;
};

}  // namespace commis::worker
