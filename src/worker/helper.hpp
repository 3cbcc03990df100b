// One thread that does one thing at a time for another and hands back what came of it. It stays, so that what is kept
// for each thread (formatters, templates) is made once.
#pragma once

#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>

namespace commis::worker {

class Helper {
public:
    Helper() : thread_([this](const std::stop_token& stopping) { run(stopping); }) {}

    // One task at a time: get the future before asking for the next.
    template <class Work>
    auto start(Work work) {
        std::packaged_task<std::invoke_result_t<Work>()> task(std::move(work));
        auto result = task.get_future();
        {
            const std::scoped_lock lock(mutex_);
            task_ = std::move_only_function<void()>(std::move(task));
        }
        condition_.notify_one();
        return result;
    }

private:
    void run(const std::stop_token& stopping) {
        while (true) {
            std::unique_lock lock(mutex_);
            if (!condition_.wait(lock, stopping, [this] { return static_cast<bool>(task_); })) return;
            auto task = std::exchange(task_, nullptr);
            lock.unlock();
            task();
        }
    }

    std::mutex mutex_;
    std::condition_variable_any condition_;
    std::move_only_function<void()> task_;
    std::jthread thread_;
};

}  // namespace commis::worker
