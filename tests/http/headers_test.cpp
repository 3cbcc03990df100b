// Header helpers: media types, idempotency keys, entity tags, cookies, problem documents, JSON bodies.
#include <gtest/gtest.h>

#include "http/answer.hpp"
#include "http/json_body.hpp"
#include "http/preconditions.hpp"
#include "http/problem.hpp"

namespace commis::http {

struct SampleBody {
    std::string name;
    std::int64_t amount = 0;
};
BOOST_DESCRIBE_STRUCT(SampleBody, (), (name, amount))

namespace {

Request with_header(std::string name, std::string value) {
    Request request;
    request.headers.add(std::move(name), std::move(value));
    return request;
}

TEST(MediaType, must_be_the_one_and_in_utf8) {
    const auto is_taken = [](std::string value) {
        return require_media_type(with_header("content-type", std::move(value)), {"application/json"}).has_value();
    };
    EXPECT_TRUE(is_taken("application/json"));
    EXPECT_TRUE(is_taken("Application/JSON; charset=UTF-8"));
    EXPECT_TRUE(is_taken("application/json;charset=\"utf-8\""));
    EXPECT_FALSE(is_taken("application/json; charset=latin1"));
    EXPECT_FALSE(is_taken("text/plain"));
    EXPECT_FALSE(is_taken("application/jsonp"));
    EXPECT_FALSE(is_taken(""));
    const auto missing = require_media_type(Request{}, {"text/csv", "application/json"});
    EXPECT_EQ(missing.error().status, 415);
    EXPECT_EQ(missing.error().headers.get("accept"), "text/csv, application/json");
}

TEST(IdempotencyKey, is_up_to_255_visible_characters) {
    EXPECT_EQ(idempotency_key(Request{}).value(), std::nullopt);
    EXPECT_EQ(idempotency_key(with_header("Idempotency-Key", "k-1")).value(), "k-1");
    EXPECT_TRUE(idempotency_key(with_header("Idempotency-Key", std::string(255, 'k'))));
    for (const std::string& bad : {std::string(), std::string(256, 'k'), std::string("a b"), std::string("a\tb"),
                                   std::string("clé"), std::string("a\x7f")}) {
        const auto key = idempotency_key(with_header("Idempotency-Key", bad));
        ASSERT_FALSE(key) << bad;
        EXPECT_EQ(key.error().status, 400);
    }
    Request twice = with_header("Idempotency-Key", "a");
    twice.headers.add("idempotency-key", "a");
    EXPECT_FALSE(idempotency_key(twice));
}

TEST(IfMatch, demands_a_version) {
    EXPECT_EQ(entity_tag(3), "\"3\"");
    const auto allows = [](std::string value, std::int64_t version) {
        return if_match(with_header("If-Match", std::move(value))).value().allows(version);
    };
    EXPECT_TRUE(if_match(Request{}).value().allows(9));
    EXPECT_TRUE(allows("\"3\"", 3));
    EXPECT_FALSE(allows("\"3\"", 4));
    EXPECT_TRUE(allows("\"2\" , \"3\"", 3));
    EXPECT_TRUE(allows("*", 3));
    EXPECT_FALSE(allows("W/\"3\"", 3));
    EXPECT_FALSE(allows("\"other\"", 3));
    EXPECT_FALSE(allows("\"03\"", 3));
    EXPECT_EQ(if_match(with_header("If-Match", "\"3\""))->version(), 3);
    for (const char* bad : {"3", "\"3", "\"3\" \"4\"", "\"3\",", ""}) {
        const auto matched = if_match(with_header("If-Match", bad));
        ASSERT_FALSE(matched) << bad;
        EXPECT_EQ(matched.error().status, 400);
    }
}

TEST(Cookie, is_found_by_its_whole_name) {
    Request request = with_header("Cookie", "a=1; __Host-session=abc=def; b=2");
    EXPECT_EQ(request.cookie("__Host-session"), "abc=def");
    EXPECT_EQ(request.cookie("b"), "2");
    EXPECT_FALSE(request.cookie("session"));
    EXPECT_FALSE(request.cookie("c"));
}

TEST(Problem, carries_code_and_fields) {
    const Response response = problem(422, "invalid_fields", "Some \"words\".", {{"/a/0", "required", "Needed."}});
    EXPECT_EQ(response.body, R"({"type":"/problems/invalid_fields","title":"Unprocessable Content","status":422,)"
                             R"("detail":"Some \"words\".","code":"invalid_fields",)"
                             R"("errors":[{"field":"/a/0","code":"required","detail":"Needed."}]})");
    EXPECT_EQ(problem_retry(503, "busy", "Later.", 2).headers.get("Retry-After"), "2");
}

TEST(JsonBody, is_read_or_refused_with_the_right_status) {
    const auto body = [](std::string text, std::string type = "application/json") {
        Request request = with_header("Content-Type", std::move(type));
        request.body = std::move(text);
        return json_body<SampleBody>(request);
    };
    EXPECT_EQ(body(R"({"name":"x","amount":3})")->amount, 3);
    EXPECT_EQ(body("{}", "text/plain").error().status, 415);
    EXPECT_EQ(body("{").error().status, 400);
    EXPECT_EQ(body("").error().status, 400);
    EXPECT_EQ(body(R"({"name":"x","name":"y","amount":3})").error().status, 400);
    const Response refused = body(R"({"name":5,"amount":3.5,"more":1})").error();
    EXPECT_EQ(refused.status, 422);
    for (const char* field : {"/name", "/amount", "/more"}) {
        EXPECT_NE(refused.body.find("\"field\":\"" + std::string(field) + "\""), std::string::npos) << field;
    }
}

TEST(Answer, header_values_cannot_start_new_lines) {
    Response response = no_content();
    response.headers.add("Location", "/a\r\nSet-Cookie: x=1");
    const std::string head = render_head(response, BodyFraming::length, true);
    EXPECT_EQ(head.find("\r\nSet-Cookie"), std::string::npos);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
}

TEST(Answer, request_ids_differ) {
    EXPECT_NE(make_request_id(), make_request_id());
    EXPECT_EQ(make_request_id().size(), 16U);
}

TEST(Answer, a_handler_may_set_its_own_policy) {
    Request request;
    request.id = "0123";
    request.is_secure = true;
    Response response = json_response(200, "{}");
    response.headers.set("Content-Security-Policy", "default-src 'none'");
    response.headers.set("cache-control", "max-age=5");
    complete_answer(response, request);
    EXPECT_EQ(response.headers.count("Content-Security-Policy"), 1U);
    EXPECT_EQ(response.headers.count("Cache-Control"), 1U);
    EXPECT_EQ(response.headers.get("Strict-Transport-Security"), "max-age=31536000");
    EXPECT_EQ(response.body, "{}");
}

}  // namespace
}  // namespace commis::http
