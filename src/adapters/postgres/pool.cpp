#include "adapters/postgres/pool.hpp"

#include "adapters/sql/engine/fault.hpp"

#include <chrono>
#include <utility>

namespace commis::postgres {
namespace {

constexpr std::chrono::seconds wait_max{10};

}  // namespace

Pool::Loan Pool::take() {
    std::unique_lock lock(mutex_);
    const auto is_free = [this] { return !idle_.empty() || connections_open_ < settings_.connections_max; };
    if (!returned_.wait_for(lock, wait_max, is_free)) {
        throw sql::Fault(sql::FaultKind::other, "pool_exhausted", "every connection to the database is in use");
    }
    if (!idle_.empty()) {
        // The one that came back last: its caches are warm, and the others may age.
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return {*this, std::move(connection)};
    }
    ++connections_open_;
    lock.unlock();
    try {
        return {*this, std::make_unique<Connection>(settings_)};
    } catch (...) {
        lock.lock();
        --connections_open_;
        returned_.notify_one();
        throw;
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept {
    connection->roll_back();
    const bool may_stay = connection->is_usable() && connection->is_idle();
    {
        const std::lock_guard lock(mutex_);
        if (may_stay) {
            idle_.push_back(std::move(connection));
        } else {
            // The others were made for the same server and are most likely dead as well.
            connections_open_ -= 1 + static_cast<int>(idle_.size());
            idle_.clear();
        }
    }
    returned_.notify_all();
}

}  // namespace commis::postgres
