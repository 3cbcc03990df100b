// Differences of what an order is worth, and credits that never go below zero at any rate.
#include "domain/document_parts.hpp"

#include <algorithm>

#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

DocumentPart part_of(const Line& line) {
    return {.line_id = line.id,
            .quantity = line.active(),
            .tax_rate = line.tax_rate,
            .amount_minor = line.total_minor - line.left_minor,
            .tax_minor = line.tax_minor - tax_left(line)};
}

DocumentPart part_of(const Shipping& shipping) {
    return {.shipping = true,
            .quantity = 1,
            .tax_rate = shipping.tax_rate,
            .amount_minor = shipping.total_minor,
            .tax_minor = shipping.tax_minor};
}

RateSum& sum_at(std::vector<RateSum>& sums, TaxRate rate) {
    auto at = std::ranges::find_if(sums, [&](const RateSum& sum) { return sum.rate <= rate; });
    if (at == sums.end() || at->rate != rate) at = sums.insert(at, RateSum{.rate = rate});
    return *at;
}

// Takes part of what stands at a rate: all of it with all of its tax.
DocumentPart take(RateSum& sum, DocumentPart part, std::int64_t amount_minor) {
    if (amount_minor == sum.amount_minor) {
        part.tax_minor = sum.tax_minor;
    } else if (amount_minor != part.amount_minor) {
        part.tax_minor = scale_half_away(part.tax_minor, amount_minor, part.amount_minor);
    }
    part.tax_minor = std::min(part.tax_minor, sum.tax_minor);
    part.amount_minor = amount_minor;
    sum.amount_minor -= amount_minor;
    sum.tax_minor -= part.tax_minor;
    return part;
}

}  // namespace

std::int64_t tax_left(const Line& line) {
    if (line.units.empty()) return share_of_units(line.tax_minor, 0, line.gone(), line.quantity);
    std::int64_t tax_minor = 0;
    for (const TicketUnit& unit : line.units) {
        if (unit.status != UnitStatus::active) tax_minor += unit.tax_minor;
    }
    return tax_minor;
}

std::vector<DocumentPart> parts_to_invoice(const Order& order) {
    std::vector<DocumentPart> parts;
    for (const Line& line : order.lines) {
        if (line.active() > 0) parts.push_back(part_of(line));
    }
    if (!order.shipping.cancelled && order.shipping.total_minor != 0) parts.push_back(part_of(order.shipping));
    return parts;
}

std::vector<DocumentPart> parts_left(const Order& before, const Order& after) {
    std::vector<DocumentPart> parts;
    for (const Line& line : after.lines) {
        const Line* was = before.find_line(line.id);
        if (was == nullptr || was->active() <= line.active()) continue;
        DocumentPart part = part_of(*was);
        const DocumentPart now = part_of(line);
        part.quantity -= now.quantity;
        part.amount_minor -= now.amount_minor;
        part.tax_minor -= now.tax_minor;
        parts.push_back(part);
    }
    const bool took_shipping = after.shipping.cancelled && !before.shipping.cancelled;
    if (took_shipping && before.shipping.total_minor != 0) parts.push_back(part_of(before.shipping));
    return parts;
}

std::vector<RateSum> by_rate(std::span<const DocumentPart> parts) {
    std::vector<RateSum> sums;
    for (const DocumentPart& part : parts) {
        RateSum& sum = sum_at(sums, part.tax_rate);
        sum.amount_minor += part.amount_minor;
        sum.tax_minor += part.tax_minor;
    }
    return sums;
}

std::vector<RateSum> standing_by_rate(const Order& order, const Document& invoice) {
    std::vector<RateSum> sums = by_rate(invoice.parts);
    for (const Document& document : order.documents) {
        if (document.kind != DocumentKind::credit_note || document.refers_to != invoice.id) continue;
        for (const RateSum& credited : by_rate(document.parts)) {
            RateSum& sum = sum_at(sums, credited.rate);
            sum.amount_minor -= credited.amount_minor;
            sum.tax_minor -= credited.tax_minor;
        }
    }
    return sums;
}

std::vector<DocumentPart> credit_parts(std::vector<RateSum> standing, std::span<const DocumentPart> wanted,
                                       std::int64_t amount_minor) {
    std::vector<DocumentPart> parts;
    for (const DocumentPart& part : wanted) {
        RateSum& sum = sum_at(standing, part.tax_rate);
        const std::int64_t taken_minor = std::min(part.amount_minor, sum.amount_minor);
        amount_minor += part.amount_minor - taken_minor;
        if (taken_minor > 0) parts.push_back(take(sum, part, taken_minor));
    }
    std::vector<std::int64_t> weights;
    std::int64_t left_minor = 0;
    for (const RateSum& sum : standing) left_minor += weights.emplace_back(sum.amount_minor);
    const std::int64_t rest_minor = std::min(amount_minor, left_minor);
    if (rest_minor <= 0) return parts;
    const std::vector<std::int64_t> shares = spread(rest_minor, weights);
    for (std::size_t index = 0; index < standing.size(); ++index) {
        RateSum& sum = standing[index];
        if (shares[index] <= 0) continue;
        const DocumentPart whole{
            .tax_rate = sum.rate, .amount_minor = sum.amount_minor, .tax_minor = sum.tax_minor};
        parts.push_back(take(sum, whole, shares[index]));
    }
    return parts;
}

std::int64_t amount_of(std::span<const DocumentPart> parts) {
    std::int64_t sum_minor = 0;
    for (const DocumentPart& part : parts) sum_minor += part.amount_minor;
    return sum_minor;
}

std::int64_t tax_of(std::span<const DocumentPart> parts) {
    std::int64_t sum_minor = 0;
    for (const DocumentPart& part : parts) sum_minor += part.tax_minor;
    return sum_minor;
}

}  // namespace commis::domain
