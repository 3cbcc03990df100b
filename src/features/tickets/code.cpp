#include "features/tickets/code.hpp"

#include "domain/decisions/tickets.hpp"

namespace commis::tickets {
namespace {

using domain::ticket_code_length;

constexpr std::size_t group_length = 4;

// The sign that was meant; nothing for one that stands in no code.
std::optional<char> meant_by(char sign) {
    if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
    if (sign == 'O') sign = '0';
    if (sign == 'I' || sign == 'L') sign = '1';
    if (domain::ticket_code_signs.find(sign) == std::string_view::npos) return std::nullopt;
    return sign;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<std::string> code_from(std::string_view typed) {
    std::string code;
    for (const char sign : typed) {
        if (sign == ' ' || sign == '-') continue;
        const auto meant = meant_by(sign);
        if (!meant || code.size() == ticket_code_length) return std::nullopt;
        code += *meant;
    }
    if (code.size() != ticket_code_length) return std::nullopt;
    return code;
}

}  // namespace

std::string key_purpose(std::int64_t shop_id) { return "tickets:" + std::to_string(shop_id); }

std::string signed_text(const domain::Shop& shop, std::string_view code) {
    return shop.handle + ":" + std::string(code);
}

std::string barcode_of(const Services& services, const domain::Shop& shop, std::string_view code) {
    return std::string(code) + "." + services.secrets.sign(key_purpose(shop.id), signed_text(shop, code));
}

std::string shown_code(std::string_view code) {
    std::string shown;
    for (std::size_t at = 0; at < code.size(); at += group_length) {
        if (at > 0) shown += ' ';
        shown += code.substr(at, group_length);
    }
    return shown;
}

std::optional<ReadCode> read_code(const Services& services, const domain::Shop& shop, std::string_view text) {
    text = trimmed(text);
    const std::size_t dot = text.find('.');
    auto code = code_from(text.substr(0, dot));
    if (!code) return std::nullopt;
    if (dot == std::string_view::npos) return ReadCode{std::move(*code), false};
    // The signature follows from key and text alone, so that making it again is checking it.
    if (text != barcode_of(services, shop, *code)) return std::nullopt;
    return ReadCode{std::move(*code), true};
}

}  // namespace commis::tickets
