// The one thread that changes the database. Commands that wait together share one durable commit; each has its own
// savepoint, so that a failing one fails alone. Callers get their answer after the commit.
#pragma once

#include "adapters/sql/engine/engine.hpp"
#include "adapters/sqlite/checkpointer.hpp"
#include "adapters/sqlite/connection.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace commis::sqlite {

class Writer {
public:
    static constexpr std::size_t batch_commands_max = 256;
    static constexpr std::chrono::milliseconds batch_span{2};
    static constexpr std::chrono::milliseconds bulk_span{20};
    // A bulk command that has waited this long goes first once: interactive load must not starve it for ever.
    static constexpr std::chrono::milliseconds bulk_wait{100};

    explicit Writer(const Settings& settings);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Blocks until the command is durable, or throws what it threw.
    void run(sql::Priority priority, const sql::Work& work);

private:
    using Clock = std::chrono::steady_clock;
    struct Command;
    struct Batch;
    using CommandPointer = std::shared_ptr<Command>;

    void run_loop();
    bool wait_for_commands();
    bool begins_with_bulk();
    CommandPointer next_of(Batch& batch);
    void run_batch();
    void run_command(Batch& batch, const CommandPointer& command);
    void commit(Batch& batch);
    static void answer(const Batch& batch);

    Connection connection_;
    Checkpointer checkpointer_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<CommandPointer> interactive_;
    std::deque<CommandPointer> bulk_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace commis::sqlite
