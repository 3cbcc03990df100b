// What goes with the work on an order: stock, withdrawn mails, timers, revisions in waiting, parcels taken back.
#include <fmt/core.h>

#include <algorithm>

#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using domain::Order;

class OrderWorkTest : public StorageTest {
protected:
    domain::Article add_article(const std::string& sku, std::optional<std::int64_t> stock) const {
        domain::Article article;
        article.shop_id = sample.shop.id;
        article.id = SampleShop::new_id();
        article.sku = sku;
        article.name = sku;
        article.stock = stock;
        write([&](ports::UnitOfWork& work) { work.articles().insert(article); });
        return article;
    }
    [[nodiscard]] domain::Article article(const std::string& id) const {
        return *read([&](auto& snapshot) { return snapshot.articles().find(sample.shop.id, id); });
    }
    [[nodiscard]] std::vector<ports::StockLevel> levels(const std::vector<std::string>& skus) const {
        return read([&](auto& snapshot) { return snapshot.articles().stock_levels(sample.shop.id, skus); });
    }
    Order add_due(std::optional<std::int64_t> timer_at_ms) const {
        const domain::Decision decision = sample.place(sample.command());
        domain::Projection projection = sample.projection(decision.order);
        projection.timer_at_ms = timer_at_ms;
        write([&](ports::UnitOfWork& work) { work.orders().insert(decision, projection, SampleShop::new_id); });
        return decision.order;
    }
    [[nodiscard]] std::vector<ports::DueOrder> due(std::int64_t now_ms,
                                                   const std::optional<ports::DueOrder>& after = std::nullopt,
                                                   std::int32_t limit = 10) const {
        return read([&](auto& snapshot) { return snapshot.orders().find_due(sample.shop.id, now_ms, after, limit); });
    }
    [[nodiscard]] std::optional<ports::RevisionDraft> draft(const Order& order) const {
        return read([&](auto& snapshot) { return snapshot.orders().find_draft(sample.shop.id, order.id); });
    }
};

TEST_P(OrderWorkTest, GoodsEnterAndLeaveTheStockThatIsCounted) {
    const auto mug = add_article("MUG-1", 10);
    const auto cup = add_article("CUP-1", 0);
    const auto uncounted = add_article("ZINC", std::nullopt);
    const Order order = sample.add(storage(), sample.command());
    domain::Decision sent = decide(order, [](Order& o) { o.lines[0].shipped = 3; });
    sent.stock_moves = {{"CUP-1", 2}, {"MUG-1", -13}, {"NOBODY", 5}, {"ZINC", 1}};
    sample.save(storage(), order, sent);
    EXPECT_EQ(article(mug.id).stock, -3);
    EXPECT_EQ(article(cup.id).stock, 2);
    EXPECT_EQ(article(uncounted.id).stock, std::nullopt);
    // Whoever has the article open is told that it has changed.
    EXPECT_EQ(article(mug.id).version, mug.version + 1);
    EXPECT_EQ(article(uncounted.id).version, uncounted.version);
    EXPECT_THROW(sample.save(storage(), order, sent), ports::StaleOrder);
    EXPECT_EQ(article(mug.id).stock, -3);
}

TEST_P(OrderWorkTest, AStockLevelCountsWhatOrdersHaveSetAside) {
    add_article("MUG-1", 10);
    add_article("ZINC", std::nullopt);
    const Order first = sample.add(storage(), sample.command());
    const Order second = sample.add(storage(), sample.command());
    const Order held = apply(first, [](Order& o) { o.lines[0].reserved = 3; });
    apply(second, [](Order& o) {
        o.lines[0].reserved = 2;
        o.lines.push_back(o.lines[0]);
        o.lines[2].id = "line-3";
        o.lines[2].reserved = 4;
        o.lines.push_back(o.lines[0]);
        o.lines[3].id = "line-4";
        o.lines[3].sku = "NOBODY";
    });
    const auto found = levels({"ZINC", "MUG-1", "NOBODY", "NOTHING", "MUG-1"});
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(found[0].sku, "ZINC");
    EXPECT_EQ(found[0].on_hand, std::nullopt);
    EXPECT_EQ(found[0].available(), std::nullopt);
    EXPECT_EQ(found[1].on_hand, 10);
    EXPECT_EQ(found[1].reserved, 9);
    EXPECT_EQ(found[1].available(), 1);
    EXPECT_EQ(found[2].reserved, 2);
    EXPECT_EQ(found[3].reserved, 0);
    EXPECT_EQ(found[4].available(), 1);
    apply(held, [](Order& o) { o.lines[0].reserved = 0; });
    EXPECT_EQ(levels({"MUG-1"})[0].reserved, 6);
    EXPECT_TRUE(levels({}).empty());
    const auto elsewhere = read([&](auto& s) { return s.articles().stock_levels(sample.shop.id + 1, {"MUG-1"}); });
    EXPECT_EQ(elsewhere[0].reserved, 0);
}

TEST_P(OrderWorkTest, ManyStockLevelsAreAskedAtOnce) {
    std::vector<std::string> skus;
    for (int number = 0; number < 200; ++number) skus.push_back(fmt::format("SKU-{}", number));
    for (int number = 0; number < 200; number += 9) add_article(skus[static_cast<std::size_t>(number)], number);
    for (const std::size_t length : {1U, 2U, 10U, 11U, 50U, 51U, 200U}) {
        const std::vector<std::string> asked(skus.begin(), skus.begin() + static_cast<std::ptrdiff_t>(length));
        const auto found = levels(asked);
        ASSERT_EQ(found.size(), length);
        for (std::size_t number = 0; number < length; ++number) {
            EXPECT_EQ(found[number].sku, asked[number]);
            EXPECT_EQ(found[number].on_hand.has_value(), number % 9 == 0);
        }
    }
}

TEST_P(OrderWorkTest, WithdrawnMailsStayOnRecordAsUndone) {
    const Order order = sample.add(storage(), sample.command());
    const auto move_on = [&](const Order& from) {
        domain::Decision moved = decide(from, [](Order& o) { o.state = "sent"; }, domain::EventType::state_changed);
        domain::tell_buyer(moved, domain::MailKind::state_changed, {}, 5000);
        sample.save(storage(), from, moved);
        return moved.order;
    };
    const Order moved = move_on(order);
    const Order again = move_on(moved);
    const auto open = [&] {
        return read([&](auto& s) { return s.orders().count_open_mails(sample.shop.id, order.id); });
    };
    EXPECT_EQ(open(), 4);
    domain::Decision undone = decide(again, [](Order& o) { o.state = "received"; }, domain::EventType::change_undone);
    undone.withdrawn_events = {moved.event_count};
    sample.save(storage(), again, undone);
    EXPECT_EQ(open(), 3);
    const auto mails_of = [&](std::int64_t sequence) {
        const auto entries =
            read([&](auto& s) { return s.orders().timeline(sample.shop.id, order.id, sequence + 1, 1); });
        return entries.at(0).mails;
    };
    const auto held = mails_of(moved.event_count);
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held[0].status, ports::MailStatus::suppressed);
    EXPECT_EQ(held[0].reason, domain::Suppression::undone);
    EXPECT_EQ(mails_of(again.event_count).at(0).status, ports::MailStatus::queued);
    write([&](ports::UnitOfWork& work) {
        for (const auto& mail : work.outbox().claim(sample.shop.id, 9'000'000'000'000, 60'000, 50)) {
            EXPECT_NE(mail.id, held[0].id);
            constexpr std::int64_t until_ms = 9'000'000'060'000;
            EXPECT_TRUE(work.outbox().begin(sample.shop.id, mail.id, until_ms, until_ms));
        }
        EXPECT_FALSE(work.outbox().retry(sample.shop.id, held[0].id, "", 1));
    });
    // What has left, or is leaving, can't be called back.
    domain::Decision late = decide(undone.order, [](Order&) {});
    late.withdrawn_events = {again.event_count};
    sample.save(storage(), undone.order, late);
    EXPECT_EQ(mails_of(again.event_count).at(0).status, ports::MailStatus::sending);
}

TEST_P(OrderWorkTest, TimersAreFoundMostOverdueFirstAndInPages) {
    std::vector<std::string> expected;
    for (const std::int64_t at_ms : {100, 200, 200, 200, 300}) expected.push_back(add_due(at_ms).id);
    add_due(std::nullopt);
    const Order later = add_due(301);
    std::vector<std::string> found;
    std::optional<ports::DueOrder> after;
    for (;;) {
        const auto page = due(300, after, 2);
        if (page.empty()) break;
        for (const auto& each : page) found.push_back(each.id);
        after = page.back();
    }
    EXPECT_EQ(found, expected);
    EXPECT_TRUE(due(99).empty());
    EXPECT_EQ(due(100).at(0).due_at_ms, 100);
    EXPECT_EQ(due(301).size(), 6U);
    EXPECT_TRUE(read([&](auto& s) { return s.orders().find_due(sample.shop.id + 1, 301, {}, 10); }).empty());
    // A change sets its timer anew, and a removed order keeps its own.
    const domain::Decision changed = decide(later, [](Order& o) { o.removed = domain::Removal{1, "x", ""}; });
    domain::Projection projection = sample.projection(changed.order);
    projection.timer_at_ms = 50;
    write([&](ports::UnitOfWork& work) { work.orders().save(later, changed, projection, SampleShop::new_id); });
    EXPECT_EQ(due(60).at(0).id, later.id);
    projection.timer_at_ms.reset();
    const domain::Decision done = decide(changed.order, [](Order&) {});
    write([&](ports::UnitOfWork& work) { work.orders().save(changed.order, done, projection, SampleShop::new_id); });
    EXPECT_TRUE(due(60).empty());
}

TEST_P(OrderWorkTest, ARowShowsItsTimer) {
    const Order order = add_due(77);
    ports::OrderFilter filter;
    filter.shop_ids = {sample.shop.id};
    const auto rows = read([&](auto& snapshot) { return snapshot.orders().list(page_of(filter)); }).rows;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].projection.timer_at_ms, 77);
}

TEST_P(OrderWorkTest, ARevisionWaitsBesideItsOrder) {
    const Order order = sample.add(storage(), sample.command());
    EXPECT_FALSE(draft(order));
    const auto save = [&](const std::string& body, std::int64_t at_ms) {
        write([&](ports::UnitOfWork& work) {
            work.orders().save_draft(sample.shop.id, order.id, {body, "Åse \"Ø\"", at_ms});
        });
    };
    save(R"({"lines":[]})", 5);
    save(R"({"lines":["☕"]})", 6);
    const auto found = draft(order);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->body_json, R"({"lines":["☕"]})");
    EXPECT_EQ(found->by, "Åse \"Ø\"");
    EXPECT_EQ(found->updated_at_ms, 6);
    EXPECT_EQ(find(order.id), order);
    write([&](ports::UnitOfWork& work) {
        work.orders().delete_draft(sample.shop.id, order.id);
        work.orders().delete_draft(sample.shop.id, order.id);
    });
    EXPECT_FALSE(draft(order));
}

TEST_P(OrderWorkTest, ParcelsAndPapersGoAndKeepTheirOrder) {
    const auto parcel = [](const std::string& id) {
        return domain::Shipment{id, 1, {"DHL", id, ""}, std::nullopt, std::nullopt, std::nullopt, {}};
    };
    const auto paper = [](const std::string& id) {
        return domain::Document{id, domain::DocumentKind::invoice, "", true, 1, 5, 1, "", {}};
    };
    Order order = sample.add(storage(), sample.command());
    order = apply(order, [&](Order& o) {
        o.shipments = {parcel("a"), parcel("b"), parcel("c")};
        o.documents = {paper("a"), paper("b")};
    });
    order = apply(order, [&](Order& o) {
        o.shipments.erase(o.shipments.begin());
        o.shipments.push_back(parcel("d"));
        o.shipments.push_back(parcel("e"));
        o.documents = {paper("b"), paper("c")};
    });
    EXPECT_EQ(find(order.id), order);
    order = apply(order, [&](Order& o) {
        o.shipments.erase(o.shipments.begin() + 1);
        o.shipments[0].delivered_at_ms = 9;
        o.documents.clear();
    });
    EXPECT_EQ(find(order.id), order);
    order = apply(order, [](Order& o) { o.shipments.clear(); });
    EXPECT_EQ(find(order.id), order);
}

COMMIS_ON_EVERY_STORAGE(OrderWorkTest);

}  // namespace
}  // namespace commis::test
