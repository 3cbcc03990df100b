#include "domain/payout_match.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "domain/bank_match.hpp"
#include "domain/folded_words.hpp"

namespace commis::domain {
namespace {

constexpr std::int32_t arrival_bank_days = 5;

std::int64_t size_of(std::int64_t amount_minor) { return amount_minor < 0 ? -amount_minor : amount_minor; }

// A movement of an order that a payout may hold.
struct Movement {
    const Order* order = nullptr;
    std::string payment_id{};
    std::string entry_id{};
    std::string reference{};
    std::string payment_reference{};
    std::string provider{};
    std::int64_t amount_minor = 0;
    PayoutItemKind kind = PayoutItemKind::payment;
};

const Payment* payment_of(const Order& order, const std::string& payment_id) {
    const auto found = std::ranges::find(order.ledger.payments, payment_id, &Payment::id);
    return found == order.ledger.payments.end() ? nullptr : &*found;
}

Movement movement_of(const Order& order, const std::string& payment_id, PayoutItemKind kind) {
    Movement movement;
    movement.order = &order;
    movement.payment_id = payment_id;
    movement.kind = kind;
    if (const Payment* payment = payment_of(order, payment_id)) {
        movement.payment_reference = payment->reference;
        movement.provider = payment->provider;
    }
    return movement;
}

std::vector<Movement> movements_of(const std::vector<Order>& orders) {
    std::vector<Movement> movements;
    for (const Order& order : orders) {
        for (const LedgerEntry& entry : order.ledger.entries) {
            if (entry.kind == EntryKind::reversal) continue;
            const bool is_capture = entry.kind == EntryKind::capture;
            Movement movement =
                movement_of(order, entry.payment_id, is_capture ? PayoutItemKind::payment : PayoutItemKind::chargeback);
            movement.entry_id = entry.id;
            movement.reference = entry.reference;
            movement.amount_minor = entry.amount_minor;
            movements.push_back(std::move(movement));
        }
        for (const Refund& refund : order.ledger.refunds) {
            Movement movement = movement_of(order, refund.payment_id, PayoutItemKind::refund);
            movement.entry_id = refund.id;
            movement.reference = refund.reference;
            movement.amount_minor = refund.amount_minor;
            movements.push_back(std::move(movement));
        }
    }
    return movements;
}

class Search {
public:
    explicit Search(const std::vector<Movement>& movements) : movements_(movements) {}

    PayoutPart find(const PayoutReport& report, const PayoutItem& item) {
        const auto is_exact = [&](const Movement& each) {
            return !item.reference.empty() && each.reference == item.reference;
        };
        const auto is_of_payment = [&](const Movement& each) {
            const std::string& named = item.payment_reference.empty() ? item.reference : item.payment_reference;
            return !named.empty() && each.payment_reference == named;
        };
        const auto fits = [&](const Movement& each) { return each.amount_minor == size_of(item.gross_minor); };
        const auto is_named = [&](const Movement& each) {
            // Cards of an acquirer that the program does not speak to are recorded without a provider.
            const bool may_be_theirs = each.provider == report.provider || each.provider.empty();
            return may_be_theirs && fits(each) && is_number_of(*each.order, item.text);
        };
        if (const Movement* found = only(item, is_exact)) return take(*found);
        if (const Movement* found =
                only(item, [&](const Movement& each) { return is_of_payment(each) && fits(each); })) {
            return take(*found);
        }
        if (const Movement* found = only(item, is_of_payment)) return take(*found);
        if (const Movement* found = only(item, is_named)) return take(*found);
        return {};
    }

private:
    // A number as the report writes it, or behind a word: "Order 10001".
    static bool is_number_of(const Order& order, const std::string& text) {
        if (text.empty()) return false;
        return std::ranges::any_of(names_of(order), [&](const OrderName& name) {
            const bool is_behind = text.size() > name.number.size() && text.ends_with(" " + name.number);
            return text == name.number || is_behind || text.ends_with("#" + name.number);
        });
    }

    template <class Fits>
    const Movement* only(const PayoutItem& item, const Fits& fits) const {
        const Movement* found = nullptr;
        for (const Movement& each : movements_) {
            const bool is_free = each.kind == item.kind && !used_.contains(each.order->id + "/" + each.entry_id);
            if (!is_free || !fits(each)) continue;
            if (found != nullptr) return nullptr;
            found = &each;
        }
        return found;
    }

    PayoutPart take(const Movement& movement) {
        used_.insert(movement.order->id + "/" + movement.entry_id);
        return {movement.order->id, movement.order->number, movement.payment_id, movement.entry_id};
    }

    const std::vector<Movement>& movements_;
    std::set<std::string> used_{};
};

std::optional<std::int32_t> day_of(const BankEntry& entry) {
    return parse_day(entry.valued_on.empty() ? entry.booked_on : entry.valued_on);
}

}  // namespace

bool is_of_an_order(const PayoutItem& item) {
    return item.kind == PayoutItemKind::payment || item.kind == PayoutItemKind::refund ||
           item.kind == PayoutItemKind::chargeback;
}

std::vector<PayoutPart> match_items(const PayoutReport& report, const std::vector<Order>& orders) {
    const std::vector<Movement> movements = movements_of(orders);
    Search search(movements);
    std::vector<PayoutPart> parts(report.items.size());
    // Whoever is named exactly comes first, so that no vaguer item takes his place.
    for (const bool is_first : {true, false}) {
        for (std::size_t at = 0; at < report.items.size(); ++at) {
            const PayoutItem& item = report.items[at];
            const bool is_exact = std::ranges::any_of(movements, [&](const Movement& each) {
                return !item.reference.empty() && each.reference == item.reference && each.kind == item.kind;
            });
            if (is_exact == is_first && is_of_an_order(item)) parts[at] = search.find(report, item);
        }
    }
    return parts;
}

bool may_be_payout(const BankEntry& entry, const PayoutReport& report, const BankDays& days) {
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    const auto day = day_of(entry);
    const bool is_sum = entry.is_credit && !entry.is_return && entry.amount.currency == report.currency &&
                        entry.amount.amount_minor == report.amount_minor && report.status != PayoutStatus::failed;
    if (!is_sum || !day) return false;
    const auto told = static_cast<std::int32_t>(report.arrives_at_ms / day_ms);
    const std::int32_t first = std::min(*day, told);
    const std::int32_t last = std::max(*day, told);
    if (last - first > 30) return false;
    std::int32_t between = 0;
    for (std::int32_t each = first; each < last; ++each) between += is_bank_day(each, days) ? 1 : 0;
    return between <= arrival_bank_days;
}

bool names_payout(const BankEntry& entry, const PayoutReport& report) {
    const bool has_reference = report.reference.size() >= 6 &&
                               (entry.text + " " + entry.end_to_end_id).find(report.reference) != std::string::npos;
    const auto said = folded_words(entry.text + " " + entry.counterparty.name);
    const auto provider = folded_words(report.provider);
    const bool is_sender = !provider.empty() && std::ranges::all_of(provider, [&](const std::string& word) {
        return std::ranges::any_of(said, [&](const std::string& each) { return each.starts_with(word); });
    });
    return has_reference || is_sender;
}

}  // namespace commis::domain
