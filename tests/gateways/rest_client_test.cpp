// One question and its answer over a connection that fails in every way a connection can fail.
#include "adapters/gateways/rest_client.hpp"

#include <gtest/gtest.h>

#include "gateways/scripted_server.hpp"

namespace commis::tests {
namespace {

using gateways::Form;
using gateways::RestClient;
using gateways::RestOutcome;
using gateways::RestSettings;

RestSettings at(const std::string& url, std::int64_t timeout_ms = 2'000) {
    RestSettings settings;
    settings.base_url = url;
    settings.timeout_ms = timeout_ms;
    return settings;
}

gateways::RestAnswer ask(const ScriptedReply& reply) {
    ScriptedServer server([&](const HeardRequest&) { return reply; });
    return RestClient(at(server.url(), 300)).send({"POST", "/v1/things", {}, "application/json", "{}"});
}

TEST(RestClient, sends_what_it_was_given_and_nothing_about_itself_but_its_name) {
    ScriptedServer server([](const HeardRequest&) { return ScriptedReply{200, R"({"id": "re_1"})"}; });
    const auto answer =
        RestClient(at(server.url()))
            .send({"POST", "/v1/refunds?a=1", {"Idempotency-Key: k"}, "application/json", R"({"b":2})"});
    EXPECT_TRUE(answer.is_done());
    EXPECT_EQ(answer.body.at("id").as_string(), "re_1");
    const auto heard = server.heard();
    ASSERT_EQ(heard.size(), 1U);
    EXPECT_EQ(heard[0].method, "POST");
    EXPECT_EQ(heard[0].target, "/v1/refunds?a=1");
    EXPECT_EQ(heard[0].body, R"({"b":2})");
    EXPECT_EQ(heard[0].headers.at("idempotency-key"), "k");
    EXPECT_EQ(heard[0].headers.at("user-agent"), "Commis");
    EXPECT_EQ(heard[0].headers.at("content-type"), "application/json");
    EXPECT_FALSE(heard[0].headers.contains("expect"));
}

TEST(RestClient, tells_done_refused_and_unclear_apart) {
    EXPECT_EQ(ask({200, "{}"}).outcome, RestOutcome::done);
    EXPECT_EQ(ask({201, "{}"}).outcome, RestOutcome::done);
    EXPECT_EQ(ask({204, ""}).outcome, RestOutcome::done);
    for (const int status : {400, 401, 402, 403, 404, 422}) {
        EXPECT_EQ(ask({status, "{}"}).outcome, RestOutcome::refused) << status;
    }
    for (const int status : {301, 408, 409, 425, 429, 500, 502, 503, 504}) {
        EXPECT_EQ(ask({status, "{}"}).outcome, RestOutcome::unclear) << status;
    }
    EXPECT_EQ(ask({200, "<html>"}).outcome, RestOutcome::unclear) << "an answer that can't be read says nothing";
}

TEST(RestClient, takes_a_late_or_cut_answer_for_none) {
    ScriptedReply late;
    late.delay_ms = 600;
    EXPECT_EQ(ask(late).fault, "timed_out");
    ScriptedReply cut{200, R"({"id": "re_1", "amount": 100})"};
    cut.delivery = Delivery::cut_before;
    EXPECT_EQ(ask(cut).fault, "cut");
    cut.delivery = Delivery::cut_within;
    EXPECT_EQ(ask(cut).fault, "cut");
    EXPECT_EQ(ask(cut).outcome, RestOutcome::unclear);
}

TEST(RestClient, reads_a_doubled_answer_once) {
    ScriptedReply doubled{200, R"({"id": "re_1"})"};
    doubled.delivery = Delivery::doubled;
    const auto answer = ask(doubled);
    EXPECT_EQ(answer.outcome, RestOutcome::done);
    EXPECT_EQ(answer.body.at("id").as_string(), "re_1");
}

TEST(RestClient, does_not_come_again_by_itself_when_it_is_told_to) {
    for (const int status : {429, 503}) {
        ScriptedServer server([&](const HeardRequest&) { return ScriptedReply{status, "{}", {"Retry-After: 0"}}; });
        EXPECT_EQ(RestClient(at(server.url())).send({"POST", "/", {}, {}, {}}).outcome, RestOutcome::unclear);
        EXPECT_EQ(server.heard().size(), 1U) << "whoever asked decides that";
    }
}

TEST(RestClient, reads_no_more_than_a_megabyte) {
    EXPECT_EQ(ask({200, '"' + std::string(2'000'000, 'x') + '"'}).fault, "answer_too_large");
}

TEST(RestClient, goes_where_it_was_sent_and_nowhere_else) {
    ScriptedServer elsewhere([](const HeardRequest&) { return ScriptedReply{}; });
    EXPECT_EQ(ask({302, "{}", {"Location: " + elsewhere.url()}}).outcome, RestOutcome::unclear);
    EXPECT_TRUE(elsewhere.heard().empty());
}

TEST(RestClient, asks_once_where_something_was_sent_and_says_nothing_of_what_it_was) {
    ScriptedReply cut;
    cut.delivery = Delivery::cut_before;
    ScriptedServer server([&](const HeardRequest&) { return cut; });
    const auto answer = RestClient(at(server.url())).send({"POST", "/", {"Authorization: Bearer sk_secret"}, {}, {}});
    EXPECT_EQ(server.heard().size(), 1U);
    EXPECT_EQ(answer.fault.find("sk_secret"), std::string::npos);
}

TEST(RestClient, says_when_nobody_listens) {
    std::string url;
    {
        ScriptedServer gone([](const HeardRequest&) { return ScriptedReply{}; });
        url = gone.url();
    }
    EXPECT_EQ(RestClient(at(url)).send({"GET", "/", {}, {}, {}}).fault, "connection_failed");
    EXPECT_EQ(RestClient(at("https" + url.substr(4))).send({"GET", "/", {}, {}, {}}).fault, "connection_failed");
}

TEST(RestClient, speaks_https_where_https_was_configured) {
    ScriptedServer plain([](const HeardRequest&) { return ScriptedReply{}; });
    EXPECT_EQ(RestClient(at("https" + plain.url().substr(4))).send({"GET", "/", {}, {}, {}}).fault, "tls_failed");
}

TEST(Form, writes_what_a_form_may_hold) {
    EXPECT_EQ(Form().add("metadata[commis_call]", "a b&c=d").add("amount", 100).text(),
              "metadata%5Bcommis_call%5D=a%20b%26c%3Dd&amount=100");
    EXPECT_EQ(Form().text(), "");
}

TEST(Reference, holds_nothing_that_would_leave_its_place_in_a_path) {
    EXPECT_TRUE(gateways::is_reference("pi_3Mtw"));
    for (const char* bad : {"", "pi_1/capture", "pi_1?x", "../v1", "pi 1", "pi_1%2F", "pi_\n"}) {
        EXPECT_FALSE(gateways::is_reference(bad)) << bad;
    }
    EXPECT_FALSE(gateways::is_reference(std::string(256, 'a')));
}

}  // namespace
}  // namespace commis::tests
