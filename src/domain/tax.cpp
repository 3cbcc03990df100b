// Tax arithmetic: exact rates, one rounding per rate, largest remainder over the lines.
#include "domain/tax.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

constexpr std::int64_t whole_e4 = 1'000'000;  // 100 percent.

}  // namespace

std::optional<TaxRate> TaxRate::parse(std::string_view text) {
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (whole.empty() || whole.size() > 3 || fraction.size() > 4) return std::nullopt;
    if (point != std::string_view::npos && fraction.empty()) return std::nullopt;
    if (!std::ranges::all_of(whole, is_digit) || !std::ranges::all_of(fraction, is_digit)) return std::nullopt;
    std::int64_t value = 0;
    for (const char digit : whole) value = value * 10 + (digit - '0');
    for (std::size_t i = 0; i < 4; ++i) value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    if (value > whole_e4) return std::nullopt;
    return TaxRate::of(value);
}

std::string TaxRate::to_string() const {
    std::string text = std::to_string(percent_e4_ / 10'000);
    std::string fraction = std::to_string(10'000 + percent_e4_ % 10'000).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return fraction.empty() ? text : text + "." + fraction;
}

std::int64_t tax_of(std::int64_t amount_minor, TaxRate rate, bool prices_include_tax) {
    const std::int64_t base = prices_include_tax ? whole_e4 + rate.percent_e4() : whole_e4;
    return scale_half_away(amount_minor, rate.percent_e4(), base);
}

std::vector<std::int64_t> taxes_of(std::span<const Taxable> amounts, bool prices_include_tax, TaxRounding rounding) {
    std::vector<std::int64_t> taxes(amounts.size(), 0);
    if (rounding == TaxRounding::line) {
        std::ranges::transform(amounts, taxes.begin(), [&](const Taxable& taxable) {
            return tax_of(taxable.amount_minor, taxable.rate, prices_include_tax);
        });
        return taxes;
    }
    std::map<TaxRate, std::vector<std::size_t>> by_rate;
    for (std::size_t i = 0; i < amounts.size(); ++i) by_rate[amounts[i].rate].push_back(i);
    for (const auto& [rate, members] : by_rate) {
        std::int64_t sum_minor = 0;
        std::vector<std::int64_t> weights;
        for (const std::size_t member : members) {
            sum_minor += amounts[member].amount_minor;
            weights.push_back(std::abs(amounts[member].amount_minor));
        }
        const auto parts = spread(tax_of(sum_minor, rate, prices_include_tax), weights);
        for (std::size_t i = 0; i < members.size(); ++i) taxes[members[i]] = parts[i];
    }
    return taxes;
}

}  // namespace commis::domain
