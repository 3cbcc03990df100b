#include "domain/money_move.hpp"

#include <algorithm>
#include <array>

namespace commis::domain {
namespace {

// An id for what a fact does again: its version makes it one of a kind, and the same each time it is computed.
std::string again(const std::string& id, const Order& order) { return id + "." + std::to_string(order.version); }

MoneyMove move_in(const Order& order, const std::string& payment_id, std::int64_t now_ms) {
    MoneyMove move;
    move.shop_id = order.shop_id;
    move.booked_at_ms = move.value_at_ms = now_ms;
    move.order_id = order.id;
    move.order_number = order.number;
    const std::string& name = order.buyer.company.empty() ? order.buyer.name : order.buyer.company;
    move.buyer = name.empty() ? order.buyer.email : name;
    move.payment_id = payment_id;
    move.currency = order.currency;
    const auto& payments = order.ledger.payments;
    const auto payment = std::ranges::find(payments, payment_id, &Payment::id);
    if (payment == payments.end()) return move;
    move.method = payment->method;
    move.provider = payment->provider;
    move.account = payment->account;
    return move;
}

// Where the money of a payment came to is where it leaves from.
Source source_of(const Ledger& ledger, const std::string& payment_id) {
    Source source = Source::operator_entry;
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.payment_id == payment_id && entry.kind == EntryKind::capture) source = entry.source;
    }
    return source;
}

MoneyMove move_of(const Order& order, const LedgerEntry& entry, std::int64_t now_ms) {
    MoneyMove move = move_in(order, entry.payment_id, now_ms);
    move.id = entry.id;
    if (entry.recorded_at_ms != 0) move.booked_at_ms = entry.recorded_at_ms;
    move.kind = entry.kind == EntryKind::capture    ? MoveKind::payment
                : entry.kind == EntryKind::reversal ? MoveKind::reversal
                                                    : MoveKind::chargeback;
    move.value_at_ms = entry.received_at_ms == 0 ? now_ms : entry.received_at_ms;
    move.source = entry.kind == EntryKind::capture ? entry.source : source_of(order.ledger, entry.payment_id);
    move.amount_minor = entry.amount_minor;
    move.fee_minor = entry.fee_minor;
    move.reference = entry.reference;
    return move;
}

void add_entries(std::vector<MoneyMove>& moves, const Order* before, const Order& after, std::int64_t now_ms) {
    const std::size_t known = before == nullptr ? 0 : before->ledger.entries.size();
    const auto& entries = after.ledger.entries;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const LedgerEntry& entry = entries[at];
        const bool was_won = at < known && before->ledger.entries[at].won;
        if (at >= known) moves.push_back(move_of(after, entry, now_ms));
        if (entry.won == was_won) continue;
        // Decided: what was taken is back, or an outcome was taken back itself.
        MoneyMove move = move_of(after, entry, now_ms);
        move.id = again(entry.id, after);
        move.booked_at_ms = now_ms;
        move.kind = entry.won ? MoveKind::chargeback_won : MoveKind::chargeback;
        move.value_at_ms = now_ms;
        move.fee_minor = 0;
        moves.push_back(std::move(move));
    }
}

std::int64_t moved_minor(const Refund& refund) {
    const bool moved = refund.status == RefundStatus::succeeded && refund.execution != RefundExecution::initiated;
    return moved ? refund.amount_minor : 0;
}

void add_refunds(std::vector<MoneyMove>& moves, const Order* before, const Order& after, std::int64_t now_ms) {
    const std::size_t known = before == nullptr ? 0 : before->ledger.refunds.size();
    const auto& refunds = after.ledger.refunds;
    for (std::size_t at = 0; at < refunds.size(); ++at) {
        const Refund& refund = refunds[at];
        const bool is_known = at < known;
        const std::int64_t was_minor = is_known ? moved_minor(before->ledger.refunds[at]) : 0;
        const std::int64_t out_minor = moved_minor(refund) - was_minor;
        if (out_minor == 0) continue;
        // A new order's refunds were made when it says so; later ones move when their service has done it.
        MoneyMove move = move_in(after, refund.payment_id, before == nullptr ? refund.created_at_ms : now_ms);
        // An entry that waited for its service moves once; only one that comes back needs another name.
        move.id =
            out_minor > 0 && was_minor == 0 && !(is_known && before->ledger.refunds[at].status == RefundStatus::failed)
                ? refund.id
                : again(refund.id, after);
        move.kind = out_minor > 0 ? MoveKind::refund : MoveKind::refund_returned;
        move.source = source_of(after.ledger, refund.payment_id);
        move.amount_minor = out_minor > 0 ? out_minor : -out_minor;
        move.reference = refund.reference;
        moves.push_back(std::move(move));
    }
}

}  // namespace

std::string_view id_of(MoveKind kind) {
    static constexpr std::array<std::string_view, move_kind_count> ids{
        "payment", "reversal",        "chargeback", "chargeback_won",
        "refund",  "refund_returned", "payout",     "payout_returned"};
    return ids[static_cast<std::size_t>(kind)];
}

bool brings(MoveKind kind) {
    return kind == MoveKind::payment || kind == MoveKind::chargeback_won || kind == MoveKind::refund_returned;
}

std::vector<MoneyMove> moves_between(const Order* before, const Order& after, std::int64_t now_ms) {
    std::vector<MoneyMove> moves;
    if (before == nullptr && after.imported) return moves;
    add_entries(moves, before, after, now_ms);
    add_refunds(moves, before, after, now_ms);
    std::erase_if(moves, [](const MoneyMove& move) { return move.amount_minor == 0 && move.fee_minor == 0; });
    return moves;
}

std::string payout_move_id(const std::string& payout_id, std::int64_t settled_at_ms) {
    return payout_id + "." + std::to_string(settled_at_ms);
}

MoneyMove move_of(const PayoutReport& report, const PayoutMove& payout) {
    MoneyMove move;
    move.shop_id = payout.shop_id;
    move.id = payout_move_id(payout.payout_id, payout.now_ms);
    move.kind = MoveKind::payout;
    move.booked_at_ms = payout.now_ms;
    move.value_at_ms = report.arrives_at_ms;
    move.provider = report.provider;
    move.account = report.account;
    move.source = Source::bank;
    move.amount_minor = report.amount_minor;
    move.fee_minor = payout.fee_minor;
    move.currency = report.currency;
    move.reference = report.reference;
    return move;
}

}  // namespace commis::domain
