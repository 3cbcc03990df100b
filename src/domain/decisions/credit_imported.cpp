// The imported credit: units first, then as much money as there is to give back, payment by payment.
#include "domain/decisions/credit_imported.hpp"

#include <algorithm>

#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

Line* find_line(Order& order, const std::string& line_id) {
    const auto at = std::ranges::find(order.lines, line_id, &Line::id);
    return at == order.lines.end() ? nullptr : &*at;
}

// What a payment still holds: captured less reversed, charged back and given back.
std::int64_t held_by(const Ledger& ledger, const std::string& payment_id) {
    std::int64_t held_minor = 0;
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.payment_id != payment_id) continue;
        held_minor += entry.kind == EntryKind::capture ? entry.amount_minor : -entry.amount_minor;
    }
    for (const Refund& refund : ledger.refunds) {
        if (refund.payment_id == payment_id && refund.status != RefundStatus::failed) held_minor -= refund.amount_minor;
    }
    return std::max<std::int64_t>(0, held_minor);
}

// Records what went back, from the oldest payment on; returns how much that was.
std::int64_t give_back(Order& order, std::int64_t amount_minor, const ImportCredit& command, const Context& context) {
    std::int64_t left_minor = amount_minor;
    for (const Payment& payment : order.ledger.payments) {
        const std::int64_t part_minor = std::min(left_minor, held_by(order.ledger, payment.id));
        if (part_minor == 0) continue;
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

std::string describe(const std::vector<CreditLine>& lines) {
    std::string text;
    for (const CreditLine& line : lines) {
        if (!text.empty()) text += ' ';
        text += line.line_id + ':' + std::to_string(line.quantity);
    }
    return text;
}

}  // namespace

std::int64_t refund_units(Line& line, std::int32_t quantity) {
    std::int64_t value_minor = 0;
    if (line.units.empty()) {
        const std::int64_t gone = line.cancelled + line.refunded;
        value_minor = share_of_units(line.total_minor, gone, gone + quantity, line.quantity);
    }
    std::int32_t to_mark = quantity;
    for (TicketUnit& unit : line.units) {
        if (to_mark == 0) break;
        if (unit.status != UnitStatus::active) continue;
        unit.status = UnitStatus::refunded;
        if (unit.access != Access::blocked) unit.access = Access::revoked;
        value_minor += unit.value_minor;
        --to_mark;
    }
    line.refunded += quantity;
    line.left_minor += value_minor;
    return value_minor;
}

Result<Decision> credit_imported(const Order& order, const ImportCredit& command, const Context& context) {
    if (!context.rights.has(Right::place)) return refuse(Refusal::forbidden);
    if (!order.imported || command.lines.empty()) return refuse(Refusal::nothing_refundable);
    Decision decision = begin(order, context);
    std::vector<FieldError> errors;
    std::int64_t value_minor = 0;
    std::int64_t unit_count = 0;
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
        }
    }
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const std::int64_t returned_minor = give_back(decision.order, value_minor, command, context);
    record(decision, context, EventType::credit_imported,
           {{"document", command.document},
            {"amount", std::to_string(returned_minor)},
            {"currency", std::string(order.currency.code())},
            {"units", std::to_string(unit_count)},
            {"lines", describe(command.lines)}});
    return decision;
}

}  // namespace commis::domain
