// Server-sent events: the hub's queues and the stream over a socket.
#include "http/events_hub.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>
#include <vector>

#include "http/client.hpp"

namespace commis::http::tests {
namespace {

using namespace std::chrono_literals;

TEST(EventsHub, renders_fields_that_cannot_be_forged) {
    EXPECT_EQ(render_event({"shop", "order", "17", R"({"id":1})"}), "event: order\nid: 17\ndata: {\"id\":1}\n\n");
    EXPECT_EQ(render_event({"", "a\nevil", "1\r\n2", "x\r\ny"}), "event: aevil\nid: 12\ndata: x\ndata: y\n\n");
    EXPECT_EQ(render_event({"", "", "", ""}), "data: \n\n");
}

TEST(EventsHub, each_stream_hears_its_topics) {
    EventsHub hub;
    const auto maison = hub.subscribe([](std::string_view topic) { return topic == "maison"; });
    const auto all = hub.subscribe(nullptr);
    int woken = 0;
    maison->on_ready([&] { ++woken; });
    hub.publish({"maison", "", "", "1"});
    hub.publish({"other", "", "", "2"});
    hub.publish({"maison", "", "", "3"});
    std::string out;
    EXPECT_TRUE(maison->take(out));
    EXPECT_EQ(out, "data: 1\n\ndata: 3\n\n");
    EXPECT_EQ(woken, 1);
    out.clear();
    EXPECT_TRUE(all->take(out));
    EXPECT_EQ(out, "data: 1\n\ndata: 2\n\ndata: 3\n\n");
}

TEST(EventsHub, a_stream_that_falls_behind_is_cut) {
    Limits limits;
    limits.events_queued = 3;
    EventsHub hub(limits);
    const auto slow = hub.subscribe(nullptr);
    for (int i = 0; i < 4; ++i) hub.publish({"", "", "", std::to_string(i)});
    std::string out;
    EXPECT_FALSE(slow->take(out));
    EXPECT_TRUE(slow->is_closed());
}

TEST(EventsHub, streams_are_limited_and_forgotten) {
    Limits limits;
    limits.event_streams = 2;
    EventsHub hub(limits);
    auto first = hub.subscribe(nullptr);
    const auto second = hub.subscribe(nullptr);
    EXPECT_EQ(hub.subscribe(nullptr), nullptr);
    first.reset();
    EXPECT_EQ(hub.stream_count(), 1U);
    EXPECT_NE(hub.subscribe(nullptr), nullptr);
    hub.close();
    EXPECT_TRUE(second->is_closed());
}

struct EventServer {
    explicit EventServer(const Limits& limits) : hub(limits), running(options(limits), router()) {}

    static ServerOptions options(const Limits& limits) {
        ServerOptions made;
        made.limits = limits;
        return made;
    }
    Router router() {
        Router made;
        made.add("GET", "/events", [this](Request&) {
            Response response;
            response.events = hub.subscribe(nullptr);
            return response;
        });
        return made;
    }
    // Waits until so many streams are open.
    bool has_streams(std::size_t count) const {
        for (int i = 0; i < 100 && hub.stream_count() != count; ++i) std::this_thread::sleep_for(20ms);
        return hub.stream_count() == count;
    }

    EventsHub hub;
    RunningServer running;
};

std::string read_until(Client& client, std::string_view mark) {
    std::string text;
    while (text.find(mark) == std::string::npos) {
        const std::string more = client.receive_bytes(1);
        if (more.empty()) break;
        text += more;
    }
    return text;
}

TEST(EventStream, carries_events_and_heartbeats) {
    EventServer server(short_limits());
    Client client(server.running.port());
    client.send(get("/events"));
    const std::string head = read_until(client, "retry: 2000\n\n");
    EXPECT_NE(head.find("Content-Type: text/event-stream"), std::string::npos);
    ASSERT_TRUE(server.has_streams(1));
    server.hub.publish({"maison", "order", "5", "{}"});
    EXPECT_NE(read_until(client, "\n\n").find("event: order\nid: 5\ndata: {}\n\n"), std::string::npos);
    EXPECT_NE(read_until(client, ":\n\n").find(":\n\n"), std::string::npos);
}

TEST(EventStream, idle_streams_hold_no_worker) {
    Limits limits = short_limits();
    limits.workers = 1;
    EventServer server(limits);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<Client>(server.running.port()));
        clients.back()->send(get("/events"));
    }
    ASSERT_TRUE(server.has_streams(20));
    server.hub.publish({"", "", "", "all"});
    for (auto& client : clients) EXPECT_NE(read_until(*client, "data: all\n\n").find("data: all"), std::string::npos);
}

TEST(EventStream, a_client_that_leaves_frees_its_stream_at_once) {
    Limits limits = short_limits();
    limits.heartbeat = 60s;
    EventServer server(limits);
    {
        Client client(server.running.port());
        client.send(get("/events"));
        ASSERT_TRUE(server.has_streams(1));
    }
    EXPECT_TRUE(server.has_streams(0));
}

TEST(EventStream, ends_by_itself_to_be_asked_for_anew) {
    Limits limits = short_limits();
    limits.stream_life = 200ms;
    EventServer server(limits);
    Client client(server.running.port());
    client.send(get("/events"));
    while (!client.receive_bytes(1).empty()) {
    }
    EXPECT_TRUE(server.has_streams(0));
}

TEST(EventStream, ends_with_the_server) {
    Limits limits = short_limits();
    limits.heartbeat = 60s;
    EventServer server(limits);
    Client client(server.running.port());
    client.send(get("/events"));
    ASSERT_TRUE(server.has_streams(1));
    const auto started = std::chrono::steady_clock::now();
    server.running.server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - started, 2s);
    read_until(client, "never");
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST(EventStream, publishing_while_clients_come_and_go_is_safe) {
    EventServer server(short_limits());
    std::jthread publisher([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) server.hub.publish({"", "tick", "", std::string(500, 'x')});
    });
    for (int i = 0; i < 40; ++i) {
        Client client(server.running.port());
        client.send(get("/events"));
        client.receive_bytes(2000);
    }
    server.running.server.stop();
}

}  // namespace
}  // namespace commis::http::tests
