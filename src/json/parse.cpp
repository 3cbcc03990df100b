// Strict parsing on Boost.JSON's own parser. The library keeps the last of repeated names without a word, so members
// are counted while parsing: only when the document holds fewer than were sent is it read again to name the repeat.
#include "json/parse.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "json/pointer.hpp"
#include "json/utf8.hpp"

namespace commis::json {

namespace {

namespace bj = boost::json;
using bj::error_code;

// Sizes are bounded by the text itself, whose length the caller limits.
struct Unlimited {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
};

bool refuse(error_code& error) {
    error = bj::make_error_code(bj::error::input_error);
    return false;
}

// Builds the document and counts its members.
struct Builder : Unlimited {
    bj::value_stack stack;
    std::size_t members = 0;
    bool is_number_out_of_range = false;
    bool is_fraction = false;

    bool on_document_begin(error_code&) {
        stack.reset();
        return true;
    }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return true; }
    bool on_object_end(std::size_t count, error_code&) {
        members += count;
        stack.push_object(count);
        return true;
    }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t count, error_code&) {
        stack.push_array(count);
        return true;
    }
    bool on_key_part(bj::string_view text, std::size_t, error_code&) {
        stack.push_chars(text);
        return true;
    }
    bool on_key(bj::string_view text, std::size_t, error_code&) {
        stack.push_key(text);
        return true;
    }
    bool on_string_part(bj::string_view text, std::size_t, error_code&) {
        stack.push_chars(text);
        return true;
    }
    bool on_string(bj::string_view text, std::size_t, error_code&) {
        stack.push_string(text);
        return true;
    }
    bool on_number_part(bj::string_view text, error_code&) {
        note_fraction(text);
        return true;
    }
    bool on_int64(std::int64_t number, bj::string_view, error_code&) {
        stack.push_int64(number);
        is_fraction = false;
        return true;
    }
    bool on_uint64(std::uint64_t number, bj::string_view, error_code&) {
        stack.push_uint64(number);
        is_fraction = false;
        return true;
    }
    bool on_double(double number, bj::string_view text, error_code& error) {
        note_fraction(text);
        // An integer that needed a double has lost digits already; nobody meant that number.
        const bool is_lossy_integer = !is_fraction;
        is_fraction = false;
        if (is_lossy_integer || !std::isfinite(number)) {
            is_number_out_of_range = true;
            return refuse(error);
        }
        stack.push_double(number);
        return true;
    }
    bool on_bool(bool value, error_code&) {
        stack.push_bool(value);
        return true;
    }
    bool on_null(error_code&) {
        stack.push_null();
        return true;
    }
    bool on_comment_part(bj::string_view, error_code&) { return true; }
    bool on_comment(bj::string_view, error_code&) { return true; }

private:
    void note_fraction(bj::string_view text) {
        if (std::ranges::any_of(text, [](char c) { return c == '.' || c == 'e' || c == 'E'; })) is_fraction = true;
    }
};

// Remembers the names of every open object, to say which one came twice.
struct RepeatFinder : Unlimited {
    struct Level {
        bool is_object = false;
        std::set<std::string, std::less<>> names;
        std::string current;
        std::size_t index = 0;
    };
    std::vector<Level> levels;
    std::string name;
    std::string found;

    void begin(bool is_object) {
        levels.emplace_back();
        levels.back().is_object = is_object;
    }
    bool end_value() {
        if (!levels.empty()) ++levels.back().index;
        return true;
    }
    bool end() {
        levels.pop_back();
        return end_value();
    }
    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) {
        begin(true);
        return true;
    }
    bool on_object_end(std::size_t, error_code&) { return end(); }
    bool on_array_begin(error_code&) {
        begin(false);
        return true;
    }
    bool on_array_end(std::size_t, error_code&) { return end(); }
    bool on_key_part(bj::string_view text, std::size_t, error_code&) {
        name.append(text.data(), text.size());
        return true;
    }
    bool on_key(bj::string_view text, std::size_t, error_code& error) {
        name.append(text.data(), text.size());
        Level& level = levels.back();
        const bool is_new = level.names.insert(name).second;
        level.current = std::move(name);
        name.clear();
        if (is_new) return true;
        for (const Level& open : levels) {
            append_pointer_token(found, open.is_object ? open.current : std::to_string(open.index));
        }
        return refuse(error);
    }
    bool on_string_part(bj::string_view, std::size_t, error_code&) { return true; }
    bool on_string(bj::string_view, std::size_t, error_code&) { return end_value(); }
    bool on_number_part(bj::string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, bj::string_view, error_code&) { return end_value(); }
    bool on_uint64(std::uint64_t, bj::string_view, error_code&) { return end_value(); }
    bool on_double(double, bj::string_view, error_code&) { return end_value(); }
    bool on_bool(bool, error_code&) { return end_value(); }
    bool on_null(error_code&) { return end_value(); }
    bool on_comment_part(bj::string_view, error_code&) { return true; }
    bool on_comment(bj::string_view, error_code&) { return true; }
};

bj::parse_options strict_options() {
    bj::parse_options options;
    options.max_depth = max_depth;
    return options;
}

std::size_t count_members(const Value& value) {
    std::size_t count = 0;
    if (const auto* object = value.if_object()) {
        count = object->size();
        for (const auto& member : *object) count += count_members(member.value());
    } else if (const auto* array = value.if_array()) {
        for (const Value& element : *array) count += count_members(element);
    }
    return count;
}

FieldError duplicate_name(std::string_view text) {
    bj::basic_parser<RepeatFinder> parser(strict_options());
    error_code error;
    const std::size_t at = parser.write_some(false, text.data(), text.size(), error);
    return {parser.handler().found, "duplicate_name",
            "A name stands twice in one object, near byte " + std::to_string(at) + "."};
}

FieldError explain(std::string_view text, error_code error, std::size_t at, bool is_number_out_of_range) {
    const std::string where = " near byte " + std::to_string(at) + ".";
    if (is_number_out_of_range || error == bj::error::exponent_overflow) {
        return {"", "number_out_of_range", "A number is larger than 64 bits hold," + where};
    }
    if (error == bj::error::too_deep) {
        return {"", "nested_too_deep", "Nested deeper than " + std::to_string(max_depth) + " levels," + where};
    }
    if (error == bj::error::illegal_leading_surrogate || error == bj::error::illegal_trailing_surrogate ||
        error == bj::error::expected_utf16_escape) {
        return {"", "invalid_unicode", "A \\u escape is half of a surrogate pair," + where};
    }
    if (!is_valid_utf8(text)) return {"", "invalid_utf8", "The text is not UTF-8," + where};
    if (error == bj::error::incomplete) return {"", "malformed_json", "The text ends too early," + where};
    if (error == bj::error::extra_data) return {"", "malformed_json", "Something follows the value," + where};
    return {"", "malformed_json", "This is not JSON," + where};
}

}  // namespace

std::expected<Value, FieldError> parse(std::string_view text) {
    bj::basic_parser<Builder> parser(strict_options());
    error_code error;
    const std::size_t consumed = parser.write_some(false, text.data(), text.size(), error);
    if (!error && consumed < text.size()) error = bj::make_error_code(bj::error::extra_data);
    Builder& builder = parser.handler();
    if (error) return std::unexpected(explain(text, error, consumed, builder.is_number_out_of_range));

    Value value = builder.stack.release();
    if (count_members(value) != builder.members) return std::unexpected(duplicate_name(text));
    return value;
}

}  // namespace commis::json
