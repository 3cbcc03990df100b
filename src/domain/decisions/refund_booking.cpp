// Entries of the ledger for money that goes back.
#include "domain/decisions/refund_booking.hpp"

#include <algorithm>

#include "domain/decisions/units.hpp"

namespace commis::domain {
namespace {

Refund refund_from(const Piece& piece, How how, const Context& context) {
    Refund refund{.id = context.new_id(), .payment_id = piece.payment->id, .amount_minor = piece.amount_minor};
    refund.created_at_ms = context.now_ms;
    if (how == How::by_rule && goes_through_gateway(*piece.payment)) {
        refund.execution = RefundExecution::gateway;
    } else if (how == How::by_rule) {
        refund.execution = context.profile.offline_refund;
    }
    const bool is_open = refund.execution != RefundExecution::recorded;
    refund.status = is_open ? RefundStatus::pending : RefundStatus::succeeded;
    return refund;
}

bool is_open_promise(const Refund& refund) {
    return refund.execution == RefundExecution::initiated && refund.status == RefundStatus::pending;
}

}  // namespace

std::vector<Piece> divide(const Ledger& ledger, std::int64_t amount_minor) {
    std::vector<Piece> pieces;
    for (const Payment& payment : ledger.payments) {
        const std::int64_t part_minor = std::min(amount_minor, refundable_of(ledger, payment.id));
        if (part_minor <= 0) continue;
        pieces.push_back({&payment, part_minor});
        amount_minor -= part_minor;
    }
    return pieces;
}

bool goes_through_gateway(const Payment& payment) {
    return payment.source == Source::gateway && !payment.provider.empty();
}

void book(Order& order, const Booking& booking, const Context& context) {
    for (const bool is_goodwill : {false, true}) {
        const std::int64_t amount_minor = is_goodwill ? booking.goodwill_minor : booking.settled_minor;
        for (const Piece& piece : divide(order.ledger, amount_minor)) {
            Refund refund = refund_from(piece, booking.how, context);
            refund.takes_units = !is_goodwill;
            refund.reopens_due = is_goodwill && booking.reopens_due;
            refund.reference = booking.reference;
            order.ledger.refunds.push_back(std::move(refund));
        }
    }
    order.ledger.mark = HandMark::none;
}

std::int64_t promised_minor(const Ledger& ledger) {
    std::int64_t sum_minor = 0;
    for (const Refund& refund : ledger.refunds) {
        if (is_open_promise(refund)) sum_minor += open_part(ledger, refund);
    }
    return sum_minor;
}

std::int64_t carry_out_promises(Order& order, std::int64_t amount_minor, const std::string& reference,
                                const Context& context) {
    std::int64_t left_minor = amount_minor;
    // By position: entries are appended while the promises are walked.
    const std::size_t count = order.ledger.refunds.size();
    for (std::size_t i = 0; i < count && left_minor > 0; ++i) {
        const Refund promise = order.ledger.refunds[i];
        if (!is_open_promise(promise)) continue;
        const std::int64_t open_minor = open_part(order.ledger, promise);
        const std::int64_t part_minor = std::min(open_minor, left_minor);
        if (part_minor == 0) continue;
        if (part_minor == open_minor) order.ledger.refunds[i].status = RefundStatus::succeeded;
        order.ledger.refunds.push_back({.id = context.new_id(),
                                        .payment_id = promise.payment_id,
                                        .amount_minor = part_minor,
                                        .takes_units = promise.takes_units,
                                        .reopens_due = promise.reopens_due,
                                        .settles = promise.id,
                                        .reference = reference,
                                        .created_at_ms = context.now_ms});
        left_minor -= part_minor;
    }
    order.ledger.mark = HandMark::none;
    return amount_minor - left_minor;
}

void record_refund(Decision& decision, const Context& context, const RefundRecord& made, const std::string& note) {
    const Order& after = decision.order;
    const Standing standing = standing_of(after, context.profile);
    const auto& refunds = after.ledger.refunds;
    const RefundExecution execution = refunds.empty() ? RefundExecution::recorded : refunds.back().execution;
    record(decision, context, EventType::refund_made,
           {{"amount", std::to_string(made.amount_minor)},
            {"goodwill", std::to_string(made.goodwill_minor)},
            {"currency", std::string(after.currency.code())},
            {"execution", std::string(id_of(execution))},
            {"lines", describe(made.parts)},
            {"owed_back", std::to_string(standing.figures().owed_back())},
            {"payment_status", std::string(id_of(standing.payment_status))}},
           note);
}

}  // namespace commis::domain
