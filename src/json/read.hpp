// Reads a JSON document into a struct described with Boost.Describe and reports every misfit with its pointer.
// A member is required unless it is std::optional, Patch, or named in the struct's `defaulted_members`; names that
// the struct does not have are refused, and nothing is converted silently.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <concepts>
#include <cstdint>
#include <expected>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "json/describe.hpp"
#include "json/field_error.hpp"
#include "json/parse.hpp"
#include "json/pointer.hpp"

namespace commis::json {

// Collects what was found wrong, up to a limit: a document of a million mistakes needs no million answers.
class Findings {
public:
    static constexpr std::size_t errors_max = 100;

    void add(const Place& place, std::string_view code, std::string_view detail);
    void wrong_type(const Place& place, std::string_view wanted);
    std::vector<FieldError> take() { return std::move(errors_); }
    bool empty() const { return errors_.empty(); }

private:
    std::vector<FieldError> errors_;
};

// Refuses what is no text or holds U+0000, which neither storage engine keeps faithfully.
bool read_text(const Value& value, std::string& out, const Place& place, Findings& findings);
bool is_clean_name(std::string_view name, const Place& place, Findings& findings);
// The number as 64 bits, inside [low, high].
bool read_integer(const Value& value, std::int64_t low, std::int64_t high, std::int64_t& out, const Place& place,
                  Findings& findings);

template <class T>
void read_value(const Value& value, T& out, const Place& place, Findings& findings);

template <DescribedStruct T>
void read_struct(const Value& value, T& out, const Place& place, Findings& findings) {
    const auto* object = value.if_object();
    if (object == nullptr) return findings.wrong_type(place, "an object");
    std::size_t known = 0;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(out.*member.pointer)>;
        constexpr std::string_view name = json_name(member.name);
        const Value* found = object->if_contains(boost::json::string_view(name.data(), name.size()));
        if (found != nullptr) {
            ++known;
            return read_value(*found, out.*member.pointer, place.member(name), findings);
        }
        if constexpr (!is_optional<Member> && !is_patch<Member>) {
            if (!is_defaulted<T>(name) && !is_defaulted<T>(member.name)) {
                findings.add(place.member(name), "required", "This member is required.");
            }
        }
    });
    if (known == object->size()) return;
    for (const auto& entry : *object) {
        const std::string_view name(entry.key().data(), entry.key().size());
        bool is_known = false;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) { is_known |= json_name(member.name) == name; });
        if (!is_known) findings.add(place.member(name), "unknown_field", "There is no such member here.");
    }
}

template <DescribedEnum E>
void read_enum(const Value& value, E& out, const Place& place, Findings& findings) {
    std::string text;
    if (!read_text(value, text, place, findings)) return;
    if (const auto found = enum_from_text<E>(text)) {
        out = *found;
        return;
    }
    std::string choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto enumerator) { choices += (choices.empty() ? "" : ", ") + enum_text(enumerator.value); });
    findings.add(place, "unknown_value", "Must be one of: " + choices + ".");
}

template <class T>
void read_list(const Value& value, std::vector<T>& out, const Place& place, Findings& findings) {
    const auto* array = value.if_array();
    if (array == nullptr) return findings.wrong_type(place, "a list");
    out.clear();
    out.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
        T element{};
        read_value((*array)[i], element, place.element(i), findings);
        out.push_back(std::move(element));
    }
}

template <class T>
void read_map(const Value& value, std::map<std::string, T>& out, const Place& place, Findings& findings) {
    const auto* object = value.if_object();
    if (object == nullptr) return findings.wrong_type(place, "an object");
    out.clear();
    for (const auto& entry : *object) {
        const std::string_view name(entry.key().data(), entry.key().size());
        const Place member = place.member(name);
        if (is_clean_name(name, member, findings)) read_value(entry.value(), out[std::string(name)], member, findings);
    }
}

template <HasTextForm T>
void read_text_form(const Value& value, T& out, const Place& place, Findings& findings) {
    std::string text;
    if (!read_text(value, text, place, findings)) return;
    if (auto parsed = TextForm<T>::from(text)) {
        out = std::move(*parsed);
    } else {
        findings.add(place, TextForm<T>::code, TextForm<T>::detail);
    }
}

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_map = false;
template <class T>
inline constexpr bool is_map<std::map<std::string, T>> = true;
template <class T>
inline constexpr bool always_false = false;

template <class T>
void read_value(const Value& value, T& out, const Place& place, Findings& findings) {
    if constexpr (std::same_as<T, Value>) {
        out = value;
    } else if constexpr (std::same_as<T, boost::json::object>) {
        if (!value.is_object()) return findings.wrong_type(place, "an object");
        out = value.get_object();
    } else if constexpr (std::same_as<T, boost::json::array>) {
        if (!value.is_array()) return findings.wrong_type(place, "a list");
        out = value.get_array();
    } else if constexpr (HasTextForm<T>) {
        read_text_form(value, out, place, findings);
    } else if constexpr (std::same_as<T, std::string>) {
        read_text(value, out, place, findings);
    } else if constexpr (std::same_as<T, bool>) {
        if (!value.is_bool()) return findings.wrong_type(place, "true or false");
        out = value.get_bool();
    } else if constexpr (std::same_as<T, std::int64_t> || std::same_as<T, std::int32_t>) {
        std::int64_t number = 0;
        if (!read_integer(value, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), number, place, findings))
            return;
        out = static_cast<T>(number);
    } else if constexpr (is_optional<T>) {
        if (value.is_null()) return out.reset();
        read_value(value, out.emplace(), place, findings);
    } else if constexpr (is_patch<T>) {
        if (value.is_null()) {
            out = T::null();
            return;
        }
        std::remove_cvref_t<decltype(out.value())> inner{};
        read_value(value, inner, place, findings);
        out = T(std::move(inner));
    } else if constexpr (is_list<T>) {
        read_list(value, out, place, findings);
    } else if constexpr (is_map<T>) {
        read_map(value, out, place, findings);
    } else if constexpr (DescribedEnum<T>) {
        read_enum(value, out, place, findings);
    } else if constexpr (DescribedStruct<T>) {
        read_struct(value, out, place, findings);
    } else {
        static_assert(always_false<T>, "This type has no JSON form: describe it or specialise TextForm.");
    }
}

template <class T>
std::expected<T, std::vector<FieldError>> read(const Value& value) {
    T out{};
    Findings findings;
    read_value(value, out, Place::root(), findings);
    if (!findings.empty()) return std::unexpected(findings.take());
    return out;
}

}  // namespace commis::json
