// Payouts, what they are made of and what is missing in them, and how tables are read, on every storage.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using ports::PayoutLine;
using ports::PayoutRecord;

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

class PayoutStoreTest : public StorageTest {
protected:
    [[nodiscard]] PayoutRecord record(const std::string& id, std::int64_t day, std::int64_t amount_minor = 500) const {
        PayoutRecord made;
        made.shop_id = sample.shop.id;
        made.id = id;
        made.report.provider = "stripe";
        made.report.account = "acct_1";
        made.report.reference = "po_" + id;
        made.report.status = domain::PayoutStatus::on_its_way;
        made.report.amount_minor = amount_minor;
        made.report.currency = *domain::Currency::find("EUR");
        made.report.arrives_at_ms = day * day_ms;
        made.items = 2;
        made.unmatched = 1;
        made.gross_minor = 510;
        made.fee_minor = 10;
        made.net_minor = 500;
        made.told_by = "Ada";
        made.created_at_ms = 5;
        return made;
    }
    bool insert(const PayoutRecord& made) const {
        bool is_new = false;
        write([&](ports::UnitOfWork& work) { is_new = work.payouts().insert(made); });
        return is_new;
    }
    [[nodiscard]] std::string listed(const ports::PayoutFilter& filter) const {
        std::string ids;
        for (const auto& each : read([&](ports::Snapshot& snapshot) { return snapshot.payouts().list(filter); })) {
            ids += each.id + " ";
        }
        return ids;
    }
    // An order whose card was charged on that day.
    domain::Order charged(std::int64_t day, const std::string& entry_id) const {
        const domain::Order placed = sample.add(storage(), sample.command());
        return apply(placed, [&](domain::Order& order) {
            domain::Payment payment;
            payment.id = "p-" + entry_id;
            payment.method = "card";
            payment.provider = "stripe";
            payment.reference = "pi_" + entry_id;
            payment.amount_minor = 100;
            payment.status = domain::AttemptStatus::captured;
            payment.source = domain::Source::gateway;
            order.ledger.payments.push_back(payment);
            domain::LedgerEntry entry;
            entry.id = entry_id;
            entry.payment_id = payment.id;
            entry.amount_minor = 100;
            entry.source = domain::Source::gateway;
            entry.reference = "ch_" + entry_id;
            entry.received_at_ms = day * day_ms;
            order.ledger.entries.push_back(entry);
        });
    }
    [[nodiscard]] std::string missing(ports::OpenCaptureFilter filter) const {
        filter.shop_id = sample.shop.id;
        std::string ids;
        for (const auto& each :
             read([&](ports::Snapshot& snapshot) { return snapshot.payouts().open_captures(filter); })) {
            ids += each.entry_id + " ";
        }
        return ids;
    }
};

TEST_P(PayoutStoreTest, APayoutIsKeptOnceByItsSendersName) {
    const PayoutRecord made = record("1", 20'000);
    EXPECT_TRUE(insert(made));
    PayoutRecord again = record("2", 20'000);
    again.report.reference = made.report.reference;
    EXPECT_FALSE(insert(again));
    EXPECT_EQ(read([&](ports::Snapshot& snapshot) { return snapshot.payouts().find(sample.shop.id, "1"); }), made);
    EXPECT_FALSE(read([&](ports::Snapshot& snapshot) { return snapshot.payouts().find(sample.shop.id, "2"); }));
    const auto found =
        read([&](ports::Snapshot& snapshot) { return snapshot.payouts().find_report(sample.shop.id, made.report); });
    EXPECT_EQ(found, made);
}

TEST_P(PayoutStoreTest, WhatBecomesOfItIsSaved) {
    PayoutRecord made = record("1", 20'000);
    insert(made);
    made.report.status = domain::PayoutStatus::failed;
    made.report.fault = "account_closed";
    made.report.arrives_at_ms = 20'001 * day_ms;
    made.unmatched = 0;
    made.bank_entry_id = "entry";
    made.settled_at_ms = 9;
    made.settled_by = "Ada";
    write([&](ports::UnitOfWork& work) { work.payouts().save(made); });
    std::optional<PayoutRecord> locked;
    write([&](ports::UnitOfWork& work) { locked = work.payouts().lock(sample.shop.id, "1"); });
    EXPECT_EQ(locked, made);
}

TEST_P(PayoutStoreTest, ListsAreNewestFirstAndPagedAndThoseAwaitedAlone) {
    for (const auto& [id, day] : {std::pair{"1", 20'000}, {"2", 20'002}, {"3", 20'001}, {"4", 20'002}}) {
        insert(record(id, day));
    }
    PayoutRecord settled = record("3", 20'001);
    settled.settled_at_ms = 9;
    write([&](ports::UnitOfWork& work) { work.payouts().save(settled); });
    ports::PayoutFilter filter;
    filter.shop_id = sample.shop.id;
    EXPECT_EQ(listed(filter), "4 2 3 1 ");
    filter.is_awaited = true;
    EXPECT_EQ(listed(filter), "4 2 1 ");
    filter.limit = 1;
    filter.below_at_ms = 20'002 * day_ms;
    filter.below_id = "4";
    EXPECT_EQ(listed(filter), "2 ");
    const auto awaited = [&](std::int64_t amount_minor) {
        return read([&](ports::Snapshot& snapshot) {
            return snapshot.payouts().awaited_of(sample.shop.id, amount_minor).size();
        });
    };
    EXPECT_EQ(awaited(500), 3U);
    EXPECT_EQ(awaited(501), 0U);
    EXPECT_EQ(read([&](ports::Snapshot& snapshot) { return snapshot.payouts().count_awaited(sample.shop.id, 2); }), 2);
}

TEST_P(PayoutStoreTest, ItsItemsAreReplacedWhole) {
    insert(record("1", 20'000));
    domain::PayoutItem item;
    item.kind = domain::PayoutItemKind::refund;
    item.reference = "re_1";
    item.payment_reference = "pi_1";
    item.text = "Order 10001";
    item.gross_minor = -100;
    item.fee_minor = -2;
    item.net_minor = -98;
    const PayoutLine line{item, "order", "10001", "payment", "entry"};
    item.at_ms = 7;
    const PayoutLine open{item, "", "", "", ""};
    const auto stored = [&] {
        return read([&](ports::Snapshot& snapshot) { return snapshot.payouts().lines(sample.shop.id, "1"); });
    };
    write([&](ports::UnitOfWork& work) { work.payouts().replace_lines(sample.shop.id, "1", {line, open}); });
    EXPECT_EQ(stored(), (std::vector{line, open}));
    write([&](ports::UnitOfWork& work) { work.payouts().replace_lines(sample.shop.id, "1", {open}); });
    EXPECT_EQ(stored(), (std::vector{open}));
}

TEST_P(PayoutStoreTest, C32_captures_that_no_payout_holds_are_listed_the_oldest_first) {
    const domain::Order third = charged(20'003, "c3");
    const domain::Order first = charged(20'001, "c1");
    const domain::Order second = charged(20'002, "c2");
    ports::OpenCaptureFilter filter;
    filter.before_ms = 20'003 * day_ms;
    EXPECT_EQ(missing(filter), "c1 c2 ");
    filter.before_ms = 20'010 * day_ms;
    EXPECT_EQ(missing(filter), "c1 c2 c3 ");
    filter.above_at_ms = 20'001 * day_ms;
    filter.above_order_id = first.id;
    filter.above_entry_id = "c1";
    filter.limit = 1;
    EXPECT_EQ(missing(filter), "c2 ");
    insert(record("1", 20'000));
    PayoutLine line;
    line.order_id = second.id;
    line.entry_id = "c2";
    write([&](ports::UnitOfWork& work) { work.payouts().mark_paid_out(sample.shop.id, "1", {line}); });
    filter.limit = 50;
    EXPECT_EQ(missing(filter), "c3 ");
    const auto count = [&](std::int64_t limit) {
        return read([&](ports::Snapshot& snapshot) {
            return snapshot.payouts().count_open_captures(sample.shop.id, 20'010 * day_ms, limit);
        });
    };
    EXPECT_EQ(count(10), 2);
    EXPECT_EQ(count(1), 1);
    // The payout failed: its captures are missing again.
    write([&](ports::UnitOfWork& work) { work.payouts().mark_paid_out(sample.shop.id, "", {line}); });
    EXPECT_EQ(count(10), 3);
    // What happens to the order afterwards leaves the mark alone.
    write([&](ports::UnitOfWork& work) { work.payouts().mark_paid_out(sample.shop.id, "1", {line}); });
    apply(second, [](domain::Order& order) { order.note = "noted"; });
    EXPECT_EQ(count(10), 2);
    EXPECT_EQ(find(third.id)->ledger.entries.size(), 1U);
}

TEST_P(PayoutStoreTest, WhenAnAccountWasAskedIsRemembered) {
    const auto asked = [&] {
        return read([&](ports::Snapshot& snapshot) { return snapshot.payouts().fetch(sample.shop.id, "stripe", "a"); });
    };
    EXPECT_FALSE(asked());
    ports::PayoutFetch fetch{sample.shop.id, "stripe", "a", 5, "unavailable"};
    write([&](ports::UnitOfWork& work) { work.payouts().save_fetch(fetch); });
    EXPECT_EQ(asked(), fetch);
    fetch = {sample.shop.id, "stripe", "a", 9, ""};
    write([&](ports::UnitOfWork& work) { work.payouts().save_fetch(fetch); });
    EXPECT_EQ(asked(), fetch);
}

TEST_P(PayoutStoreTest, HowATableIsReadIsKeptForEachAccount) {
    ports::SavedMapping saved;
    saved.shop_id = sample.shop.id;
    saved.mapping.account = "CH5800791123000889012";
    saved.mapping.name = "Bank \"Süd\"";
    saved.mapping.format = {'\t', domain::TextEncoding::windows_1252, 3};
    saved.mapping.has_header = false;
    saved.mapping.dates = domain::DateOrder::mdy;
    saved.mapping.decimal = '.';
    saved.mapping.currency = "CHF";
    saved.mapping.columns = {{domain::TableField::booked_on, "#1"}, {domain::TableField::amount, "#2"}};
    saved.mapping.header = {"#1", "#2"};
    saved.by = "Ada";
    saved.updated_at_ms = 5;
    const auto kept = [&] {
        return read([&](ports::Snapshot& snapshot) { return snapshot.bank().mappings(sample.shop.id); });
    };
    write([&](ports::UnitOfWork& work) { work.bank().save_mapping(saved); });
    EXPECT_EQ(kept(), std::vector{saved});
    saved.mapping.has_header = true;
    saved.by = "Bob";
    write([&](ports::UnitOfWork& work) { work.bank().save_mapping(saved); });
    EXPECT_EQ(kept(), std::vector{saved});
    bool is_removed = false;
    write([&](ports::UnitOfWork& work) {
        is_removed = work.bank().remove_mapping(sample.shop.id, saved.mapping.account);
    });
    EXPECT_TRUE(is_removed);
    EXPECT_TRUE(kept().empty());
}

COMMIS_ON_EVERY_STORAGE(PayoutStoreTest);

}  // namespace
}  // namespace commis::test
