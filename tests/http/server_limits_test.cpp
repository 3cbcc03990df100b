// What the server does to clients that are slow, greedy, malformed or too many, and how it stops.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <thread>
#include <vector>

#include "http/client.hpp"
#include "http/server.hpp"

namespace commis::http::tests {
namespace {

using namespace std::chrono_literals;

Router echo_router() {
    Router router;
    router.add("GET", "/hello", [](Request&) { return text_response(200, "text/plain", "hello"); });
    router.add("POST", "/echo",
               [](Request& request) { return text_response(200, "text/plain", std::to_string(request.body.size())); });
    RouteOptions small;
    small.body_limit = 10;
    router.add(
        "POST", "/small", [](Request&) { return no_content(); }, small);
    router.add("GET", "/slow", [](Request&) {
        std::this_thread::sleep_for(400ms);
        return text_response(200, "text/plain", "slow but done");
    });
    return router;
}

ServerOptions with_limits(const Limits& limits = short_limits()) {
    ServerOptions options;
    options.limits = limits;
    return options;
}

Answer answer_to(std::uint16_t port, std::string_view bytes) {
    Client client(port);
    return client.ask(bytes);
}

TEST(Limits, slow_headers_are_cut_with_408) {
    RunningServer running(with_limits(), echo_router());
    Client client(running.port());
    client.send("GET /hello HTTP/1.1\r\nHost: t\r\n");
    // A header now and then must not buy more time.
    const auto started = std::chrono::steady_clock::now();
    for (int i = 0; i < 8 && client.send("X-A: b\r\n"); ++i) std::this_thread::sleep_for(50ms);
    EXPECT_EQ(client.receive()->status, 408);
    EXPECT_LT(std::chrono::steady_clock::now() - started, 2s);
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Limits, slow_bodies_are_cut_with_408) {
    RunningServer running(with_limits(), echo_router());
    Client client(running.port());
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 100\r\n\r\n");
    for (int i = 0; i < 8 && client.send("x"); ++i) std::this_thread::sleep_for(50ms);
    EXPECT_EQ(client.receive()->status, 408);
}

TEST(Limits, idle_connections_are_closed_quietly) {
    RunningServer running(with_limits(), echo_router());
    Client client(running.port());
    EXPECT_EQ(client.ask(get("/hello")).status, 200);
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Limits, large_headers_are_431) {
    RunningServer running(with_limits(), echo_router());
    const std::uint16_t port = running.port();
    EXPECT_EQ(answer_to(port, get("/hello", "X-A: " + std::string(12'000, 'a') + "\r\n")).status, 200);
    EXPECT_EQ(answer_to(port, get("/hello", "X-A: " + std::string(16'384, 'a') + "\r\n")).status, 431);
    EXPECT_EQ(answer_to(port, get("/hello", "X-A: " + std::string(1'000'000, 'a') + "\r\n")).status, 431);
    EXPECT_EQ(answer_to(port, get("/" + std::string(20'000, 'a'))).status, 431);
    std::string many;
    for (int i = 0; i < 120; ++i) many += "A" + std::to_string(i) + ": b\r\n";
    EXPECT_EQ(answer_to(port, get("/hello", many)).status, 431);
    // Line by line, so that no single read is large.
    Client client(port);
    client.send("GET /hello HTTP/1.1\r\nHost: t\r\n");
    for (int i = 0; i < 300 && client.send("X-Long: " + std::string(200, 'a') + "\r\n"); ++i) {
    }
    EXPECT_EQ(client.receive()->status, 431);
}

TEST(Limits, large_bodies_are_413_by_route) {
    RunningServer running(with_limits(), echo_router());
    const std::uint16_t port = running.port();
    EXPECT_EQ(answer_to(port, post("/echo", std::string(1'048'576, 'x'))).body, "1048576");
    EXPECT_EQ(answer_to(port, post("/echo", std::string(1'048'577, 'x'))).status, 413);
    EXPECT_EQ(answer_to(port, post("/small", std::string(10, 'x'))).status, 204);
    EXPECT_EQ(answer_to(port, post("/small", std::string(11, 'x'))).status, 413);
    const std::string chunked = "POST /small HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
    EXPECT_EQ(answer_to(port, chunked + "6\r\nabcdef\r\n6\r\nabcdef\r\n0\r\n\r\n").status, 413);
    EXPECT_EQ(answer_to(port, chunked + "ffffffffffffffff\r\n").status, 413);
    EXPECT_EQ(answer_to(port, chunked + std::string(100'000, '1')).status, 400);
    EXPECT_EQ(answer_to(port, "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 18446744073709551615\r\n\r\n").status,
              413);
}

TEST(Limits, one_connection_too_many_is_503_with_retry_after) {
    Limits limits = short_limits();
    limits.connections = 2;
    limits.idle = 5s;
    RunningServer running(with_limits(limits), echo_router());
    Client first(running.port());
    Client second(running.port());
    EXPECT_EQ(first.ask(get("/hello")).status, 200);
    EXPECT_EQ(second.ask(get("/hello")).status, 200);
    const Answer refused = answer_to(running.port(), get("/hello"));
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("retry-after"), "1");
    EXPECT_EQ(first.ask(get("/hello")).status, 200);
}

TEST(Limits, a_client_that_stops_reading_is_cut) {
    Limits limits = short_limits();
    limits.write = 300ms;
    Router router;
    router.add("GET", "/large",
               [](Request&) { return text_response(200, "text/plain", std::string(50'000'000, 'x')); });
    RunningServer running(with_limits(limits), std::move(router));
    Client client(running.port());
    client.send(get("/large"));
    for (int i = 0; i < 100 && running.server.connection_count() > 0; ++i) std::this_thread::sleep_for(50ms);
    EXPECT_EQ(running.server.connection_count(), 0U);
}

TEST(Framing, ambiguous_requests_are_400) {
    RunningServer running(with_limits(), echo_router());
    const std::string start = "POST /echo HTTP/1.1\r\nHost: t\r\n";
    for (const std::string& bytes : {
             start + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             start + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
             start + "Transfer-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
             start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
             start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             start + "Transfer-Encoding: identity\r\n\r\n",
             start + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
             start + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
             start + "Content-Length: 3, 3\r\n\r\nabc",
             start + "Content-Length: +3\r\n\r\nabc",
             start + "Content-Length: -3\r\n\r\nabc",
             start + "Content-Length: 0x3\r\n\r\nabc",
             start + "Content-Length: 3 3\r\n\r\nabc",
             start + "Content-Length:\r\n\r\n",
             start + "Content-Length: 99999999999999999999\r\n\r\n",
             start + "Host : other\r\n\r\n",
             start + "X\r\n\r\n",
             start + " folded: first\r\n\r\n",
             start + "X-A: b\r\n folded: last\r\n\r\n",
             start + "X-A: b\r\n\tContent-Length: 3\r\n\r\nabc",
             start + "X-A: b\nX-C: d\r\n\r\n",
             start + "X-\x01: b\r\n\r\n",
             start + std::string("X-A: a\0b\r\n\r\n", 12),
             std::string("POST /echo HTTP/1.1\r\n\r\n"),
             std::string("POST /echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
             std::string("POST  /echo HTTP/1.1\r\nHost: a\r\n\r\n"),
             std::string("GET /a%zz HTTP/1.1\r\nHost: a\r\n\r\n"),
             std::string("GET /a%ff HTTP/1.1\r\nHost: a\r\n\r\n"),
             std::string("GET /a%00 HTTP/1.1\r\nHost: a\r\n\r\n"),
             std::string("GET /hello?q=%c0%af HTTP/1.1\r\nHost: a\r\n\r\n"),
             std::string("GET hello HTTP/1.1\r\nHost: a\r\n\r\n"),
             std::string("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
             std::string("\x16\x03\x01\x02garbage that is no HTTP\r\n\r\n"),
         }) {
        Client client(running.port());
        client.send(bytes);
        client.close_sending();
        const auto answer = client.receive();
        ASSERT_TRUE(answer) << bytes;
        EXPECT_EQ(answer->status, 400) << bytes << "\n" << answer->body;
    }
    EXPECT_EQ(answer_to(running.port(), "GET / HTTP/2.0\r\nHost: a\r\n\r\n").status, 505);
    EXPECT_EQ(answer_to(running.port(), "GET http://any.example/hello?x HTTP/1.1\r\nHost: a\r\n\r\n").body, "hello");
}

TEST(Framing, a_request_cut_short_is_400) {
    RunningServer running(with_limits(), echo_router());
    for (const std::string_view bytes : {"GET /hel", "GET /hello HTTP/1.1\r\nHost: t\r\n",
                                         "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\n\r\nabc"}) {
        Client client(running.port());
        client.send(bytes);
        client.close_sending();
        EXPECT_EQ(client.receive()->status, 400) << bytes;
    }
}

TEST(Framing, random_bytes_neither_crash_nor_hang) {
    RunningServer running(with_limits(), echo_router());
    unsigned state = 12345;
    const auto next = [&state] { return state = state * 1664525U + 1013904223U; };
    for (int round = 0; round < 200; ++round) {
        std::string bytes = round % 2 == 0 ? post("/echo", "some body") : std::string(next() % 400, ' ');
        for (unsigned i = 0; i < 6 && !bytes.empty(); ++i)
            bytes[next() % bytes.size()] = static_cast<char>(next() >> 24U);
        Client client(running.port());
        client.send(bytes);
        client.close_sending();
        while (client.receive()) {
        }
    }
    EXPECT_EQ(answer_to(running.port(), get("/hello")).body, "hello");
}

TEST(Stop, finishes_what_was_accepted) {
    RunningServer running(with_limits(), echo_router());
    Client busy(running.port());
    Client idle(running.port());
    EXPECT_EQ(idle.ask(get("/hello")).status, 200);
    busy.send(get("/slow"));
    std::this_thread::sleep_for(100ms);
    auto stopping = std::async(std::launch::async, [&] { running.server.stop(); });
    EXPECT_TRUE(idle.is_closed_by_server());
    EXPECT_THROW(Client{running.port()}, std::runtime_error);
    const auto answer = busy.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "slow but done");
    EXPECT_EQ(answer->header("connection"), "close");
    EXPECT_TRUE(busy.is_closed_by_server());
    stopping.get();
}

TEST(Stop, does_not_wait_for_ever) {
    Limits limits = short_limits();
    limits.drain = 300ms;
    limits.header = 60s;
    RunningServer running(with_limits(limits), echo_router());
    Client client(running.port());
    client.send("GET /hello HTTP/1.1\r\n");
    std::this_thread::sleep_for(50ms);
    const auto started = std::chrono::steady_clock::now();
    running.server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - started, 2s);
    running.server.stop();
}

TEST(Stop, under_load_every_request_is_answered_or_refused_cleanly) {
    RunningServer running(with_limits(), echo_router());
    std::atomic<int> answered{0};
    std::atomic<int> broken{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            try {
                Client client(running.port());
                while (client.send(post("/echo", "12345"))) {
                    const auto answer = client.receive();
                    if (!answer) break;
                    if (answer->status != 200 || answer->body != "5") ++broken;
                    ++answered;
                    if (answer->header("connection") == "close") break;
                }
            } catch (const std::exception&) {
                ++broken;
            }
        });
    }
    std::this_thread::sleep_for(200ms);
    running.server.stop();
    for (std::thread& thread : threads) thread.join();
    EXPECT_GT(answered, 10);
    EXPECT_EQ(broken, 0);
}

}  // namespace
}  // namespace commis::http::tests
