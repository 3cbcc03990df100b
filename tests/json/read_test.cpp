// The walker over described structs: what is required, refused, kept, and where each error points.
#include "json/read.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "json/time.hpp"
#include "json/write.hpp"

namespace commis::json {

enum class Kind { goods, ticket, digital_file };
BOOST_DESCRIBE_ENUM(Kind, goods, ticket, digital_file)

enum class Method { bank_transfer, cheque };
BOOST_DESCRIBE_ENUM(Method, bank_transfer, cheque)
template <>
inline constexpr bool is_hyphenated<Method> = true;

struct TestLine {
    std::string name;
    std::int64_t quantity = 0;
    std::int32_t discount = 7;
    Kind kind = Kind::goods;
    std::vector<std::string> tags;

    static constexpr auto defaulted_members = names("discount", "kind", "tags");
};
BOOST_DESCRIBE_STRUCT(TestLine, (), (name, quantity, discount, kind, tags))

struct TestBase {
    bool is_draft = false;
};
BOOST_DESCRIBE_STRUCT(TestBase, (), (is_draft))

struct TestOrder : TestBase {
    std::vector<TestLine> lines;
    std::optional<std::string> note;
    std::optional<Method> method;
    std::optional<Instant> placed_at;
    std::optional<std::map<std::string, bool>> flags;
    std::optional<Value> preferences;
    Patch<std::string> template_;
};
BOOST_DESCRIBE_STRUCT(TestOrder, (TestBase), (lines, note, method, placed_at, flags, preferences, template_))

namespace {

template <class T>
std::expected<T, std::vector<FieldError>> read_json(std::string_view text) {
    return read<T>(parse(text).value());
}

// "pointer code" of each error, sorted.
template <class T>
std::vector<std::string> errors_of(std::string_view text) {
    std::vector<std::string> found;
    const auto result = read_json<T>(text);
    if (result) return found;
    for (const FieldError& error : result.error()) found.push_back(error.field + " " + error.code);
    std::ranges::sort(found);
    return found;
}

using Errors = std::vector<std::string>;

TEST(Read, fills_a_struct) {
    const auto order = read_json<TestOrder>(R"({
        "is_draft": true, "lines": [{"name": "Mug", "quantity": 3, "kind": "digital_file"}], "note": null,
        "method": "bank-transfer", "placed_at": "2026-11-22T10:00:00+01:00", "flags": {"a": true},
        "preferences": {"theme": [1, 2]}, "template": "thanks"})");
    ASSERT_TRUE(order);
    EXPECT_TRUE(order->is_draft);
    ASSERT_EQ(order->lines.size(), 1U);
    EXPECT_EQ(order->lines[0].discount, 7);
    EXPECT_EQ(order->lines[0].kind, Kind::digital_file);
    EXPECT_FALSE(order->note);
    EXPECT_EQ(order->method, Method::bank_transfer);
    EXPECT_EQ(order->placed_at->at_ms, parse_time_ms("2026-11-22T09:00:00Z"));
    EXPECT_TRUE(order->flags->at("a"));
    EXPECT_EQ(boost::json::serialize(*order->preferences), R"({"theme":[1,2]})");
    EXPECT_EQ(order->template_.value(), "thanks");
}

TEST(Read, collects_every_error_with_its_pointer) {
    EXPECT_EQ(errors_of<TestOrder>(R"({"is_draft": 1, "lines": [{"quantity": 2.7}, {"name": "x", "quantity": "3"}],
                                       "methods": 1, "method": "bank_transfer", "placed_at": "today", "note": 5})"),
              (Errors{"/is_draft wrong_type", "/lines/0/name required", "/lines/0/quantity wrong_type",
                      "/lines/1/quantity wrong_type", "/method unknown_value", "/methods unknown_field",
                      "/note wrong_type", "/placed_at invalid_time"}));
}

TEST(Read, converts_nothing_silently) {
    const auto line = [](std::string_view quantity) {
        return errors_of<TestLine>(R"({"name": "x", "quantity": )" + std::string(quantity) + "}");
    };
    EXPECT_EQ(line("9223372036854775807"), Errors{});
    EXPECT_EQ(line("-1"), Errors{});
    EXPECT_EQ(line("9223372036854775808"), Errors{"/quantity out_of_range"});
    EXPECT_EQ(line("2.0"), Errors{"/quantity wrong_type"});
    EXPECT_EQ(line("1e3"), Errors{"/quantity wrong_type"});
    EXPECT_EQ(line("true"), Errors{"/quantity wrong_type"});
    EXPECT_EQ(line("null"), Errors{"/quantity wrong_type"});
    EXPECT_EQ(errors_of<TestLine>(R"({"name": "x", "quantity": 1, "discount": 2147483648})"),
              Errors{"/discount out_of_range"});
    EXPECT_EQ(errors_of<TestLine>(R"({"name": "x", "quantity": 1, "discount": null})"), Errors{"/discount wrong_type"});
}

TEST(Read, refuses_a_document_of_another_kind) {
    EXPECT_EQ(errors_of<TestLine>("[]"), Errors{" wrong_type"});
    EXPECT_EQ(errors_of<TestLine>("null"), Errors{" wrong_type"});
    EXPECT_EQ(errors_of<std::vector<TestLine>>(R"([{"name": "x", "quantity": 1}, 2])"), Errors{"/1 wrong_type"});
}

TEST(Read, refuses_the_null_character) {
    EXPECT_EQ(errors_of<TestLine>(R"({"name": "a\u0000b", "quantity": 1})"), Errors{"/name invalid_character"});
    EXPECT_EQ((errors_of<std::map<std::string, bool>>(R"({"\u0000": true})").size()), 1U);
}

TEST(Read, escapes_names_in_pointers) {
    EXPECT_EQ(errors_of<TestLine>(R"({"name": "x", "quantity": 1, "a/b~c": 1})"), Errors{"/a~1b~0c unknown_field"});
}

TEST(Read, stops_collecting_at_a_limit) {
    std::string text = "[";
    for (int i = 0; i < 1000; ++i) text += i == 0 ? "1" : ",1";
    EXPECT_EQ(errors_of<std::vector<std::string>>(text + "]").size(), Findings::errors_max);
}

TEST(Read, a_patch_tells_absent_from_null) {
    const auto absent = read_json<TestOrder>(R"({"is_draft": false, "lines": []})").value().template_;
    const auto null = read_json<TestOrder>(R"({"is_draft": false, "lines": [], "template": null})").value().template_;
    EXPECT_TRUE(absent.is_absent());
    EXPECT_TRUE(null.is_null());
    std::string text = "kept";
    absent.apply_to(text);
    EXPECT_EQ(text, "kept");
    null.apply_to(text);
    EXPECT_EQ(text, "");
    std::optional<std::string> maybe = "kept";
    null.apply_to(maybe);
    EXPECT_FALSE(maybe);
    Patch<std::string>("set").apply_to(maybe);
    EXPECT_EQ(maybe, "set");
}

TEST(Write, is_the_counterpart_of_read) {
    TestOrder order;
    order.lines.push_back({"Mug \"x\"", 3, 0, Kind::digital_file, {"a", "b"}});
    order.method = Method::bank_transfer;
    order.placed_at = Instant{1'795'341'600'000};
    order.flags = {{"late", false}};
    const std::string text = write(order);
    EXPECT_EQ(text, R"({"is_draft":false,"lines":[{"name":"Mug \"x\"","quantity":3,"discount":0,"kind":"digital_file",)"
                    R"("tags":["a","b"]}],"note":null,"method":"bank-transfer","placed_at":"2026-11-22T10:00:00Z",)"
                    R"("flags":{"late":false},"preferences":null})");
    EXPECT_EQ(write(read_json<TestOrder>(text).value()), text);
}

}  // namespace
}  // namespace commis::json
