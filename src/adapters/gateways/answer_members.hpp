// Reads what is wanted of a service's answer and nothing else: services add members all the time, so none is demanded,
// and one of another kind counts as absent.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "json/parse.hpp"

namespace commis::gateways {

using Path = std::initializer_list<std::string_view>;

inline const json::Value& member_of(const json::Value& value, Path path) {
    static const json::Value nothing;
    const json::Value* at = &value;
    for (const std::string_view name : path) {
        const auto* object = at->if_object();
        at = object == nullptr ? nullptr : object->if_contains(name);
        if (at == nullptr) return nothing;
    }
    return *at;
}

// Empty when it is no text.
inline std::string text_of(const json::Value& value, Path path = {}) {
    const auto* text = member_of(value, path).if_string();
    return text == nullptr ? std::string{} : std::string(text->data(), text->size());
}

inline std::optional<std::int64_t> number_of(const json::Value& value, Path path = {}) {
    const auto* number = member_of(value, path).if_int64();
    return number == nullptr ? std::nullopt : std::optional(*number);
}

inline bool is_true(const json::Value& value, Path path = {}) {
    const auto* flag = member_of(value, path).if_bool();
    return flag != nullptr && *flag;
}

// The elements of a list; none when it is no list.
inline const boost::json::array& list_of(const json::Value& value, Path path = {}) {
    static const boost::json::array empty;
    const auto* list = member_of(value, path).if_array();
    return list == nullptr ? empty : *list;
}

}  // namespace commis::gateways
