// The register of issued documents, their files and their ranges, on every storage.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using domain::DocumentKind;
using ports::IssuedDocument;

class DocumentStoreTest : public StorageTest {
protected:
    [[nodiscard]] IssuedDocument issued(DocumentKind kind, std::int64_t position, std::int64_t at_ms) const {
        IssuedDocument made;
        made.shop_id = sample.shop.id;
        made.kind = kind;
        made.position = position;
        made.number = {std::string(domain::id_of(kind)) + "-" + std::to_string(position), position, 2026};
        made.order_id = "order-" + std::to_string(position % 2);
        made.order_number = "1000" + std::to_string(position % 2);
        made.document_id = std::string(domain::id_of(kind)) + " id " + std::to_string(position);
        made.issued_at_ms = at_ms;
        made.currency = *domain::Currency::find("JPY");
        made.amount_minor = 1'000 + position;
        made.tax_minor = 91;
        made.content = R"({"who": "Zoé 'O'"})";
        made.content_digest = "c" + std::to_string(position);
        made.previous_digest = position == 1 ? "" : "d" + std::to_string(position - 1);
        made.digest = "d" + std::to_string(position);
        return made;
    }
    void add(const IssuedDocument& document) const {
        write([&](ports::UnitOfWork& work) { work.documents().add(document); });
    }
    [[nodiscard]] std::string listed(ports::DocumentQuery query) const {
        query.shop_id = sample.shop.id;
        std::string numbers;
        for (const auto& each : read([&](ports::Snapshot& snapshot) { return snapshot.documents().list(query); })) {
            EXPECT_TRUE(each.content.empty());
            numbers += each.number.text + " ";
        }
        return numbers;
    }
};

TEST_P(DocumentStoreTest, ADocumentComesBackAsItWasAdded) {
    const IssuedDocument made = issued(DocumentKind::invoice, 1, 77);
    add(made);
    const auto found =
        read([&](ports::Snapshot& snapshot) { return snapshot.documents().find(sample.shop.id, "invoice id 1"); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->kind, made.kind);
    EXPECT_EQ(found->position, 1);
    EXPECT_EQ(found->number, made.number);
    EXPECT_EQ(found->order_id, made.order_id);
    EXPECT_EQ(found->order_number, made.order_number);
    EXPECT_EQ(found->issued_at_ms, 77);
    EXPECT_EQ(found->currency, made.currency);
    EXPECT_EQ(found->amount_minor, made.amount_minor);
    EXPECT_EQ(found->tax_minor, made.tax_minor);
    EXPECT_EQ(found->content, made.content);
    EXPECT_EQ(found->content_digest, made.content_digest);
    EXPECT_EQ(found->previous_digest, made.previous_digest);
    EXPECT_EQ(found->digest, made.digest);
    EXPECT_FALSE(read([](ports::Snapshot& snapshot) { return snapshot.documents().find(1, "invoice id 1"); }));
}

TEST_P(DocumentStoreTest, APositionAndANumberAreGivenOnce) {
    add(issued(DocumentKind::invoice, 1, 1));
    IssuedDocument again = issued(DocumentKind::invoice, 1, 2);
    again.document_id = "another";
    EXPECT_THROW(add(again), ports::AlreadyExists);
    again.position = 2;
    EXPECT_THROW(add(again), ports::AlreadyExists) << "its number is the first one's";
    add(issued(DocumentKind::credit_note, 1, 3));
    EXPECT_EQ(listed({}), "credit_note-1 invoice-1 ");
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.documents().chain_end(sample.shop.id, DocumentKind::invoice),
                  (std::pair(1L, std::string("d1"))));
        EXPECT_EQ(work.documents().chain_end(sample.shop.id, DocumentKind::receipt), (std::pair(0L, std::string())));
    });
}

TEST_P(DocumentStoreTest, ListsFilterAndGoOnPageByPage) {
    for (std::int64_t position = 1; position <= 4; ++position) add(issued(DocumentKind::invoice, position, position));
    add(issued(DocumentKind::delivery_note, 1, 2));
    EXPECT_EQ(listed({}), "invoice-4 invoice-3 invoice-2 delivery_note-1 invoice-1 ");
    EXPECT_EQ(listed({.kind = DocumentKind::delivery_note}), "delivery_note-1 ");
    EXPECT_EQ(listed({.order_id = "order-0"}), "invoice-4 invoice-2 ");
    EXPECT_EQ(listed({.number = "invoice-3"}), "invoice-3 ");
    EXPECT_EQ(listed({.issued_from_ms = 2, .issued_to_ms = 4}), "invoice-3 invoice-2 delivery_note-1 ");
    EXPECT_EQ(listed({.limit = 2}), "invoice-4 invoice-3 ");
    EXPECT_EQ(listed({.after = std::pair(3L, std::string("invoice id 3")), .limit = 2}), "invoice-2 delivery_note-1 ");
}

TEST_P(DocumentStoreTest, TheProofReadsByPositionBesideTheOrdersOwnRows) {
    domain::Order order = sample.add(storage(), sample.command());
    order = apply(order, [](domain::Order& changed) {
        changed.documents.push_back({.id = "invoice id 1", .number = "invoice-1", .amount_minor = 7, .tax_minor = 1});
        changed.documents.push_back({.id = "lost", .number = "invoice-9", .amount_minor = 7});
    });
    IssuedDocument first = issued(DocumentKind::invoice, 1, 1);
    first.order_id = order.id;
    add(first);
    add(issued(DocumentKind::invoice, 2, 2));
    const auto rows = [&](std::int64_t after, std::int32_t limit) {
        return read([&](ports::Snapshot& snapshot) {
            return snapshot.documents().registered(sample.shop.id, DocumentKind::invoice, after, limit);
        });
    };
    ASSERT_EQ(rows(0, 5).size(), 2U);
    EXPECT_EQ(rows(0, 1).size(), 1U);
    EXPECT_EQ(rows(0, 1)[0].number_in_order, "invoice-1");
    EXPECT_EQ(rows(0, 1)[0].amount_in_order_minor, 7);
    EXPECT_EQ(rows(0, 1)[0].tax_in_order_minor, 1);
    EXPECT_EQ(rows(1, 5)[0].issued.position, 2);
    EXPECT_EQ(rows(1, 5)[0].number_in_order, std::nullopt);
    EXPECT_EQ(read([&](ports::Snapshot& snapshot) { return snapshot.documents().unregistered(sample.shop.id, 5); }),
              (std::vector<std::string>{"lost"}));
}

TEST_P(DocumentStoreTest, AccountingReadsBillsInTheOrderOfTheirIssue) {
    for (std::int64_t position = 1; position <= 3; ++position) add(issued(DocumentKind::invoice, position, 10));
    add(issued(DocumentKind::credit_note, 1, 9));
    add(issued(DocumentKind::receipt, 1, 10));
    add(issued(DocumentKind::invoice, 4, 20));
    std::string numbers;
    std::optional<std::pair<std::int64_t, std::string>> after;
    for (;;) {
        const auto page = read([&](ports::Snapshot& snapshot) {
            return snapshot.documents().issued_between(sample.shop.id, 9, 20, after, 2);
        });
        if (page.empty()) break;
        for (const IssuedDocument& each : page) {
            numbers += each.number.text + " ";
            EXPECT_FALSE(each.content.empty());
        }
        after = {page.back().issued_at_ms, page.back().document_id};
    }
    EXPECT_EQ(numbers, "credit_note-1 invoice-1 invoice-2 invoice-3 ");
}

TEST_P(DocumentStoreTest, FilesAndPicturesAreKeptByteForByteAndTheFirstStays) {
    std::string bytes = "%PDF";
    for (int sign = 0; sign < 256; ++sign) bytes += static_cast<char>(sign);
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.documents().keep(sample.shop.id, "a", "pdf", {bytes, "digest", 5}).bytes, bytes);
        EXPECT_EQ(work.documents().keep(sample.shop.id, "a", "pdf", {"another", "other", 6}).bytes, bytes);
        work.documents().keep_picture(sample.shop.id, "p", bytes);
        work.documents().keep_picture(sample.shop.id, "p", bytes);
    });
    storage().read([&](ports::Snapshot& snapshot) {
        const auto file = snapshot.documents().file(sample.shop.id, "a", "pdf");
        ASSERT_TRUE(file);
        EXPECT_EQ(file->bytes, bytes);
        EXPECT_EQ(file->digest, "digest");
        EXPECT_EQ(file->made_at_ms, 5);
        EXPECT_FALSE(snapshot.documents().file(sample.shop.id, "a", "cii"));
        EXPECT_EQ(snapshot.documents().picture(sample.shop.id, "p"), bytes);
        EXPECT_FALSE(snapshot.documents().picture(1, "p"));
    });
}

TEST_P(DocumentStoreTest, PeopleAreErasedFromSlipsAndNeverFromBills) {
    const domain::Order order = sample.add(storage(), sample.command());
    for (const DocumentKind kind : {DocumentKind::invoice, DocumentKind::delivery_note}) {
        IssuedDocument made = issued(kind, 1, 1);
        made.order_id = order.id;
        add(made);
        write([&](ports::UnitOfWork& work) {
            work.documents().keep(sample.shop.id, made.document_id, "pdf", {"bytes", "digest", 5});
        });
    }
    domain::Decision removal = decide(order, [](domain::Order&) {});
    removal.erases_people = true;
    sample.save(storage(), order, removal);
    storage().read([&](ports::Snapshot& snapshot) {
        ports::DocumentReader& documents = snapshot.documents();
        EXPECT_TRUE(documents.find(sample.shop.id, "delivery_note id 1")->content.empty());
        EXPECT_EQ(documents.find(sample.shop.id, "delivery_note id 1")->content_digest, "c1");
        EXPECT_FALSE(documents.file(sample.shop.id, "delivery_note id 1", "pdf"));
        EXPECT_FALSE(documents.find(sample.shop.id, "invoice id 1")->content.empty());
        EXPECT_TRUE(documents.file(sample.shop.id, "invoice id 1", "pdf"));
    });
}

TEST_P(DocumentStoreTest, RangesRememberWhoMovedThem) {
    const ports::RangeMove move{"01", "invoice", 9, "Ada", {"invoice", "A-", 5}, {"invoice", "B-", 100}};
    write([&](ports::UnitOfWork& work) { work.documents().add_range_move(sample.shop.id, move); });
    const auto moves =
        read([&](ports::Snapshot& snapshot) { return snapshot.documents().range_moves(sample.shop.id); });
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves[0].by, "Ada");
    EXPECT_EQ(moves[0].before.next_number, 5);
    EXPECT_EQ(moves[0].after.next_number, 100);
    EXPECT_EQ(moves[0].after.prefix, "B-");
}

TEST_P(DocumentStoreTest, ARangeStartsAgainWithTheYearWhereItShall) {
    write([&](ports::UnitOfWork& work) { work.orders().create_range(sample.shop.id, "invoice", "{year}-", 40, 4); });
    write([&](ports::UnitOfWork& work) {
        auto range = work.shops().lock_number_range(sample.shop.id, "invoice").value();
        range.restarts_yearly = true;
        work.shops().save_number_range(sample.shop.id, range);
    });
    const auto take = [&](std::int64_t year) {
        domain::TakenNumber taken;
        write([&](ports::UnitOfWork& work) { taken = work.orders().take_number(sample.shop.id, "invoice", year); });
        return taken;
    };
    EXPECT_EQ(take(2026).text, "2026-0040");
    EXPECT_EQ(take(2027), (domain::TakenNumber{"2027-0001", 1, 2027}));
    EXPECT_EQ(take(2026), (domain::TakenNumber{"2027-0002", 2, 2027})) << "as domain::take_next";
}

COMMIS_ON_EVERY_STORAGE(DocumentStoreTest);

}  // namespace
}  // namespace commis::test
