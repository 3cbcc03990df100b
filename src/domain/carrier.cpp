#include "domain/carrier.hpp"

#include <algorithm>

namespace commis::domain {
namespace {

constexpr std::string_view place = "{number}";

bool is_letter_or_digit(char sign) {
    return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

// "Post Nord", "post-nord" and "PostNord" are one.
std::string key_of(std::string_view told) {
    std::string key;
    for (const char sign : told) {
        const bool is_upper = sign >= 'A' && sign <= 'Z';
        // Letters outside ASCII count as they are written.
        const bool counts = is_letter_or_digit(sign) || static_cast<unsigned char>(sign) >= 0x80;
        if (counts) key += is_upper ? static_cast<char>(sign - 'A' + 'a') : sign;
    }
    return key;
}

// Numbers are printed in groups; their blanks are no part of them.
std::string encoded(std::string_view number) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char sign : number) {
        if (sign == ' ') continue;
        if (is_letter_or_digit(sign) || sign == '-' || sign == '_' || sign == '.') {
            text += sign;
            continue;
        }
        const auto byte = static_cast<unsigned char>(sign);
        text += '%';
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

}  // namespace

const Carrier* find_carrier(std::span<const Carrier> carriers, std::string_view told) {
    const std::string key = key_of(told);
    if (key.empty()) return nullptr;
    const auto is_it = [&](const Carrier& carrier) {
        const auto fits = [&](const std::string& name) { return key_of(name) == key; };
        return fits(carrier.id) || fits(carrier.name) || std::ranges::any_of(carrier.also, fits);
    };
    const auto at = std::ranges::find_if(carriers, is_it);
    return at == carriers.end() ? nullptr : &*at;
}

std::string tracking_url(const Tracking& tracking, std::span<const Carrier> carriers) {
    if (!tracking.url.empty() || tracking.number.empty()) return tracking.url;
    const Carrier* carrier = find_carrier(carriers, tracking.carrier);
    if (carrier == nullptr) return {};
    std::string url = carrier->url;
    const auto at = url.find(place);
    return at == std::string::npos ? std::string{} : url.replace(at, place.size(), encoded(tracking.number));
}

}  // namespace commis::domain
