#include "adapters/sqlite/writer.hpp"

#include <stdexcept>
#include <utility>

namespace commis::sqlite {
namespace {

constexpr sql::Statement batch_begin{"batch_begin", "BEGIN IMMEDIATE"};
constexpr sql::Statement batch_commit{"batch_commit", "COMMIT"};

}  // namespace

struct Writer::Command {
    explicit Command(const sql::Work& to_do) : work(&to_do) {}

    const sql::Work* work;
    Clock::time_point arrived_at = Clock::now();
    std::exception_ptr fault{};

    // Not an atomic to wait for: libstdc++ lets each waiting thread spin first, on the processors that the writer
    // needs.
    void wait() {
        std::unique_lock lock(mutex_);
        answered_.wait(lock, [this] { return is_answered_; });
    }
    void answer() {
        {
            const std::lock_guard lock(mutex_);
            is_answered_ = true;
        }
        answered_.notify_one();
    }

private:
    std::mutex mutex_{};
    std::condition_variable answered_{};
    bool is_answered_ = false;
};

struct Writer::Batch {
    std::vector<CommandPointer> commands;
    Clock::time_point began_at = Clock::now();
    std::size_t interactive_count = 0;
    std::exception_ptr fault;  // Why the whole batch failed.
};

Writer::Writer(const Settings& settings)
    : connection_(settings, Access::write), checkpointer_(settings, connection_), thread_([this] { run_loop(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    arrived_.notify_all();
    thread_.join();
}

void Writer::run(sql::Priority priority, const sql::Work& work) {
    if (std::this_thread::get_id() == thread_.get_id()) {
        throw std::logic_error("a command was started from inside another command");
    }
    const auto command = std::make_shared<Command>(work);
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) throw std::logic_error("a command was started after the storage was closed");
        (priority == sql::Priority::interactive ? interactive_ : bulk_).push_back(command);
    }
    arrived_.notify_one();
    command->wait();
    if (command->fault) std::rethrow_exception(command->fault);
}

void Writer::run_loop() {
    while (wait_for_commands()) {
        run_batch();
        checkpointer_.after_commit();
    }
}

// What was accepted before the stop is still finished.
bool Writer::wait_for_commands() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return is_stopping_ || !interactive_.empty() || !bulk_.empty(); });
    return !interactive_.empty() || !bulk_.empty();
}

bool Writer::begins_with_bulk() {
    const std::lock_guard lock(mutex_);
    return interactive_.empty();
}

// The batch ends when this answers nothing: no command waits, its time is over, or it is full.
Writer::CommandPointer Writer::next_of(Batch& batch) {
    const auto take = [](std::deque<CommandPointer>& queue) {
        CommandPointer command = std::move(queue.front());
        queue.pop_front();
        return command;
    };
    const auto now = Clock::now();
    const auto spent = now - batch.began_at;
    const std::lock_guard lock(mutex_);
    if (batch.commands.size() >= batch_commands_max) return nullptr;
    if (batch.commands.empty() && !bulk_.empty() && now - bulk_.front()->arrived_at > bulk_wait) return take(bulk_);
    if (!interactive_.empty()) {
        if (batch.interactive_count > 0 && spent >= batch_span) return nullptr;
        ++batch.interactive_count;
        return take(interactive_);
    }
    // Someone at a screen waits for this batch: bulk work goes into the next one.
    if (batch.interactive_count > 0 || bulk_.empty() || spent >= bulk_span) return nullptr;
    return take(bulk_);
}

void Writer::run_batch() {
    Batch batch;
    try {
        connection_.expect_many_changes(begins_with_bulk());
        connection_.execute(batch_begin);
    } catch (...) {
        batch.fault = std::current_exception();
    }
    while (const CommandPointer command = next_of(batch)) {
        batch.commands.push_back(command);
        if (!batch.fault) run_command(batch, command);
    }
    if (!batch.fault) commit(batch);
    answer(batch);
}

void Writer::run_command(Batch& batch, const CommandPointer& command) {
    try {
        connection_.within_savepoint([&] { (*command->work)(connection_); });
    } catch (...) {
        command->fault = std::current_exception();
    }
    // A full disk makes SQLite take back the whole transaction, also what earlier commands of the batch did.
    if (connection_.is_idle()) {
        batch.fault =
            command->fault ? command->fault : std::make_exception_ptr(std::logic_error("the batch ended early"));
    }
}

void Writer::commit(Batch& batch) {
    try {
        connection_.execute(batch_commit);
    } catch (...) {
        batch.fault = std::current_exception();
        connection_.roll_back();
    }
}

void Writer::answer(const Batch& batch) {
    for (const CommandPointer& command : batch.commands) {
        if (batch.fault && !command->fault) command->fault = batch.fault;
        command->answer();
    }
}

}  // namespace commis::sqlite
