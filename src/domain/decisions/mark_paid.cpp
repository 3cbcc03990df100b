// A payment and its capture at once, because the money is there already.
#include "domain/decisions/mark_paid.hpp"

#include "domain/decisions/money_in.hpp"

namespace commis::domain {
namespace {

std::vector<FieldError> check(const MarkPaid& command, const Context& context) {
    std::vector<FieldError> errors;
    if (command.amount_minor && *command.amount_minor <= 0) {
        errors.push_back({"/amount", "out_of_range", "must be above zero"});
    }
    if (command.received_at_ms && *command.received_at_ms > context.now_ms) {
        errors.push_back({"/received_at", "in_future", "money can't have arrived in the future"});
    }
    check_text(errors, "/reference", command.reference, 500);
    check_text(errors, "/note", command.telling.note, note_length_max);
    return errors;
}

}  // namespace

Result<Decision> mark_paid(const Order& order, const MarkPaid& command, const Context& context) {
    if (const auto error = refused(Action::mark_paid, order, context)) return std::unexpected(*error);
    auto errors = check(command, context);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const std::int64_t due_minor = standing_of(order, context.profile).figures().due();
    const std::int64_t amount_minor = command.amount_minor.value_or(due_minor);
    if (amount_minor > due_minor) return refuse(Refusal::amount_exceeds_due, std::to_string(due_minor));

    Decision decision = begin(order, context);
    MoneyIn money{.method = order.payment_method, .amount_minor = amount_minor, .reference = command.reference};
    money.payment_id =
        add_arrived_payment(decision.order, Source::operator_entry, amount_minor, command.reference, context);
    money.received_at_ms = command.received_at_ms.value_or(context.now_ms);
    money.telling = command.telling;
    take_money(decision, std::move(money), context);
    return decision;
}

}  // namespace commis::domain
