// Documents on their way to the accounting system: each once, again where it was not taken, never twice after a crash.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

#include "adapters/transfer/accounting_folder.hpp"
#include "domain/decisions/change_state.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "features/accounting/books_json.hpp"
#include "features/accounting/transfers.hpp"
#include "features/orders/place.hpp"
#include "histories/history_site.hpp"
#include "support/plain_drawer.hpp"
#include "worker/accounting.hpp"

namespace commis::test {
namespace {

namespace fs = std::filesystem;

// No fault that anything could catch and write down.
struct Died {};

// Takes documents by their ids, as a real one does; fails and dies when it is told to.
struct Ledgers final : ports::AccountingLink {
    std::map<std::string, int> taken;
    int calls = 0;
    int failures = 0;
    bool dies_after_taking = false;
    std::string breaks_on;
    std::expected<std::string, std::string> hand_over(const ports::AccountingDocument& document) override {
        ++calls;
        if (document.id == breaks_on) throw std::runtime_error("can't be written");
        if (failures > 0) {
            --failures;
            return std::unexpected("service_unavailable");
        }
        taken[document.id] = 1;
        if (dies_after_taking) {
            dies_after_taking = false;
            throw Died();
        }
        return "https://books.example/" + document.number;
    }
};

struct BrokenDrawer final : PlainDrawer {
    bool is_broken = true;
    std::string draw(const domain::Paper& paper, const ports::FindPicture& pictures,
                     const ports::AttachedInvoice* attached) const override {
        if (is_broken) throw std::runtime_error("no font");
        return PlainDrawer::draw(paper, pictures, attached);
    }
    using PlainDrawer::draw;
};

class Transfers : public testing::Test {
protected:
    void SetUp() override { shop_ = site_.make_shop("maison", "swiss-shop", "CHF"); }

    void hand_over_at(const std::string& moment) {
        accounting::BooksChange change;
        change.transfer_at = json::Patch<std::string>(moment);
        shop_.books_json = accounting::to_json(accounting::changed(accounting::books_of(shop_), change).value());
        site_.services().storage.write(ports::Priority::interactive,
                                       [&](ports::UnitOfWork& work) { work.shops().save(shop_); });
    }
    domain::Order placed() {
        domain::PlaceOrder command;
        command.currency = "CHF";
        command.buyer = {"Zoé", "zoe@example.org", "", "", ""};
        command.payment_method = method_;
        domain::PlaceLine line;
        line.sku = "A";
        line.name = "Thing";
        line.quantity = 1;
        line.unit_price_minor = 1'000;
        line.tax_rate = "8.1";
        command.lines = {line};
        std::optional<domain::Order> order;
        site_.services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            order = orders::place(work, site_.services(), shop_, Caller::system("t"), command)->order;
        });
        return *order;
    }
    domain::Order invoiced(const domain::Order& before) {
        std::optional<domain::Order> order;
        site_.services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            order =
                orders::run(work, site_.services(), {shop_, before.id, {}}, Caller::system("t"),
                            [](const auto& facts, const auto& context) { return domain::invoice(facts, {}, context); })
                    ->order;
        });
        return *order;
    }
    std::vector<ports::AccountingTransfer> transfers(const domain::Order& order) {
        std::vector<ports::AccountingTransfer> found;
        site_.services().storage.read(
            [&](ports::Snapshot& snapshot) { found = snapshot.books().transfers_of(shop_.id, order.id); });
        return found;
    }
    std::int64_t run(ports::AccountingLink& link) {
        return worker::AccountingWorker(site_.services(), link).run_due({});
    }

    HistorySite site_{StorageKind::sqlite};
    domain::Shop shop_;
    std::string method_ = "prepayment";
};

TEST_F(Transfers, C09_an_issued_invoice_is_handed_over_once_and_its_link_is_kept) {
    hand_over_at("issue");
    const domain::Order order = invoiced(placed());
    Ledgers books;
    EXPECT_EQ(run(books), 1);
    EXPECT_EQ(run(books), 0);
    EXPECT_EQ(books.calls, 1);
    const auto found = transfers(order);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].status, ports::TransferStatus::done);
    EXPECT_EQ(found[0].link, "https://books.example/" + order.documents.back().number);
    EXPECT_EQ(found[0].done_at_ms, site_.clock.at_ms);
}

TEST_F(Transfers, NothingIsQueuedWhereTheShopDoesNotWantIt) {
    EXPECT_TRUE(transfers(invoiced(placed())).empty());
    hand_over_at("completion");
    EXPECT_TRUE(transfers(invoiced(placed())).empty());
}

TEST_F(Transfers, C33_a_completed_order_goes_to_accounting_with_all_its_documents) {
    shop_ = site_.make_shop("plain", "neutral", "CHF");
    hand_over_at("completion");
    method_ = "bank-transfer";
    const domain::Order order = invoiced(placed());
    const std::string completed = site_.services().profiles.of(shop_)->first_of(domain::Stage::completed)->id;
    std::string refusal;
    site_.services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        const auto moved = orders::run(work, site_.services(), {shop_, order.id, {}}, Caller::system("t"),
                                       [&](const auto& facts, const auto& context) {
                                           return domain::change_state(facts, {completed, "", {}, {}}, context);
                                       });
        if (!moved) refusal = domain::code_of(moved.error().refusal);
    });
    EXPECT_EQ(refusal, "");
    ASSERT_EQ(transfers(order).size(), 1U);
    EXPECT_EQ(transfers(order)[0].document_id, order.documents.back().id);
    Ledgers books;
    EXPECT_EQ(run(books), 0) << "it can still be taken back";
    site_.clock.at_ms += site_.services().profiles.of(shop_)->hold_period_ms;
    EXPECT_EQ(run(books), 1);
    // Of another, the completion does not last: nothing leaves.
    const domain::Order other = invoiced(placed());
    ports::AccountingTransfer waiting;
    waiting.shop_id = shop_.id;
    waiting.document_id = other.documents.back().id;
    waiting.order_id = other.id;
    site_.services().storage.write(ports::Priority::interactive,
                                   [&](ports::UnitOfWork& work) { work.books().queue(waiting); });
    EXPECT_EQ(run(books), 0);
    EXPECT_EQ(books.calls, 1);
    EXPECT_EQ(transfers(other)[0].attempts, 0);
    EXPECT_GT(transfers(other)[0].due_at_ms, site_.clock.at_ms);
}

TEST_F(Transfers, WhatIsNotTakenIsTriedAgainLaterAndLaterAndNeverGivenUp) {
    hand_over_at("issue");
    const domain::Order order = invoiced(placed());
    Ledgers books;
    books.failures = 2;
    EXPECT_EQ(run(books), 0);
    EXPECT_EQ(run(books), 0);
    EXPECT_EQ(books.calls, 1) << "not before its time";
    EXPECT_EQ(transfers(order)[0].fault, "service_unavailable");
    site_.clock.at_ms += accounting::pause_ms(1);
    EXPECT_EQ(run(books), 0);
    site_.clock.at_ms += accounting::pause_ms(2) - 1;
    EXPECT_EQ(run(books), 0);
    EXPECT_EQ(books.calls, 2);
    site_.clock.at_ms += 1;
    EXPECT_EQ(run(books), 1);
    EXPECT_EQ(transfers(order)[0].fault, "");
    EXPECT_GT(accounting::pause_ms(2), accounting::pause_ms(1));
    EXPECT_EQ(accounting::pause_ms(100), 6LL * 3'600'000);
    const domain::Order lost = invoiced(placed());
    books.failures = 1'000;
    for (std::int64_t attempt = 0; attempt < 50; ++attempt) {
        run(books);
        site_.clock.at_ms += accounting::pause_ms(attempt + 1);
    }
    EXPECT_EQ(transfers(lost)[0].status, ports::TransferStatus::waiting);
    EXPECT_EQ(transfers(lost)[0].attempts, 50);
    books.failures = 0;
    EXPECT_EQ(run(books), 1) << "a week later the service is back";
}

TEST_F(Transfers, ADocumentThatBreaksKeepsNoOtherBack) {
    hand_over_at("issue");
    const domain::Order broken = invoiced(placed());
    const domain::Order sound = invoiced(placed());
    Ledgers books;
    books.breaks_on = broken.documents.back().id;
    EXPECT_EQ(run(books), 1);
    EXPECT_EQ(transfers(sound)[0].status, ports::TransferStatus::done);
    const auto kept = transfers(broken);
    EXPECT_EQ(kept[0].fault, "can't be written");
    EXPECT_EQ(kept[0].attempts, 1);
    EXPECT_EQ(kept[0].due_at_ms, site_.clock.at_ms + accounting::pause_ms(1));
}

TEST_F(Transfers, NothingLeavesWithoutItsPageWherePagesAreDrawn) {
    hand_over_at("issue");
    const domain::Order order = invoiced(placed());
    BrokenDrawer drawer;
    Services drawing = site_.services();
    drawing.drawer = &drawer;
    Ledgers books;
    EXPECT_EQ(worker::AccountingWorker(drawing, books).run_due({}), 0);
    EXPECT_EQ(books.calls, 0);
    EXPECT_EQ(transfers(order)[0].fault, "no font");
    drawer.is_broken = false;
    site_.clock.at_ms += accounting::pause_ms(1);
    EXPECT_EQ(worker::AccountingWorker(drawing, books).run_due({}), 1);
}

TEST_F(Transfers, WhatWasNeverRegisteredHasFailedForGood) {
    hand_over_at("issue");
    ports::AccountingTransfer waiting;
    waiting.shop_id = shop_.id;
    waiting.document_id = "nobody";
    waiting.order_id = placed().id;
    site_.services().storage.write(ports::Priority::interactive,
                                   [&](ports::UnitOfWork& work) { work.books().queue(waiting); });
    Ledgers books;
    EXPECT_EQ(run(books), 0);
    std::vector<ports::AccountingTransfer> found;
    site_.services().storage.read(
        [&](ports::Snapshot& snapshot) { found = snapshot.books().transfers_of(shop_.id, waiting.order_id); });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].status, ports::TransferStatus::failed);
    EXPECT_EQ(found[0].fault, "document_not_found");
}

TEST_F(Transfers, ACommandQueuesWhatItNumberedAndNothingThatWasThere) {
    const domain::Order order = invoiced(placed());
    hand_over_at("issue");
    site_.services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        static_cast<void>(
            orders::run(work, site_.services(), {shop_, order.id, {}}, Caller::system("t"),
                        [](const auto& facts, const auto& context) { return domain::mark_paid(facts, {}, context); }));
    });
    EXPECT_TRUE(transfers(order).empty()) << "it was issued before the shop wanted it";
    // A number that an import brought is in nobody's register.
    domain::Order imported = order;
    imported.id = "imported";
    for (domain::Document& document : imported.documents) document.id += "-imported";
    site_.services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        accounting::queue_transfers(work, shop_, *site_.services().profiles.of(shop_), nullptr, imported, 1);
    });
    EXPECT_TRUE(transfers(imported).empty());
}

TEST_F(Transfers, ACrashAfterTheHandoverDoublesNothing) {
    hand_over_at("issue");
    const domain::Order order = invoiced(placed());
    Ledgers books;
    books.dies_after_taking = true;
    EXPECT_THROW(run(books), Died);
    EXPECT_EQ(transfers(order)[0].status, ports::TransferStatus::waiting);
    EXPECT_EQ(run(books), 1);
    EXPECT_EQ(books.calls, 2);
    EXPECT_EQ(books.taken.size(), 1U);
}

TEST_F(Transfers, TheFolderHoldsTheDocumentUnderItsNumberAndASecondWriteIsTheSame) {
    const fs::path folder = fs::temp_directory_path() / ("commis-books-" + site_.services().ids.next());
    transfer::AccountingFolder link(folder);
    ports::AccountingDocument document{"maison", "d1", domain::DocumentKind::invoice, "F/2026-1", "{\"a\":1}", "%PDF"};
    for (int time = 0; time < 2; ++time) {
        const auto taken = link.hand_over(document);
        ASSERT_TRUE(taken.has_value()) << taken.error();
        EXPECT_EQ(*taken, "maison/invoice-F_2F2026-1.json");
    }
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder / "maison")) {
        std::ifstream file(entry.path());
        files[entry.path().filename().string()] = std::string(std::istreambuf_iterator<char>(file), {});
    }
    const std::map<std::string, std::string> expected{{"invoice-F_2F2026-1.json", "{\"a\":1}"},
                                                      {"invoice-F_2F2026-1.pdf", "%PDF"}};
    EXPECT_EQ(files, expected);
    std::set<std::string> links;
    for (const char* number : {"F/1", "F_1", "F.1", "F 1", "F-1", "F_2F1", "Fø1"}) {
        document.number = number;
        links.insert(link.hand_over(document).value());
    }
    EXPECT_EQ(links.size(), 7U) << "no number takes the file of another";
    fs::remove_all(folder);
    std::ofstream(folder) << "no folder";
    EXPECT_FALSE(link.hand_over(document).has_value());
    fs::remove(folder);
}

}  // namespace
}  // namespace commis::test
