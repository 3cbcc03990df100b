// One connection: reads requests in order, has them answered, writes the answers. Only server.cpp and session*.cpp
// include this.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/answer.hpp"
#include "http/engine.hpp"
#include "http/request_parser.hpp"

namespace commis::http {

using Clock = std::chrono::steady_clock;
template <class T>
using Task = boost::asio::awaitable<T>;

// A request on its way through.
struct Exchange {
    explicit Exchange(const Limits& limits) : parser(limits) {}

    Request& request() { return parser.request(); }
    // Answers at once. A body that is not read ends the connection, as it would be taken for the next request.
    void refuse(Response refusal) {
        response = std::move(refusal);
        is_refused = true;
    }

    RequestParser parser;
    const Route* route = nullptr;
    Response response;
    bool is_refused = false;
    bool is_gone = false;  // The client left: there is nobody to answer.
    Clock::time_point started_at = Clock::now();
    std::uint64_t bytes_out = 0;
};

class Session : public std::enable_shared_from_this<Session> {
public:
    Session(Engine& engine, boost::asio::ip::tcp::socket socket, bool is_over_limit);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // The whole life of a connection; the session lives as long as this runs.
    static Task<void> run(std::shared_ptr<Session> session);

    // Called now and then: cancels what has waited for too long.
    void check_deadline(Clock::time_point now);
    // Closes when idle; otherwise the request at hand is the last one.
    void begin_stop();
    void abort();

private:
    Task<bool> shake_hands();
    Task<void> serve();
    Task<void> turn_away();

    // Reading.
    Task<bool> wait_for_request();
    bool has_waiting_bytes();
    Task<void> read_head(Exchange& exchange);
    void resolve(Exchange& exchange);
    Task<void> ask_before_body(Exchange& exchange);
    Task<void> read_body(Exchange& exchange);
    Task<void> spool(Exchange& exchange);
    // False when nothing more came; the exchange then says why.
    Task<bool> read_more(Exchange& exchange, std::size_t bytes_max);
    Task<std::size_t> read_some(char* data, std::size_t size);

    // Answering.
    Task<void> answer(Exchange& exchange);
    Task<bool> write_answer(Exchange& exchange);
    Task<bool> write_content(Exchange& exchange, std::string head, std::string_view content);
    Task<bool> write_stream(Exchange& exchange, std::string head);
    Task<void> write_events(Exchange& exchange, std::string head);
    Task<bool> write_all(std::string_view first, std::string_view second = {});
    Task<void> linger();
    void report(Exchange& exchange);
    static Task<void> watch_for_close(std::shared_ptr<Session> session);

    // Runs blocking work on a worker thread and comes back to the input/output thread.
    Task<void> on_worker(std::function<void()> work);
    void set_deadline(std::chrono::milliseconds from_now);
    void clear_deadline() { deadline_ = Clock::time_point::max(); }

    const Limits& limits() const { return engine_.options.limits; }

    Engine& engine_;
    boost::asio::ip::tcp::socket socket_;
    std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> tls_;
    boost::asio::steady_timer wake_timer_;
    std::string remote_address_;
    std::string buffer_;  // Bytes received and not yet used; pipelined requests wait here.
    Clock::time_point deadline_ = Clock::time_point::max();
    bool has_timed_out_ = false;
    bool is_idle_ = false;
    bool is_client_gone_ = false;
    const bool is_over_limit_;
    boost::system::error_code error_;  // Of the last operation.
    std::shared_ptr<Subscription> events_;
};

}  // namespace commis::http
