// Bank entries and the numbers orders are found by, on every storage.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using ports::BankRecord;
using ports::BankStatus;

class BankStoreTest : public StorageTest {
protected:
    [[nodiscard]] BankRecord record(const std::string& id, std::int64_t amount_minor) const {
        BankRecord made;
        made.shop_id = sample.shop.id;
        made.id = id;
        made.statement_id = "s1";
        made.entry.identity = "identity " + id;
        made.entry.booking_key = "line";
        made.entry.is_part = true;
        made.entry.account = "CH5800791123000889012";
        made.entry.amount = {amount_minor, *domain::Currency::find("CHF")};
        made.entry.is_return = true;
        made.entry.return_reason = "AC04";
        made.entry.booked_on = "2026-11-21";
        made.entry.valued_on = "2026-11-22";
        made.entry.bank_reference = "B";
        made.entry.end_to_end_id = "E";
        made.entry.reference = "RF18539007547034";
        made.entry.text = "Bestellung 10001";
        made.entry.counterparty = {"Zoé Lefèvre", "FR7630006000011234567890189"};
        made.created_at_ms = 5;
        return made;
    }
    bool insert(const BankRecord& made) const {
        bool is_new = false;
        write([&](ports::UnitOfWork& work) { is_new = work.bank().insert(made); });
        return is_new;
    }
    [[nodiscard]] std::string listed(std::optional<BankStatus> status, const std::string& after = "",
                                     std::int32_t limit = 50) const {
        std::string ids;
        storage().read([&](ports::Snapshot& snapshot) {
            for (const auto& each : snapshot.bank().list({sample.shop.id, status, after, limit})) ids += each.id + " ";
        });
        return ids;
    }
    [[nodiscard]] std::vector<std::string> with_digits(const std::vector<std::string>& digits) const {
        return read(
            [&](ports::Snapshot& snapshot) { return snapshot.bank().orders_with_digits(sample.shop.id, digits); });
    }
};

TEST_P(BankStoreTest, AnEntryIsKeptOnceByItsIdentity) {
    const BankRecord made = record("1", 500);
    EXPECT_TRUE(insert(made));
    BankRecord again = record("2", 500);
    again.entry.identity = made.entry.identity;
    EXPECT_FALSE(insert(again));
    EXPECT_EQ(read([&](ports::Snapshot& snapshot) { return snapshot.bank().find(sample.shop.id, "1"); }), made);
    EXPECT_FALSE(read([&](ports::Snapshot& snapshot) { return snapshot.bank().find(sample.shop.id, "2"); }));
    EXPECT_FALSE(read([&](ports::Snapshot& snapshot) { return snapshot.bank().find(ports::all_shops_id, "1"); }));
    const auto found = read(
        [&](ports::Snapshot& snapshot) { return snapshot.bank().find_identity(sample.shop.id, made.entry.identity); });
    EXPECT_EQ(found, made);
}

TEST_P(BankStoreTest, WhatIsSettledIsSavedAndFoundAgain) {
    BankRecord made = record("1", 500);
    insert(made);
    made.status = BankStatus::booked;
    made.is_automatic = true;
    made.shares = {{"order", "10001", 300}, {"other", "10002", 200}};
    made.returns_id = "0";
    made.settled_at_ms = 9;
    made.settled_by = "Ada";
    made.note = "noted";
    write([&](ports::UnitOfWork& work) { work.bank().save(made); });
    std::optional<BankRecord> locked;
    write([&](ports::UnitOfWork& work) { locked = work.bank().lock(sample.shop.id, "1"); });
    EXPECT_EQ(locked, made);
    const auto booked = [&](std::int64_t amount_minor) {
        return read([&](ports::Snapshot& snapshot) { return snapshot.bank().booked_of(sample.shop.id, amount_minor); });
    };
    EXPECT_EQ(booked(500), std::vector{made});
    EXPECT_TRUE(booked(501).empty());
}

TEST_P(BankStoreTest, ListsAreNewestFirstByStatusAndPaged) {
    for (const char* id : {"1", "2", "3", "4"}) insert(record(id, 100));
    BankRecord settled = record("2", 100);
    settled.status = BankStatus::dismissed;
    write([&](ports::UnitOfWork& work) { work.bank().save(settled); });
    EXPECT_EQ(listed(std::nullopt), "4 3 2 1 ");
    EXPECT_EQ(listed(BankStatus::open), "4 3 1 ");
    EXPECT_EQ(listed(BankStatus::open, "4", 1), "3 ");
    EXPECT_EQ(listed(BankStatus::dismissed), "2 ");
    const auto count = [&](std::int64_t limit) {
        return read(
            [&](ports::Snapshot& snapshot) { return snapshot.bank().count(sample.shop.id, BankStatus::open, limit); });
    };
    EXPECT_EQ(count(10), 3);
    EXPECT_EQ(count(2), 2);
    const auto line =
        read([&](ports::Snapshot& snapshot) { return snapshot.bank().of_booking(sample.shop.id, "line"); });
    EXPECT_EQ(line.size(), 4U);
}

TEST_P(BankStoreTest, TheNewestFileIsTold) {
    EXPECT_FALSE(read([&](ports::Snapshot& snapshot) { return snapshot.bank().newest_statement(sample.shop.id); }));
    const ports::BankStatementRow first{sample.shop.id, "s1", "a.xml", 3, 1, "Ada", 5};
    ports::BankStatementRow second = first;
    second.id = "s2";
    second.name = "b.xml";
    write([&](ports::UnitOfWork& work) {
        work.bank().insert_statement(first);
        work.bank().insert_statement(second);
    });
    EXPECT_EQ(read([&](ports::Snapshot& snapshot) { return snapshot.bank().newest_statement(sample.shop.id); }),
              second);
}

TEST_P(BankStoreTest, C12_OrdersAreFoundByEachOfTheirNumbers) {
    domain::PlaceOrder command = sample.command();
    command.external_id = "WEB-2026-0007";
    const domain::Order order = sample.add(storage(), command);
    const std::string digits = order.number.substr(order.number.find_first_of("123456789"));
    EXPECT_EQ(with_digits({"99999999", digits}), std::vector{order.id});
    EXPECT_EQ(with_digits({"20260007"}), std::vector{order.id});
    EXPECT_EQ(with_digits({"7"}), std::vector{order.id}) << "the prefix is cut off";
    EXPECT_TRUE(with_digits({"8"}).empty());
    EXPECT_TRUE(with_digits({}).empty());
    const domain::Order after = apply(order, [](domain::Order& changed) {
        domain::Document invoice;
        invoice.id = "d1";
        invoice.number = "INV-00815";
        changed.documents.push_back(invoice);
    });
    EXPECT_EQ(with_digits({"815"}), std::vector{order.id});
    const std::int64_t due_minor = sample.projection(after).due_minor;
    ASSERT_GT(due_minor, 0);
    const auto due = [&](std::int64_t amount_minor) {
        return read(
            [&](ports::Snapshot& snapshot) { return snapshot.bank().orders_with_due(sample.shop.id, amount_minor); });
    };
    EXPECT_EQ(due(due_minor), std::vector{order.id});
    EXPECT_TRUE(due(due_minor + 1).empty());
}

COMMIS_ON_EVERY_STORAGE(BankStoreTest);

}  // namespace
}  // namespace commis::test
