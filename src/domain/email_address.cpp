// Stricter than the grammar on purpose: quoted local parts, comments, folding white space, address literals, domains
// without a dot and invisible characters are legal somewhere, but in an order desk they are typing errors or attacks.
#include "domain/email_address.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <utility>

#include "domain/lowered.hpp"

namespace commis::domain {
namespace {

constexpr bool is_letter_or_digit(char32_t point) {
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') || (point >= U'0' && point <= U'9');
}

// RFC 5322 atext without the letters; the dot is handled apart.
constexpr bool is_atom_sign(char32_t point) {
    return std::u32string_view{U"!#$%&'*+-/=?^_`{|}~"}.find(point) != std::u32string_view::npos;
}

// Direction marks, zero-width characters and their like make two addresses look the same; none belongs in one.
constexpr bool is_invisible(char32_t point) {
    return (point >= 0x80 && point <= 0xA0) || point == 0xAD || point == 0x061C || point == 0x115F || point == 0x1160 ||
           point == 0x1680 || point == 0x180E || (point >= 0x2000 && point <= 0x200F) ||
           (point >= 0x2028 && point <= 0x202F) || (point >= 0x205F && point <= 0x206F) || point == 0x3000 ||
           point == 0x3164 || (point >= 0xE000 && point <= 0xF8FF) || (point >= 0xFE00 && point <= 0xFE0F) ||
           point == 0xFEFF || point == 0xFFA0 || (point >= 0xFFF0 && point <= 0xFFFF) || point >= 0xE0000;
}

// Full-width forms and ideographic dots turn into ASCII syntax when a resolver maps them.
constexpr bool maps_to_ascii(char32_t point) {
    return (point >= 0xFF00 && point <= 0xFF65) || point == 0x3002 || (point >= 0x2024 && point <= 0x2026);
}

// Decodes one code point and moves past it; nothing for overlong forms, surrogates and cut sequences.
std::optional<char32_t> next_point(std::string_view text, std::size_t& position) {
    const auto byte_at = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const char32_t lead = byte_at(position);
    if (lead < 0x80) {
        ++position;
        return lead;
    }
    std::size_t length = 0;
    if (lead >= 0xC2 && lead <= 0xDF) length = 2;
    if (lead >= 0xE0 && lead <= 0xEF) length = 3;
    if (lead >= 0xF0 && lead <= 0xF4) length = 4;
    if (length == 0 || position + length > text.size()) return std::nullopt;
    char32_t point = lead & (0xFFU >> (length + 1));
    for (std::size_t index = 1; index < length; ++index) {
        const char32_t byte = byte_at(position + index);
        if ((byte & 0xC0U) != 0x80) return std::nullopt;
        point = (point << 6U) | (byte & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (point < smallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return std::nullopt;
    position += length;
    return point;
}

// What no part of any address may hold, looked for first so that the answer names the attack and not its side effect.
std::optional<EmailRefusal> refuse_characters(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const auto point = next_point(text, position);
        if (!point) return EmailRefusal::not_utf8;
        if (*point == U'\r' || *point == U'\n' || *point == 0x85 || *point == 0x2028 || *point == 0x2029) {
            return EmailRefusal::line_break;
        }
        if (*point < 0x20 || *point == 0x7F) return EmailRefusal::control_character;
        if (*point == U' ') return EmailRefusal::space;
        if (is_invisible(*point)) return EmailRefusal::invisible_character;
    }
    return std::nullopt;
}

// Signs that stand between or around addresses in a header.
std::optional<EmailRefusal> refuse_header_syntax(std::string_view text) {
    if (text.front() == '"') return EmailRefusal::quoted_local_part;
    if (text.find_first_of(",;") != std::string_view::npos) return EmailRefusal::several_addresses;
    if (text.find_first_of("()") != std::string_view::npos) return EmailRefusal::comment;
    return std::nullopt;
}

bool has_empty_label(std::string_view text) {
    return text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos;
}

std::optional<EmailRefusal> refuse_local_part(std::string_view local) {
    if (local.empty()) return EmailRefusal::local_part_missing;
    if (local.size() > email_local_limit_bytes) return EmailRefusal::local_part_too_long;
    if (has_empty_label(local)) return EmailRefusal::local_part_dots;
    for (std::size_t position = 0; position < local.size();) {
        const char32_t point = next_point(local, position).value_or(U' ');
        const bool is_allowed = point >= 0x80 || point == U'.' || is_letter_or_digit(point) || is_atom_sign(point);
        if (!is_allowed) return EmailRefusal::forbidden_character;
    }
    return std::nullopt;
}

std::optional<EmailRefusal> refuse_label(std::string_view label) {
    if (label.empty()) return EmailRefusal::domain_dots;
    if (label.size() > email_label_limit_bytes) return EmailRefusal::domain_label_too_long;
    if (label.front() == '-' || label.back() == '-') return EmailRefusal::domain_hyphen;
    for (std::size_t position = 0; position < label.size();) {
        const char32_t point = next_point(label, position).value_or(U' ');
        const bool is_ascii_allowed = is_letter_or_digit(point) || point == U'-';
        const bool is_allowed = point < 0x80 ? is_ascii_allowed : !maps_to_ascii(point);
        if (!is_allowed) return EmailRefusal::forbidden_character;
    }
    return std::nullopt;
}

std::optional<EmailRefusal> refuse_domain(std::string_view domain) {
    if (domain.empty()) return EmailRefusal::domain_missing;
    if (domain.front() == '[') return EmailRefusal::domain_literal;
    for (const auto part : std::views::split(domain, '.')) {
        if (const auto refusal = refuse_label(std::string_view{part.begin(), part.end()})) return refusal;
    }
    const auto last_dot = domain.rfind('.');
    if (last_dot == std::string_view::npos) return EmailRefusal::domain_without_dot;
    const auto top_level = domain.substr(last_dot + 1);
    const bool is_numeric = std::ranges::all_of(top_level, [](char sign) { return sign >= '0' && sign <= '9'; });
    if (is_numeric) return EmailRefusal::domain_top_level_numeric;
    return std::nullopt;
}

bool all_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
}

}  // namespace

std::string_view code_of(EmailRefusal refusal) {
    switch (refusal) {
        case EmailRefusal::empty:
            return "empty";
        case EmailRefusal::too_long:
            return "too_long";
        case EmailRefusal::local_part_too_long:
            return "local_part_too_long";
        case EmailRefusal::line_break:
            return "line_break";
        case EmailRefusal::control_character:
            return "control_character";
        case EmailRefusal::space:
            return "space";
        case EmailRefusal::not_utf8:
            return "not_utf8";
        case EmailRefusal::invisible_character:
            return "invisible_character";
        case EmailRefusal::at_sign_missing:
            return "at_sign_missing";
        case EmailRefusal::several_addresses:
            return "several_addresses";
        case EmailRefusal::local_part_missing:
            return "local_part_missing";
        case EmailRefusal::local_part_dots:
            return "local_part_dots";
        case EmailRefusal::quoted_local_part:
            return "quoted_local_part";
        case EmailRefusal::forbidden_character:
            return "forbidden_character";
        case EmailRefusal::domain_missing:
            return "domain_missing";
        case EmailRefusal::domain_dots:
            return "domain_dots";
        case EmailRefusal::domain_without_dot:
            return "domain_without_dot";
        case EmailRefusal::domain_literal:
            return "domain_literal";
        case EmailRefusal::domain_hyphen:
            return "domain_hyphen";
        case EmailRefusal::domain_label_too_long:
            return "domain_label_too_long";
        case EmailRefusal::domain_top_level_numeric:
            return "domain_top_level_numeric";
        case EmailRefusal::comment:
            return "comment";
    }
    std::unreachable();
}

bool EmailAddress::is_ascii() const { return all_ascii(local_part) && all_ascii(domain); }

bool EmailAddress::operator==(const EmailAddress& other) const {
    return local_part == other.local_part && lowered(domain) == lowered(other.domain);
}

std::expected<EmailAddress, EmailRefusal> parse_email_address(std::string_view text) {
    if (text.empty()) return std::unexpected{EmailRefusal::empty};
    if (text.size() > email_address_limit_bytes) return std::unexpected{EmailRefusal::too_long};
    if (const auto refusal = refuse_characters(text)) return std::unexpected{*refusal};
    if (const auto refusal = refuse_header_syntax(text)) return std::unexpected{*refusal};
    const auto at_sign = text.find('@');
    if (at_sign == std::string_view::npos) return std::unexpected{EmailRefusal::at_sign_missing};
    if (text.find('@', at_sign + 1) != std::string_view::npos) return std::unexpected{EmailRefusal::several_addresses};
    const auto local = text.substr(0, at_sign);
    const auto domain = text.substr(at_sign + 1);
    if (const auto refusal = refuse_local_part(local)) return std::unexpected{*refusal};
    if (const auto refusal = refuse_domain(domain)) return std::unexpected{*refusal};
    return EmailAddress{std::string{local}, std::string{domain}};
}

}  // namespace commis::domain
