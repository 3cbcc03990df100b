// Orders go in and come out with every fact, change by what differs, and never twice.
#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <thread>

#include "contract/storage_fixture.hpp"
#include "domain/decisions/add_note.hpp"
#include "domain/decisions/change_state.hpp"
#include "domain/decisions/edit.hpp"
#include "domain/decisions/mark_paid.hpp"

namespace commis::test {
namespace {

using domain::Order;

class OrderStoreTest : public StorageTest {};

domain::ChangeState move_to(const std::string& state) {
    domain::ChangeState command;
    command.state = state;
    return command;
}

// An order in which nothing is left at its default.
domain::Decision full_decision(const SampleShop& sample) {
    domain::PlaceOrder command = sample.command();
    command.external_id = "web-1001";
    command.buyer = {"日本 Zoé \"O'Brien\"\\ \n", "zoé@bücher.example", "+81-3", "Grød & Søn ☕", "FR40303265045"};
    command.shipping_address = command.billing_address;
    command.shipping_address->name = "Zoé's mother";
    command.shipping_address->company = "Æ";
    command.shipping_address->city = "Łódź";
    command.tags = {"gift", "été", "with \"quotes\""};
    command.note = "Leave at the door\n\nمرحبا";
    command.promo_code = "NOËL";
    command.discount_minor = 333;
    command.payment_method.clear();
    command.payments = {{"card", "stripe", "pi_1", domain::AttemptStatus::failed, 100, std::nullopt, std::nullopt},
                        {"card", "stripe", "pi_2", domain::AttemptStatus::captured, std::nullopt, 1'770'000'000'000,
                         1'759'000'000'000}};
    domain::Decision decision = sample.place(command);
    Order& order = decision.order;
    order.number = "FULL-1";
    order.assignee = "operator-1";
    order.placed_by = "token-1";
    order.abandoned_at_ms = 1;
    order.notify_on_state = false;
    order.ledger.mark = domain::HandMark::failed;
    order.ledger.flagged_for_review = true;
    order.ledger.payments[0].guarantee = "no-liability-shift";
    order.ledger.payments[0].account = "acct_1";
    order.ledger.refunds = {{"refund-1", order.ledger.payments[1].id, 50, domain::RefundExecution::initiated,
                             domain::RefundStatus::pending, true, true, "refund-0", "credit note ☕", 12}};
    order.shipments = {{"shipment-1",
                        5,
                        {"La Poste", "XY 1", "https://example.org/XY1"},
                        6,
                        5,
                        std::nullopt,
                        7,
                        {{order.lines[0].id, 2}}}};
    order.documents = {{"document-1",
                        domain::DocumentKind::credit_note,
                        "C-1",
                        true,
                        99,
                        1200,
                        200,
                        "document-0",
                        {{order.lines[0].id, false, 1, order.lines[0].tax_rate, 1200, 200}},
                        true,
                        "an address"}};
    order.lines[0].cancelled = 1;
    order.lines[0].shipped = 1;
    order.lines[1].units[0].access = domain::Access::blocked;
    order.lines[0].unit_price_minor = domain::amount_limit_minor / 10;
    order.lines[0].reserved = 2;
    order.lines[0].gone_shipped = 1;
    order.lines[0].cancelled_minor = 1999;
    order.undoable = domain::UndoableMove{1, 77, "received", "shipment-1"};
    order.dunning_done = 2;
    order.task = domain::Task::remind;
    order.invoice_due_at_ms = 88;
    order.removed = domain::Removal{99, "Åse Ø", "never paid \"twice\""};
    return decision;
}

TEST_P(OrderStoreTest, AnOrderComesBackWithEveryFact) {
    const domain::Decision decision = full_decision(sample);
    write([&](ports::UnitOfWork& work) {
        work.orders().insert(decision, sample.projection(decision.order), SampleShop::new_id);
        EXPECT_EQ(work.orders().lock(sample.shop.id, decision.order.id), decision.order);
    });
    EXPECT_EQ(find(decision.order.id), decision.order);
    EXPECT_EQ(find("nothing"), std::nullopt);
}

TEST_P(OrderStoreTest, AnotherShopSeesNothing) {
    const Order order = sample.add(storage(), sample.command());
    storage().read([&](ports::Snapshot& snapshot) {
        EXPECT_EQ(snapshot.orders().find(sample.shop.id + 1, order.id), std::nullopt);
    });
}

TEST_P(OrderStoreTest, ADecisionIsSavedByWhatDiffers) {
    Order order = sample.add(storage(), sample.command());
    sample.now_ms += 1000;
    domain::MarkPaid pay;
    pay.amount_minor = 100;
    pay.reference = "cheque 7";
    const auto paid = domain::mark_paid(order, pay, sample.context());
    ASSERT_TRUE(paid);
    sample.save(storage(), order, *paid);
    EXPECT_EQ(find(order.id), paid->order);

    domain::ChangeState send = move_to("sent");
    send.tracking = domain::Tracking{"DHL", "1", ""};
    const auto sent = domain::change_state(paid->order, send, sample.context());
    ASSERT_TRUE(sent);
    sample.save(storage(), paid->order, *sent);
    EXPECT_EQ(find(order.id), sent->order);

    domain::EditOrder edit;
    edit.buyer = sent->order.buyer;
    edit.buyer->name = "Zoé Nouvelle";
    edit.shipping_address = domain::Address{};
    (*edit.shipping_address)->city = "Lyon";
    edit.tags = std::vector<std::string>{"new"};
    const auto edited = domain::edit_order(sent->order, edit, sample.context());
    ASSERT_TRUE(edited);
    sample.save(storage(), sent->order, *edited);
    EXPECT_EQ(find(order.id), edited->order);

    const auto cancelled = domain::change_state(edited->order, move_to("cancelled"), sample.context());
    ASSERT_TRUE(cancelled);
    sample.save(storage(), edited->order, *cancelled);
    EXPECT_EQ(find(order.id), cancelled->order);
}

TEST_P(OrderStoreTest, ARevisionReplacesTheLines) {
    const Order order = sample.add(storage(), sample.command());
    domain::Decision revised = domain::begin(order, sample.context());
    revised.order.revision = 2;
    revised.order.lines.erase(revised.order.lines.begin());
    revised.order.lines[0].units.pop_back();
    revised.order.lines[0].quantity = 1;
    domain::record(revised, sample.context(), domain::EventType::order_edited, {});
    sample.save(storage(), order, revised);
    EXPECT_EQ(find(order.id), revised.order);
}

TEST_P(OrderStoreTest, EveryPartOfTheLedgerMayChangeItsStatus) {
    const domain::Decision placed = full_decision(sample);
    write([&](ports::UnitOfWork& work) {
        work.orders().insert(placed, sample.projection(placed.order), SampleShop::new_id);
    });
    domain::Decision changed = domain::begin(placed.order, sample.context());
    Order& order = changed.order;
    order.ledger.payments[0].status = domain::AttemptStatus::expired;
    order.ledger.payments[0].expires_at_ms = 77;
    order.ledger.entries[0].undecided = true;
    order.ledger.refunds[0].status = domain::RefundStatus::succeeded;
    order.ledger.refunds.push_back(order.ledger.refunds[0]);
    order.ledger.refunds[1].id = "refund-2";
    order.shipments[0].delivered_at_ms = 8;
    order.documents.push_back({"document-2", domain::DocumentKind::invoice, "", false, 100, 0, 0, "", {}, false, ""});
    order.lines[1].units[1].attendee.name = "C. Three";
    order.lines[1].cancelled = 1;
    order.lines[0].reserved = 0;
    order.lines[0].gone_shipped = 2;
    order.lines[0].cancelled_minor = 5;
    order.abandoned_at_ms.reset();
    order.undoable.reset();
    order.dunning_done = 3;
    order.task = domain::Task::remove;
    order.invoice_due_at_ms.reset();
    order.removed.reset();
    order.ledger.payments[1].method = "wallet";
    order.ledger.refunds[0].settles.clear();
    order.ledger.refunds[0].reference = "changed";
    order.documents[0].draft = false;
    order.documents[0].number = "C-2";
    order.documents[0].parts = {{"", true, 1, domain::TaxRate::of(200'000), 600, 100},
                                {"", false, 0, domain::TaxRate::of(55'000), 600, 100}};
    order.documents[0].return_slip = false;
    order.documents[0].made_for.clear();
    order.buyer.reference = "Cost centre 7";
    domain::record(changed, sample.context(), domain::EventType::payment_marked, {});
    sample.save(storage(), placed.order, changed);
    EXPECT_EQ(find(order.id), order);
}

TEST_P(OrderStoreTest, AStaleVersionIsRefusedAndLeavesNoTrace) {
    const Order order = sample.add(storage(), sample.command());
    const auto first = domain::add_note(order, {.text = "first"}, sample.context());
    const auto second = domain::add_note(order, {.text = "second"}, sample.context());
    sample.save(storage(), order, *first);
    EXPECT_THROW(sample.save(storage(), order, *second), ports::StaleOrder);
    storage().read([&](ports::Snapshot& snapshot) {
        const auto timeline = snapshot.orders().timeline(sample.shop.id, order.id, std::nullopt, 10);
        ASSERT_EQ(timeline.size(), 2U);
        EXPECT_EQ(timeline[0].event.note, "first");
    });
}

TEST_P(OrderStoreTest, OnlyOneOfManyClerksWins) {
    const Order order = sample.add(storage(), sample.command());
    std::atomic<int> won = 0;
    std::atomic<int> lost = 0;
    {
        std::vector<std::jthread> clerks;
        for (int clerk = 0; clerk < 4; ++clerk) {
            clerks.emplace_back([&] {
                const auto note = domain::add_note(order, {.text = "mine"}, sample.context());
                try {
                    sample.save(storage(), order, *note);
                    ++won;
                } catch (const ports::StaleOrder&) {
                    ++lost;
                }
            });
        }
    }
    EXPECT_EQ(won, 1);
    EXPECT_EQ(lost, 3);
}

TEST_P(OrderStoreTest, NothingChangedIsNothingWritten) {
    const Order order = sample.add(storage(), sample.command());
    sample.save(storage(), order, domain::Decision{order, {}, {}, std::nullopt});
    EXPECT_EQ(find(order.id)->version, order.version);
}

TEST_P(OrderStoreTest, NumbersAndExternalIdsAreOneOrdersOwn) {
    domain::PlaceOrder command = sample.command();
    command.external_id = "web-1";
    const Order order = sample.add(storage(), command);
    EXPECT_THROW(sample.add(storage(), command), ports::AlreadyExists);
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.orders().find_external(sample.shop.id, "web", "web-1"), order.id);
        EXPECT_EQ(work.orders().find_external(sample.shop.id, "shop", "web-1"), std::nullopt);
        EXPECT_EQ(work.orders().find_external(sample.shop.id, "web", ""), std::nullopt);
    });
    domain::Decision twin = sample.place(sample.command());
    twin.order.number = order.number;
    EXPECT_THROW(write([&](ports::UnitOfWork& work) {
                     work.orders().insert(twin, sample.projection(twin.order), SampleShop::new_id);
                 }),
                 ports::AlreadyExists);
    command.channel = "phone";
    sample.add(storage(), command);
}

TEST_P(OrderStoreTest, AnExternalIdThatIsChangedLaterStaysOneOrdersOwn) {
    domain::PlaceOrder command = sample.command();
    command.external_id = "web-1";
    const Order first = sample.add(storage(), command);
    command.external_id = "web-2";
    const Order second = sample.add(storage(), command);
    domain::Decision decision{second, {}, {}, std::nullopt};
    decision.order.version += 1;
    decision.order.external_id = "web-1";
    EXPECT_THROW(sample.save(storage(), second, decision), ports::AlreadyExists);
    decision.order.external_id = "web-3";
    decision.order.shipping.name = "By hand";
    sample.save(storage(), second, decision);
    EXPECT_EQ(find(second.id)->external_id, "web-3");
    EXPECT_EQ(find(second.id)->shipping.name, "By hand");
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.orders().find_external(sample.shop.id, "web", "web-2"), std::nullopt);
        EXPECT_EQ(work.orders().find_external(sample.shop.id, "web", "web-3"), second.id);
    });
}

TEST_P(OrderStoreTest, ARangeGivesEveryNumberOnceAndTakesBackWhatFailed) {
    std::mutex mutex;
    std::multiset<std::string> taken;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                for (int round = 0; round < 10; ++round) {
                    std::string number;
                    try {
                        write([&](ports::UnitOfWork& work) {
                            number = work.orders().take_number(sample.shop.id, "order", 2026).text;
                            if (round % 3 == thread % 3) throw std::runtime_error("thought better of it");
                        });
                    } catch (const std::runtime_error&) {
                        continue;
                    }
                    const std::lock_guard lock(mutex);
                    taken.insert(number);
                }
            });
        }
    }
    std::int64_t expected = 10'001;
    for (const std::string& number : taken) EXPECT_EQ(number, std::to_string(expected++));
    EXPECT_GT(taken.size(), 20U);
}

TEST_P(OrderStoreTest, ARangeHasAPrefixAndAWidth) {
    write([&](ports::UnitOfWork& work) {
        work.orders().create_range(sample.shop.id, "invoice", "R-2026-", 7, 4);
        EXPECT_EQ(work.orders().take_number(sample.shop.id, "invoice", 2026).text, "R-2026-0007");
        EXPECT_EQ(work.orders().take_number(sample.shop.id, "invoice", 2026).text, "R-2026-0008");
    });
    EXPECT_THROW(
        write([&](ports::UnitOfWork& work) { work.orders().create_range(sample.shop.id, "invoice", "", 1, 1); }),
        ports::AlreadyExists);
    EXPECT_ANY_THROW(
        write([&](ports::UnitOfWork& work) { work.orders().take_number(sample.shop.id, "none", 2026).text; }));
}

TEST_P(OrderStoreTest, ASavepointOfABatchFailsAlone) {
    domain::PlaceOrder command = sample.command();
    command.external_id = "web-1";
    write([&](ports::UnitOfWork& work) {
        for (int row = 0; row < 3; ++row) {
            domain::Decision decision = sample.place(command);
            try {
                work.within_savepoint([&] {
                    decision.order.number = work.orders().take_number(sample.shop.id, "order", 2026).text;
                    work.orders().insert(decision, sample.projection(decision.order), SampleShop::new_id);
                });
            } catch (const ports::AlreadyExists&) {
            }
        }
        EXPECT_EQ(work.orders().take_number(sample.shop.id, "order", 2026).text, "10002");
    });
}

TEST_P(OrderStoreTest, SeenIsNoVersionAndNoEvent) {
    const Order order = sample.add(storage(), sample.command());
    write([&](ports::UnitOfWork& work) { work.orders().mark_seen(sample.shop.id, order.id); });
    Order seen = order;
    seen.seen = true;
    EXPECT_EQ(find(order.id), seen);
    // A change that began before somebody looked does not make the order unseen again.
    sample.save(storage(), order, *domain::add_note(order, {.text = "x"}, sample.context()));
    EXPECT_TRUE(find(order.id)->seen);
}

TEST_P(OrderStoreTest, TheTimelineIsNewestFirstWithItsMails) {
    const Order order = sample.add(storage(), sample.command());
    Order current = order;
    for (int round = 0; round < 5; ++round) {
        const auto note = domain::add_note(current, {.text = fmt::format("note {} ☕", round)}, sample.context());
        sample.save(storage(), current, *note);
        current = note->order;
    }
    domain::ChangeState hold = move_to("processing");
    hold.reason = "waiting for glue";
    const auto held = domain::change_state(current, hold, sample.context());
    sample.save(storage(), current, *held);
    storage().read([&](ports::Snapshot& snapshot) {
        auto& orders = snapshot.orders();
        const auto first = orders.timeline(sample.shop.id, order.id, std::nullopt, 4);
        ASSERT_EQ(first.size(), 4U);
        EXPECT_EQ(first[0].event, held->events[0]);
        EXPECT_EQ(first[0].event.reason, "waiting for glue");
        EXPECT_EQ(first[0].mails.size(), 1U);
        EXPECT_EQ(first[1].event.note, "note 4 ☕");
        const auto rest = orders.timeline(sample.shop.id, order.id, first.back().event.sequence, 10);
        ASSERT_EQ(rest.size(), 3U);
        EXPECT_EQ(rest.back().event.type, domain::EventType::order_placed);
        EXPECT_EQ(rest.back().mails.size(), 2U);
        EXPECT_EQ(orders.find_event(sample.shop.id, order.id, 2)->note, "note 0 ☕");
        EXPECT_EQ(orders.find_event(sample.shop.id, order.id, 99), std::nullopt);
    });
}

COMMIS_ON_EVERY_STORAGE(OrderStoreTest);

}  // namespace
}  // namespace commis::test
