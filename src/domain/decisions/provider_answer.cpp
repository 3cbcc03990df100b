// Each kind of answer, then the comparison with what the service knows.
#include "domain/decisions/provider_answer.hpp"

#include <algorithm>

#include "domain/decisions/capture.hpp"
#include "domain/decisions/chargeback.hpp"
#include "domain/decisions/money_in.hpp"
#include "domain/decisions/payment_link.hpp"

namespace commis::domain {
namespace {

GatewayCall* find_call(Ledger& ledger, const std::string& call_id) {
    const auto call = std::ranges::find(ledger.calls, call_id, &GatewayCall::id);
    return call == ledger.calls.end() ? nullptr : &*call;
}

Payment& payment_of(Ledger& ledger, const std::string& payment_id) {
    return *std::ranges::find(ledger.payments, payment_id, &Payment::id);
}

void close(GatewayCall& call, CallStatus status, const std::string& reference, const Context& context) {
    call.status = status;
    if (!reference.empty()) call.reference = reference;
    call.settled_at_ms = context.now_ms;
}

void record_answer(Decision& decision, const GatewayCall& call, std::string_view result, const Context& context) {
    record(decision, context, EventType::provider_answered,
           {{"kind", std::string(id_of(call.kind))},
            {"result", std::string(result)},
            {"reason", call.reason},
            {"amount", std::to_string(call.amount_minor)},
            {"currency", std::string(decision.order.currency.code())}});
}

void take_capture(Decision& decision, const Payment& payment, const Movement& moved, const Context& context) {
    MoneyIn money{.payment_id = payment.id, .method = payment.method, .amount_minor = moved.amount_minor};
    money.source = Source::gateway;
    money.reference = moved.reference;
    money.fee_minor = moved.fee_minor;
    money.received_at_ms = context.now_ms;
    money.told = {{"source", std::string(id_of(Source::gateway))}};
    take_money(decision, std::move(money), context);
}

// The mail of a refund leaves when the last of its parts is answered, and only if all were paid out.
void tell_of_refund(Decision& decision, const GatewayCall& call, const Context& context) {
    bool any_failed = false;
    for (const GatewayCall& part : decision.order.ledger.calls) {
        if (part.kind != CallKind::refund || part.event_sequence != call.event_sequence) continue;
        if (part.is_open()) return;
        any_failed |= part.status == CallStatus::declined;
    }
    const bool is_asked = call.telling == Suppression::none;
    tell_buyer(decision, MailKind::refund_made, is_asked && any_failed ? Suppression::refund_failed : call.telling,
               context.now_ms);
    // It tells of the refund that was asked for, with its amount and the words of whoever asked.
    decision.mails.back().event_sequence = call.event_sequence;
}

void settle_refund(Decision& decision, GatewayCall& call, bool is_done, const Context& context) {
    const auto refund = std::ranges::find(decision.order.ledger.refunds, call.refund_id, &Refund::id);
    if (refund != decision.order.ledger.refunds.end()) {
        refund->status = is_done ? RefundStatus::succeeded : RefundStatus::failed;
        if (is_done) refund->reference = call.reference;
    }
    record_answer(decision, call, is_done ? "done" : "declined", context);
    tell_of_refund(decision, call, context);
}

void settle_capture(Decision& decision, const GatewayCall& call, const CallAnswer& answer, const Context& context) {
    Payment& payment = payment_of(decision.order.ledger, call.payment_id);
    if (call.status == CallStatus::declined) {
        const bool ran_out = call.reason == "expired";
        const bool has_paid = captured_of(decision.order.ledger, payment.id) > 0;
        payment.status = ran_out    ? AttemptStatus::expired
                         : has_paid ? AttemptStatus::captured  // A part came in, and there is no more to get.
                                    : AttemptStatus::failed;
        record_answer(decision, call, "declined", context);
        return;
    }
    payment.status = answer.open_minor > 0 ? AttemptStatus::authorized : AttemptStatus::captured;
    take_capture(decision, payment, {call.id, answer.reference, answer.amount_minor, answer.fee_minor, false}, context);
}

// A release that is declined leaves open how the payment stands: the service is asked.
void settle_release(Decision& decision, const GatewayCall& call, const Context& context) {
    Payment& payment = payment_of(decision.order.ledger, call.payment_id);
    if (call.status == CallStatus::done) payment.status = AttemptStatus::voided;
    record_answer(decision, call, id_of(call.status), context);
    if (call.status == CallStatus::declined) ask_provider(decision, payment, CallKind::check, 0, context);
}

// Entries that a storefront claimed with the order: they bear the payment's name, not that of a movement, and stand for
// one movement of the same amount each.
std::vector<std::int64_t> claimed_amounts(const Ledger& ledger, const Payment& payment) {
    std::vector<std::int64_t> amounts;
    for (const LedgerEntry& entry : ledger.entries) {
        const bool is_claim = entry.payment_id == payment.id && entry.reference == payment.reference;
        if (is_claim && entry.kind == EntryKind::capture) amounts.push_back(entry.amount_minor);
    }
    return amounts;
}

// What the service took that the ledger lacks.
bool take_missing_captures(Decision& decision, Payment& payment, const PaymentTruth& truth, const Context& context) {
    bool changed = false;
    auto claimed = claimed_amounts(decision.order.ledger, payment);
    for (const Movement& moved : truth.captures) {
        const bool is_known = std::ranges::any_of(decision.order.ledger.entries, [&](const LedgerEntry& entry) {
            return entry.payment_id == payment.id && entry.reference == moved.reference;
        });
        if (is_known) continue;
        if (const auto claim = std::ranges::find(claimed, moved.amount_minor); claim != claimed.end()) {
            claimed.erase(claim);
            continue;
        }
        if (GatewayCall* asked = find_call(decision.order.ledger, moved.key); asked != nullptr && asked->is_open()) {
            close(*asked, CallStatus::done, moved.reference, context);
        }
        take_capture(decision, payment, moved, context);
        changed = true;
    }
    return changed;
}

// What the service gave back: of ours the outcome, of somebody's in its own dashboard an entry that was missing.
bool take_missing_refunds(Decision& decision, const Payment& payment, const PaymentTruth& truth,
                          const Context& context) {
    bool changed = false;
    for (const Movement& moved : truth.refunds) {
        Ledger& ledger = decision.order.ledger;
        if (GatewayCall* asked = find_call(ledger, moved.key); asked != nullptr) {
            if (!asked->is_open()) continue;
            close(*asked, moved.failed ? CallStatus::declined : CallStatus::done, moved.reference, context);
            settle_refund(decision, *asked, !moved.failed, context);
            changed = true;
            continue;
        }
        const bool is_known =
            std::ranges::find(ledger.refunds, moved.reference, &Refund::reference) != ledger.refunds.end();
        if (is_known || moved.failed) continue;
        Refund refund{.id = context.new_id(), .payment_id = payment.id, .amount_minor = moved.amount_minor};
        refund.execution = RefundExecution::gateway;
        refund.reference = moved.reference;
        refund.created_at_ms = context.now_ms;
        ledger.refunds.push_back(std::move(refund));
        changed = true;
    }
    return changed;
}

std::int64_t sum_of(const std::vector<Movement>& movements) {
    std::int64_t sum_minor = 0;
    for (const Movement& moved : movements) sum_minor += moved.failed ? 0 : moved.amount_minor;
    return sum_minor;
}

// The page behind a link, as long as no money moved on it.
bool is_page(const Payment& payment) {
    using enum AttemptStatus;
    return !payment.link_token.empty() && (payment.status == initiated || payment.status == voided);
}

// A page that ran out or on which a card was refused ends no link: the buyer may follow it again, to a new page. And a
// link that was taken back stays so, whatever becomes of its page.
bool take_end_of_page(Payment& payment) {
    if (!is_open_link(payment)) return false;
    payment.reference.clear();
    payment.page_url.clear();
    payment.expires_at_ms.reset();
    return true;
}

bool take_status(Payment& payment, const PaymentTruth& truth) {
    using enum AttemptStatus;
    const Payment before = payment;
    const bool is_over = truth.status == expired || truth.status == failed || truth.status == voided;
    if (is_page(payment) && is_over) return take_end_of_page(payment);
    if (is_page(payment) && truth.status == initiated) return false;
    if (is_page(payment)) {
        // A page's end and name are not those of the payment that was made on it.
        payment.expires_at_ms.reset();
        if (!truth.reference.empty()) payment.reference = truth.reference;
    }
    payment.status = truth.status;
    if (!truth.account.empty()) payment.account = truth.account;
    if (!truth.guarantee.empty()) payment.guarantee = truth.guarantee;
    if (truth.expires_at_ms) payment.expires_at_ms = truth.expires_at_ms;
    return payment != before;
}

struct Comparison {
    bool changed = false;
    bool claims_more = false;  // The ledger has money that the service knows nothing of.
};

Comparison compare(Decision& decision, Payment& payment, const PaymentTruth& truth, const Context& context) {
    Ledger& ledger = decision.order.ledger;
    Comparison found;
    // What is under way is settled by its own answer.
    found.changed = !is_being_settled(ledger, payment.id) && take_status(payment, truth);
    found.changed |= take_missing_captures(decision, payment, truth, context);
    found.changed |= take_missing_refunds(decision, payment, truth, context);
    found.changed |= take_disputes(decision, payment, truth, context);
    // More than the service knows: nobody guesses which side is right.
    found.claims_more = captured_of(ledger, payment.id) > sum_of(truth.captures);
    if (found.claims_more && !ledger.flagged_for_review) {
        ledger.flagged_for_review = true;
        found.changed = true;
    }
    return found;
}

}  // namespace

Result<Decision> settle_call(const Order& order, const std::string& call_id, const CallAnswer& answer,
                             const Context& context) {
    Decision decision = begin(order, context);
    GatewayCall* call = find_call(decision.order.ledger, call_id);
    if (call == nullptr || !call->is_open()) return refuse(Refusal::nothing_changed);
    if (answer.status == CallStatus::waiting) return refuse(Refusal::nothing_changed);
    if (answer.status == CallStatus::unknown) {
        if (call->status == CallStatus::unknown) return refuse(Refusal::nothing_changed);
        call->status = CallStatus::unknown;
        record_answer(decision, *call, "unknown", context);
        return decision;
    }
    call->reason = answer.reason;
    close(*call, answer.status, answer.reference, context);
    Payment& payment = payment_of(decision.order.ledger, call->payment_id);
    if (!answer.account.empty()) payment.account = answer.account;
    // A copy: an answer may lead to another question, and the list of them grows.
    GatewayCall settled = *call;
    switch (settled.kind) {
        case CallKind::capture:
            settle_capture(decision, settled, answer, context);
            break;
        case CallKind::release:
            settle_release(decision, settled, context);
            break;
        case CallKind::refund:
            settle_refund(decision, settled, settled.status == CallStatus::done, context);
            break;
        case CallKind::check:
            record_answer(decision, settled, id_of(settled.status), context);
            break;
    }
    return decision;
}

Result<Decision> reconcile(const Order& order, const std::string& call_id, const PaymentTruth& truth,
                           const Context& context) {
    Decision decision = begin(order, context);
    GatewayCall* call = find_call(decision.order.ledger, call_id);
    if (call == nullptr || !call->is_open()) return refuse(Refusal::nothing_changed);
    close(*call, CallStatus::done, {}, context);
    const GatewayCall check = *call;
    const Comparison found = compare(decision, payment_of(decision.order.ledger, check.payment_id), truth, context);
    record_answer(decision, check, found.claims_more ? "differs" : found.changed ? "changed" : "agrees", context);
    return decision;
}

Result<Decision> learn(const Order& order, const std::string& payment_id, const PaymentTruth& truth,
                       const Context& context) {
    Decision decision = begin(order, context);
    auto& payments = decision.order.ledger.payments;
    const auto payment = std::ranges::find(payments, payment_id, &Payment::id);
    if (payment == payments.end()) return refuse(Refusal::nothing_changed);
    const GatewayCall looked{.payment_id = payment_id, .kind = CallKind::check};
    const Comparison found = compare(decision, *payment, truth, context);
    if (!found.changed) return refuse(Refusal::nothing_changed);
    record_answer(decision, looked, found.claims_more ? "differs" : "changed", context);
    return decision;
}

}  // namespace commis::domain
