#include "adapters/sqlite/checkpointer.hpp"

namespace commis::sqlite {
namespace {

// The result does not matter: a checkpoint that found the log in use is simply tried again after the next commits.
void move_pages(Connection& connection) {
    sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

}  // namespace

Checkpointer::Checkpointer(const Settings& settings, Connection& writer)
    : writer_(writer), own_(settings, Access::write), thread_([this] { run_loop(); }) {
    sqlite3_wal_hook(writer_.handle(), &note_pages, this);
}

Checkpointer::~Checkpointer() {
    sqlite3_wal_hook(writer_.handle(), nullptr, nullptr);
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wanted_.notify_all();
    thread_.join();
}

int Checkpointer::note_pages(void* self, sqlite3*, const char*, int pages) {
    static_cast<Checkpointer*>(self)->pages_ = pages;
    return SQLITE_OK;
}

void Checkpointer::after_commit() {
    if (pages_ < pages_moved_) pages_moved_ = 0;  // The log has started again from its beginning.
    if (pages_ >= pages_to_finish) {
        // The thread beside us has moved nearly all; what is left is short, and then the log can start again.
        const std::lock_guard lock(moving_);
        move_pages(writer_);
        return;
    }
    if (pages_ - pages_moved_ < pages_to_move) return;
    pages_moved_ = pages_;
    {
        const std::lock_guard lock(mutex_);
        is_wanted_ = true;
    }
    wanted_.notify_one();
}

void Checkpointer::run_loop() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wanted_.wait(lock, [this] { return is_wanted_ || is_stopping_; });
        if (is_stopping_) return;
        is_wanted_ = false;
        lock.unlock();
        {
            const std::lock_guard moving(moving_);
            move_pages(own_);
        }
        lock.lock();
    }
}

}  // namespace commis::sqlite
