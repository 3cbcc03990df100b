// Tax by rate on the document's sum, spread back over the lines, so that order, invoice and export show the same cent.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace commis::domain {

// A decimal tax rate between 0 and 100 percent with at most four digits after the point, kept exactly.
class TaxRate {
public:
    constexpr TaxRate() = default;

    // Ten-thousandths of a percent: 200000 is 20 %, 55000 is 5.5 %. The caller keeps to 0 … 1,000,000.
    static constexpr TaxRate of(std::int64_t percent_e4) {
        TaxRate rate;
        rate.percent_e4_ = percent_e4;
        return rate;
    }
    // "20", "5.5", "8.10". No sign, no exponent, no percent sign.
    static std::optional<TaxRate> parse(std::string_view text);

    std::int64_t percent_e4() const { return percent_e4_; }
    std::string to_string() const;  // The shortest decimal: "20", "5.5".

    friend bool operator==(const TaxRate&, const TaxRate&) = default;
    friend auto operator<=>(const TaxRate&, const TaxRate&) = default;

private:
    std::int64_t percent_e4_ = 0;
};

// An amount that is taxed: net where prices exclude tax, gross where they include it.
struct Taxable {
    std::int64_t amount_minor = 0;
    TaxRate rate;
};

// Where tax is rounded: once per rate on the whole document (the default) or on each line. Never a mixture.
enum class TaxRounding : std::uint8_t { document, line };

// The tax contained in (or due on top of) one amount, half away from zero.
std::int64_t tax_of(std::int64_t amount_minor, TaxRate rate, bool prices_include_tax);

// The tax of each amount. With `document` rounding the taxes of one rate sum to the tax of their sum.
std::vector<std::int64_t> taxes_of(std::span<const Taxable> amounts, bool prices_include_tax, TaxRounding rounding);

}  // namespace commis::domain
