// Hints between server processes on one database: what one tells, the others hear, by PostgreSQL's LISTEN and NOTIFY.
// Only hints: one that is lost costs nobody a fact.
#pragma once

#include "adapters/postgres/connection.hpp"

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace commis::postgres {

class ChangeChannel {
public:
    // More than this between two rounds, and the others are told that something was missed instead.
    static constexpr std::size_t waiting_max = 4'096;

    struct Hooks {
        std::function<void(std::string_view)> on_told;     // Another process told this text.
        std::function<void()> on_missed;                   // Something may have been told that nobody here heard.
        std::function<void(const std::string&)> on_fault;  // Once for every time that the database goes away.
    };

    // Needs a connection of its own, and one that keeps its session: not pgbouncer in transaction mode.
    ChangeChannel(Settings settings, Hooks hooks);
    ~ChangeChannel();
    ChangeChannel(const ChangeChannel&) = delete;
    ChangeChannel& operator=(const ChangeChannel&) = delete;

    // Never waits for the database. Without a zero byte or a line break, at most 1,000 bytes.
    void tell(std::string text);

private:
    void run();
    void run_connected(bool& is_connected);
    void wait_for_news(Connection& connection);
    void say(Connection& connection);
    void hear(Connection& connection);
    bool is_stopping();
    void wake() const;

    const Settings settings_;
    const Hooks hooks_;
    int wake_descriptor_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    std::vector<std::string> waiting_;
    bool has_dropped_ = false;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace commis::postgres
