// One pass over each shop, a page at a time; every rule is a line of `check_one`.
#include "features/checks/check_orders.hpp"

#include <algorithm>
#include <map>

#include "domain/journal.hpp"
#include "domain/projection.hpp"
#include "features/orders/run.hpp"

namespace commis::checks {
namespace {

constexpr std::int32_t page_size = 200;
constexpr std::size_t findings_max = 1'000;

struct Pass {
    const domain::Shop& shop;
    const domain::Profile& profile;
    const domain::Calendar calendar;
    Report& report;

    void find(const domain::Order& order, std::string code, std::string detail) const {
        if (report.findings.size() < findings_max) {
            report.findings.push_back({shop.handle, order.number, std::move(code), std::move(detail)});
        }
    }
};

void check_lines(const Pass& pass, const domain::Order& order) {
    for (const domain::Line& line : order.lines) {
        const auto price_minor = domain::multiply_checked(line.unit_price_minor, line.quantity).value_or(0);
        const std::int64_t net_minor = price_minor - line.discount_minor;
        const std::int64_t total_minor = net_minor + (order.prices_include_tax ? 0 : line.tax_minor);
        if (total_minor != line.total_minor) pass.find(order, "totals", "line " + line.id + " does not add up");
        if (line.active() < 0 || line.shipped > line.quantity + line.exchanged || line.returned > line.shipped ||
            line.exchanged > line.returned) {
            pass.find(order, "units", "line " + line.id + " has more units gone than there were");
        }
        if (line.reserved < 0 || line.reserved > std::max(0, line.to_ship()) || line.gone_shipped > line.gone()) {
            pass.find(order, "stock", "line " + line.id + " has more set aside than is still to ship");
        }
        if (line.cancelled_minor < 0 || line.cancelled_minor > line.left_minor || line.left_minor > line.total_minor) {
            pass.find(order, "totals", "line " + line.id + " lost more value than it had");
        }
        if (line.kind != domain::LineKind::ticket) continue;
        std::int64_t value_minor = 0;
        std::int32_t live = 0;
        for (const domain::TicketUnit& unit : line.units) {
            value_minor += unit.value_minor;
            live += unit.status == domain::UnitStatus::active;
        }
        if (value_minor != line.total_minor || live != line.active()) {
            pass.find(order, "units", "the tickets of line " + line.id + " do not make the line");
        }
    }
}

void check_ledger(const Pass& pass, const domain::Order& order) {
    std::map<std::string, std::int64_t> held_by_payment;
    for (const domain::Payment& payment : order.ledger.payments) held_by_payment[payment.id] = 0;
    for (const domain::LedgerEntry& entry : order.ledger.entries) {
        const auto payment = held_by_payment.find(entry.payment_id);
        if (payment == held_by_payment.end() || entry.amount_minor <= 0) {
            pass.find(order, "ledger", "entry " + entry.id + " belongs to no payment");
            continue;
        }
        payment->second += entry.kind == domain::EntryKind::capture ? entry.amount_minor : -entry.amount_minor;
    }
    for (const auto& [payment_id, held_minor] : held_by_payment) {
        if (held_minor < 0) pass.find(order, "ledger", "more was taken from payment " + payment_id + " than it gave");
    }
}

// The books hold what the ledger says. What an imported order brought with it stands in others.
void check_books(const Pass& pass, ports::Snapshot& snapshot, const domain::Order& order) {
    if (order.imported || order.ledger.payments.empty()) return;
    std::int64_t booked_minor = 0;
    for (const domain::MoneyMove& move : snapshot.books().moves_of_order(order.shop_id, order.id)) {
        for (const domain::JournalEntry& entry : domain::entries_of(move, domain::MethodKind::offline)) {
            if (entry.kind == domain::JournalKind::fee) continue;
            for (const domain::Posting& posting : entry.postings) {
                if (posting.role == domain::AccountRole::money) booked_minor += posting.amount_minor;
            }
        }
    }
    const auto facts = domain::payment_facts(order.ledger, domain::MethodKind::offline, 0, 0);
    if (booked_minor == facts.figures.held()) return;
    pass.find(
        order, "books",
        "the books hold " + std::to_string(booked_minor) + ", the ledger " + std::to_string(facts.figures.held()));
}

void check_events(const Pass& pass, ports::Snapshot& snapshot, const domain::Order& order) {
    const auto newest = snapshot.orders().timeline(order.shop_id, order.id, std::nullopt, 1);
    const std::int64_t last = newest.empty() ? 0 : newest.front().event.sequence;
    if (last != order.event_count) {
        pass.find(
            order, "events",
            "the newest event is " + std::to_string(last) + ", the order says " + std::to_string(order.event_count));
    }
    pass.report.events += last;
}

void check_projection(const Pass& pass, const ports::OrderRow& row, const domain::Order& order) {
    const domain::Projection derived = domain::projection_of(order, pass.profile, pass.calendar);
    const domain::Projection& stored = row.projection;
    const bool same = stored.payment_status == derived.payment_status && stored.summary == derived.summary &&
                      stored.stage == derived.stage && stored.queue == derived.queue &&
                      stored.total_minor == derived.total_minor && stored.due_minor == derived.due_minor &&
                      stored.owed_minor == derived.owed_minor && stored.quantity == derived.quantity &&
                      stored.refunded_minor == derived.refunded_minor &&
                      stored.owed_back_minor == derived.owed_back_minor && stored.hold_minor == derived.hold_minor &&
                      stored.hold_until_ms == derived.hold_until_ms;
    if (!same) pass.find(order, "projection", "the list shows another status or sum than the facts give");
}

void check_shop(const Services& services, const domain::Shop& shop, Report& report) {
    const auto profile = services.profiles.of(shop);
    const Pass pass{shop, *profile, orders::calendar_of(services, shop), report};
    ports::OrderPageRequest request;
    request.filter.shop_ids = {shop.id};
    request.limit = page_size;
    std::map<std::string, int> numbers;
    do {
        services.storage.read([&](ports::Snapshot& snapshot) {
            ports::OrderPage page = snapshot.orders().list(request);
            for (const ports::OrderRow& row : page.rows) {
                const auto order = snapshot.orders().find(shop.id, row.id);
                if (!order) continue;
                report.orders += 1;
                check_lines(pass, *order);
                check_ledger(pass, *order);
                check_books(pass, snapshot, *order);
                check_events(pass, snapshot, *order);
                check_projection(pass, row, *order);
                if (++numbers[order->number] > 1) pass.find(*order, "number", "the number is taken twice");
            }
            request.after = page.next;
        });
    } while (request.after);
}

// The figures that are kept of days are those that the facts give.
void check_sales(ports::Snapshot& snapshot, const domain::Shop& shop, Report& report) {
    constexpr std::int32_t days_at_once = 366;
    const auto kept = snapshot.statistics().kept_days(shop.id);
    if (!kept) return;
    ports::StatisticsRequest request;
    request.shop_id = shop.id;
    request.currency = shop.currency.code();
    request.timezone = shop.timezone;
    for (std::int32_t first = kept->first; first <= kept->second; first += days_at_once) {
        request.days = std::pair(first, std::min(first + days_at_once - 1, kept->second));
        for (const ports::StatisticsBy by : ports::statistics_keys) {
            request.by = by;
            request.from_facts = false;
            const ports::Statistics shown = snapshot.statistics().count(request);
            request.from_facts = true;
            const ports::Statistics facts = snapshot.statistics().count(request);
            if (shown.rows == facts.rows && shown.sum == facts.sum &&
                shown.other_currencies == facts.other_currencies) {
                continue;
            }
            report.findings.push_back(
                {shop.handle, "", "statistics", "the figures kept of days are not those of their orders"});
            return;
        }
    }
}

}  // namespace

Report check_orders(const Services& services) {
    Report report;
    std::vector<domain::Shop> shops;
    services.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    for (const domain::Shop& shop : shops) {
        report.shops += 1;
        check_shop(services, shop, report);
        services.storage.read([&](ports::Snapshot& snapshot) { check_sales(snapshot, shop, report); });
    }
    return report;
}

}  // namespace commis::checks
