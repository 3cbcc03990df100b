// Opening and deciding a case, by hand and as a service reports it.
#include "domain/decisions/chargeback.hpp"

#include <algorithm>

namespace commis::domain {
namespace {

bool is_chargeback(const LedgerEntry& entry) { return entry.kind == EntryKind::chargeback; }

LedgerEntry* find_case(Ledger& ledger, const std::string& payment_id, const std::string& reference) {
    const auto found = std::ranges::find_if(ledger.entries, [&](const LedgerEntry& entry) {
        return is_chargeback(entry) && entry.payment_id == payment_id && entry.reference == reference;
    });
    return found == ledger.entries.end() ? nullptr : &*found;
}

// What a chargeback may still take of a payment: what was captured, less what others took for good or for now.
std::int64_t left_of(const Ledger& ledger, const std::string& payment_id) {
    std::int64_t left_minor = captured_of(ledger, payment_id);
    for (const LedgerEntry& entry : ledger.entries) {
        if (is_chargeback(entry) && entry.payment_id == payment_id && !entry.won) left_minor -= entry.amount_minor;
    }
    return left_minor;
}

// The newest payment that holds money.
const Payment* likely_payment(const Ledger& ledger) {
    for (auto at = ledger.payments.rbegin(); at != ledger.payments.rend(); ++at) {
        if (left_of(ledger, at->id) > 0) return &*at;
    }
    return nullptr;
}

std::vector<std::pair<std::string, std::string>> told_of(const Decision& decision, const LedgerEntry& entry) {
    return {{"reference", entry.reference},
            {"amount", std::to_string(entry.amount_minor)},
            {"currency", std::string(decision.order.currency.code())},
            {"reason", entry.reason}};
}

void open_case(Decision& decision, LedgerEntry entry, const std::string& note, const Context& context) {
    entry.id = context.new_id();
    entry.kind = EntryKind::chargeback;
    entry.recorded_at_ms = context.now_ms;
    entry.undecided = true;
    auto told = told_of(decision, entry);
    decision.order.ledger.entries.push_back(std::move(entry));
    decision.order.ledger.mark = HandMark::none;
    record(decision, context, EventType::chargeback_opened, std::move(told), note);
}

void decide_case(Decision& decision, LedgerEntry& entry, bool won, const std::string& note, const Context& context) {
    entry.undecided = false;
    entry.won = won;
    auto told = told_of(decision, entry);
    told.emplace_back("outcome", won ? "won" : "lost");
    record(decision, context, EventType::chargeback_decided, std::move(told), note);
}

std::vector<FieldError> check(const Order& order, const RecordChargeback& command) {
    std::vector<FieldError> errors;
    if (command.amount_minor && *command.amount_minor <= 0) {
        errors.push_back({"/amount", "out_of_range", "must be above zero"});
    }
    const auto& payments = order.ledger.payments;
    if (!command.payment_id.empty() &&
        std::ranges::find(payments, command.payment_id, &Payment::id) == payments.end()) {
        errors.push_back({"/payment", "unknown_payment", "the order has no such payment"});
    }
    if (command.reference.empty()) errors.push_back({"/reference", "required", "what the acquirer calls the case"});
    const bool is_known = std::ranges::any_of(order.ledger.entries, [&](const LedgerEntry& entry) {
        return is_chargeback(entry) && entry.reference == command.reference;
    });
    if (is_known) errors.push_back({"/reference", "already_used", "this case is recorded already"});
    check_text(errors, "/reference", command.reference, 500);
    check_text(errors, "/reason", command.reason, 500);
    check_text(errors, "/note", command.note, note_length_max);
    return errors;
}

}  // namespace

Result<Decision> record_chargeback(const Order& order, const RecordChargeback& command, const Context& context) {
    if (const auto error = refused(Action::record_chargeback, order, context)) return std::unexpected(*error);
    auto errors = check(order, command);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const Payment* likely = likely_payment(order.ledger);
    if (command.payment_id.empty() && likely == nullptr) return refuse(Refusal::nothing_captured);
    LedgerEntry entry;
    entry.payment_id = command.payment_id.empty() ? likely->id : command.payment_id;
    const std::int64_t left_minor = left_of(order.ledger, entry.payment_id);
    entry.amount_minor = command.amount_minor.value_or(left_minor);
    if (entry.amount_minor > left_minor) return refuse(Refusal::amount_exceeds_captured, std::to_string(left_minor));
    if (entry.amount_minor == 0) return refuse(Refusal::nothing_captured);
    entry.source = Source::operator_entry;
    entry.reference = command.reference;
    entry.reason = command.reason;
    entry.answer_by_ms = command.answer_by_ms;
    entry.received_at_ms = context.now_ms;
    Decision decision = begin(order, context);
    open_case(decision, std::move(entry), command.note, context);
    return decision;
}

Result<Decision> decide_chargeback(const Order& order, const DecideChargeback& command, const Context& context) {
    if (const auto error = refused(Action::decide_chargeback, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    check_text(errors, "/note", command.note, note_length_max);
    Decision decision = begin(order, context);
    std::vector<LedgerEntry*> open;
    for (LedgerEntry& entry : decision.order.ledger.entries) {
        const bool is_meant = command.reference.empty() || entry.reference == command.reference;
        if (is_chargeback(entry) && entry.undecided && is_meant) open.push_back(&entry);
    }
    if (open.empty()) return refuse(Refusal::no_open_chargeback);
    if (open.size() > 1) errors.push_back({"/reference", "required", "several cases are open"});
    if (!errors.empty()) return refuse_fields(std::move(errors));
    decide_case(decision, *open.front(), command.won, command.note, context);
    return decision;
}

bool take_disputes(Decision& decision, const Payment& payment, const PaymentTruth& truth, const Context& context) {
    bool changed = false;
    for (const Dispute& dispute : truth.disputes) {
        LedgerEntry* known = find_case(decision.order.ledger, payment.id, dispute.reference);
        if (known == nullptr) {
            LedgerEntry entry;
            entry.payment_id = payment.id;
            entry.amount_minor = dispute.amount_minor;
            entry.source = Source::gateway;
            entry.reference = dispute.reference;
            entry.reason = dispute.reason;
            entry.answer_by_ms = dispute.answer_by_ms;
            entry.received_at_ms = context.now_ms;
            open_case(decision, std::move(entry), {}, context);
            known = &decision.order.ledger.entries.back();
            changed = true;
        }
        if (known->undecided && dispute.answer_by_ms && known->answer_by_ms != dispute.answer_by_ms) {
            known->answer_by_ms = dispute.answer_by_ms;
            changed = true;
        }
        const bool is_news = !dispute.undecided && (known->undecided || known->won != dispute.won);
        if (!is_news) continue;
        decide_case(decision, *known, dispute.won, {}, context);
        changed = true;
    }
    return changed;
}

}  // namespace commis::domain
