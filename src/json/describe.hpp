// How described structs and enums look in JSON: what may be left out, how enumerators are spelled, which types are
// read from one string, and Patch, which tells "absent" from "null".
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace commis::json {

// Lists member names: `static constexpr auto defaulted_members = json::names("discount", "line2");`
// A member listed there keeps its initial value when the document does not name it.
template <class... Names>
constexpr std::array<std::string_view, sizeof...(Names)> names(const Names&... listed) {
    return {std::string_view(listed)...};
}

// A member of a PATCH body: left alone, cleared by null, or set.
template <class T>
class Patch {
public:
    Patch() = default;
    Patch(T value) : is_present_(true), value_(std::move(value)) {}
    static Patch null() {
        Patch patch;
        patch.is_present_ = true;
        return patch;
    }

    bool is_absent() const { return !is_present_; }
    bool is_present() const { return is_present_; }
    bool is_null() const { return is_present_ && !value_; }
    bool has_value() const { return value_.has_value(); }
    const T& value() const { return value_.value(); }

    // Null clears, a value sets, absence leaves the target as it was.
    void apply_to(std::optional<T>& target) const {
        if (is_present_) target = value_;
    }
    // For targets that cannot be empty: null means the empty value.
    void apply_to(T& target) const {
        if (is_present_) target = value_.value_or(T{});
    }

private:
    bool is_present_ = false;
    std::optional<T> value_;
};

// Specialise to true for enums whose JSON words hold hyphens: bank_transfer is then written "bank-transfer".
template <class Enum>
inline constexpr bool is_hyphenated = false;

// Specialise for types that are one string in JSON: `static std::optional<T> from(std::string_view)`,
// `static std::string to(const T&)`, `static constexpr std::string_view code, detail` for a text that does not fit.
template <class T>
struct TextForm;

template <class T>
concept HasTextForm = requires(const T& value, std::string_view text) {
    { TextForm<T>::from(text) } -> std::same_as<std::optional<T>>;
    { TextForm<T>::to(value) } -> std::convertible_to<std::string>;
};

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_patch = false;
template <class T>
inline constexpr bool is_patch<Patch<T>> = true;

// `template_` is the member for the JSON name "template": words C++ keeps for itself end in an underscore.
constexpr std::string_view json_name(std::string_view member) {
    if (member.ends_with('_')) member.remove_suffix(1);
    return member;
}

template <class T>
constexpr bool is_defaulted(std::string_view member) {
    if constexpr (requires { T::defaulted_members; }) {
        for (const std::string_view name : T::defaulted_members) {
            if (name == member) return true;
        }
    }
    return false;
}

// The JSON word of an enumerator, empty when the value is none of them.
template <DescribedEnum E>
std::string enum_text(E value) {
    std::string text;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (enumerator.value == value) text = json_name(enumerator.name);
    });
    if constexpr (is_hyphenated<E>) {
        for (char& character : text) {
            if (character == '_') character = '-';
        }
    }
    return text;
}

// A '-' of JSON stands for the '_' of C++; where words are hyphenated, an underscore is not the same word.
template <DescribedEnum E>
std::optional<E> enum_from_text(std::string_view text) {
    if (is_hyphenated<E> && text.find('_') != std::string_view::npos) return std::nullopt;
    std::string name(text);
    for (char& character : name) {
        if (character == '-') character = '_';
    }
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (json_name(enumerator.name) == name) found = enumerator.value;
    });
    return found;
}

}  // namespace commis::json
