// Moves committed pages from the write-ahead log into the database file, beside the writer and not inside a commit, so
// that nobody waits for it. Only a log that has grown far makes the writer itself finish the move.
#pragma once

#include "adapters/sqlite/connection.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace commis::sqlite {

class Checkpointer {
public:
    static constexpr int pages_to_move = 2'000;     // 8 MB: the thread beside the writer starts to move them.
    static constexpr int pages_to_finish = 16'000;  // 64 MB: the writer moves the rest, and the log starts again.

    // The writer's connection tells how long the log is after each commit.
    Checkpointer(const Settings& settings, Connection& writer);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    // Called by the writer's thread between two batches.
    void after_commit();

private:
    void run_loop();
    static int note_pages(void* self, sqlite3* handle, const char* name, int pages);

    Connection& writer_;
    Connection own_;
    int pages_ = 0;  // Only the writer's thread touches these two.
    int pages_moved_ = 0;
    std::mutex mutex_;
    std::condition_variable wanted_;
    bool is_wanted_ = false;
    bool is_stopping_ = false;
    std::mutex moving_;
    std::thread thread_;
};

}  // namespace commis::sqlite
