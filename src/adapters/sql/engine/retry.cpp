#include "adapters/sql/engine/retry.hpp"

#include "adapters/sql/engine/fault.hpp"

#include <chrono>
#include <random>
#include <thread>

namespace commis::sql {
namespace {

// Two commands that collided must not meet again at once, so each waits a random part of a growing span.
void wait_before_try(int tried) {
    thread_local std::minstd_rand random{std::random_device{}()};
    const int span_ms = 4 << tried;
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<int>(1, span_ms)(random)));
}

}  // namespace

void with_retries(const std::function<void()>& command) {
    for (int tried = 1;; ++tried) {
        try {
            command();
            return;
        } catch (const Fault& fault) {
            if (!fault.may_retry() || tried == tries_max) throw;
        }
        wait_before_try(tried);
    }
}

}  // namespace commis::sql
