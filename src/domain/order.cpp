// Sums over an order's content. They add stored figures and never divide.
#include "domain/order.hpp"

#include <algorithm>

#include "domain/money.hpp"

namespace commis::domain {

bool Order::is_invoiced() const {
    return std::ranges::any_of(documents, [](const Document& document) {
        return document.kind == DocumentKind::invoice && !document.number.empty();
    });
}

ContentTotals content_totals(const Order& order) {
    ContentTotals totals;
    for (const Line& line : order.lines) {
        totals.lines_minor += multiply_checked(line.unit_price_minor, line.quantity).value();
        totals.discount_minor += line.discount_minor;
        totals.tax_minor += line.tax_minor;
        totals.total_minor += line.total_minor;
        totals.cancelled_minor += line.left_minor;
    }
    totals.shipping_minor = order.shipping.amount_minor;
    totals.tax_minor += order.shipping.tax_minor;
    totals.total_minor += order.shipping.total_minor;
    if (order.shipping.cancelled) totals.cancelled_minor += order.shipping.total_minor;
    return totals;
}

UnitCounts unit_counts(const Order& order) {
    UnitCounts counts;
    for (const Line& line : order.lines) {
        if (line.kind == LineKind::fee) continue;
        counts.total += line.quantity;
        counts.active += line.active();
        counts.cancelled += line.cancelled;
        counts.refunded += line.refunded;
        counts.shipped += line.shipped;
        if (line.kind == LineKind::goods) counts.to_ship += std::max(0, line.active() - line.shipped);
        if (line.kind == LineKind::ticket) counts.tickets += line.quantity;
        if (line.kind == LineKind::digital) counts.downloads += line.quantity;
    }
    return counts;
}

}  // namespace commis::domain
