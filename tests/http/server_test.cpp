// The server over real sockets: requests, answers, keep-alive, pipelining, uploads, streams, stops.
#include "http/server.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <latch>
#include <mutex>
#include <sstream>
#include <thread>
#include <vector>

#include "http/client.hpp"
#include "http/events_hub.hpp"
#include "http/problem.hpp"

namespace commis::http::tests {
namespace {

using namespace std::chrono_literals;

Handler says(std::string text) {
    return [text = std::move(text)](Request&) { return text_response(200, "text/plain", text); };
}

Handler echoes() {
    return [](Request& request) { return text_response(200, "text/plain", request.method + ":" + request.body); };
}

Router small_router() {
    Router router;
    router.add("GET", "/hello", says("hello"));
    router.add("POST", "/echo", echoes());
    RouteOptions quick;
    quick.is_quick = true;
    router.add("GET", "/quick", says("quick"), quick);
    router.add("GET", "/shops/{shop}",
               [](Request& request) { return text_response(200, "text/plain", std::string(request.param("shop"))); });
    router.add("GET", "/fault", [](Request&) -> Response { throw std::runtime_error("secret words"); });
    return router;
}

ServerOptions options_with(Limits limits) {
    ServerOptions options;
    options.limits = limits;
    return options;
}

TEST(Server, answers_with_security_headers) {
    RunningServer running(options_with(short_limits()), small_router());
    Client client(running.port());
    const Answer answer = client.ask(get("/hello"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "hello");
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(answer.header("cache-control"), "no-store");
    EXPECT_NE(answer.header("content-security-policy").find("default-src 'self'"), std::string::npos);
    EXPECT_EQ(answer.header("strict-transport-security"), "");
    EXPECT_EQ(answer.header("x-request-id").size(), 16U);
    EXPECT_NE(answer.header("date").find(" GMT"), std::string::npos);
}

TEST(Server, keeps_the_connection_and_answers_in_order) {
    RunningServer running(options_with(short_limits()), small_router());
    Client client(running.port());
    client.send(get("/shops/one") + post("/echo", "two") + get("/quick") + get("/missing") + get("/shops/f%C3%BCnf"));
    EXPECT_EQ(client.receive()->body, "one");
    EXPECT_EQ(client.receive()->body, "POST:two");
    EXPECT_EQ(client.receive()->body, "quick");
    EXPECT_EQ(client.receive()->status, 404);
    EXPECT_EQ(client.receive()->body, "fünf");
    client.send(get("/hello", "Connection: close\r\n"));
    EXPECT_EQ(client.receive()->header("connection"), "close");
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Server, speaks_http_1_0) {
    RunningServer running(options_with(short_limits()), small_router());
    Client client(running.port());
    EXPECT_EQ(client.ask("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").body, "hello");
    EXPECT_EQ(client.ask("GET /hello HTTP/1.0\r\n\r\n").body, "hello");
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Server, head_sends_the_length_and_no_body) {
    RunningServer running(options_with(short_limits()), small_router());
    Client client(running.port());
    const Answer answer = client.ask("HEAD /hello HTTP/1.1\r\nHost: test\r\n\r\n", true);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("content-length"), "5");
    EXPECT_EQ(client.ask(get("/hello")).body, "hello");
}

TEST(Server, refuses_other_methods_with_allow) {
    RunningServer running(options_with(short_limits()), small_router());
    Client client(running.port());
    const Answer answer = client.ask("DELETE /hello HTTP/1.1\r\nHost: test\r\n\r\n");
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.header("allow"), "GET, HEAD");
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_NE(answer.body.find("\"request_id\":\"" + answer.header("x-request-id") + "\"}"), std::string::npos);
    EXPECT_EQ(client.ask("BREW /hello HTTP/1.1\r\nHost: test\r\n\r\n").status, 501);
}

TEST(Server, a_fault_leaks_nothing_and_is_reported) {
    std::mutex mutex;
    std::vector<std::string> faults;
    ServerOptions options = options_with(short_limits());
    options.on_fault = [&](const std::string& id, const std::string& route, const std::string& what) {
        const std::lock_guard lock(mutex);
        faults.push_back(id + " " + route + " " + what);
    };
    RunningServer running(options, small_router());
    Client client(running.port());
    const Answer answer = client.ask(get("/fault"));
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.body.find("secret"), std::string::npos);
    EXPECT_NE(answer.body.find("\"code\":\"internal_error\""), std::string::npos);
    EXPECT_EQ(client.ask(get("/hello")).status, 200);
    const std::lock_guard lock(mutex);
    EXPECT_EQ(faults, std::vector{answer.header("x-request-id") + " /fault secret words"});
}

TEST(Server, reports_each_request_without_personal_data) {
    std::mutex mutex;
    std::vector<AccessRecord> records;
    ServerOptions options = options_with(short_limits());
    options.on_access = [&](const AccessRecord& record) {
        const std::lock_guard lock(mutex);
        records.push_back(record);
    };
    {
        RunningServer running(options, small_router());
        Client client(running.port());
        client.ask(get("/shops/secret-shop?q=name"));
        client.ask(get("/nowhere"));
    }
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].method, "GET");
    EXPECT_EQ(records[0].route, "/shops/{shop}");
    EXPECT_EQ(records[0].status, 200);
    EXPECT_GT(records[0].bytes_out, 100U);
    EXPECT_EQ(records[1].route, "");
    EXPECT_EQ(records[1].status, 404);
}

TEST(Server, many_clients_at_once_get_their_own_answers) {
    RunningServer running(options_with(short_limits()), small_router());
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            Client client(running.port());
            for (int i = 0; i < 200; ++i) {
                const std::string text = std::to_string(t) + "-" + std::to_string(i);
                if (client.ask(post("/echo", text)).body != "POST:" + text) ++wrong;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(Server, reads_chunked_bodies) {
    RunningServer running(options_with(short_limits()), small_router());
    Client client(running.port());
    const std::string request =
        "POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
        "4;name=value\r\nWiki\r\n6\r\npedia \r\n0\r\nX-Trailer: ignored\r\n\r\n";
    EXPECT_EQ(client.ask(request).body, "POST:Wikipedia ");
    // The same, byte by byte.
    for (const char byte : request) client.send(std::string_view(&byte, 1));
    EXPECT_EQ(client.receive()->body, "POST:Wikipedia ");
}

TEST(Server, answers_100_continue_only_for_bodies_it_wants) {
    RunningServer running(options_with(short_limits()), small_router());
    Client client(running.port());
    const std::string head = "POST /echo HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: ";
    EXPECT_EQ(client.ask(head + "3\r\n\r\n").status, 100);
    EXPECT_EQ(client.ask("abc").body, "POST:abc");
    EXPECT_EQ(client.ask(head + "99999999\r\n\r\n").status, 413);
    Client other(running.port());
    EXPECT_EQ(other.ask("POST /echo HTTP/1.1\r\nHost: t\r\nExpect: magic\r\nContent-Length: 1\r\n\r\n").status, 417);
}

TEST(Server, large_answers_arrive_whole) {
    const std::string large(3'000'000, 'x');
    Router router;
    router.add("GET", "/large", says(large));
    router.add("GET", "/borrowed", [&](Request&) {
        Response response;
        response.borrowed_body = large;
        return response;
    });
    RunningServer running(options_with(short_limits()), std::move(router));
    Client client(running.port());
    EXPECT_EQ(client.ask(get("/large")).body, large);
    EXPECT_EQ(client.ask(get("/borrowed")).body, large);
}

TEST(Server, streams_are_pulled_and_chunked) {
    Router router;
    router.add("GET", "/rows", [](Request&) {
        Response response;
        response.stream = [i = 0](std::string& chunk) mutable {
            if (i % 2 == 0) chunk = "row " + std::to_string(i) + "\n";
            return ++i < 5;
        };
        return response;
    });
    router.add("GET", "/broken", [](Request&) {
        Response response;
        response.stream = [](std::string&) -> bool { throw std::runtime_error("the database went away"); };
        return response;
    });
    RunningServer running(options_with(short_limits()), std::move(router));
    Client client(running.port());
    const Answer answer = client.ask(get("/rows"));
    EXPECT_EQ(answer.header("transfer-encoding"), "chunked");
    EXPECT_EQ(answer.body, "row 0\nrow 2\nrow 4\n");
    EXPECT_EQ(client.ask("HEAD /rows HTTP/1.1\r\nHost: test\r\n\r\n", true).status, 200);
    EXPECT_EQ(client.ask(get("/broken")).body, "(cut)");
    Client old(running.port());
    EXPECT_EQ(old.ask("GET /rows HTTP/1.0\r\n\r\n").body, "row 0\nrow 2\nrow 4\n");
}

TEST(Server, streams_of_a_known_length_are_not_chunked) {
    Router router;
    for (const std::size_t promised : {10, 11}) {
        router.add("GET", "/" + std::to_string(promised), [promised](Request&) {
            Response response;
            response.stream_bytes = promised;
            response.stream = [i = 0](std::string& chunk) mutable {
                chunk = "01234";
                return ++i < 2;
            };
            return response;
        });
    }
    RunningServer running(options_with(short_limits()), std::move(router));
    Client client(running.port());
    const Answer answer = client.ask(get("/10"));
    EXPECT_EQ(answer.header("content-length"), "10");
    EXPECT_EQ(answer.header("transfer-encoding"), "");
    EXPECT_EQ(answer.body, "0123401234");
    EXPECT_EQ(client.ask("HEAD /11 HTTP/1.1\r\nHost: test\r\n\r\n", true).header("content-length"), "11");
    EXPECT_EQ(client.ask(get("/11")).body, "0123401234");
    EXPECT_TRUE(client.is_closed_by_server()) << "less than was said ends the connection";
}

TEST(Server, spools_uploads_to_a_file_that_goes_away) {
    Router router;
    std::string path;
    RouteOptions options;
    options.spool_to_file = true;
    options.body_limit = 8'000'000;
    router.add(
        "POST", "/imports",
        [&](Request& request) {
            path = request.body_file->path();
            std::ifstream file(path, std::ios::binary);
            std::stringstream text;
            text << file.rdbuf();
            const bool is_right = text.str() == std::string(5'000'000, 'y');
            return text_response(200, "text/plain",
                                 is_right && request.body.empty() ? std::to_string(text.str().size()) : "wrong");
        },
        options);
    RunningServer running(options_with(short_limits()), std::move(router));
    Client client(running.port());
    EXPECT_EQ(client.ask(post("/imports", std::string(5'000'000, 'y'))).body, "5000000");
    EXPECT_EQ(client.ask(get("/imports")).status, 405);
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_EQ(client.ask(post("/imports", std::string(8'000'001, 'y'))).status, 413);
}

TEST(Server, asks_before_it_reads_a_body) {
    Router router;
    RouteOptions options;
    options.before_body = [](Request& request) -> std::optional<Response> {
        if (request.headers.get("Authorization") == "Bearer good") return std::nullopt;
        return problem(401, "not_signed_in", "Sign in first.");
    };
    router.add("POST", "/imports", echoes(), options);
    RunningServer running(options_with(short_limits()), std::move(router));
    Client good(running.port());
    EXPECT_EQ(good.ask(post("/imports", "x", "Authorization: Bearer good\r\n")).body, "POST:x");
    Client bad(running.port());
    EXPECT_EQ(bad.ask(post("/imports", std::string(500'000, 'x'))).status, 401);
    EXPECT_TRUE(bad.is_closed_by_server());
}

TEST(Server, believes_a_proxy_only_when_told) {
    const auto seen_by = [](bool trusts) {
        Router router;
        router.add("GET", "/who", [](Request& request) {
            return text_response(200, "text/plain", request.remote_address + (request.is_secure ? " secure" : ""));
        });
        ServerOptions options = options_with(short_limits());
        if (trusts) options.trusted_proxies = TrustedProxies::parse("127.0.0.1").value();
        RunningServer running(options, std::move(router));
        Client client(running.port());
        return client.ask(get("/who", "X-Forwarded-For: 1.2.3.4, 203.0.113.9\r\nX-Forwarded-Proto: https\r\n")).body;
    };
    EXPECT_EQ(seen_by(false), "127.0.0.1");
    EXPECT_EQ(seen_by(true), "203.0.113.9 secure");
}

TEST(Server, a_taken_port_is_said_clearly) {
    RunningServer running(options_with(short_limits()), small_router());
    ServerOptions options = options_with(short_limits());
    options.port = running.port();
    Server second(options, small_router());
    EXPECT_THROW(second.start(), std::system_error);
}

}  // namespace
}  // namespace commis::http::tests
