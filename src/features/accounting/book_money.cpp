#include "features/accounting/book_money.hpp"

namespace commis::accounting {
namespace {

// What the service kept, less what the movements of the payout's payments have booked of it.
std::int64_t unbooked_fees(ports::UnitOfWork& work, const ports::PayoutRecord& payout) {
    std::int64_t sum_minor = 0;
    for (const ports::PayoutLine& line : work.reads().payouts().lines(payout.shop_id, payout.id)) {
        sum_minor += domain::kept_minor(line.item);
        if (line.item.kind != domain::PayoutItemKind::payment || line.entry_id.empty()) continue;
        const auto move = work.reads().books().find_move(payout.shop_id, line.entry_id);
        if (move) sum_minor -= move->fee_minor;
    }
    return sum_minor;
}

}  // namespace

void book_money(ports::UnitOfWork& work, const domain::Order* before, const domain::Order& after, std::int64_t now_ms) {
    for (const domain::MoneyMove& move : domain::moves_between(before, after, now_ms)) work.books().add(move);
}

void book_payout(ports::UnitOfWork& work, const ports::PayoutRecord& payout) {
    domain::PayoutMove move;
    move.shop_id = payout.shop_id;
    move.payout_id = payout.id;
    move.fee_minor = unbooked_fees(work, payout);
    move.now_ms = *payout.settled_at_ms;
    work.books().add(domain::move_of(payout.report, move));
}

void take_back_payout(ports::UnitOfWork& work, const ports::PayoutRecord& payout, std::int64_t now_ms) {
    if (!payout.settled_at_ms) return;
    const std::string id = domain::payout_move_id(payout.id, *payout.settled_at_ms);
    auto move = work.reads().books().find_move(payout.shop_id, id);
    if (!move) return;
    // The same sums the other way, whatever the report says by now.
    move->id = id + ".back";
    move->kind = domain::MoveKind::payout_returned;
    move->booked_at_ms = move->value_at_ms = now_ms;
    work.books().add(*move);
}

}  // namespace commis::accounting
