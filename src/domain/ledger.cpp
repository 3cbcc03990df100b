// The ledger's sums and the ordered table that names the payment status.
#include "domain/ledger.hpp"

#include <algorithm>
#include <ranges>

namespace commis::domain {
namespace {

using Facts = PaymentFacts;

bool under_review(const Facts& f) { return f.outcome_unknown || f.chargeback_undecided || f.flagged_for_review; }
bool nothing_asked(const Facts& f) { return f.figures.captured_minor == 0 && f.figures.owed() == 0; }
bool all_given_back(const Facts& f) {
    return f.figures.captured_minor > 0 && f.figures.held() == 0 && f.figures.due() == 0;
}
bool some_given_back(const Facts& f) {
    const std::int64_t overpaid = std::max<std::int64_t>(0, f.figures.captured_minor - f.figures.total_minor);
    return f.figures.held() > 0 && f.figures.due() == 0 && f.figures.refunded_minor > overpaid;
}
bool covered(const Facts& f) { return f.figures.held() >= f.figures.owed(); }
bool partly_covered(const Facts& f) { return f.figures.held() > 0 && f.figures.held() < f.figures.owed(); }
bool marked_pending(const Facts& f) { return f.mark == HandMark::pending; }
bool marked_failed(const Facts& f) { return f.mark == HandMark::failed; }
bool authorized_now(const Facts& f) { return f.has_open_authorization; }
bool collected_on_delivery(const Facts& f) { return f.is_on_delivery; }
bool ran_out(const Facts& f) { return f.latest_expired; }
bool refused(const Facts& f) { return f.latest_failed; }
bool released(const Facts& f) { return f.latest_voided; }
bool expected_later(const Facts& f) {
    const bool taken_back = f.figures.captured_gross_minor > 0 && f.figures.held() <= 0;
    return f.is_offline_or_delayed || taken_back;
}
bool otherwise(const Facts&) { return true; }

}  // namespace

const std::vector<PaymentStatusRow>& payment_status_rows() {
    using enum PaymentStatus;
    // clang-format off
    static const std::vector<PaymentStatusRow> rows{
        {review,                under_review,          "an unknown outcome, an undecided chargeback or a flag by hand"},
        {not_required,          nothing_asked,         "nothing captured and nothing owed"},
        {refunded,              all_given_back,        "money was taken, none is held, nothing is due"},
        {partially_refunded,    some_given_back,       "money is held, nothing is due, more went back than overpaid"},
        {paid,                  covered,               "held covers what is owed"},
        {partially_paid,        partly_covered,        "some money is held, less than is owed"},
        {pending,               marked_pending,        "marked pending by hand, no payment event since"},
        {failed,                marked_failed,         "marked failed by hand, no payment event since"},
        {authorized,            authorized_now,        "an open, unexpired authorisation"},
        {on_delivery,           collected_on_delivery, "cash on delivery or at pick-up was chosen"},
        {authorization_expired, ran_out,               "the latest authorisation ran out and none is open"},
        {failed,                refused,               "the last attempt was refused"},
        {voided,                released,              "the latest attempt's authorisation was released"},
        {pending,               expected_later,        "an offline or delayed method, or all money was taken back"},
        {awaiting,              otherwise,             "an online method was chosen, no answer yet"},
    };
    // clang-format on
    return rows;
}

PaymentStatus payment_status(const PaymentFacts& facts) {
    const auto& rows = payment_status_rows();
    return std::ranges::find_if(rows, [&](const PaymentStatusRow& row) { return row.holds(facts); })->status;
}

std::int64_t captured_of(const Ledger& ledger, std::string_view payment_id) {
    std::int64_t sum_minor = 0;
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.payment_id != payment_id) continue;
        if (entry.kind == EntryKind::capture) sum_minor += entry.amount_minor;
        if (entry.kind == EntryKind::reversal) sum_minor -= entry.amount_minor;
    }
    return sum_minor;
}

std::int64_t reserved_of(const Ledger& ledger, const Payment& payment) {
    if (payment.status != AttemptStatus::authorized) return 0;
    return std::max<std::int64_t>(0, payment.amount_minor - captured_of(ledger, payment.id));
}

bool is_being_settled(const Ledger& ledger, std::string_view payment_id) {
    return std::ranges::any_of(ledger.calls, [&](const GatewayCall& call) {
        const bool settles = call.kind == CallKind::capture || call.kind == CallKind::release;
        return call.payment_id == payment_id && settles && call.is_open();
    });
}

bool is_to_make(const Ledger& ledger, const Refund& refund) {
    if (refund.status == RefundStatus::pending) return refund.execution == RefundExecution::initiated;
    if (refund.status != RefundStatus::failed) return false;
    const auto at = std::ranges::find(ledger.refunds, refund.id, &Refund::id);
    return std::ranges::none_of(at, ledger.refunds.end(),
                                [](const Refund& later) { return later.status != RefundStatus::failed; });
}

std::int64_t open_part(const Ledger& ledger, const Refund& promised) {
    if (promised.status != RefundStatus::pending) return 0;
    std::int64_t open_minor = promised.amount_minor;
    for (const Refund& refund : ledger.refunds) {
        if (refund.settles == promised.id && refund.status != RefundStatus::failed) open_minor -= refund.amount_minor;
    }
    return open_minor;
}

std::int64_t to_make_minor(const Ledger& ledger, const Refund& refund) {
    return refund.status == RefundStatus::failed ? refund.amount_minor : open_part(ledger, refund);
}

std::int64_t refundable_of(const Ledger& ledger, std::string_view payment_id) {
    std::int64_t held_minor = 0;
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.payment_id != payment_id) continue;
        if (entry.kind == EntryKind::chargeback && entry.won) continue;
        held_minor += entry.kind == EntryKind::capture ? entry.amount_minor : -entry.amount_minor;
    }
    for (const Refund& refund : ledger.refunds) {
        if (refund.payment_id != payment_id) continue;
        const bool moved = refund.status == RefundStatus::succeeded && refund.execution != RefundExecution::initiated;
        held_minor -= moved ? refund.amount_minor : open_part(ledger, refund);
    }
    return held_minor;
}

PaymentFacts payment_facts(const Ledger& ledger, MethodKind kind, std::int64_t total_minor,
                           std::int64_t cancelled_minor) {
    PaymentFacts facts;
    Figures& figures = facts.figures;
    figures.total_minor = total_minor;
    figures.cancelled_minor = cancelled_minor;
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.kind == EntryKind::capture) figures.captured_gross_minor += entry.amount_minor;
        if (entry.kind == EntryKind::capture) figures.captured_minor += entry.amount_minor;
        if (entry.kind == EntryKind::reversal) figures.captured_minor -= entry.amount_minor;
        if (entry.kind == EntryKind::chargeback && !entry.won) figures.refunded_minor += entry.amount_minor;
        facts.chargeback_undecided |= entry.kind == EntryKind::chargeback && entry.undecided;
    }
    for (const Refund& refund : ledger.refunds) {
        if (refund.status == RefundStatus::failed) continue;
        if (refund.status == RefundStatus::pending) figures.refunds_open_minor += open_part(ledger, refund);
        const bool moved = refund.status == RefundStatus::succeeded && refund.execution != RefundExecution::initiated;
        if (moved) figures.refunded_minor += refund.amount_minor;
        const bool is_goodwill = !refund.takes_units && !refund.reopens_due && refund.settles.empty();
        if (is_goodwill) figures.allowances_minor += refund.amount_minor;
    }
    facts.flagged_for_review = ledger.flagged_for_review;
    facts.mark = ledger.mark;
    facts.is_on_delivery = kind == MethodKind::on_delivery;
    facts.is_offline_or_delayed = kind == MethodKind::offline;
    for (const GatewayCall& call : ledger.calls) {
        facts.outcome_unknown |= call.status == CallStatus::unknown && call.kind != CallKind::check;
    }
    for (const Payment& payment : ledger.payments) {
        facts.outcome_unknown |= payment.status == AttemptStatus::unknown;
        // Money that a hand or the bank confirmed later answers what the provider left open (O-29, O-36).
        if (payment.status == AttemptStatus::captured && payment.source != Source::gateway)
            facts.outcome_unknown = false;
        facts.has_open_authorization |= payment.status == AttemptStatus::authorized;
        facts.is_offline_or_delayed |= payment.status == AttemptStatus::pending;
    }
    facts.outcome_unknown &= ledger.mark == HandMark::none;
    // A payment that came after a refusal answers it, also when its money was taken back again later.
    // A link that was taken back says nothing about the payment it asked for.
    const auto is_attempt = [](const Payment& payment) {
        return payment.link_token.empty() || payment.status != AttemptStatus::voided;
    };
    auto attempts = ledger.payments | std::views::reverse | std::views::filter(is_attempt);
    if (!attempts.empty()) {
        const AttemptStatus latest = attempts.front().status;
        facts.latest_expired = latest == AttemptStatus::expired;
        facts.latest_failed = latest == AttemptStatus::failed;
        facts.latest_voided = latest == AttemptStatus::voided;
    }
    return facts;
}

}  // namespace commis::domain
