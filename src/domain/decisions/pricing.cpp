// Pricing in four readable steps: amounts, order discount, tax, tickets. All divisions are asked of rounding and tax.
#include "domain/decisions/pricing.hpp"

#include "domain/money.hpp"
#include "domain/rounding.hpp"
#include "domain/tax.hpp"

namespace commis::domain {
namespace {

std::string line_field(std::size_t index, std::string_view name) {
    return "/lines/" + std::to_string(index) + "/" + std::string(name);
}

// What each line costs after its own discount; empty when a field was refused.
std::vector<std::int64_t> own_amounts(const Order& order, std::vector<FieldError>& errors) {
    std::vector<std::int64_t> amounts;
    std::int64_t sum_minor = 0;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const Line& line = order.lines[i];
        const auto product = multiply_checked(line.unit_price_minor, line.quantity);
        const auto sum = product ? add_checked(sum_minor, *product) : std::nullopt;
        if (!sum) {
            errors.push_back({line_field(i, "unit_price"), "out_of_range", "the order's sum is beyond the limit"});
            return {};
        }
        if (line.discount_minor > *product) {
            errors.push_back({line_field(i, "discount"), "exceeds_line", "a discount can't exceed its line"});
            return {};
        }
        amounts.push_back(*product - line.discount_minor);
        sum_minor = *sum;
    }
    return amounts;
}

std::int64_t sum_of(const std::vector<std::int64_t>& amounts) {
    std::int64_t sum_minor = 0;
    for (const std::int64_t amount_minor : amounts) sum_minor += amount_minor;
    return sum_minor;
}

void apply_tax(Order& order, const std::vector<std::int64_t>& amounts, TaxRounding rounding) {
    std::vector<Taxable> taxables;
    for (std::size_t i = 0; i < amounts.size(); ++i) taxables.push_back({amounts[i], order.lines[i].tax_rate});
    taxables.push_back({order.shipping.amount_minor, order.shipping.tax_rate});
    const auto taxes = taxes_of(taxables, order.prices_include_tax, rounding);
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        order.lines[i].tax_minor = taxes[i];
        order.lines[i].total_minor = amounts[i] + (order.prices_include_tax ? 0 : taxes[i]);
    }
    order.shipping.tax_minor = taxes.back();
    order.shipping.total_minor = order.shipping.amount_minor + (order.prices_include_tax ? 0 : taxes.back());
}

void freeze_ticket_shares(Line& line) {
    const auto count = static_cast<std::int64_t>(line.units.size());
    for (std::int64_t i = 0; i < count; ++i) {
        TicketUnit& unit = line.units[static_cast<std::size_t>(i)];
        unit.value_minor = share_of_units(line.total_minor, i, i + 1, count);
        unit.tax_minor = share_of_units(line.tax_minor, i, i + 1, count);
    }
}

}  // namespace

void price(Order& order, TaxRounding rounding, std::vector<FieldError>& errors) {
    auto amounts = own_amounts(order, errors);
    if (!errors.empty()) return;
    const std::int64_t sum_minor = sum_of(amounts);
    if (order.discount_minor > sum_minor) {
        errors.push_back({"/discount", "exceeds_lines", "a discount can't exceed the lines"});
        return;
    }
    // Doubled, because prices excluding tax may grow by up to 100 percent of tax.
    const auto with_shipping = add_checked(sum_minor, order.shipping.amount_minor);
    if (!with_shipping || !multiply_checked(*with_shipping, 2)) {
        errors.push_back({"/shipping/amount", "out_of_range", "the order's sum is beyond the limit"});
        return;
    }
    const auto shares = spread(order.discount_minor, amounts);
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        order.lines[i].discount_minor += shares[i];
        amounts[i] -= shares[i];
    }
    apply_tax(order, amounts, rounding);
    for (Line& line : order.lines) freeze_ticket_shares(line);
}

}  // namespace commis::domain
