// Starting, accepting, watching deadlines, stopping.
#include "http/server.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "http/engine.hpp"
#include "http/session.hpp"

namespace commis::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

// Beyond these a connection over the limit is closed without the courtesy of a 503.
constexpr std::size_t refusals_open_max = 64;

// Besides the connections there are the storage's files, spooled uploads and mail.
constexpr rlim_t other_files = 1000;

// The usual limit of 1024 open files would refuse connections long before ours does.
void allow_open_files(rlim_t wanted) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

asio::ssl::context make_tls(const TlsFiles& files) {
    asio::ssl::context context(asio::ssl::context::tls_server);
    context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::single_dh_use);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    error_code error;
    context.use_certificate_chain_file(files.certificate_file, error);
    if (error) throw std::runtime_error("cannot use certificate " + files.certificate_file + ": " + error.message());
    context.use_private_key_file(files.key_file, asio::ssl::context::pem, error);
    if (error) throw std::runtime_error("cannot use key " + files.key_file + ": " + error.message());
    return context;
}

}  // namespace

class Server::Implementation {
public:
    Implementation(ServerOptions options, Router router) : engine_(std::move(options), std::move(router)) {
        if (engine_.options.tls) engine_.tls.emplace(make_tls(*engine_.options.tls));
    }

    ~Implementation() { stop(); }

    void start() {
        allow_open_files(engine_.options.limits.connections + other_files);
        error_code error;
        const auto address = asio::ip::make_address(engine_.options.address, error);
        if (error) throw std::system_error(error, "not an address to listen on: " + engine_.options.address);
        const asio::ip::tcp::endpoint endpoint(address, engine_.options.port);
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(asio::socket_base::reuse_address(true));
        acceptor_.bind(endpoint, error);
        if (error) {
            throw std::system_error(
                error, "cannot listen on " + engine_.options.address + " port " + std::to_string(engine_.options.port));
        }
        acceptor_.listen(asio::socket_base::max_listen_connections);
        port_ = acceptor_.local_endpoint().port();
        asio::co_spawn(*engine_.io, accept_for_ever(), asio::detached);
        asio::co_spawn(*engine_.io, watch_deadlines(), asio::detached);
        thread_ = std::thread([this] { engine_.io->run(); });
    }

    void stop() {
        if (!thread_.joinable()) return;
        std::promise<void> drained;
        auto is_drained = drained.get_future();
        asio::post(*engine_.io, [this, &drained] { begin_stop(drained); });
        if (is_drained.wait_for(engine_.options.limits.drain) != std::future_status::ready) {
            asio::post(*engine_.io, [this] {
                for (Session* session : engine_.sessions) session->abort();
            });
            // What still runs is a handler on a worker; it ends by itself and its answer goes nowhere.
            is_drained.wait();
        }
        engine_.workers.join();
        engine_.io->stop();
        thread_.join();
    }

    std::uint16_t port() const { return port_; }
    std::size_t connection_count() const { return engine_.session_count; }

private:
    void begin_stop(std::promise<void>& drained) {
        engine_.is_stopping = true;
        error_code ignored;
        acceptor_.close(ignored);
        if (engine_.sessions.empty()) {
            drained.set_value();
            return;
        }
        engine_.on_last_session_gone = [&drained] { drained.set_value(); };
        for (Session* session : engine_.sessions) session->begin_stop();
    }

    asio::awaitable<void> accept_for_ever() {
        asio::steady_timer pause(*engine_.io);
        while (!engine_.is_stopping) {
            error_code error;
            auto socket = co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
            if (engine_.is_stopping) co_return;
            if (error) {
                // Out of file descriptors, most likely: trying again at once would only burn the processor.
                pause.expires_after(std::chrono::milliseconds(50));
                co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
                continue;
            }
            const std::size_t served = engine_.sessions.size() - engine_.refusals_open;
            const bool is_over_limit = served >= engine_.options.limits.connections;
            if (is_over_limit && engine_.refusals_open >= refusals_open_max) continue;
            auto session = std::make_shared<Session>(engine_, std::move(socket), is_over_limit);
            asio::co_spawn(*engine_.io, Session::run(std::move(session)), asio::detached);
        }
    }

    asio::awaitable<void> watch_deadlines() {
        asio::steady_timer timer(*engine_.io);
        while (true) {
            timer.expires_after(engine_.options.limits.watch_interval);
            co_await timer.async_wait(asio::use_awaitable);
            const auto now = Clock::now();
            for (Session* session : engine_.sessions) session->check_deadline(now);
        }
    }

    Engine engine_;
    asio::executor_work_guard<asio::io_context::executor_type> work_{engine_.io->get_executor()};
    asio::ip::tcp::acceptor acceptor_{*engine_.io};
    std::thread thread_;
    std::uint16_t port_ = 0;
};

Server::Server(ServerOptions options, Router router)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(router))) {}
Server::~Server() = default;

void Server::start() { implementation_->start(); }
void Server::stop() { implementation_->stop(); }
std::uint16_t Server::port() const { return implementation_->port(); }
std::size_t Server::connection_count() const { return implementation_->connection_count(); }

}  // namespace commis::http
