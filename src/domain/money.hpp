// Money as the whole house carries it: 64-bit integers in the minor unit of an ISO 4217 currency.
// Nothing here divides an amount except `rounding`, `tax` and `money` itself (see ARCHITECTURE.md).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace commis::domain {

// The largest amount the product accepts or computes: 2^53 − 1, so that every JSON reader sees the same number.
inline constexpr std::int64_t amount_limit_minor = 9'007'199'254'740'991;

// An ISO 4217 currency: its letters and how many digits its minor unit has (JPY 0, CHF 2, KWD 3).
class Currency {
public:
    // The neutral value of an order under construction; never stored.
    constexpr Currency() = default;

    // Knows the active currencies of ISO 4217; anything else has no exponent and is refused.
    static std::optional<Currency> find(std::string_view code);

    std::string_view code() const { return {letters_.data(), letters_.size()}; }
    int exponent() const { return exponent_; }

    friend bool operator==(const Currency&, const Currency&) = default;

private:
    std::array<char, 3> letters_{'X', 'X', 'X'};
    int exponent_ = 2;
};

// An amount that left its order: for messages, files and screens.
struct Money {
    std::int64_t amount_minor = 0;
    Currency currency;
    friend bool operator==(const Money&, const Money&) = default;
};

// "1234.50" for 123450 in EUR, "1235" for JPY; a point, no grouping, a leading minus. Lossless.
std::string to_decimal(const Money& money);

// The reverse. Refuses more digits than the currency has, signs in the middle, grouping, exponents and anything
// beyond `amount_limit_minor`.
std::optional<std::int64_t> parse_decimal(std::string_view text, const Currency& currency);

// quantity × price, or nothing when the product leaves ±amount_limit_minor.
std::optional<std::int64_t> multiply_checked(std::int64_t amount_minor, std::int64_t quantity);

// a + b, or nothing when the sum leaves ±amount_limit_minor.
std::optional<std::int64_t> add_checked(std::int64_t left_minor, std::int64_t right_minor);

}  // namespace commis::domain
