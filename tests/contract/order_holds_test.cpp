// What the list knows beside the orders: card holds that run out, orders named one by one, what waits in each queue.
#include <algorithm>
#include <set>

#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using domain::Order;
using ports::OrderFilter;
using ports::OrderSort;

class OrderHoldsTest : public StorageTest {
protected:
    // An order whose card holds its total until then; without an end it was never reserved.
    Order add_held(std::optional<std::int64_t> until_ms) const {
        Order order = sample.add(storage(), sample.command());
        if (!until_ms) return order;
        return apply(order, [&](Order& changed) {
            domain::Payment payment;
            payment.id = "hold-" + order.id;
            payment.method = "card";
            payment.amount_minor = 5'000;
            payment.status = domain::AttemptStatus::authorized;
            payment.expires_at_ms = *until_ms;
            payment.created_at_ms = SampleShop::start_ms;
            changed.ledger.payments.push_back(payment);
        });
    }
    [[nodiscard]] OrderFilter filter() const {
        OrderFilter made;
        made.shop_ids = {sample.shop.id};
        return made;
    }
    [[nodiscard]] std::vector<std::string> ids(const OrderFilter& wanted, OrderSort sort = OrderSort::placed_at,
                                               bool descending = true, std::int32_t limit = 2) const {
        ports::OrderPageRequest request{wanted, sort, descending, limit, std::nullopt};
        std::vector<std::string> found;
        do {
            const auto page = read([&](ports::Snapshot& snapshot) { return snapshot.orders().list(request); });
            for (const auto& row : page.rows) found.push_back(row.id);
            request.after = page.next;
        } while (request.after);
        return found;
    }
    [[nodiscard]] std::int64_t count(const OrderFilter& wanted) const {
        return read([&](ports::Snapshot& snapshot) { return snapshot.orders().count(wanted).count; });
    }
};

TEST_P(OrderHoldsTest, HoldsAreFilteredAndSortedByTheirEnd) {
    const Order late = add_held(9'000);
    const Order none = add_held(std::nullopt);
    const Order first = add_held(1'000);
    const Order middle = add_held(5'000);
    OrderFilter wanted = filter();
    wanted.has_hold = true;
    EXPECT_EQ(ids(wanted, OrderSort::hold_until, false), (std::vector{first.id, middle.id, late.id}));
    EXPECT_EQ(ids(wanted, OrderSort::hold_until, true), (std::vector{late.id, middle.id, first.id}));
    EXPECT_EQ(ids(wanted, OrderSort::buyer).size(), 3U);
    EXPECT_EQ(count(wanted), 3);
    wanted.has_hold = false;
    wanted.hold_from_ms = 1'000;
    wanted.hold_to_ms = 9'000;
    EXPECT_EQ(ids(wanted, OrderSort::hold_until, false), (std::vector{first.id, middle.id}));
    EXPECT_EQ(std::ranges::count(ids(wanted), none.id), 0);
    EXPECT_EQ(count(wanted), 2);
    wanted.states = {first.state};
    EXPECT_EQ(count(wanted), 2);
    EXPECT_EQ(ids(wanted).size(), 2U);
}

TEST_P(OrderHoldsTest, ARowSaysWhatIsHeldAndUntilWhen) {
    const Order held = add_held(7'000);
    OrderFilter wanted = filter();
    wanted.order_ids = {held.id};
    const auto page = read([&](ports::Snapshot& snapshot) { return snapshot.orders().list(page_of(wanted)); });
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows[0].projection.hold_minor, 5'000);
    EXPECT_EQ(page.rows[0].projection.hold_until_ms, 7'000);
    EXPECT_EQ(page.rows[0].projection.refunded_minor, 0);
    EXPECT_EQ(page.rows[0].projection.owed_back_minor, 0);
}

TEST_P(OrderHoldsTest, OrdersAreListedAndScannedByTheirIds) {
    std::set<std::string> all;
    for (int number = 0; number < 13; ++number) all.insert(add_held(std::nullopt).id);
    OrderFilter wanted = filter();
    wanted.order_ids.assign(all.begin(), std::next(all.begin(), 11));
    for (const auto sort : {OrderSort::placed_at, OrderSort::buyer, OrderSort::total}) {
        const auto found = ids(wanted, sort, true, 5);
        EXPECT_EQ(std::set(found.begin(), found.end()), std::set(wanted.order_ids.begin(), wanted.order_ids.end()));
        EXPECT_EQ(found.size(), 11U);
    }
    EXPECT_EQ(count(wanted), 11);
    const auto scanned =
        read([&](ports::Snapshot& snapshot) { return snapshot.orders().scan(wanted, std::nullopt, 200); });
    EXPECT_EQ(scanned.size(), 11U);
    wanted.order_ids = {"nobody"};
    EXPECT_TRUE(ids(wanted).empty());
}

TEST_P(OrderHoldsTest, QueuesAreCountedUpToALimitAndWithoutTheRemoved) {
    const auto counts = [&](std::int64_t limit) {
        return read(
            [&](ports::Snapshot& snapshot) { return snapshot.orders().count_queues(sample.shop.id, 5'000, limit); });
    };
    EXPECT_EQ(counts(10).queues.size(), static_cast<std::size_t>(domain::queue_count - 1));
    EXPECT_EQ(counts(10).unseen, 0);
    const Order first = add_held(1'000);
    add_held(9'000);
    const Order open = add_held(std::nullopt);
    add_held(std::nullopt);
    const auto queue = sample.projection(open).queue;
    ASSERT_NE(queue, domain::Queue::none);
    const auto before = counts(10);
    EXPECT_EQ(before.unseen, 4);
    EXPECT_EQ(before.holds, 2);
    EXPECT_EQ(before.holds_ending, 1);
    EXPECT_EQ(before.queues.at(queue), count([&] {
                  OrderFilter wanted = filter();
                  wanted.queues = {queue};
                  return wanted;
              }()));
    EXPECT_EQ(counts(1).unseen, 1);
    for (const Order* order : {&open, &first}) {
        apply(*order, [&](Order& changed) { changed.removed = domain::Removal{sample.now_ms, "Ann", "test"}; });
    }
    const auto after = counts(10);
    EXPECT_EQ(after.unseen, 2);
    EXPECT_EQ(after.holds, 1);
    EXPECT_EQ(after.holds_ending, 0);
    EXPECT_LT(after.queues.at(queue), before.queues.at(queue));
}

COMMIS_ON_EVERY_STORAGE(OrderHoldsTest);

}  // namespace
}  // namespace commis::test
