// How a connection has its requests answered and writes the answers: whole, in chunks, or as an event stream.
#include <fmt/format.h>

#include <array>
#include <boost/asio/async_result.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "http/events_hub.hpp"
#include "http/session.hpp"

namespace commis::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

// A refused client that goes on sending is heard out for this many times Limits::linger at most.
constexpr int lingers_max = 5;

}  // namespace

Task<void> Session::on_worker(std::function<void()> work) {
    // Named before the co_await: gcc 12 can destroy twice a lambda that stands inside such an expression.
    auto initiate = [this](auto resume, std::function<void()> job) {
        auto task = [io = engine_.io, resume = std::move(resume), job = std::move(job)]() mutable {
            job();
            asio::post(io->get_executor(), std::move(resume));
        };
        asio::post(engine_.workers, std::move(task));
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiate, asio::use_awaitable,
                                                                         std::move(work));
}

Task<void> Session::answer(Exchange& exchange) {
    const auto run = [this, &exchange] {
        exchange.response = run_handler(exchange.route->handler, exchange.request(), engine_.options.on_fault);
    };
    if (exchange.route->options.is_quick) {
        run();
        co_return;
    }
    std::function<void()> work = run;
    co_await on_worker(std::move(work));
}

// True when the connection may carry another request.
Task<bool> Session::write_answer(Exchange& exchange) {
    const Request& request = exchange.request();
    Response& response = exchange.response;
    complete_answer(response, request);
    const bool has_unread_body =
        exchange.is_refused &&
        (!exchange.parser.is_head_complete() || exchange.parser.error() != nullptr || exchange.parser.has_body());
    bool is_kept = !has_unread_body && exchange.parser.is_head_complete() && exchange.parser.is_keep_alive() &&
                   !engine_.is_stopping;
    const bool is_head = request.method == "HEAD";
    if (response.events && !is_head) {
        co_await write_events(exchange, render_head(response, BodyFraming::until_close, false));
        co_return false;
    }
    if (response.stream) {
        const BodyFraming framing = response.stream_bytes ? BodyFraming::length
                                    : request.is_http_1_0 ? BodyFraming::until_close
                                                          : BodyFraming::chunked;
        is_kept = is_kept && framing != BodyFraming::until_close;
        std::string head = render_head(response, framing, is_kept);
        bool is_written = false;
        if (is_head) {
            is_written = co_await write_content(exchange, std::move(head), {});
        } else {
            is_written = co_await write_stream(exchange, std::move(head));
        }
        co_return is_written&& is_kept;
    }
    std::string head = render_head(response, BodyFraming::length, is_kept);
    const bool has_no_content = is_head || response.status == 204 || response.status == 304;
    const std::string_view content = has_no_content ? std::string_view{} : response.content();
    const bool is_written = co_await write_content(exchange, std::move(head), content);
    co_return is_written&& is_kept;
}

Task<bool> Session::write_content(Exchange& exchange, std::string head, std::string_view content) {
    std::string_view first = head;
    do {
        const std::string_view piece = content.substr(0, limits().write_piece_bytes);
        content.remove_prefix(piece.size());
        if (!co_await write_all(first, piece)) co_return false;
        exchange.bytes_out += first.size() + piece.size();
        first = {};
    } while (!content.empty());
    co_return true;
}

Task<bool> Session::write_stream(Exchange& exchange, std::string head) {
    if (!co_await write_all(head)) co_return false;
    exchange.bytes_out += head.size();
    const std::optional<std::uint64_t> promised = exchange.response.stream_bytes;
    const bool is_chunked = !promised && !exchange.request().is_http_1_0;
    std::uint64_t given = 0;
    bool has_more = true;
    while (has_more) {
        std::string chunk;
        std::string what;
        std::function<void()> pull = [&] {
            try {
                has_more = exchange.response.stream(chunk);
            } catch (const std::exception& fault) {
                what = fault.what();
                has_more = false;
            }
        };
        clear_deadline();
        co_await on_worker(std::move(pull));
        if (!what.empty()) {
            if (engine_.options.on_fault) {
                engine_.options.on_fault(exchange.request().id, exchange.request().route, what);
            }
            // Without its last chunk the client knows that the body is not whole.
            abort();
            co_return false;
        }
        if (chunk.empty()) continue;
        const std::size_t size = chunk.size();
        given += size;
        const std::string frame = is_chunked ? fmt::format("{:x}\r\n", size) : "";
        if (is_chunked) chunk += "\r\n";
        if (!co_await write_all(frame, chunk)) co_return false;
        exchange.bytes_out += frame.size() + chunk.size();
    }
    if (is_chunked && !co_await write_all("0\r\n\r\n")) co_return false;
    // A body that is shorter than was said ends with the connection.
    co_return !promised || given == *promised;
}

Task<void> Session::write_events(Exchange& exchange, std::string head) {
    events_ = exchange.response.events;
    if (engine_.is_stopping) events_->close();
    const auto wake = [io = engine_.io, weak = weak_from_this()] {
        asio::post(io->get_executor(), [weak] {
            if (const auto session = weak.lock()) session->wake_timer_.cancel();
        });
    };
    events_->on_ready(wake);
    asio::co_spawn(socket_.get_executor(), watch_for_close(shared_from_this()), asio::detached);
    std::string out = std::move(head) + "retry: 2000\n\n";
    const auto ends_at = Clock::now() + limits().stream_life;
    while (!is_client_gone_ && Clock::now() < ends_at) {
        if (!out.empty() && !co_await write_all(out)) break;
        exchange.bytes_out += out.size();
        clear_deadline();
        out.clear();
        if (!events_->take(out)) break;
        if (!out.empty()) continue;
        // The client may have left during the write, when nobody was there to be woken.
        if (is_client_gone_) break;
        error_code waited;
        wake_timer_.expires_after(limits().heartbeat);
        co_await wake_timer_.async_wait(asio::redirect_error(asio::use_awaitable, waited));
        // The time passed in silence: the comment keeps proxies from closing and finds out who is gone.
        if (!waited) out = ":\n\n";
    }
    abort();
}

// A browser that leaves sends nothing but the end; noticing it frees the stream at once.
Task<void> Session::watch_for_close(std::shared_ptr<Session> session) {
    std::array<char, 256> ignored{};
    const asio::mutable_buffer space(ignored.data(), ignored.size());
    error_code error;
    while (!error) {
        if (session->tls_) {
            co_await session->tls_->async_read_some(space, asio::redirect_error(asio::use_awaitable, error));
        } else {
            co_await session->socket_.async_read_some(space, asio::redirect_error(asio::use_awaitable, error));
        }
    }
    session->is_client_gone_ = true;
    session->wake_timer_.cancel();
}

Task<bool> Session::write_all(std::string_view first, std::string_view second) {
    set_deadline(limits().write);
    const std::array<asio::const_buffer, 2> parts{asio::buffer(first), asio::buffer(second)};
    if (tls_) {
        co_await asio::async_write(*tls_, parts, asio::redirect_error(asio::use_awaitable, error_));
    } else {
        co_await asio::async_write(socket_, parts, asio::redirect_error(asio::use_awaitable, error_));
    }
    co_return !error_;
}

// Closing while the client still talks would make its system throw our answer away, so we hear it out for a moment.
Task<void> Session::linger() {
    set_deadline(limits().linger);
    if (tls_) {
        co_await tls_->async_shutdown(asio::redirect_error(asio::use_awaitable, error_));
        co_return;
    }
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, error_);
    buffer_.resize(limits().write_piece_bytes);
    const auto give_up_at = Clock::now() + lingers_max * limits().linger;
    while (!error_ && Clock::now() < give_up_at) {
        set_deadline(limits().linger);
        co_await read_some(buffer_.data(), buffer_.size());
    }
}

void Session::report(Exchange& exchange) {
    if (!engine_.options.on_access) return;
    const Request& request = exchange.request();
    const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - exchange.started_at);
    engine_.options.on_access(
        {request.method, request.route, exchange.response.status, duration.count(), exchange.bytes_out, request.id});
}

}  // namespace commis::http
