// The arithmetic of EN 16931, asked of a paper before a file is made of it.
#include <algorithm>
#include <cstdlib>

#include "adapters/einvoice/missing.hpp"
#include "domain/rounding.hpp"

namespace commis::einvoice {
namespace {

using domain::Paper;
using domain::PaperLine;
using domain::PaperTax;
using domain::TaxCategory;

constexpr std::int64_t whole_e4 = 1'000'000;  // 100 percent.

// The rules reckon with two decimals, whatever the currency has.
std::int64_t in_hundredths(std::int64_t minor, const domain::Currency& currency) {
    for (int i = currency.exponent(); i < 2; ++i) minor *= 10;
    return minor;
}

// BR-S-09 and BR-CO-17: the tax is less than one whole unit away from the rate's share of the net; a rate that rounds
// to nothing bears a tax that does.
bool is_near_its_rate(const PaperTax& sum, const domain::Currency& currency) {
    const std::int64_t rate = sum.rate.percent_e4();
    const std::int64_t net = std::abs(in_hundredths(sum.net_minor, currency));
    const std::int64_t tax = std::abs(in_hundredths(sum.tax_minor, currency));
    if (rate < 5'000 && tax >= 50) return false;
    return std::abs(tax - domain::scale_half_away(net, rate, whole_e4)) < 100;
}

bool agrees_with_lines(const Paper& paper, const PaperTax& sum) {
    std::int64_t net_minor = 0;
    bool is_used = false;
    const auto add = [&](const PaperLine& line) {
        if (line.category != sum.category || line.tax_rate != sum.rate) return;
        net_minor += line.net_minor;
        is_used = true;
    };
    std::ranges::for_each(paper.lines, add);
    if (paper.shipping) add(*paper.shipping);
    return is_used && net_minor == sum.net_minor;
}

bool has_sum(const Paper& paper, const PaperLine& line) {
    return std::ranges::count_if(paper.taxes, [&](const PaperTax& sum) {
               return sum.category == line.category && sum.rate == line.tax_rate;
           }) == 1;
}

}  // namespace

bool sums_agree(const Paper& paper) {
    std::int64_t net_minor = 0;
    std::int64_t tax_minor = 0;
    for (const PaperTax& sum : paper.taxes) {
        if (!agrees_with_lines(paper, sum)) return false;
        net_minor += sum.net_minor;
        tax_minor += sum.tax_minor;
    }
    if (!std::ranges::all_of(paper.lines, [&](const PaperLine& line) { return has_sum(paper, line); })) return false;
    if (paper.shipping && !has_sum(paper, *paper.shipping)) return false;
    return net_minor == paper.net_minor && tax_minor == paper.tax_minor && net_minor + tax_minor == paper.total_minor;
}

bool taxes_agree(const Paper& paper) {
    return std::ranges::all_of(paper.taxes, [&](const PaperTax& sum) {
        if (sum.category == TaxCategory::standard) {
            return sum.rate.percent_e4() > 0 && is_near_its_rate(sum, paper.currency);
        }
        return sum.rate.percent_e4() == 0 && sum.tax_minor == 0;
    });
}

}  // namespace commis::einvoice
