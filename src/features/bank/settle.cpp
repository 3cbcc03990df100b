#include "features/bank/settle.hpp"

#include <algorithm>

#include "domain/decisions/bank.hpp"
#include "features/bank/payout_arrival.hpp"
#include "features/bank/proposals.hpp"
#include "features/orders/run.hpp"

namespace commis::bank {
namespace {

using domain::Refusal;
using ports::BankRecord;
using ports::BankStatus;

// One part of an entry, to be booked on its order.
struct Booking {
    std::string order_id;
    std::int64_t amount_minor = 0;
    std::optional<std::int64_t> expected_due_minor{};
};

void settle_as(const Desk& desk, BankRecord& record, BankStatus status) {
    record.status = status;
    record.settled_at_ms = desk.services.clock.now_ms();
    record.settled_by = desk.caller.actor.name;
}

domain::Result<BankRecord> lock_open(const Desk& desk, const std::string& entry_id) {
    auto record = desk.work.bank().lock(desk.shop.id, entry_id);
    if (!record) return domain::refuse(Refusal::not_found);
    if (record->status == BankStatus::outgoing) return domain::refuse(Refusal::bank_entry_not_incoming);
    if (record->status != BankStatus::open) return domain::refuse(Refusal::bank_entry_settled);
    return std::move(*record);
}

// Books every part or none: a refusal is thrown out of the savepoint and answered.
std::optional<domain::Error> book(const Desk& desk, BankRecord& record, std::vector<Booking> bookings,
                                  const domain::Telling& telling, std::vector<domain::Decision>& decisions) {
    struct Refused {
        domain::Error error;
    };
    // Orders are locked in one order by everybody.
    std::ranges::sort(bookings, {}, &Booking::order_id);
    const std::size_t decided_before = decisions.size();
    try {
        desk.work.within_savepoint([&] {
            for (const Booking& booking : bookings) {
                domain::BookTransfer command;
                command.entry_id = record.id;
                command.amount_minor = booking.amount_minor;
                command.currency = record.entry.amount.currency;
                command.received_at_ms = received_at_ms(desk.services, desk.shop, record.entry);
                command.expected_due_minor = booking.expected_due_minor;
                command.telling = telling;
                const orders::Target target{desk.shop, booking.order_id, std::nullopt};
                auto decided = orders::run(desk.work, desk.services, target, desk.caller,
                                           [&](const domain::Order& order, const domain::Context& context) {
                                               return domain::book_transfer(order, command, context);
                                           });
                if (!decided) throw Refused{decided.error()};
                record.shares.push_back({booking.order_id, decided->order.number, booking.amount_minor});
                decisions.push_back(std::move(*decided));
            }
        });
    } catch (const Refused& refused) {
        decisions.erase(decisions.begin() + static_cast<std::ptrdiff_t>(decided_before), decisions.end());
        record.shares.clear();
        return refused.error;
    }
    settle_as(desk, record, BankStatus::booked);
    return std::nullopt;
}

// Takes an entry's bookings back from all its orders.
std::optional<domain::Error> take_back(const Desk& desk, const BankRecord& record, const std::string& reason,
                                       std::vector<domain::Decision>& decisions) {
    std::vector<std::string> ids;
    for (const ports::BankShare& share : record.shares) ids.push_back(share.order_id);
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const std::string& order_id : ids) {
        const domain::ReverseTransfer command{record.id, reason, desk.services.clock.now_ms()};
        auto decided = orders::run(desk.work, desk.services, {desk.shop, order_id, std::nullopt}, desk.caller,
                                   [&](const domain::Order& order, const domain::Context& context) {
                                       return domain::reverse_transfer(order, command, context);
                                   });
        if (!decided) return decided.error();
        decisions.push_back(std::move(*decided));
    }
    return std::nullopt;
}

// The return is settled with the transfer that it takes back.
std::optional<domain::Error> book_return(const Desk& desk, BankRecord& record, BankRecord original,
                                         std::vector<domain::Decision>& decisions) {
    const std::string reason = record.entry.return_reason.empty() ? "RETURN" : record.entry.return_reason;
    if (auto error = take_back(desk, original, reason, decisions)) return error;
    settle_as(desk, original, BankStatus::returned);
    desk.work.bank().save(original);
    record.shares = original.shares;
    record.returns_id = original.id;
    settle_as(desk, record, BankStatus::booked);
    return std::nullopt;
}

std::vector<Booking> proposed_bookings(const domain::BankMatch& match, std::int64_t amount_minor) {
    std::vector<Booking> bookings;
    for (const domain::MatchedOrder& part : domain::proposed_parts(match, amount_minor)) {
        bookings.push_back({part.order_id, part.amount_minor, std::nullopt});
    }
    return bookings;
}

bool is_standing_booking(const BankRecord& record) {
    return record.status == BankStatus::booked && record.returns_id.empty();
}

bool can_reopen(const BankRecord& record) {
    return is_standing_booking(record) || record.status == BankStatus::dismissed;
}

domain::Result<Settled> saved(const Desk& desk, Settled settled, const std::optional<domain::Error>& error) {
    if (error) return std::unexpected(*error);
    desk.work.bank().save(settled.record);
    return settled;
}

}  // namespace

Offer offer_of(const BankRecord& record, const domain::BankMatch& match, bool knows_original) {
    const domain::BankEntry& entry = record.entry;
    Offer offer;
    offer.reopen = can_reopen(record);
    if (record.status != BankStatus::open) return offer;
    const bool takes_back = entry.is_return && !entry.is_credit;
    offer.accept = takes_back ? knows_original : domain::is_bookable(match, entry.amount.amount_minor);
    offer.split = entry.is_credit;
    offer.dismiss = true;
    return offer;
}

domain::Result<Settled> accept(const Desk& desk, const std::string& entry_id, const std::string& order_id,
                               const domain::Telling& telling) {
    auto record = lock_open(desk, entry_id);
    if (!record) return std::unexpected(record.error());
    Settled settled{std::move(*record), {}};
    const domain::BankEntry& entry = settled.record.entry;
    if (entry.is_return && !entry.is_credit) {
        const auto originals = returned_transfers(desk.work.reads(), desk.shop, entry);
        if (originals.size() != 1) return domain::refuse(Refusal::nothing_named);
        const auto original = desk.work.bank().lock(desk.shop.id, originals.front().id);
        const auto error = book_return(desk, settled.record, *original, settled.decisions);
        return saved(desk, std::move(settled), error);
    }
    std::vector<Booking> bookings;
    if (order_id.empty()) {
        bookings =
            proposed_bookings(match(desk.work.reads(), desk.services, desk.shop, entry), entry.amount.amount_minor);
        if (bookings.empty()) return domain::refuse(Refusal::nothing_named);
    } else {
        bookings.push_back({order_id, entry.amount.amount_minor, std::nullopt});
    }
    const auto error = book(desk, settled.record, std::move(bookings), telling, settled.decisions);
    return saved(desk, std::move(settled), error);
}

domain::Result<Settled> split(const Desk& desk, const std::string& entry_id, const std::vector<Part>& parts,
                              const domain::Telling& telling) {
    constexpr std::size_t parts_max = 100;
    if (parts.empty()) return domain::refuse_fields({{"/parts", "required", "name at least one order"}});
    if (parts.size() > parts_max) return domain::refuse_fields({{"/parts", "too_many", "at most 100 orders"}});
    auto record = lock_open(desk, entry_id);
    if (!record) return std::unexpected(record.error());
    Settled settled{std::move(*record), {}};
    if (!settled.record.entry.is_credit) return domain::refuse(Refusal::bank_entry_not_incoming);
    std::vector<Booking> bookings;
    std::int64_t sum_minor = 0;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const std::string field = "/parts/" + std::to_string(at);
        const auto is_same = [&](const Booking& booking) { return booking.order_id == parts[at].order_id; };
        if (parts[at].amount_minor <= 0) {
            return domain::refuse_fields({{field + "/amount", "out_of_range", "must be above zero"}});
        }
        if (std::ranges::any_of(bookings, is_same)) {
            return domain::refuse_fields({{field + "/order", "named_twice", "each order once"}});
        }
        sum_minor = domain::add_checked(sum_minor, parts[at].amount_minor).value_or(domain::amount_limit_minor);
        bookings.push_back({parts[at].order_id, parts[at].amount_minor, std::nullopt});
    }
    const std::int64_t whole_minor = settled.record.entry.amount.amount_minor;
    if (sum_minor != whole_minor) return domain::refuse(Refusal::bank_amount_differs, std::to_string(whole_minor));
    const auto error = book(desk, settled.record, std::move(bookings), telling, settled.decisions);
    return saved(desk, std::move(settled), error);
}

domain::Result<Settled> dismiss(const Desk& desk, const std::string& entry_id, const std::string& note) {
    std::vector<domain::FieldError> errors;
    domain::check_text(errors, "/note", note, domain::note_length_max);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    auto record = lock_open(desk, entry_id);
    if (!record) return std::unexpected(record.error());
    record->note = note;
    settle_as(desk, *record, BankStatus::dismissed);
    return saved(desk, Settled{std::move(*record), {}}, std::nullopt);
}

domain::Result<Settled> reopen(const Desk& desk, const std::string& entry_id) {
    auto found = desk.work.bank().lock(desk.shop.id, entry_id);
    if (!found) return domain::refuse(Refusal::not_found);
    Settled settled{std::move(*found), {}};
    BankRecord& record = settled.record;
    if (!can_reopen(record)) return domain::refuse(Refusal::bank_entry_not_booked);
    std::optional<domain::Error> error;
    if (is_standing_booking(record)) error = take_back(desk, record, "", settled.decisions);
    await_again(desk, record);
    record.payout_id.clear();
    record.status = BankStatus::open;
    record.is_automatic = false;
    record.shares.clear();
    record.settled_at_ms.reset();
    record.settled_by.clear();
    record.note.clear();
    return saved(desk, std::move(settled), error);
}

bool book_alone(const Desk& desk, BankRecord& record, const domain::BankMatch& found,
                std::vector<domain::Decision>& decisions) {
    record.is_automatic = true;
    if (record.entry.is_return && !record.entry.is_credit) {
        const auto originals = returned_transfers(desk.work.reads(), desk.shop, record.entry);
        if (originals.size() == 1) {
            const auto original = desk.work.bank().lock(desk.shop.id, originals.front().id);
            if (!book_return(desk, record, *original, decisions)) return true;
        }
    } else if (found.verdict == domain::MatchVerdict::exact) {
        std::vector<Booking> bookings;
        for (const auto& order : found.orders) {
            bookings.push_back({order.order_id, order.amount_minor, order.due_minor});
        }
        if (!book(desk, record, std::move(bookings), {}, decisions)) return true;
    }
    record.is_automatic = false;
    return false;
}

}  // namespace commis::bank
