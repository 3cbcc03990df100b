// Writes described structs and enums with the Writer: the counterpart of read.hpp. An empty std::optional is null,
// unless the struct says `static constexpr bool omits_empty = true`; an absent Patch is left out.
#pragma once

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <concepts>
#include <map>
#include <string>
#include <vector>

#include "json/describe.hpp"
#include "json/writer.hpp"

namespace commis::json {

template <class T>
void write_value(Writer& writer, const T& value);

template <class T>
constexpr bool omits_empty() {
    if constexpr (requires { T::omits_empty; }) return T::omits_empty;
    return false;
}

template <DescribedStruct T>
void write_members(Writer& writer, const T& value) {
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
        const auto& content = value.*member.pointer;
        using Member = std::remove_cvref_t<decltype(content)>;
        if constexpr (is_patch<Member>) {
            if (content.is_absent()) return;
        }
        if constexpr (is_optional<Member> && omits_empty<T>()) {
            if (!content) return;
        }
        writer.key(json_name(member.name));
        write_value(writer, content);
    });
}

template <class T>
void write_value(Writer& writer, const T& value) {
    if constexpr (std::same_as<T, boost::json::value> || std::same_as<T, boost::json::object> ||
                  std::same_as<T, boost::json::array>) {
        writer.raw(boost::json::serialize(value));
    } else if constexpr (HasTextForm<T>) {
        writer.value(TextForm<T>::to(value));
    } else if constexpr (is_optional<T>) {
        if (value) return write_value(writer, *value);
        writer.null();
    } else if constexpr (is_patch<T>) {
        if (value.has_value()) return write_value(writer, value.value());
        writer.null();
    } else if constexpr (requires { typename T::mapped_type; }) {
        writer.object();
        for (const auto& [name, content] : value) {
            writer.key(name);
            write_value(writer, content);
        }
        writer.end();
    } else if constexpr (requires { value.begin(); } && !std::convertible_to<T, std::string_view>) {
        writer.array();
        for (const auto& element : value) {
            // Elements of a vector of bool are proxies.
            write_value(writer, static_cast<const typename T::value_type&>(element));
        }
        writer.end();
    } else if constexpr (DescribedEnum<T>) {
        writer.value(enum_text(value));
    } else if constexpr (DescribedStruct<T>) {
        writer.object();
        write_members(writer, value);
        writer.end();
    } else {
        writer.value(value);
    }
}

template <class T>
std::string write(const T& value) {
    std::string out;
    Writer writer(out);
    write_value(writer, value);
    return out;
}

}  // namespace commis::json
