// The order as it was: after every event of a history the facts of that moment come back, with today's people.
#include <fmt/core.h>

#include <map>

#include "contract/storage_fixture.hpp"
#include "domain/decisions/add_note.hpp"

namespace commis::test {
namespace {

using domain::Order;

class OrderHistoryTest : public StorageTest {
protected:
    void SetUp() override {
        StorageTest::SetUp();
        if (IsSkipped()) return;
        order = sample.add(storage(), sample.command());
        past[order.event_count] = order;
    }

    template <class Change>
    void change(const Change& change) {
        sample.now_ms += 1000;
        order = apply(order, change);
        past[order.event_count] = order;
    }
    [[nodiscard]] std::optional<Order> find_at(std::int64_t sequence) const {
        return read([&](auto& snapshot) { return snapshot.orders().find_at(sample.shop.id, order.id, sequence); });
    }
    // Every moment of the history against the copies that were kept.
    void expect_history() const {
        for (const auto& [sequence, kept] : past) {
            const auto found = find_at(sequence);
            ASSERT_TRUE(found) << sequence;
            Order expected = kept;
            expected.buyer = order.buyer;
            expected.billing_address = order.billing_address;
            expected.shipping_address = order.shipping_address;
            expected.note = order.note;
            expected.seen = order.seen;
            for (domain::Line& line : expected.lines) {
                for (domain::TicketUnit& unit : line.units) unit.attendee = attendee_today(unit.id);
            }
            EXPECT_EQ(*found, expected) << "after event " << sequence;
        }
    }
    [[nodiscard]] domain::Attendee attendee_today(const std::string& unit_id) const {
        for (const domain::Line& line : order.lines) {
            for (const domain::TicketUnit& unit : line.units) {
                if (unit.id == unit_id) return unit.attendee;
            }
        }
        return {};
    }

    Order order;
    std::map<std::int64_t, Order> past;
};

TEST_P(OrderHistoryTest, WorkIsTakenBackStepByStep) {
    change([](Order& o) { o.lines[0].reserved = 3; });
    change([](Order& o) {
        o.state = "sent";
        o.lines[0].reserved = 1;
        o.lines[0].shipped = 2;
        o.shipments = {{"parcel-1", 5, {"DHL", "1", ""}, 5, 4, 6, std::nullopt, {{o.lines[0].id, 2}}}};
        o.undoable = domain::UndoableMove{o.event_count + 1, 90, "received", "parcel-1"};
    });
    change([](Order& o) { o.shipments.push_back({"parcel-2", 6, {"Post", "2", ""}, {}, {}, {}, {}, {}}); });
    change([](Order& o) {
        o.shipments.erase(o.shipments.begin());
        o.undoable.reset();
        o.state = "processing";
    });
    change([](Order& o) {
        o.shipments.push_back({"parcel-3", 7, {"Post", "3", ""}, {}, 7, {}, 8, {}});
        o.lines[0].returned = 1;
        o.lines[0].cancelled = 1;
        o.lines[0].gone_shipped = 1;
        o.lines[0].cancelled_minor = 1999;
        o.shipping.cancelled = true;
    });
    change([](Order& o) { o.removed = domain::Removal{9, "Åse", "never paid"}; });
    change([](Order& o) { o.removed.reset(); });
    change([](Order& o) {
        o.task = domain::Task::remind;
        o.dunning_done = 1;
        o.abandoned_at_ms = 4;
        o.invoice_due_at_ms = 5;
    });
    EXPECT_EQ(find(order.id), order);
    expect_history();
}

TEST_P(OrderHistoryTest, MoneyAndPapersAreTakenBack) {
    change([](Order& o) {
        o.ledger.payments.push_back({"payment-9", "card", "stripe", "a", "pi_9", 500, {}, {}, "g", 7, 8});
        o.ledger.entries.push_back({"entry-9", "payment-9", domain::EntryKind::chargeback, 500, {}, "r", 1, 2, true});
        o.ledger.mark = domain::HandMark::pending;
    });
    change([](Order& o) {
        o.ledger.refunds.push_back({"refund-1", "payment-9", 50, domain::RefundExecution::initiated,
                                    domain::RefundStatus::pending, true, false, "", "", 3});
        o.ledger.entries.back().undecided = false;
        o.ledger.payments.back().status = domain::AttemptStatus::voided;
        o.ledger.flagged_for_review = true;
    });
    change([](Order& o) {
        o.ledger.refunds.push_back({"refund-2", "payment-9", 20, domain::RefundExecution::recorded,
                                    domain::RefundStatus::succeeded, false, true, "refund-1", "TX 1", 4});
        o.documents.push_back({"document-1", domain::DocumentKind::invoice, "", true, 10, 100, 20, "", {}, false, ""});
    });
    change([](Order& o) {
        o.documents[0].draft = false;
        o.documents[0].number = "F-1";
        o.documents.push_back({"document-2",
                               domain::DocumentKind::credit_note,
                               "C-1",
                               false,
                               11,
                               60,
                               10,
                               "document-1",
                               {{o.lines[0].id, false, 1, o.lines[0].tax_rate, 60, 10}},
                               false,
                               ""});
    });
    change([](Order& o) { o.documents.erase(o.documents.begin()); });
    EXPECT_EQ(find(order.id), order);
    expect_history();
}

TEST_P(OrderHistoryTest, ReplacedLinesComeBackWithTodaysPeople) {
    const std::string gone_unit = order.lines[1].units[1].id;
    change([](Order& o) {
        o.revision = 2;
        o.lines[0].quantity = 5;
        o.lines[0].name = "Grød ☕";
        o.lines[1].units.pop_back();
        o.lines[1].quantity = 1;
        o.discount_minor = 100;
        o.shipping.method = "courier";
        o.tags = {"revised"};
        o.assignee = "operator-2";
    });
    change([](Order& o) {
        o.revision = 3;
        o.lines.erase(o.lines.begin());
        o.shipping = {};
        o.tags.clear();
        o.promo_code = "NOËL";
        o.notify_on_state = false;
    });
    change([](Order& o) {
        o.buyer.name = "Zoé Nouvelle";
        o.billing_address.city = "Lyon";
        o.shipping_address = o.billing_address;
        o.note = "second thoughts";
        o.lines[0].units[0].attendee.name = "C. Three";
    });
    write([&](ports::UnitOfWork& work) { work.orders().mark_seen(sample.shop.id, order.id); });
    order.seen = true;
    expect_history();
    const auto first = find_at(1);
    EXPECT_EQ(first->buyer.name, "Zoé Nouvelle");
    EXPECT_EQ(first->billing_address.city, "Lyon");
    EXPECT_EQ(first->lines.size(), 2U);
    EXPECT_EQ(first->lines[1].units[0].attendee.name, "C. Three");
    EXPECT_EQ(first->lines[1].units[1].id, gone_unit);
    EXPECT_EQ(first->lines[1].units[1].attendee, domain::Attendee());
    EXPECT_TRUE(first->seen);
}

TEST_P(OrderHistoryTest, EveryEventOfADecisionShowsWhatItLedTo) {
    domain::Decision decision = domain::begin(order, sample.context());
    decision.order.state = "processing";
    domain::record(decision, sample.context(), domain::EventType::payment_recorded, {});
    domain::record(decision, sample.context(), domain::EventType::state_changed, {});
    sample.save(storage(), order, decision);
    order = decision.order;
    change([](Order& o) { o.state = "sent"; });
    EXPECT_EQ(find_at(1)->state, "received");
    EXPECT_EQ(find_at(2)->state, "processing");
    EXPECT_EQ(find_at(3)->state, "processing");
    EXPECT_EQ(find_at(3)->version, 2);
    EXPECT_EQ(find_at(4)->state, "sent");
}

TEST_P(OrderHistoryTest, NoEventNoOrder) {
    EXPECT_EQ(find_at(0), std::nullopt);
    EXPECT_EQ(find_at(2), std::nullopt);
    EXPECT_EQ(read([&](auto& snapshot) { return snapshot.orders().find_at(sample.shop.id + 1, order.id, 1); }),
              std::nullopt);
    EXPECT_EQ(read([&](auto& snapshot) { return snapshot.orders().find_at(sample.shop.id, "nothing", 1); }),
              std::nullopt);
}

TEST_P(OrderHistoryTest, ALongHistoryIsReadInPages) {
    write([&](ports::UnitOfWork& work) {
        for (int round = 0; round < 430; ++round) {
            const auto note = domain::add_note(order, {.text = fmt::format("note {}", round)}, sample.context());
            work.orders().save(order, *note, sample.projection(note->order), SampleShop::new_id);
            order = note->order;
            if (round % 71 == 0) past[order.event_count] = order;
        }
    });
    past[order.event_count] = order;
    expect_history();
    EXPECT_EQ(find_at(1)->version, 1);
    EXPECT_EQ(find_at(200)->event_count, 200);
}

COMMIS_ON_EVERY_STORAGE(OrderHistoryTest);

}  // namespace
}  // namespace commis::test
