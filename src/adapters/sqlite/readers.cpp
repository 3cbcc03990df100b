#include "adapters/sqlite/readers.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace commis::sqlite {
namespace {

constexpr sql::Statement snapshot_begin{"snapshot_begin", "BEGIN"};
constexpr sql::Statement snapshot_end{"snapshot_end", "COMMIT"};

// Readers wait for the disk at times, so a few more than processors; each has its own page cache, so not many.
std::size_t chosen_max(const Settings& settings) {
    if (settings.readers_max > 0) return static_cast<std::size_t>(settings.readers_max);
    return std::clamp<std::size_t>(std::thread::hardware_concurrency() + 2, 4, 12);
}

}  // namespace

Readers::Readers(const Settings& settings) : settings_(settings), connections_max_(chosen_max(settings)) {}

void Readers::run(const sql::Work& work) {
    std::unique_ptr<Connection> connection = take();
    try {
        connection->execute(snapshot_begin);
        work(*connection);
        connection->execute(snapshot_end);
    } catch (...) {
        connection->roll_back();
        give_back(std::move(connection));
        throw;
    }
    give_back(std::move(connection));
}

std::unique_ptr<Connection> Readers::take() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !idle_.empty() || connections_open_ < connections_max_; });
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    ++connections_open_;
    lock.unlock();
    try {
        return std::make_unique<Connection>(settings_, Access::read);
    } catch (...) {
        lock.lock();
        --connections_open_;
        returned_.notify_one();
        throw;
    }
}

void Readers::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

}  // namespace commis::sqlite
