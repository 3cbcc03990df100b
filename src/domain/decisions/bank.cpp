// A transfer is a payment and its capture, both by the bank; taking it back is a reversal of that capture.
#include "domain/decisions/bank.hpp"

#include <algorithm>

#include "domain/decisions/money_in.hpp"

namespace commis::domain {
namespace {

std::optional<Error> refused_order(const Order& order, const Context& context) {
    if (!context.rights.has(Right::money_in)) return Error{Refusal::forbidden, {}, {}};
    if (order.removed) return Error{Refusal::removed, order.id, {}};
    if (order.draft) return Error{Refusal::draft_order, {}, {}};
    return std::nullopt;
}

// What of an entry's money is still booked on a payment of its own.
std::int64_t standing_minor(const Ledger& ledger, const LedgerEntry& capture) {
    std::int64_t left_minor = capture.amount_minor;
    for (const LedgerEntry& entry : ledger.entries) {
        const bool takes_back = entry.kind == EntryKind::reversal && entry.payment_id == capture.payment_id;
        if (takes_back) left_minor -= entry.amount_minor;
    }
    return left_minor;
}

}  // namespace

Result<Decision> book_transfer(const Order& order, const BookTransfer& command, const Context& context) {
    if (auto error = refused_order(order, context)) return std::unexpected(std::move(*error));
    if (command.amount_minor <= 0) {
        return refuse_fields({{"/amount", "out_of_range", "must be above zero"}});
    }
    if (command.currency != order.currency) {
        return refuse(Refusal::bank_currency_differs, std::string(order.currency.code()));
    }
    const std::int64_t due_minor = standing_of(order, context.profile).figures().due();
    if (command.expected_due_minor && *command.expected_due_minor != due_minor) {
        return refuse(Refusal::bank_amount_differs, std::to_string(due_minor));
    }
    Decision decision = begin(order, context);
    MoneyIn money{.method = order.payment_method, .amount_minor = command.amount_minor, .source = Source::bank};
    money.payment_id =
        add_arrived_payment(decision.order, Source::bank, command.amount_minor, command.entry_id, context);
    money.reference = command.entry_id;
    money.received_at_ms = command.received_at_ms;
    money.telling = command.telling;
    money.told = {{"source", std::string(id_of(Source::bank))}, {"bank_entry", command.entry_id}};
    take_money(decision, std::move(money), context);
    return decision;
}

Result<Decision> reverse_transfer(const Order& order, const ReverseTransfer& command, const Context& context) {
    if (auto error = refused_order(order, context)) return std::unexpected(std::move(*error));
    Decision decision = begin(order, context);
    std::int64_t taken_minor = 0;
    for (const LedgerEntry& capture : order.ledger.entries) {
        const bool is_meant = capture.kind == EntryKind::capture && capture.source == Source::bank &&
                              capture.reference == command.entry_id;
        const std::int64_t left_minor = is_meant ? standing_minor(order.ledger, capture) : 0;
        if (left_minor <= 0) continue;
        LedgerEntry entry;
        entry.id = context.new_id();
        entry.payment_id = capture.payment_id;
        entry.kind = EntryKind::reversal;
        entry.amount_minor = left_minor;
        entry.source = command.reason.empty() ? Source::operator_entry : Source::bank;
        entry.reference = command.entry_id;
        entry.received_at_ms = command.at_ms;
        entry.recorded_at_ms = context.now_ms;
        decision.order.ledger.entries.push_back(std::move(entry));
        taken_minor += left_minor;
    }
    if (taken_minor == 0) return refuse(Refusal::bank_entry_not_booked);
    const PaymentStatus status = standing_of(decision.order, context.profile).payment_status;
    record(decision, context, EventType::payment_reversed,
           {{"amount", std::to_string(taken_minor)},
            {"currency", std::string(order.currency.code())},
            {"method", order.payment_method},
            {"payment_status", std::string(id_of(status))},
            {"bank_entry", command.entry_id},
            {"return_reason", command.reason}});
    decision.notify = NotifyRule::never;
    return decision;
}

}  // namespace commis::domain
