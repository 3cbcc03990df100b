// The imported credit: units first, then as much money as there is to give back, payment by payment.
#include "domain/decisions/credit_imported.hpp"

#include "domain/decisions/refund_booking.hpp"
#include "domain/decisions/units.hpp"

namespace commis::domain {
namespace {

// Records what went back, from the oldest payment on; returns how much that was.
std::int64_t give_back(Order& order, std::int64_t amount_minor, const ImportCredit& command, const Context& context) {
    std::int64_t returned_minor = 0;
    for (const Piece& piece : divide(order.ledger, amount_minor)) {
        order.ledger.refunds.push_back({.id = context.new_id(),
                                        .payment_id = piece.payment->id,
                                        .amount_minor = piece.amount_minor,
                                        .takes_units = true,
                                        .created_at_ms = command.credited_at_ms});
        returned_minor += piece.amount_minor;
    }
    return returned_minor;
}

}  // namespace

Result<Decision> credit_imported(const Order& order, const ImportCredit& command, const Context& context) {
    if (!context.rights.has(Right::place)) return refuse(Refusal::forbidden);
    if (!order.imported || command.lines.empty()) return refuse(Refusal::nothing_refundable);
    Decision decision = begin(order, context);
    std::vector<FieldError> errors;
    std::int64_t value_minor = 0;
    std::int64_t unit_count = 0;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const LinePart& credit = command.lines[i];
        const std::string at = "/lines/" + std::to_string(i);
        Line* line = decision.order.find_line(credit.line_id);
        if (line == nullptr) {
            errors.push_back({at + "/line", "unknown_line", "the order has no such line"});
        } else if (credit.quantity < 1 || credit.quantity > line->active()) {
            errors.push_back({at + "/quantity", "exceeds_original",
                              "the original has " + std::to_string(line->active()) + " left to credit"});
        } else {
            value_minor +=
                take_active(*line, credit.quantity, {}, UnitStatus::refunded, Leaving::returned_first).value_minor;
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
