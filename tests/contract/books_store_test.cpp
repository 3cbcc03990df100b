// Money that moved, sums over it and over documents, and what goes to accounting, on every storage.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using domain::MoneyMove;
using domain::MoveKind;
using ports::AccountingTransfer;
using ports::TransferStatus;

class BooksStoreTest : public StorageTest {
protected:
    [[nodiscard]] MoneyMove move(const std::string& id, std::int64_t at_ms, std::int64_t amount_minor = 100) const {
        MoneyMove made;
        made.shop_id = sample.shop.id;
        made.id = id;
        made.booked_at_ms = at_ms;
        made.value_at_ms = at_ms - 1;
        made.order_id = "o1";
        made.order_number = "1001";
        made.buyer = "Zoé";
        made.payment_id = "p1";
        made.method = "card";
        made.provider = "stripe";
        made.account = "acct";
        made.source = domain::Source::gateway;
        made.amount_minor = amount_minor;
        made.fee_minor = 3;
        made.currency = *domain::Currency::find("EUR");
        made.reference = "ch_" + id;
        return made;
    }
    void add(const MoneyMove& made) const {
        write([&](ports::UnitOfWork& work) { work.books().add(made); });
    }
    void issue(const std::string& id, domain::DocumentKind kind, std::int64_t position, std::int64_t at_ms) const {
        ports::IssuedDocument issued;
        issued.shop_id = sample.shop.id;
        issued.kind = kind;
        issued.position = position;
        issued.number = {"N" + id, position, 2026};
        issued.document_id = id;
        issued.issued_at_ms = at_ms;
        issued.currency = *domain::Currency::find("EUR");
        issued.amount_minor = 120;
        issued.tax_minor = 20;
        write([&](ports::UnitOfWork& work) { work.documents().add(issued); });
    }
    [[nodiscard]] std::string listed(std::int64_t from_ms, std::int64_t to_ms,
                                     const std::optional<std::pair<std::int64_t, std::string>>& after,
                                     std::int32_t limit) const {
        std::string ids;
        for (const MoneyMove& each : read([&](ports::Snapshot& snapshot) {
                 return snapshot.books().moves_between(sample.shop.id, from_ms, to_ms, after, limit);
             })) {
            ids += each.id + " ";
        }
        return ids;
    }
    [[nodiscard]] std::vector<AccountingTransfer> due(std::int64_t now_ms) const {
        return read([&](ports::Snapshot& snapshot) { return snapshot.books().due_transfers(now_ms, 10); });
    }
};

TEST_P(BooksStoreTest, AMovementIsKeptWholeAndNeverChanged) {
    const MoneyMove made = move("m1", 10);
    add(made);
    MoneyMove other = made;
    other.amount_minor = 999;
    add(other);
    const auto ask = [&](ports::Snapshot& snapshot) { return snapshot.books().find_move(sample.shop.id, "m1"); };
    EXPECT_EQ(read(ask), made);
    EXPECT_FALSE(
        read([&](ports::Snapshot& snapshot) { return snapshot.books().find_move(sample.shop.id, "m2").has_value(); }));
    const auto of_order = [&](ports::Snapshot& snapshot) {
        return snapshot.books().moves_of_order(sample.shop.id, "o1");
    };
    EXPECT_EQ(read(of_order), std::vector{made});
}

TEST_P(BooksStoreTest, MovementsComeInTheOrderInWhichTheyWereBooked) {
    for (const auto& [id, at_ms] : {std::pair{"b", 10}, {"a", 20}, {"c", 20}, {"d", 30}, {"e", 40}}) {
        add(move(id, at_ms));
    }
    MoneyMove foreign = move("x", 20);
    foreign.shop_id += 1;
    add(foreign);
    EXPECT_EQ(listed(10, 40, std::nullopt, 10), "b a c d ");
    EXPECT_EQ(listed(10, 40, std::nullopt, 2), "b a ");
    EXPECT_EQ(listed(10, 40, std::pair(20, std::string("a")), 10), "c d ");
    EXPECT_EQ(listed(11, 20, std::nullopt, 10), "");
}

TEST_P(BooksStoreTest, SumsAreOfTheirTimeKindAndCurrency) {
    issue("d1", domain::DocumentKind::invoice, 1, 10);
    issue("d2", domain::DocumentKind::invoice, 2, 20);
    issue("d3", domain::DocumentKind::credit_note, 1, 20);
    issue("d4", domain::DocumentKind::receipt, 1, 20);
    issue("d5", domain::DocumentKind::invoice, 3, 30);
    const auto documents =
        read([&](ports::Snapshot& snapshot) { return snapshot.books().document_sums(sample.shop.id, 10, 30); });
    ASSERT_EQ(documents.size(), 2U);
    EXPECT_EQ(documents[0], (ports::DocumentSum{domain::DocumentKind::credit_note, "EUR", 1, 120, 20}));
    EXPECT_EQ(documents[1], (ports::DocumentSum{domain::DocumentKind::invoice, "EUR", 2, 240, 40}));
    add(move("m1", 10));
    add(move("m2", 20, 50));
    MoneyMove refund = move("m3", 20, 30);
    refund.kind = MoveKind::refund;
    add(refund);
    add(move("m4", 30));
    const auto sums =
        read([&](ports::Snapshot& snapshot) { return snapshot.books().move_sums(sample.shop.id, 10, 30); });
    ASSERT_EQ(sums.size(), 2U);
    EXPECT_EQ(sums[0],
              (ports::MoveSum{MoveKind::payment, "card", "stripe", domain::Source::gateway, "EUR", 2, 150, 6}));
    EXPECT_EQ(sums[1], (ports::MoveSum{MoveKind::refund, "card", "stripe", domain::Source::gateway, "EUR", 1, 30, 3}));
}

TEST_P(BooksStoreTest, ADocumentIsQueuedOnceAndTakenWhenItIsDue) {
    AccountingTransfer transfer;
    transfer.shop_id = sample.shop.id;
    transfer.document_id = "d1";
    transfer.order_id = "o1";
    transfer.due_at_ms = 50;
    transfer.created_at_ms = 40;
    write([&](ports::UnitOfWork& work) { work.books().queue(transfer); });
    EXPECT_TRUE(due(49).empty());
    EXPECT_EQ(due(50), std::vector{transfer});
    transfer.status = TransferStatus::done;
    transfer.link = "invoice-F1.json";
    transfer.attempts = 1;
    transfer.done_at_ms = 60;
    write([&](ports::UnitOfWork& work) { work.books().save(transfer); });
    AccountingTransfer again = transfer;
    again.status = TransferStatus::waiting;
    write([&](ports::UnitOfWork& work) { work.books().queue(again); });
    EXPECT_TRUE(due(100).empty());
    const auto of_order = [&](ports::Snapshot& snapshot) {
        return snapshot.books().transfers_of(sample.shop.id, "o1");
    };
    EXPECT_EQ(read(of_order), std::vector{transfer});
}

COMMIS_ON_EVERY_STORAGE(BooksStoreTest);

}  // namespace
}  // namespace commis::test
