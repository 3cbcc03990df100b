// What old orders no longer hold, on every storage: found oldest first, and the timeline reads as before.
#include "contract/storage_fixture.hpp"
#include "domain/decisions/add_note.hpp"
#include "domain/decisions/erase.hpp"

namespace commis::test {
namespace {

using domain::Order;

class RetentionStoreTest : public StorageTest {
protected:
    void SetUp() override {
        StorageTest::SetUp();
        if (IsSkipped()) return;
        for (int number = 0; number < 3; ++number) {
            domain::PlaceOrder command = sample.command();
            command.external_id = "web-" + std::to_string(number);
            orders.push_back(sample.add(storage(), command));
            sample.now_ms += 1'000;
        }
    }
    using Find = std::vector<ports::Aged> (ports::RetentionStore::*)(std::int64_t, std::int64_t,
                                                                     const std::optional<ports::Aged>&, std::int32_t);
    std::vector<std::string> found(Find ask, std::int64_t before_ms, std::int32_t limit = 50,
                                   const std::optional<ports::Aged>& after = std::nullopt) const {
        std::vector<std::string> ids;
        write([&](ports::UnitOfWork& work) {
            ids.clear();
            for (const auto& each : (work.retention().*ask)(sample.shop.id, before_ms, after, limit)) {
                ids.push_back(each.id);
            }
        });
        return ids;
    }
    std::int64_t archive(const Order& order) const {
        std::int64_t moved = 0;
        write([&](ports::UnitOfWork& work) { moved = work.retention().archive_events(sample.shop.id, order.id); });
        return moved;
    }
    // Sequence and note of each entry, newest first, read in pages of two.
    std::vector<std::string> timeline(const Order& order) const {
        std::vector<std::string> lines;
        std::optional<std::int64_t> before;
        for (bool more = true; more;) {
            const auto page = read([&](auto& s) { return s.orders().timeline(sample.shop.id, order.id, before, 2); });
            for (const ports::TimelineEntry& entry : page) {
                lines.push_back(std::to_string(entry.event.sequence) + " " + entry.event.note);
                before = entry.event.sequence;
            }
            more = page.size() == 2;
        }
        return lines;
    }
    Order note(const Order& order, const std::string& text) {
        const auto noted = domain::add_note(order, {.text = text}, sample.context());
        sample.save(storage(), order, *noted);
        return noted->order;
    }

    std::vector<Order> orders;
    const std::int64_t later_ms = SampleShop::start_ms + 1'000'000;
};

TEST_P(RetentionStoreTest, OldOrdersWithPeopleAreFoundOldestFirst) {
    constexpr auto with_people = &ports::RetentionStore::with_people;
    EXPECT_EQ(found(with_people, later_ms), (std::vector{orders[0].id, orders[1].id, orders[2].id}));
    EXPECT_EQ(found(with_people, later_ms, 2), (std::vector{orders[0].id, orders[1].id}));
    const ports::Aged second{orders[1].id, orders[1].placed_at_ms};
    EXPECT_EQ(found(with_people, later_ms, 2, second), std::vector{orders[2].id});
    EXPECT_EQ(found(with_people, orders[1].placed_at_ms), std::vector{orders[0].id}) << "before the moment";
    apply(orders[0], [](Order& o) { o.removed = domain::Removal{5, "Åse", ""}; });
    domain::Decision erased = decide(orders[1], [](Order& o) { o.people_erased_at_ms = 5; });
    sample.save(storage(), orders[1], erased);
    EXPECT_EQ(find(orders[1].id)->people_erased_at_ms, 5);
    EXPECT_EQ(found(with_people, later_ms), std::vector{orders[2].id});
    const auto page = read([&](auto& s) {
        ports::OrderFilter filter;
        filter.shop_ids = {sample.shop.id};
        return s.orders().list(page_of(filter));
    });
    for (const ports::OrderRow& row : page.rows) EXPECT_EQ(row.people_erased, row.id == orders[1].id);
    apply(erased.order, [](Order& o) { o.people_erased_at_ms.reset(); });
    EXPECT_EQ(found(with_people, later_ms), (std::vector{orders[1].id, orders[2].id})) << "entered again";
}

TEST_P(RetentionStoreTest, AnArchivedTimelineIsReadAsBefore) {
    constexpr auto with_live_events = &ports::RetentionStore::with_live_events;
    Order order = note(orders[0], "first");
    order = note(order, "second");
    order = note(order, "third");
    const auto before = timeline(order);
    ASSERT_EQ(before.size(), static_cast<std::size_t>(order.event_count));
    const auto past = read([&](auto& s) { return s.orders().find_at(sample.shop.id, order.id, 2); });
    EXPECT_EQ(archive(order), order.event_count);
    EXPECT_EQ(archive(order), 0) << "once";
    EXPECT_EQ(timeline(order), before);
    EXPECT_EQ(read([&](auto& s) { return s.orders().find_at(sample.shop.id, order.id, 2); }), past);
    EXPECT_EQ(read([&](auto& s) { return s.orders().find_event(sample.shop.id, order.id, 2); })->note, "first");
    EXPECT_EQ(*find(order.id), order) << "archiving is no change of the order";
    EXPECT_EQ(found(with_live_events, later_ms), (std::vector{orders[1].id, orders[2].id}));
    // What happens later stands among the live events, and the timeline reads through both.
    order = note(order, "fourth");
    auto longer = before;
    longer.insert(longer.begin(), std::to_string(order.event_count) + " fourth");
    EXPECT_EQ(timeline(order), longer);
    EXPECT_EQ(read([&](auto& s) { return s.orders().find_at(sample.shop.id, order.id, 2); })->version, past->version);
    EXPECT_EQ(found(with_live_events, later_ms), (std::vector{orders[0].id, orders[1].id, orders[2].id}));
    EXPECT_EQ(archive(order), 1);
    EXPECT_EQ(timeline(order), longer);
}

TEST_P(RetentionStoreTest, ArchivedWordsAreErasedWithTheOrdersPeople) {
    Order order = note(orders[0], "Zoé called");
    archive(order);
    domain::Decision erased = decide(order, [](Order& o) { o.buyer = {}; }, domain::EventType::people_erased);
    erased.erases_people = true;
    sample.save(storage(), order, erased);
    for (const std::string& line : timeline(order)) EXPECT_EQ(line.find("Zoé"), std::string::npos) << line;
    EXPECT_EQ(timeline(order).size(), static_cast<std::size_t>(erased.order.event_count));
}

TEST_P(RetentionStoreTest, OldBillsOfErasedPeopleLoseWhatTheySay) {
    const auto bill = [&](const Order& order, std::int64_t position, std::int64_t at_ms) {
        ports::IssuedDocument issued;
        issued.shop_id = sample.shop.id;
        issued.kind = domain::DocumentKind::invoice;
        issued.position = position;
        issued.number = {"INV-" + std::to_string(position), position, 2026};
        issued.order_id = order.id;
        issued.document_id = "doc-" + std::to_string(position);
        issued.issued_at_ms = at_ms;
        issued.currency = *domain::Currency::find("EUR");
        issued.content = "{\"buyer\":\"Zoé\"}";
        issued.digest = "d" + std::to_string(position);
        return issued;
    };
    write([&](ports::UnitOfWork& work) {
        work.documents().add(bill(orders[0], 1, 100));
        work.documents().add(bill(orders[1], 2, 200));
        work.documents().add(bill(orders[0], 3, 300));
        work.documents().keep(sample.shop.id, "doc-1", "pdf", {"%PDF Zoé", "digest", 5});
    });
    constexpr auto bills = &ports::RetentionStore::bills_of_erased;
    EXPECT_TRUE(found(bills, 1'000).empty()) << "nobody was erased";
    apply(orders[0], [](Order& o) { o.people_erased_at_ms = 5; });
    EXPECT_EQ(found(bills, 300), std::vector<std::string>{"doc-1"}) << "the years of the other are not over";
    EXPECT_EQ(found(bills, 1'000), (std::vector<std::string>{"doc-1", "doc-3"}));
    EXPECT_EQ(found(bills, 1'000, 1, ports::Aged{"doc-1", 100}), std::vector<std::string>{"doc-3"});
    write([&](ports::UnitOfWork& work) { work.retention().erase_bill(sample.shop.id, "doc-1"); });
    const auto erased = read([&](auto& s) { return s.documents().find(sample.shop.id, "doc-1"); });
    EXPECT_EQ(erased->content, "");
    EXPECT_EQ(erased->digest, "d1");
    EXPECT_FALSE(read([&](auto& s) { return s.documents().file(sample.shop.id, "doc-1", "pdf"); }));
    EXPECT_EQ(found(bills, 1'000), std::vector<std::string>{"doc-3"});
    EXPECT_NE(read([&](auto& s) { return s.documents().find(sample.shop.id, "doc-2"); })->content, "");
}

COMMIS_ON_EVERY_STORAGE(RetentionStoreTest);

}  // namespace
}  // namespace commis::test
