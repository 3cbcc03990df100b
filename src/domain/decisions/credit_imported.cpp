// The imported credit: units first, then as much money as there is to give back, payment by payment.
#include "domain/decisions/credit_imported.hpp"

#include <algorithm>

#include "domain/decisions/units.hpp"

namespace commis::domain {
namespace {

Line* find_line(Order& order, const std::string& line_id) {
    const auto at = std::ranges::find(order.lines, line_id, &Line::id);
    return at == order.lines.end() ? nullptr : &*at;
}

// Records what went back, from the oldest payment on; returns how much that was.
std::int64_t give_back(Order& order, std::int64_t amount_minor, const ImportCredit& command, const Context& context) {
    std::int64_t left_minor = amount_minor;
    for (const Payment& payment : order.ledger.payments) {
        const std::int64_t part_minor = std::min(left_minor, refundable_of(order.ledger, payment.id));
        if (part_minor <= 0) continue;
        Refund refund;
        refund.id = context.new_id();
        refund.payment_id = payment.id;
        refund.amount_minor = part_minor;
        refund.takes_units = true;
        refund.created_at_ms = command.credited_at_ms;
        order.ledger.refunds.push_back(std::move(refund));
        left_minor -= part_minor;
    }
    return amount_minor - left_minor;
}

}  // namespace

std::int64_t refund_units(Line& line, std::int32_t quantity) {
    return take_active(line, quantity, {}, UnitStatus::refunded, Leaving::returned_first).value_minor;
}

Result<Decision> credit_imported(const Order& order, const ImportCredit& command, const Context& context) {
    if (!context.rights.has(Right::place)) return refuse(Refusal::forbidden);
    if (!order.imported || command.lines.empty()) return refuse(Refusal::nothing_refundable);
    Decision decision = begin(order, context);
    std::vector<FieldError> errors;
    std::int64_t value_minor = 0;
    std::int64_t unit_count = 0;
    std::vector<LinePart> parts;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const CreditLine& credit = command.lines[i];
        const std::string at = "/lines/" + std::to_string(i);
        Line* line = find_line(decision.order, credit.line_id);
        if (line == nullptr) {
            errors.push_back({at + "/line", "unknown_line", "the order has no such line"});
        } else if (credit.quantity < 1 || credit.quantity > line->active()) {
            errors.push_back({at + "/quantity", "exceeds_original",
                              "the original has " + std::to_string(line->active()) + " left to credit"});
        } else {
            value_minor += refund_units(*line, credit.quantity);
            unit_count += credit.quantity;
            parts.push_back({credit.line_id, credit.quantity});
        }
    }
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const std::int64_t returned_minor = give_back(decision.order, value_minor, command, context);
    record(decision, context, EventType::credit_imported,
           {{"document", command.document},
            {"amount", std::to_string(returned_minor)},
            {"currency", std::string(order.currency.code())},
            {"units", std::to_string(unit_count)},
            {"lines", describe(parts)}});
    return decision;
}

}  // namespace commis::domain
