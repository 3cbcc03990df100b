// A connection's life and how its requests are read. Every wait has a deadline, kept by the server's watcher.
#include "http/session.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "http/events_hub.hpp"
#include "http/header_text.hpp"
#include "http/problem.hpp"

namespace commis::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::size_t read_head_bytes = 8 * 1024;
constexpr std::size_t read_body_bytes = 64 * 1024;
constexpr std::size_t spool_piece_bytes = 256 * 1024;
// A chunk's own line or the fields after the last chunk; nobody needs more.
constexpr std::size_t unread_bytes_max = 16 * 1024;

Response timed_out() { return problem(408, "request_timeout", "The request did not arrive in time."); }

// A body too large for its route has the route's own code.
Response framing_problem(const Exchange& exchange) {
    const FramingError& error = *exchange.parser.error();
    const bool is_routes_own = error.status == 413 && exchange.route != nullptr;
    return problem(error.status, is_routes_own ? exchange.route->options.too_large_code : error.code, error.detail);
}

}  // namespace

Session::Session(Engine& engine, asio::ip::tcp::socket socket, bool is_over_limit)
    : engine_(engine), socket_(std::move(socket)), wake_timer_(socket_.get_executor()), is_over_limit_(is_over_limit) {
    engine_.sessions.insert(this);
    engine_.session_count = engine_.sessions.size();
    if (is_over_limit_) ++engine_.refusals_open;
    error_code error;
    const auto peer = socket_.remote_endpoint(error);
    if (!error) remote_address_ = peer.address().to_string();
    socket_.set_option(asio::ip::tcp::no_delay(true), error);
    if (engine_.tls) tls_.emplace(socket_, *engine_.tls);
}

Session::~Session() {
    if (is_over_limit_) --engine_.refusals_open;
    engine_.sessions.erase(this);
    engine_.session_count = engine_.sessions.size();
    if (!engine_.sessions.empty()) return;
    if (const auto tell = std::exchange(engine_.on_last_session_gone, nullptr)) tell();
}

Task<void> Session::run(std::shared_ptr<Session> session) {
    try {
        if (session->is_over_limit_) {
            co_await session->turn_away();
        } else if (co_await session->shake_hands()) {
            co_await session->serve();
        }
    } catch (const std::exception& fault) {
        if (session->engine_.options.on_fault) session->engine_.options.on_fault("", "", fault.what());
    }
    session->abort();
}

void Session::check_deadline(Clock::time_point now) {
    if (now < deadline_) return;
    has_timed_out_ = true;
    error_code ignored;
    socket_.cancel(ignored);
}

void Session::begin_stop() {
    if (events_) events_->close();
    if (!is_idle_) return;
    error_code ignored;
    socket_.cancel(ignored);
}

void Session::abort() {
    if (events_) events_->on_ready({});
    error_code ignored;
    socket_.close(ignored);
    wake_timer_.cancel();
}

void Session::set_deadline(std::chrono::milliseconds from_now) {
    has_timed_out_ = false;
    deadline_ = Clock::now() + from_now;
}

Task<bool> Session::shake_hands() {
    if (!tls_) co_return true;
    set_deadline(limits().handshake);
    co_await tls_->async_handshake(asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, error_));
    co_return !error_;
}

Task<void> Session::serve() {
    bool is_kept = true;
    while (is_kept) {
        if (!co_await wait_for_request()) co_return;
        Exchange exchange(limits());
        co_await read_head(exchange);
        if (!exchange.is_refused && !exchange.is_gone) resolve(exchange);
        if (!exchange.is_refused && !exchange.is_gone && exchange.parser.has_body()) co_await ask_before_body(exchange);
        if (!exchange.is_refused && !exchange.is_gone) co_await read_body(exchange);
        if (exchange.is_gone) co_return;
        clear_deadline();
        if (!exchange.is_refused) co_await answer(exchange);
        is_kept = co_await write_answer(exchange);
        report(exchange);
        // A thousand idle connections must not each keep the room of their largest upload.
        if (buffer_.empty() && buffer_.capacity() > 2 * read_head_bytes) std::string().swap(buffer_);
    }
    co_await linger();
}

// One connection too many: a polite answer instead of a closed door.
Task<void> Session::turn_away() {
    if (tls_) co_return;
    Exchange exchange(limits());
    set_deadline(limits().linger);
    buffer_.resize(read_head_bytes);
    co_await read_some(buffer_.data(), buffer_.size());
    exchange.request().id = make_request_id();
    exchange.refuse(problem_retry(503, "too_many_connections", "The server is busy; try again in a moment.", 1));
    co_await write_answer(exchange);
    report(exchange);
    co_await linger();
}

bool Session::has_waiting_bytes() {
    error_code error;
    return socket_.available(error) > 0 && !error;
}

Task<bool> Session::wait_for_request() {
    if (!buffer_.empty()) co_return true;
    if (engine_.is_stopping && !has_waiting_bytes()) co_return false;
    set_deadline(limits().idle);
    buffer_.resize(read_head_bytes);
    is_idle_ = true;
    std::size_t received = co_await read_some(buffer_.data(), buffer_.size());
    is_idle_ = false;
    // When a stop wakes an idle connection whose next request has just arrived, that one is still answered.
    if (received == 0 && engine_.is_stopping && has_waiting_bytes()) {
        received = co_await read_some(buffer_.data(), buffer_.size());
    }
    buffer_.resize(received);
    co_return received > 0;
}

Task<std::size_t> Session::read_some(char* data, std::size_t size) {
    const asio::mutable_buffer space(data, size);
    std::size_t received = 0;
    if (tls_) {
        received = co_await tls_->async_read_some(space, asio::redirect_error(asio::use_awaitable, error_));
    } else {
        received = co_await socket_.async_read_some(space, asio::redirect_error(asio::use_awaitable, error_));
    }
    co_return error_ ? 0 : received;
}

Task<bool> Session::read_more(Exchange& exchange, std::size_t bytes_max) {
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + bytes_max);
    const std::size_t received = co_await read_some(buffer_.data() + kept, bytes_max);
    buffer_.resize(kept + received);
    if (received > 0) co_return true;
    if (has_timed_out_) {
        exchange.refuse(timed_out());
    } else if (error_ == asio::error::eof) {
        // The client may have closed only its own direction and still listen.
        exchange.refuse(problem(400, "malformed_request", "The request ended before it was complete."));
    } else {
        exchange.is_gone = true;
    }
    co_return false;
}

Task<void> Session::read_head(Exchange& exchange) {
    set_deadline(limits().header);
    RequestParser& parser = exchange.parser;
    exchange.request().id = make_request_id();
    while (true) {
        buffer_.erase(0, parser.feed(buffer_));
        if (const FramingError* error = parser.error()) {
            exchange.refuse(problem(error->status, error->code, error->detail));
            co_return;
        }
        if (parser.is_head_complete()) break;
        if (!co_await read_more(exchange, read_head_bytes)) co_return;
    }
}

void Session::resolve(Exchange& exchange) {
    Request& request = exchange.request();
    request.remote_address = remote_address_;
    request.is_secure = tls_.has_value() || engine_.options.is_https;
    engine_.options.trusted_proxies.apply(request);
    auto resolved = engine_.router.resolve(request);
    if (auto* refusal = std::get_if<Response>(&resolved)) {
        exchange.refuse(std::move(*refusal));
        return;
    }
    exchange.route = std::get<const Route*>(resolved);
    exchange.parser.limit_body(exchange.route->options.body_limit.value_or(limits().body_bytes));
    if (exchange.parser.error() != nullptr) exchange.refuse(framing_problem(exchange));
}

Task<void> Session::ask_before_body(Exchange& exchange) {
    if (exchange.route->options.before_body) {
        clear_deadline();
        std::optional<Response> refusal;
        std::function<void()> work = [&] {
            const Handler ask = [&](Request& request) {
                refusal = exchange.route->options.before_body(request);
                return Response{};
            };
            Response fault = run_handler(ask, exchange.request(), engine_.options.on_fault);
            if (fault.status == 500) refusal = std::move(fault);
        };
        co_await on_worker(std::move(work));
        if (refusal) {
            exchange.refuse(std::move(*refusal));
            co_return;
        }
    }
    if (!exchange.parser.expects_continue()) co_return;
    set_deadline(limits().write);
    if (!co_await write_all("HTTP/1.1 100 Continue\r\n\r\n")) exchange.is_gone = true;
}

Task<void> Session::read_body(Exchange& exchange) {
    RequestParser& parser = exchange.parser;
    const bool is_spooled = exchange.route->options.spool_to_file;
    const auto started_at = Clock::now();
    while (!parser.is_complete()) {
        const std::size_t consumed = parser.feed(buffer_);
        buffer_.erase(0, consumed);
        if (parser.error() != nullptr) {
            exchange.refuse(framing_problem(exchange));
            co_return;
        }
        if (is_spooled && parser.body().size() >= spool_piece_bytes) co_await spool(exchange);
        if (parser.is_complete() || exchange.is_refused) break;
        if (consumed > 0 && !buffer_.empty()) continue;
        if (buffer_.size() > unread_bytes_max) {
            exchange.refuse(problem(400, "malformed_request", "A chunk's size line is too long."));
            co_return;
        }
        has_timed_out_ = false;
        deadline_ = started_at + limits().body +
                    std::chrono::milliseconds(parser.body_bytes() * 1000 / limits().body_bytes_per_second);
        if (!co_await read_more(exchange, read_body_bytes)) co_return;
    }
    if (is_spooled && !exchange.is_refused) co_await spool(exchange);
    exchange.request().body = std::move(parser.body());
}

Task<void> Session::spool(Exchange& exchange) {
    clear_deadline();
    std::string what;
    std::function<void()> work = [&] {
        try {
            Request& request = exchange.request();
            if (!request.body_file) request.body_file = std::make_shared<TemporaryFile>(engine_.options.spool_folder);
            request.body_file->append(exchange.parser.body());
            exchange.parser.body().clear();
        } catch (const std::exception& fault) {
            what = fault.what();
        }
    };
    co_await on_worker(std::move(work));
    if (what.empty()) co_return;
    if (engine_.options.on_fault) engine_.options.on_fault(exchange.request().id, exchange.request().route, what);
    exchange.refuse(problem_retry(503, "upload_not_stored", "The upload could not be stored; try again later.", 30));
}

}  // namespace commis::http
