// Sums over an order's content. They add stored figures and never divide.
#include "domain/order.hpp"

#include <algorithm>

#include "domain/money.hpp"

namespace commis::domain {
namespace {

// What credit notes took back of an invoice.
std::int64_t credited_minor(const Order& order, const Document& invoice) {
    std::int64_t sum_minor = 0;
    for (const Document& document : order.documents) {
        const bool is_credit = document.kind == DocumentKind::credit_note && document.refers_to == invoice.id;
        if (is_credit) sum_minor += document.amount_minor;
    }
    return sum_minor;
}

}  // namespace

bool is_bill(DocumentKind kind) { return kind == DocumentKind::invoice || kind == DocumentKind::credit_note; }

Line* Order::find_line(std::string_view line_id) {
    const auto at = std::ranges::find(lines, line_id, &Line::id);
    return at == lines.end() ? nullptr : &*at;
}

const Line* Order::find_line(std::string_view line_id) const { return const_cast<Order*>(this)->find_line(line_id); }

BuyerRequest* Order::find_request(std::string_view request_id) {
    const auto at = std::ranges::find(requests, request_id, &BuyerRequest::id);
    return at == requests.end() ? nullptr : &*at;
}

const BuyerRequest* Order::find_request(std::string_view request_id) const {
    return const_cast<Order*>(this)->find_request(request_id);
}

bool Order::was_invoiced() const {
    return std::ranges::any_of(
        documents, [](const Document& document) { return document.kind == DocumentKind::invoice && !document.draft; });
}

bool Order::is_invoiced() const {
    // An invoice about nothing stands for ever: no credit note can take it back.
    for (const Document& document : documents) {
        if (document.kind != DocumentKind::invoice || document.draft) continue;
        if (document.amount_minor == 0 || credited_minor(*this, document) < document.amount_minor) return true;
    }
    return false;
}

std::int64_t Order::invoiced_minor() const {
    std::int64_t sum_minor = 0;
    for (const Document& document : documents) {
        if (document.kind != DocumentKind::invoice || document.draft) continue;
        sum_minor += document.amount_minor - credited_minor(*this, document);
    }
    return sum_minor;
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
        counts.to_ship += std::max(0, line.to_ship());
        if (line.kind == LineKind::ticket) counts.tickets += line.quantity;
        if (line.kind == LineKind::digital) counts.downloads += line.quantity;
    }
    return counts;
}

std::vector<std::string> addresses_of(const Order& order) {
    std::vector<std::string> all;
    const auto add = [&](const std::string& address) {
        if (!address.empty() && std::ranges::find(all, address) == all.end()) all.push_back(address);
    };
    add(order.buyer.email);
    for (const Line& line : order.lines) {
        for (const TicketUnit& unit : line.units) add(unit.attendee.email);
    }
    return all;
}

}  // namespace commis::domain
