// Flattens an order and its profile into the view the tables ask; and the stable names of the statuses.
#include "domain/standing.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

constexpr std::array<std::string_view, payment_status_count> payment_ids{
    "review",         "not_required", "refunded",    "partially_refunded",    "paid",
    "partially_paid", "authorized",   "on_delivery", "authorization_expired", "failed",
    "voided",         "pending",      "awaiting",
};
constexpr std::array<std::string_view, summary_status_count> summary_ids{
    "draft", "abandoned", "refunded", "cancelled", "refunded_cancelled", "unpaid", "open", "partial", "complete",
};

void read_chargeback(const LedgerEntry& entry, Standing& standing) {
    standing.charged_back_minor += entry.amount_minor;
    auto& first = standing.chargeback_answer_by_ms;
    if (entry.answer_by_ms && (!first || *entry.answer_by_ms < *first)) first = entry.answer_by_ms;
}

void read_ledger(const Ledger& ledger, Standing& standing) {
    for (const Payment& payment : ledger.payments) {
        if (!payment.provider.empty()) standing.has_attempt_at_provider = true;
        if (payment.status != AttemptStatus::authorized) continue;
        standing.authorized_minor += reserved_of(ledger, payment);
        standing.is_being_settled |= is_being_settled(ledger, payment.id);
        if (!payment.expires_at_ms) continue;
        const auto& first = standing.authorization_expires_at_ms;
        if (!first || *payment.expires_at_ms < *first) standing.authorization_expires_at_ms = payment.expires_at_ms;
    }
    for (const GatewayCall& call : ledger.calls) {
        standing.is_being_checked |= call.kind == CallKind::check && call.is_open();
    }
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.kind == EntryKind::chargeback && entry.undecided) read_chargeback(entry, standing);
        if (entry.kind != EntryKind::capture) continue;
        standing.has_captured_by_gateway |= entry.source == Source::gateway;
    }
    for (const Refund& refund : ledger.refunds) {
        const bool promised = refund.execution == RefundExecution::initiated && refund.status == RefundStatus::pending;
        standing.has_promised_refund |= promised;
        const bool is_failed = refund.status == RefundStatus::failed && is_to_make(ledger, refund);
        if (is_failed) standing.failed_refunds_minor += refund.amount_minor;
    }
}

bool is_undoable(const Order& order, std::int64_t now_ms) {
    const auto& move = order.undoable;
    return move && move->sequence == order.event_count && now_ms > 0 && now_ms < move->until_ms;
}

void read_access(const Order& order, Standing& standing) {
    const auto read = [&](Access access) {
        standing.has_granted_access |= access == Access::granted;
        standing.has_blocked_access |= access == Access::blocked;
    };
    for (const Line& line : order.lines) {
        read(line.access);
        for (const TicketUnit& unit : line.units) {
            read(unit.access);
            standing.has_admitted_ticket |= unit.admitted_at_ms.has_value();
        }
    }
    for (const BuyerRequest& request : order.requests) {
        standing.has_open_request |= request.status == RequestStatus::open;
        standing.has_expected_return |= request.status == RequestStatus::approved;
        standing.has_received_return |= request.status == RequestStatus::received;
    }
}

}  // namespace

Standing standing_of(const Order& order, const Profile& profile, std::int64_t now_ms) {
    Standing standing;
    const PaymentMethod* method = profile.find_method(order.payment_method);
    standing.method_kind = method != nullptr ? method->kind : MethodKind::offline;
    const ContentTotals totals = content_totals(order);
    standing.payment = payment_facts(order.ledger, standing.method_kind, totals.total_minor, totals.cancelled_minor);
    standing.payment_status = payment_status(standing.payment);
    standing.units = unit_counts(order);
    const State* state = profile.find_state(order.state);
    standing.stage = state != nullptr ? state->stage : Stage::new_;
    standing.draft = order.draft;
    standing.abandoned = order.abandoned_at_ms.has_value() && standing.payment_status == PaymentStatus::awaiting;
    standing.invoiced = order.is_invoiced();
    standing.has_issued_document =
        std::ranges::any_of(order.documents, [](const Document& document) { return !document.draft; });
    standing.was_invoiced = order.was_invoiced();
    standing.has_creditable = order.invoiced_minor() > 0;
    const auto returnable = [](const Line& line) { return line.returnable() > 0; };
    standing.has_returnable = std::ranges::any_of(order.lines, returnable);
    standing.can_undo = is_undoable(order, now_ms);
    standing.removed = order.removed.has_value();
    standing.people_erased = order.people_erased_at_ms.has_value();
    standing.invoice_waits = order.invoice_due_at_ms.has_value();
    standing.task = order.task;
    standing.pickup = order.shipping.pickup;
    read_ledger(order.ledger, standing);
    read_access(order, standing);
    standing.ship_needs = profile.ship_needs;
    standing.ship_guard = profile.ship_guard;
    standing.uses_registration_matrix = profile.uses_registration_matrix;
    standing.cancel_is_final = profile.cancel_is_final;
    standing.warns_capture_before_dispatch = profile.warns_capture_before_dispatch;
    standing.has_completed_state = profile.first_of(Stage::completed) != nullptr;
    standing.summary = summary_status(standing);
    return standing;
}

PaymentStatus worded_payment_status(const Standing& standing, const Profile& profile) {
    const bool kept_word = profile.cancelled_words_as_owed && standing.units.total > 0 &&
                           standing.units.cancelled == standing.units.total && standing.figures().refunded_minor == 0;
    if (!kept_word) return standing.payment_status;
    PaymentFacts as_owed = standing.payment;
    as_owed.figures.cancelled_minor = 0;
    return payment_status(as_owed);
}

bool meets(GuardNeed need, PaymentStatus status) {
    using enum PaymentStatus;
    const bool settled = status == paid || status == not_required || status == refunded || status == partially_refunded;
    switch (need) {
        case GuardNeed::nothing:
            return true;
        case GuardNeed::paid:
            return settled;
        case GuardNeed::confirmed:
            return settled || status == on_delivery;
        case GuardNeed::authorized:
        case GuardNeed::secured:
            return settled || status == on_delivery || status == authorized;
    }
    return false;
}

std::string_view id_of(PaymentStatus status) { return payment_ids[static_cast<std::size_t>(status)]; }
std::string_view id_of(SummaryStatus status) { return summary_ids[static_cast<std::size_t>(status)]; }

std::optional<PaymentStatus> find_payment_status(std::string_view id) {
    const auto at = std::ranges::find(payment_ids, id);
    if (at == payment_ids.end()) return std::nullopt;
    return static_cast<PaymentStatus>(at - payment_ids.begin());
}

std::optional<SummaryStatus> find_summary_status(std::string_view id) {
    const auto at = std::ranges::find(summary_ids, id);
    if (at == summary_ids.end()) return std::nullopt;
    return static_cast<SummaryStatus>(at - summary_ids.begin());
}

}  // namespace commis::domain
