#include "features/bank/take_in.hpp"

#include <algorithm>

#include "features/bank/payout_arrival.hpp"
#include "features/bank/proposals.hpp"
#include "features/orders/run.hpp"

namespace commis::bank {
namespace {

using ports::BankRecord;
using ports::BankStatus;

constexpr std::size_t entries_a_unit = 25;

struct Unit {
    std::vector<TakenEntry> entries;
    std::vector<domain::Decision> decisions;
    std::int64_t booked = 0;
    std::int64_t payouts = 0;
};

// A notification and the statement that follows tell of the same line, one of them split into its transfers: then the
// parts count. Answers the entry that stands for this money already.
std::optional<std::string> told_otherwise(const Desk& desk, const domain::BankEntry& entry) {
    const auto others = desk.work.reads().bank().of_booking(desk.shop.id, entry.booking_key);
    for (const BankRecord& other : others) {
        if (other.entry.is_part == entry.is_part) continue;
        // The whole came first and nobody has used it: its parts say more.
        if (entry.is_part && other.status == BankStatus::open) {
            auto whole = desk.work.bank().lock(desk.shop.id, other.id);
            whole->status = BankStatus::dismissed;
            whole->settled_at_ms = desk.services.clock.now_ms();
            whole->settled_by = desk.caller.actor.name;
            whole->note = "split";
            desk.work.bank().save(*whole);
            continue;
        }
        const bool is_replaced = other.status == BankStatus::dismissed && other.note == "split";
        if (!is_replaced) return other.id;
    }
    return std::nullopt;
}

void settle_alone(const Desk& desk, BankRecord& record, Unit& unit) {
    const auto found = match(desk.work.reads(), desk.services, desk.shop, record.entry);
    if (book_alone(desk, record, found, unit.decisions)) {
        desk.work.bank().save(record);
        ++unit.booked;
    } else if (arrive_alone(desk, record, found)) {
        ++unit.payouts;
    }
}

void take_one(const Desk& desk, const domain::BankEntry& entry, const std::string& statement_id, Unit& unit) {
    BankRecord record;
    record.shop_id = desk.shop.id;
    record.id = desk.services.ids.next();
    record.statement_id = statement_id;
    record.entry = entry;
    record.entry.identity = desk.services.secrets.digest(entry.identity);
    record.entry.booking_key = desk.services.secrets.digest(entry.booking_key);
    record.status = entry.is_credit || entry.is_return ? BankStatus::open : BankStatus::outgoing;
    record.created_at_ms = desk.services.clock.now_ms();
    if (const auto other = told_otherwise(desk, record.entry)) {
        unit.entries.push_back({*other, true});
        return;
    }
    if (!desk.work.bank().insert(record)) {
        const auto first = desk.work.reads().bank().find_identity(desk.shop.id, record.entry.identity);
        if (first) unit.entries.push_back({first->id, true});
        return;
    }
    if (record.status == BankStatus::open) settle_alone(desk, record, unit);
    unit.entries.push_back({record.id, false});
}

}  // namespace

domain::Result<TakenFile> take_in(const Services& services, const domain::Shop& shop, const Caller& caller,
                                  const std::vector<domain::BankStatement>& statements, const std::string& name) {
    TakenFile taken;
    std::vector<domain::BankEntry> entries;
    for (const domain::BankStatement& statement : statements) {
        taken.pending += domain::count_pending(statement);
        auto more = domain::entries_of(statement);
        std::ranges::move(more, std::back_inserter(entries));
    }
    if (entries.size() > entries_max) {
        return std::unexpected(domain::Error{
            domain::Refusal::bank_file_unreadable, {}, {{"", "too_many_entries", "at most 5,000 entries in a file"}}});
    }
    const std::string statement_id = services.ids.next();
    for (std::size_t begin = 0; begin < entries.size(); begin += entries_a_unit) {
        Unit unit;
        services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            unit = Unit{};
            const Desk desk{work, services, shop, caller};
            const std::size_t end = std::min(begin + entries_a_unit, entries.size());
            for (std::size_t at = begin; at < end; ++at) take_one(desk, entries[at], statement_id, unit);
        });
        for (const domain::Decision& decision : unit.decisions) orders::announce(services, decision);
        taken.booked += unit.booked;
        taken.payouts += unit.payouts;
        std::ranges::move(unit.entries, std::back_inserter(taken.entries));
    }
    taken.known = std::ranges::count_if(taken.entries, &TakenEntry::is_known);
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.bank().insert_statement({shop.id, statement_id, name, static_cast<std::int64_t>(taken.entries.size()),
                                      taken.known, caller.actor.name, services.clock.now_ms()});
    });
    return taken;
}

}  // namespace commis::bank
