// A bounded pool of connections. Broken ones are thrown away, and new ones are opened when they are needed.
#pragma once

#include "adapters/postgres/connection.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace commis::postgres {

class Pool {
public:
    // A connection on loan, which goes back to the pool by itself.
    class Loan {
    public:
        Loan(Pool& pool, std::unique_ptr<Connection> connection) : pool_(pool), connection_(std::move(connection)) {}
        ~Loan() { pool_.give_back(std::move(connection_)); }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }

    private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    explicit Pool(Settings settings) : settings_(std::move(settings)) {}

    // Waits while all connections are on loan, at most ten seconds, and says then that the database is overloaded.
    Loan take();

private:
    void give_back(std::unique_ptr<Connection> connection) noexcept;

    Settings settings_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int connections_open_ = 0;
};

}  // namespace commis::postgres
