// The orders of a JSON file, one document at a time: a single order, a list, one a line, or a wrapper around them
// ("orders", a batch answer's "create" and "update", a webhook sample's "response").
#pragma once

#include <deque>
#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "adapters/transfer/bytes.hpp"
#include "json/parse.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

struct JsonDocument {
    std::int64_t number = 0;  // From 1.
    std::string text;
    json::Value value;
    std::optional<json::FieldError> fault;  // Why `value` could not be read.
};

class JsonDocuments {
public:
    explicit JsonDocuments(std::unique_ptr<Bytes> bytes) : bytes_(std::move(bytes)) {}

    std::expected<std::optional<JsonDocument>, ports::SourceFailure> next();

private:
    // The text of the next value of the file or of its outermost list.
    std::expected<std::optional<std::string>, ports::SourceFailure> next_text();
    std::expected<int, ports::SourceFailure> next_character();
    void unwrap(std::string text);

    std::unique_ptr<Bytes> bytes_;
    std::string block_;
    std::size_t at_ = 0;
    bool is_done_ = false;
    bool has_begun_ = false;
    bool is_in_list_ = false;
    std::int64_t count_ = 0;
    std::deque<JsonDocument> waiting_;
};

}  // namespace commis::transfer
