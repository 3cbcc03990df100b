// The connections that read beside the writer: a bounded pool, each reader with a snapshot of its own.
#pragma once

#include "adapters/sql/engine/engine.hpp"
#include "adapters/sqlite/connection.hpp"

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace commis::sqlite {

class Readers {
public:
    explicit Readers(const Settings& settings);

    // Waits for a free connection and runs `work` on one unchanging view of the database.
    void run(const sql::Work& work);

private:
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection);

    Settings settings_;
    std::size_t connections_max_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t connections_open_ = 0;
};

}  // namespace commis::sqlite
