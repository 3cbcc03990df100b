#include "features/accounting/totals.hpp"

#include <algorithm>

#include "features/accounting/books_json.hpp"

namespace commis::accounting {
namespace {

using domain::MoveKind;

CurrencyTotals& totals_in(std::vector<CurrencyTotals>& totals, const std::string& currency) {
    const auto found = std::ranges::find(totals, currency, &CurrencyTotals::currency);
    return found == totals.end() ? totals.emplace_back(CurrencyTotals{.currency = currency}) : *found;
}

void add(MoneySums& sums, const ports::MoveSum& moved) {
    sums.count += moved.count;
    (brings(moved.kind) ? sums.in_minor : sums.back_minor) += moved.amount_minor;
    sums.fee_minor += moved.fee_minor;
}

// Where money of this sum stands, by the rule of the journal.
domain::MoneyPlace place_of(const domain::Books& books, const domain::Profile& profile, const ports::MoveSum& moved) {
    domain::MoneyMove move;
    move.method = moved.method;
    move.provider = moved.provider;
    move.source = moved.source;
    return domain::place_in(books, domain::money_of(move, profile.kind_of(moved.method), moved.amount_minor));
}

void add_move(CurrencyTotals& totals, const domain::Books& books, const domain::Profile& profile,
              const ports::MoveSum& moved) {
    if (moved.kind == MoveKind::payout || moved.kind == MoveKind::payout_returned) {
        const bool is_back = moved.kind == MoveKind::payout_returned;
        totals.payouts.count += moved.count;
        totals.payouts.amount_minor += is_back ? -moved.amount_minor : moved.amount_minor;
        totals.payouts.fee_minor += is_back ? -moved.fee_minor : moved.fee_minor;
        return;
    }
    add(totals.money, moved);
    const domain::MoneyPlace place = place_of(books, profile, moved);
    const auto is_same = [&](const ChannelSums& channel) {
        return channel.method == moved.method && channel.provider == moved.provider && channel.place == place;
    };
    auto at = std::ranges::find_if(totals.channels, is_same);
    if (at == totals.channels.end()) {
        at = totals.channels.insert(at, ChannelSums{moved.method, moved.provider, place, {}});
    }
    add(at->sums, moved);
}

}  // namespace

std::vector<CurrencyTotals> count_totals(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                                         const Period& period) {
    const domain::Books books = books_of(shop);
    const auto profile = services.profiles.of(shop);
    std::vector<CurrencyTotals> totals{{.currency = std::string(shop.currency.code())}};
    for (const ports::DocumentSum& sum : snapshot.books().document_sums(shop.id, period.from_ms, period.to_ms)) {
        CurrencyTotals& of = totals_in(totals, sum.currency);
        const bool is_invoice = sum.kind == domain::DocumentKind::invoice;
        (is_invoice ? of.invoices : of.credit_notes) += sum.count;
        (is_invoice ? of.invoiced_minor : of.credited_minor) += sum.amount_minor;
        (is_invoice ? of.invoiced_tax_minor : of.credited_tax_minor) += sum.tax_minor;
    }
    for (const ports::MoveSum& sum : snapshot.books().move_sums(shop.id, period.from_ms, period.to_ms)) {
        add_move(totals_in(totals, sum.currency), books, *profile, sum);
    }
    return totals;
}

}  // namespace commis::accounting
