// Rows by name. Differences are explained by the two amounts they are made of.
#include "domain/amounts.hpp"

#include <algorithm>
#include <array>

#include "domain/money.hpp"

namespace commis::domain {
namespace {

using Rows = std::vector<AmountRow>;

AmountRow of_line(const Line& line, std::int64_t amount_minor) {
    return {"line", line.id, line.name, amount_minor, std::nullopt};
}

AmountRow of_shipping(const Order& order, std::int64_t amount_minor) {
    return {"shipping", "", order.shipping.name, amount_minor, std::nullopt};
}

// One row a line whose figure is not zero.
template <class Figure>
Rows of_lines(const Order& order, const Figure& figure) {
    Rows rows;
    for (const Line& line : order.lines) {
        if (const std::int64_t amount_minor = figure(line); amount_minor != 0) {
            rows.push_back(of_line(line, amount_minor));
        }
    }
    return rows;
}

Rows with_shipping(const Order& order, Rows rows, std::int64_t amount_minor) {
    if (amount_minor != 0) rows.push_back(of_shipping(order, amount_minor));
    return rows;
}

std::string label_of(const Ledger& ledger, const std::string& payment_id, const std::string& reference) {
    const auto payment = std::ranges::find(ledger.payments, payment_id, &Payment::id);
    if (payment == ledger.payments.end()) return reference;
    const std::string& said = reference.empty() ? payment->reference : reference;
    return said.empty() ? payment->method : payment->method + " " + said;
}

Rows captures(const Order& order) {
    Rows rows;
    for (const LedgerEntry& entry : order.ledger.entries) {
        if (entry.kind == EntryKind::chargeback) continue;
        const bool came = entry.kind == EntryKind::capture;
        rows.push_back({std::string(id_of(entry.kind)), entry.id,
                        label_of(order.ledger, entry.payment_id, entry.reference),
                        came ? entry.amount_minor : -entry.amount_minor, entry.received_at_ms});
    }
    return rows;
}

bool has_moved(const Refund& refund) {
    return refund.status == RefundStatus::succeeded && refund.execution != RefundExecution::initiated;
}

AmountRow of_refund(const Order& order, const Refund& refund, std::int64_t amount_minor) {
    return {"refund", refund.id, label_of(order.ledger, refund.payment_id, refund.reference), amount_minor,
            refund.created_at_ms};
}

Rows refunded(const Order& order) {
    Rows rows;
    for (const LedgerEntry& entry : order.ledger.entries) {
        if (entry.kind != EntryKind::chargeback || entry.won) continue;
        rows.push_back({"chargeback", entry.id, label_of(order.ledger, entry.payment_id, entry.reference),
                        entry.amount_minor, entry.received_at_ms});
    }
    for (const Refund& refund : order.ledger.refunds) {
        if (has_moved(refund)) rows.push_back(of_refund(order, refund, refund.amount_minor));
    }
    return rows;
}

Rows allowances(const Order& order) {
    Rows rows;
    for (const Refund& refund : order.ledger.refunds) {
        const bool lowers = refund.status != RefundStatus::failed && !refund.takes_units && !refund.reopens_due &&
                            refund.settles.empty();
        if (lowers) rows.push_back(of_refund(order, refund, refund.amount_minor));
    }
    return rows;
}

Rows open_refunds(const Order& order) {
    Rows rows;
    for (const Refund& refund : order.ledger.refunds) {
        const std::int64_t open_minor = open_part(order.ledger, refund);
        if (open_minor > 0) rows.push_back(of_refund(order, refund, open_minor));
    }
    return rows;
}

std::int64_t sum_of(const Rows& rows) {
    std::int64_t sum_minor = 0;
    for (const AmountRow& row : rows) sum_minor += row.amount_minor;
    return sum_minor;
}

AmountRow named(std::string_view name, std::int64_t amount_minor) {
    return {std::string(name), "", "", amount_minor, std::nullopt};
}

Rows lines(const Order& order) {
    return of_lines(order,
                    [](const Line& line) { return multiply_checked(line.unit_price_minor, line.quantity).value(); });
}
Rows discounts(const Order& order) {
    return of_lines(order, [](const Line& line) { return line.discount_minor; });
}
Rows shipping(const Order& order) { return with_shipping(order, {}, order.shipping.amount_minor); }
Rows taxes(const Order& order) {
    return with_shipping(order, of_lines(order, [](const Line& line) { return line.tax_minor; }),
                         order.shipping.tax_minor);
}
Rows total(const Order& order) {
    return with_shipping(order, of_lines(order, [](const Line& line) { return line.total_minor; }),
                         order.shipping.total_minor);
}
Rows cancelled(const Order& order) {
    return with_shipping(order, of_lines(order, [](const Line& line) { return line.left_minor; }),
                         order.shipping.cancelled ? order.shipping.total_minor : 0);
}
Rows owed(const Order& order) {
    return {named("total", sum_of(total(order))), named("cancelled", -sum_of(cancelled(order))),
            named("allowances", -sum_of(allowances(order)))};
}
Rows held(const Order& order) {
    return {named("paid", sum_of(captures(order))), named("refunded", -sum_of(refunded(order)))};
}
Rows due(const Order& order) {
    const std::int64_t owed_minor = sum_of(owed(order));
    const std::int64_t held_minor = sum_of(held(order));
    if (held_minor >= owed_minor) return {};
    return {named("owed", owed_minor), named("held", -held_minor)};
}
Rows owed_back(const Order& order) {
    const std::int64_t owed_minor = sum_of(owed(order));
    const std::int64_t held_minor = sum_of(held(order));
    if (owed_minor >= held_minor) return {};
    return {named("held", held_minor), named("owed", -owed_minor)};
}
Rows refundable(const Order& order) {
    Rows rows{named("held", sum_of(held(order)))};
    for (AmountRow row : open_refunds(order)) {
        row.amount_minor = -row.amount_minor;
        rows.push_back(std::move(row));
    }
    return rows;
}

struct Explanation {
    std::string_view name;
    Rows (*rows)(const Order&);
};

constexpr std::array explanations{
    Explanation{"lines", lines},
    Explanation{"discount", discounts},
    Explanation{"shipping", shipping},
    Explanation{"tax", taxes},
    Explanation{"total", total},
    Explanation{"cancelled", cancelled},
    Explanation{"allowances", allowances},
    Explanation{"owed", owed},
    Explanation{"paid", captures},
    Explanation{"refunded", refunded},
    Explanation{"held", held},
    Explanation{"due", due},
    Explanation{"owed_back", owed_back},
    Explanation{"refundable", refundable},
};

}  // namespace

std::optional<ExplainedAmount> explain(const Order& order, std::string_view name) {
    const auto at = std::ranges::find(explanations, name, &Explanation::name);
    if (at == explanations.end()) return std::nullopt;
    Rows rows = at->rows(order);
    const std::int64_t amount_minor = sum_of(rows);
    return ExplainedAmount{std::string(name), amount_minor, std::move(rows)};
}

std::vector<std::string_view> amount_names() {
    std::vector<std::string_view> names;
    for (const Explanation& each : explanations) names.push_back(each.name);
    return names;
}

}  // namespace commis::domain
