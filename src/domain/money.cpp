// The currency table and the lossless text form of amounts.
#include "domain/money.hpp"

#include <algorithm>

namespace commis::domain {
namespace {

// ISO 4217 list one, active codes, grouped by the digits of the minor unit.
constexpr std::string_view no_digits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";
constexpr std::string_view three_digits = "BHD IQD JOD KWD LYD OMR TND ";
constexpr std::string_view four_digits = "CLF UYW ";
constexpr std::string_view two_digits =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE "
    "CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL "
    "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR "
    "MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK "
    "SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD "
    "YER ZAR ZMW ZWG ";

bool lists(std::string_view table, std::string_view code) {
    for (std::size_t at = 0; at + 4 <= table.size(); at += 4) {
        if (table.substr(at, 3) == code) return true;
    }
    return false;
}

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

__extension__ typedef __int128 Wide;

std::optional<std::int64_t> within_limit(Wide value) {
    if (value > amount_limit_minor || value < -amount_limit_minor) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

}  // namespace

std::optional<Currency> Currency::find(std::string_view code) {
    if (code.size() != 3) return std::nullopt;
    Currency found;
    if (lists(two_digits, code)) {
        found.exponent_ = 2;
    } else if (lists(no_digits, code)) {
        found.exponent_ = 0;
    } else if (lists(three_digits, code)) {
        found.exponent_ = 3;
    } else if (lists(four_digits, code)) {
        found.exponent_ = 4;
    } else {
        return std::nullopt;
    }
    std::copy(code.begin(), code.end(), found.letters_.begin());
    return found;
}

std::string to_decimal(const Money& money) {
    const int exponent = money.currency.exponent();
    const bool negative = money.amount_minor < 0;
    const auto magnitude =
        negative ? 0 - static_cast<std::uint64_t>(money.amount_minor) : static_cast<std::uint64_t>(money.amount_minor);
    std::string digits = std::to_string(magnitude);
    const auto places = static_cast<std::size_t>(exponent);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, 1, '.');
    return negative ? "-" + digits : digits;
}

std::optional<std::int64_t> parse_decimal(std::string_view text, const Currency& currency) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (whole.empty() || whole.size() > 16 || !std::ranges::all_of(whole, is_digit)) return std::nullopt;
    if (point != std::string_view::npos && fraction.empty()) return std::nullopt;
    if (!std::ranges::all_of(fraction, is_digit)) return std::nullopt;
    const auto places = static_cast<std::size_t>(currency.exponent());
    // Trailing zeros beyond the currency's digits lose nothing ("5.000" EUR); anything else would.
    if (fraction.size() > places && fraction.find_first_not_of('0', places) != std::string_view::npos) {
        return std::nullopt;
    }
    Wide value = 0;
    for (const char digit : whole) value = value * 10 + (digit - '0');
    value *= power_of_ten(currency.exponent());
    std::int64_t scale = power_of_ten(currency.exponent());
    for (const char digit : fraction.substr(0, places)) {
        scale /= 10;
        value += static_cast<Wide>(digit - '0') * scale;
    }
    return within_limit(negative ? -value : value);
}

std::optional<std::int64_t> multiply_checked(std::int64_t amount_minor, std::int64_t quantity) {
    return within_limit(static_cast<Wide>(amount_minor) * quantity);
}

std::optional<std::int64_t> add_checked(std::int64_t left_minor, std::int64_t right_minor) {
    return within_limit(static_cast<Wide>(left_minor) + right_minor);
}

}  // namespace commis::domain
