// The inside of the server that its connections share. Only server.cpp and session*.cpp include this: it brings Asio.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_set>
#include <utility>

#include "http/server.hpp"

namespace commis::http {

class Session;

// Everything but the worker pool is touched by the one input/output thread alone, so nothing here needs a lock.
struct Engine {
    Engine(ServerOptions server_options, Router server_router)
        : options(std::move(server_options)), router(std::move(server_router)), workers(options.limits.workers) {}

    const ServerOptions options;
    const Router router;
    // Shared with the wake-up calls of event streams, which publishers may still hold while the server goes away.
    std::shared_ptr<boost::asio::io_context> io = std::make_shared<boost::asio::io_context>(1);
    boost::asio::thread_pool workers;
    std::optional<boost::asio::ssl::context> tls;

    std::unordered_set<Session*> sessions;
    std::size_t refusals_open = 0;
    std::atomic<std::size_t> session_count{0};
    bool is_stopping = false;
    std::function<void()> on_last_session_gone;
};

}  // namespace commis::http
