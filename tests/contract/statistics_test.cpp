// Statistics: figures by hand for a few orders, and the same answer from the database and from the domain's own sums
// for hundreds of generated ones.
#include <fmt/core.h>

#include <random>

#include "adapters/sql/shop_days.hpp"
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using domain::Order;
using ports::SalesFigures;
using ports::Statistics;
using ports::StatisticsBy;

constexpr std::int64_t day_ms = 86'400'000;

void insert(ports::Storage& storage, const SampleShop& shop, domain::Decision decision) {
    storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        decision.order.number = work.orders().take_number(shop.shop.id, "order", 2026).text;
        work.orders().insert(decision, shop.projection(decision.order), SampleShop::new_id);
    });
}

Statistics count(ports::Storage& storage, const ports::StatisticsRequest& request) {
    Statistics statistics;
    storage.read([&](ports::Snapshot& snapshot) { statistics = snapshot.statistics().count(request); });
    return statistics;
}

ports::StatisticsRequest request_for(const SampleShop& shop, StatisticsBy by) {
    ports::StatisticsRequest request;
    request.shop_id = shop.shop.id;
    request.currency = "EUR";
    request.timezone = "Europe/Paris";
    request.now_ms = SampleShop::start_ms;
    request.by = by;
    return request;
}

domain::Refund refund(std::int64_t amount_minor, domain::RefundExecution execution, domain::RefundStatus status,
                      bool takes_units) {
    domain::Refund made;
    made.id = SampleShop::new_id();
    made.amount_minor = amount_minor;
    made.execution = execution;
    made.status = status;
    made.takes_units = takes_units;
    return made;
}

// Money that came, and some that went back in every way there is.
void add_ledger(Order& order, std::mt19937_64& random) {
    const std::int64_t total_minor = domain::content_totals(order).total_minor;
    domain::Payment payment;
    payment.id = SampleShop::new_id();
    payment.method = order.payment_method;
    payment.amount_minor = total_minor;
    payment.status = domain::AttemptStatus::captured;
    order.ledger.payments.push_back(payment);
    const auto add = [&](domain::EntryKind kind, std::int64_t amount_minor) {
        domain::LedgerEntry entry;
        entry.id = SampleShop::new_id();
        entry.payment_id = payment.id;
        entry.kind = kind;
        entry.amount_minor = amount_minor;
        order.ledger.entries.push_back(entry);
    };
    add(domain::EntryKind::capture, total_minor);
    if (random() % 5 == 0) add(domain::EntryKind::chargeback, 300);
    if (random() % 5 == 0) add(domain::EntryKind::reversal, 200);
    const auto give_back = static_cast<int>(random() % 4);
    for (int number = 0; number < give_back; ++number) {
        domain::Refund made =
            refund(static_cast<std::int64_t>(random() % 500 + 1), static_cast<domain::RefundExecution>(random() % 3),
                   static_cast<domain::RefundStatus>(random() % 3), random() % 2 == 0);
        made.payment_id = payment.id;
        made.reopens_due = random() % 4 == 0;
        if (random() % 6 == 0) made.settles = "another";
        order.ledger.refunds.push_back(made);
    }
}

void cancel_some(Order& order, std::mt19937_64& random) {
    for (domain::Line& line : order.lines) {
        if (random() % 3 != 0 || line.kind == domain::LineKind::ticket) continue;
        line.cancelled = 1;
        line.left_minor = line.total_minor / line.quantity;
    }
    order.shipping.cancelled = random() % 3 == 0;
}

domain::PlaceOrder varied(const SampleShop& shop, std::mt19937_64& random) {
    domain::PlaceOrder command = shop.command();
    command.payment_method = random() % 2 == 0 ? "cheque" : "bank-transfer";
    command.billing_address.country = random() % 3 == 0 ? "DK" : "FR";
    command.channel = random() % 4 == 0 ? "web" : "market";
    command.promo_code = random() % 3 == 0 ? fmt::format("CODE{}", random() % 4) : "";
    command.prices_include_tax = random() % 2 == 0;
    command.currency = random() % 9 == 0 ? "USD" : random() % 9 == 0 ? "CHF" : "EUR";
    command.draft = random() % 15 == 0;
    command.lines[0].name = fmt::format("{} {}", random() % 2 == 0 ? "Mug" : "mUG", random() % 5);
    command.lines[0].quantity = static_cast<std::int64_t>(random() % 5 + 1);
    command.lines[0].discount_minor = static_cast<std::int64_t>(random() % 3) * 100;
    command.discount_minor = static_cast<std::int64_t>(random() % 300);
    if (random() % 3 == 0) {
        command.lines.push_back(command.lines[0]);
        command.lines.back().name = "mug 1";
    }
    if (random() % 4 == 0) {
        command.lines.push_back(command.lines[0]);
        command.lines.back().kind = domain::LineKind::fee;
        command.lines.back().name = "Fee";
    }
    return command;
}

domain::Decision generated(SampleShop& shop, std::mt19937_64& random) {
    // From before one change of the clocks to after the next, some orders within minutes of midnight.
    shop.now_ms = SampleShop::start_ms + static_cast<std::int64_t>(random() % 250) * day_ms;
    shop.now_ms += random() % 3 == 0 ? 21 * 3'600'000 + static_cast<std::int64_t>(random() % 7'200'000)
                                     : static_cast<std::int64_t>(random() % 86'400'000);
    domain::Decision decision = shop.place(varied(shop, random));
    Order& order = decision.order;
    if (random() % 3 == 0) order.state = "processing";
    if (random() % 2 == 0) add_ledger(order, random);
    if (random() % 4 == 0) cancel_some(order, random);
    if (random() % 20 == 0) order.abandoned_at_ms = order.placed_at_ms + 1;
    if (random() % 20 == 0) order.removed = domain::Removal{order.placed_at_ms, "Åse", "test"};
    return decision;
}

void expect_same(const Statistics& one, const Statistics& other, const std::string& what) {
    SCOPED_TRACE(what);
    EXPECT_EQ(one.days, other.days);
    EXPECT_EQ(one.sum, other.sum);
    EXPECT_EQ(one.rest, other.rest);
    EXPECT_EQ(one.other_currencies, other.other_currencies);
    ASSERT_EQ(one.rows.size(), other.rows.size());
    for (std::size_t at = 0; at < one.rows.size(); ++at) {
        EXPECT_EQ(one.rows[at].key, other.rows[at].key);
        EXPECT_EQ(one.rows[at].figures, other.rows[at].figures) << one.rows[at].key;
    }
}

class StatisticsTest : public StorageTest {};

TEST_P(StatisticsTest, FiguresOfAFewOrders) {
    domain::Decision whole = sample.place(sample.command());
    const std::int64_t total_minor = domain::content_totals(whole.order).total_minor;
    insert(storage(), sample, whole);
    domain::Decision reduced = sample.place(sample.command());
    reduced.order.lines[0].cancelled = 1;
    reduced.order.lines[0].left_minor = 1999;
    auto goodwill = refund(500, domain::RefundExecution::recorded, domain::RefundStatus::succeeded, false);
    domain::Payment payment;
    payment.id = goodwill.payment_id = SampleShop::new_id();
    payment.method = "bank-transfer";
    payment.amount_minor = total_minor;
    payment.status = domain::AttemptStatus::captured;
    reduced.order.ledger.payments.push_back(payment);
    reduced.order.ledger.refunds.push_back(goodwill);
    insert(storage(), sample, reduced);
    const Statistics statistics = count(storage(), request_for(sample, StatisticsBy::payment_type));
    ASSERT_EQ(statistics.rows.size(), 1U);
    EXPECT_EQ(statistics.rows[0].key, "bank-transfer");
    EXPECT_EQ(statistics.rows[0].figures, statistics.sum);
    EXPECT_FALSE(statistics.rest);
    EXPECT_EQ(statistics.sum.orders, 2);
    EXPECT_EQ(statistics.sum.units, 10);
    EXPECT_EQ(statistics.sum.gross_minor, 2 * total_minor);
    EXPECT_EQ(statistics.sum.tax_minor, 2 * domain::content_totals(whole.order).tax_minor);
    EXPECT_EQ(statistics.sum.cancelled_minor, 1999);
    EXPECT_EQ(statistics.sum.allowances_minor, 500);
    EXPECT_EQ(statistics.sum.refunds_minor, 500);
    EXPECT_EQ(statistics.sum.net_minor(), 2 * total_minor - 1999 - 500);
}

TEST_P(StatisticsTest, NothingSoldIsNothing) {
    const Statistics statistics = count(storage(), request_for(sample, StatisticsBy::item));
    EXPECT_TRUE(statistics.rows.empty());
    EXPECT_EQ(statistics.sum, SalesFigures{});
    EXPECT_FALSE(statistics.rest);
    EXPECT_EQ(statistics.days.second - statistics.days.first, 29);
}

TEST_P(StatisticsTest, WhatIsNoItemAndWhatIsLeftOffStandsInTheRest) {
    insert(storage(), sample, sample.place(sample.command()));
    Statistics statistics = count(storage(), request_for(sample, StatisticsBy::item));
    ASSERT_EQ(statistics.rows.size(), 2U);
    EXPECT_EQ(statistics.rows[0].key, "VIP ticket");
    EXPECT_EQ(statistics.rows[1].key, "Mug");
    ASSERT_TRUE(statistics.rest);
    EXPECT_EQ(statistics.rest->gross_minor, 690);
    EXPECT_EQ(statistics.rest->units, 0);
    auto request = request_for(sample, StatisticsBy::item);
    request.rows_max = 1;
    statistics = count(storage(), request);
    ASSERT_EQ(statistics.rows.size(), 1U);
    EXPECT_EQ(statistics.rest->gross_minor, 690 + 3 * 1999);
}

// The clocks of Paris go back on 2026-10-25: that day has 25 hours.
TEST_P(StatisticsTest, ADayIsTheShopsDay) {
    const std::int64_t summer_midnight_ms = 1'792'879'200'000;  // 2026-10-24T22:00:00Z.
    const auto at = [&](std::int64_t placed_at_ms) {
        sample.now_ms = placed_at_ms;
        insert(storage(), sample, sample.place(sample.command()));
    };
    at(summer_midnight_ms - 1);
    at(summer_midnight_ms);
    at(summer_midnight_ms + 25 * 3'600'000 - 1);
    at(summer_midnight_ms + 25 * 3'600'000);
    auto request = request_for(sample, StatisticsBy::day);
    const std::int32_t day = sql::shop_day("Europe/Paris", summer_midnight_ms);
    request.days = std::pair(day - 3, day + 1);
    const Statistics statistics = count(storage(), request);
    ASSERT_EQ(statistics.rows.size(), 3U);
    EXPECT_EQ(statistics.rows[0].key, "2026-10-24");
    EXPECT_EQ(statistics.rows[1].key, "2026-10-25");
    EXPECT_EQ(statistics.rows[1].figures.orders, 2);
    EXPECT_EQ(statistics.rows[2].key, "2026-10-26");
    request.days = std::pair(day, day);
    EXPECT_EQ(count(storage(), request).sum.orders, 2);
    request.by = StatisticsBy::hour;
    const Statistics hours = count(storage(), request);
    ASSERT_EQ(hours.rows.size(), 2U);
    EXPECT_EQ(hours.rows[0].key, "2026-10-25T00");
    EXPECT_EQ(hours.rows[1].key, "2026-10-25T23");
}

TEST_P(StatisticsTest, HundredsOfOrdersCountAsTheDomainCountsThem) {
    TestStorage memory(StorageKind::fake);
    sample.store(*memory);
    std::mt19937_64 random(20261122);
    for (int number = 0; number < 400; ++number) {
        const domain::Decision decision = generated(sample, random);
        insert(storage(), sample, decision);
        insert(*memory, sample, decision);
    }
    const std::int32_t first = sql::shop_day("UTC", SampleShop::start_ms);
    for (const auto by : {StatisticsBy::day, StatisticsBy::payment_type, StatisticsBy::state, StatisticsBy::item,
                          StatisticsBy::promo_code, StatisticsBy::country, StatisticsBy::channel, StatisticsBy::hour}) {
        for (const char* zone : {"Europe/Paris", "UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"}) {
            for (const auto& [from, to] : {std::pair(0, 250), std::pair(3, 3), std::pair(10, 40)}) {
                auto request = request_for(sample, by);
                request.timezone = zone;
                request.days = std::pair(first + from, first + to);
                request.rows_max = from == 10 ? 2 : 500;
                const Statistics counted = count(storage(), request);
                if (to == 250) {
                    EXPECT_GT(counted.sum.orders, 200);
                }
                expect_same(counted, count(*memory, request), fmt::format("{} {} {}", zone, static_cast<int>(by), to));
            }
        }
    }
}

// What is kept of days never shows: orders come and change before and after their day was counted, the shop moves to
// another zone and back, and each answer is the one that the facts give.
TEST_P(StatisticsTest, KeptDaysSayWhatTheFactsSay) {
    if (GetParam() == StorageKind::fake) GTEST_SKIP() << "nothing is kept in memory";
    std::mt19937_64 random(20261123);
    const std::int32_t first = sql::shop_day("UTC", SampleShop::start_ms);
    std::vector<domain::Decision> placed;
    const auto days_to_count = [&](const std::string& zone) {
        std::vector<std::int32_t> days;
        storage().read([&](ports::Snapshot& snapshot) {
            days = snapshot.statistics().days_to_count(sample.shop.id, zone, first + 200, 25);
        });
        return days;
    };
    for (int round = 0; round < 30; ++round) {
        for (int number = 0; number < 10; ++number) {
            placed.push_back(generated(sample, random));
            insert(storage(), sample, placed.back());
        }
        for (int number = 0; number < 5; ++number) {
            domain::Decision& decision = placed[random() % placed.size()];
            const Order before = decision.order;
            cancel_some(decision.order, random);
            if (random() % 3 == 0) decision.order.state = random() % 2 == 0 ? "processing" : "received";
            decision.order.version += 1;
            decision.events.clear();
            decision.mails.clear();
            write([&](ports::UnitOfWork& work) {
                work.orders().save(before, decision, sample.projection(decision.order), SampleShop::new_id);
            });
        }
        const std::string zone = round % 10 < 7 ? "Europe/Paris" : "Pacific/Auckland";
        for (const std::int32_t day : days_to_count(zone)) {
            write([&](ports::UnitOfWork& work) { work.statistics().count_day(sample.shop.id, zone, day); });
        }
        for (const auto by : ports::statistics_keys) {
            auto request = request_for(sample, by);
            request.timezone = zone;
            request.days = std::pair(first - 2, first + 251);
            const Statistics shown = count(storage(), request);
            request.from_facts = true;
            expect_same(shown, count(storage(), request), fmt::format("round {} {}", round, static_cast<int>(by)));
        }
    }
    for (auto days = days_to_count("Europe/Paris"); !days.empty(); days = days_to_count("Europe/Paris")) {
        for (const std::int32_t day : days) {
            write([&](ports::UnitOfWork& work) { work.statistics().count_day(sample.shop.id, "Europe/Paris", day); });
        }
    }
    storage().read([&](ports::Snapshot& snapshot) {
        const auto kept = snapshot.statistics().kept_days(sample.shop.id);
        ASSERT_TRUE(kept);
        EXPECT_EQ(kept->second, first + 200);
    });
    // And they are what is answered with: a figure that somebody changed shows, and does not once its day is counted.
    auto request = request_for(sample, StatisticsBy::state);
    request.days = std::pair(first, first + 200);
    const Statistics facts = count(storage(), request);
    under_test->engine()->write([&](sql::Session& session) {
        const auto changed = session.execute(
            {"test_tamper", "UPDATE sales_figures SET gross_minor = gross_minor + 7 WHERE shop_id = $1"},
            {sample.shop.id});
        EXPECT_GT(changed, 100);
    });
    EXPECT_GT(count(storage(), request).sum.gross_minor, facts.sum.gross_minor);
    for (std::int32_t day = first; day <= first + 200; ++day) {
        write([&](ports::UnitOfWork& work) { work.statistics().count_day(sample.shop.id, "Europe/Paris", day); });
    }
    expect_same(count(storage(), request), facts, "counted again");
}

TEST_P(StatisticsTest, ShortIsWhatOrdersHaveSetAsideBeyondTheStock) {
    const auto article = [&](const std::string& sku, const std::string& supplier, std::optional<std::int64_t> stock) {
        domain::Article made;
        made.shop_id = sample.shop.id;
        made.id = SampleShop::new_id();
        made.sku = sku;
        made.name = "Article " + sku;
        made.supplier = supplier;
        made.stock = stock;
        write([&](ports::UnitOfWork& work) { work.articles().insert(made); });
    };
    article("A", "Zulu", 1);
    article("B", "Alpha", 5);
    article("C", "Alpha", 2);
    article("D", "Alpha", std::nullopt);
    article("E", "Alpha", -1);
    for (const char* sku : {"A", "B", "C", "D", "nobody's"}) {
        domain::PlaceOrder command = sample.command();
        command.lines[0].sku = sku;
        domain::Decision decision = sample.place(command);
        decision.order.lines[0].reserved = 3;
        insert(storage(), sample, decision);
    }
    std::vector<ports::Shortage> found;
    storage().read([&](ports::Snapshot& snapshot) { found = snapshot.statistics().shortages(sample.shop.id, 10); });
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].sku, "C");
    EXPECT_EQ(found[0].supplier, "Alpha");
    EXPECT_EQ(found[0].on_hand, 2);
    EXPECT_EQ(found[0].reserved, 3);
    EXPECT_EQ(found[1].sku, "A");
    storage().read(
        [&](ports::Snapshot& snapshot) { EXPECT_EQ(snapshot.statistics().shortages(sample.shop.id, 1).size(), 1U); });
}

COMMIS_ON_EVERY_STORAGE(StatisticsTest);

}  // namespace
}  // namespace commis::test
