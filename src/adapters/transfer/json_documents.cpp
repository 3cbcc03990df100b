// Cuts a file into its documents by counting brackets outside strings; each document then goes through the one strict
// parser. That keeps memory flat for a list of a million orders.
#include "adapters/transfer/json_documents.hpp"

#include <array>
#include <boost/json/serialize.hpp>
#include <string_view>
#include <utility>

namespace commis::transfer {
namespace {

constexpr std::size_t block_size = 64 * 1024;
constexpr std::size_t document_size_max = 4 * 1024 * 1024;
constexpr int end_of_file = -1;

bool is_blank(int character) { return character == ' ' || character == '\n' || character == '\r' || character == '\t'; }

// The orders inside a wrapper, or nothing when the value is no wrapper.
std::optional<std::vector<json::Value>> orders_inside(const json::Value& value) {
    static constexpr std::array<std::string_view, 5> names{"orders", "order", "response", "create", "update"};
    const auto* object = value.if_object();
    if (object == nullptr || object->contains("line_items")) return std::nullopt;
    std::vector<json::Value> orders;
    bool is_wrapper = false;
    for (const std::string_view name : names) {
        const json::Value* inner = object->if_contains(boost::json::string_view(name.data(), name.size()));
        if (inner == nullptr || !inner->is_structured()) continue;
        is_wrapper = true;
        if (const auto* list = inner->if_array()) {
            orders.insert(orders.end(), list->begin(), list->end());
        } else {
            orders.push_back(*inner);
        }
    }
    return is_wrapper ? std::optional(orders) : std::nullopt;
}

}  // namespace

std::expected<int, ports::SourceFailure> JsonDocuments::next_character() {
    if (at_ == block_.size()) {
        block_.resize(block_size);
        const auto count = bytes_->read(block_);
        if (!count) return std::unexpected(count.error());
        block_.resize(*count);
        at_ = 0;
        if (block_.empty()) return end_of_file;
    }
    return static_cast<unsigned char>(block_[at_++]);
}

std::expected<std::optional<std::string>, ports::SourceFailure> JsonDocuments::next_text() {
    std::string text;
    int depth = 0;
    bool in_string = false;
    bool is_escaped = false;
    while (true) {
        const auto read = next_character();
        if (!read) return std::unexpected(read.error());
        const int character = *read;
        const bool is_outside = depth == 0 && !in_string;
        if (character == end_of_file) {
            is_done_ = true;
            return text.empty() ? std::nullopt : std::optional(text);
        }
        if (is_outside && text.empty() &&
            (is_blank(character) || character == 0xEF || character == 0xBB || character == 0xBF ||
             (is_in_list_ && character == ','))) {
            continue;
        }
        if (!std::exchange(has_begun_, true) && character == '[') {
            is_in_list_ = true;
            continue;
        }
        if (is_outside && is_in_list_ && character == ']') {
            is_in_list_ = false;
            if (text.empty()) continue;
            return text;
        }
        if (is_outside && (is_blank(character) || (is_in_list_ && character == ','))) return text;
        text += static_cast<char>(character);
        if (text.size() > document_size_max) {
            is_done_ = true;
            return std::unexpected(ports::SourceFailure{"document_too_large", "one order is larger than 4 MiB"});
        }
        if (in_string) {
            if (!is_escaped && character == '"') in_string = false;
            is_escaped = !is_escaped && character == '\\';
        } else if (character == '"') {
            in_string = true;
        } else if (character == '{' || character == '[') {
            ++depth;
        } else if ((character == '}' || character == ']') && --depth <= 0) {
            return text;
        }
    }
}

void JsonDocuments::unwrap(std::string text) {
    auto value = json::parse(text);
    if (!value) {
        waiting_.push_back({++count_, std::move(text), {}, value.error()});
        return;
    }
    if (const auto orders = orders_inside(*value)) {
        for (const json::Value& order : *orders) {
            waiting_.push_back({++count_, boost::json::serialize(order), order, std::nullopt});
        }
        return;
    }
    waiting_.push_back({++count_, std::move(text), std::move(*value), std::nullopt});
}

std::expected<std::optional<JsonDocument>, ports::SourceFailure> JsonDocuments::next() {
    while (waiting_.empty()) {
        if (is_done_) return std::nullopt;
        auto text = next_text();
        if (!text) {
            is_done_ = true;
            return std::unexpected(text.error());
        }
        if (*text) unwrap(std::move(**text));
    }
    JsonDocument document = std::move(waiting_.front());
    waiting_.pop_front();
    return document;
}

}  // namespace commis::transfer
