// Categories by place and rate, sums by category and rate.
#include "domain/paper.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace commis::domain {
namespace {

// ISO 3166-1; Greece is GR there, and EL in its VAT numbers.
constexpr std::array<std::string_view, 27> eu_countries{"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES",
                                                        "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
                                                        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};

}  // namespace

std::string_view id_of(TaxCategory category) {
    constexpr std::array<std::string_view, 7> ids{"standard",        "zero",     "exempt", "reverse_charge",
                                                  "intra_community", "exported", "outside"};
    return ids[static_cast<std::size_t>(category)];
}

std::string_view untdid_5305(TaxCategory category) {
    constexpr std::array<std::string_view, 7> codes{"S", "Z", "E", "AE", "K", "G", "O"};
    return codes[static_cast<std::size_t>(category)];
}

bool is_in_eu(std::string_view country) { return std::ranges::find(eu_countries, country) != eu_countries.end(); }

TaxCategory tax_category(LineKind kind, TaxRate rate, const TaxPlace& place) {
    if (rate.percent_e4() > 0) return TaxCategory::standard;
    const bool is_goods = kind == LineKind::goods;
    const std::string& country = is_goods ? place.delivery_country : place.buyer_country;
    const bool is_abroad = !country.empty() && !place.seller_country.empty() && country != place.seller_country;
    if (is_abroad && is_in_eu(place.seller_country)) {
        if (!is_in_eu(country)) return is_goods ? TaxCategory::exported : TaxCategory::outside;
        if (place.buyer_is_business) return is_goods ? TaxCategory::intra_community : TaxCategory::reverse_charge;
    }
    return place.has_exemption_reason ? TaxCategory::exempt : TaxCategory::zero;
}

void add_up(Paper& paper) {
    paper.taxes.clear();
    const auto add = [&](const PaperLine& line) {
        const auto is_same = [&](const PaperTax& tax) {
            return tax.category == line.category && tax.rate == line.tax_rate;
        };
        auto at = std::ranges::find_if(paper.taxes, is_same);
        if (at == paper.taxes.end()) {
            at = paper.taxes.insert(at, PaperTax{.category = line.category, .rate = line.tax_rate});
        }
        at->net_minor += line.net_minor;
        at->tax_minor += line.tax_minor;
    };
    std::ranges::for_each(paper.lines, add);
    if (paper.shipping) add(*paper.shipping);
    std::ranges::sort(paper.taxes, [](const PaperTax& left, const PaperTax& right) {
        return std::tuple(left.category, -left.rate.percent_e4()) <
               std::tuple(right.category, -right.rate.percent_e4());
    });
    paper.net_minor = 0;
    paper.tax_minor = 0;
    for (const PaperTax& tax : paper.taxes) {
        paper.net_minor += tax.net_minor;
        paper.tax_minor += tax.tax_minor;
    }
    paper.total_minor = paper.net_minor + paper.tax_minor;
}

}  // namespace commis::domain
