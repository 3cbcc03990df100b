// The order list: every filter alone and combined, every sort to its end without loss or doubles, search inside words.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "adapters/sql/text_keys.hpp"
#include "contract/storage_fixture.hpp"
#include "domain/decisions/change_state.hpp"
#include "domain/decisions/mark_paid.hpp"

namespace commis::test {
namespace {

using domain::Order;
using ports::OrderFilter;
using ports::OrderRow;
using ports::OrderSort;

class OrderListTest : public StorageTest {
protected:
    void SetUp() override {
        StorageTest::SetUp();
        if (IsSkipped()) return;
        other.store(storage());
        for (int number = 0; number < 24; ++number) add_varied(sample, number);
        for (int number = 0; number < 6; ++number) add_varied(other, number);
    }

    // Orders that differ in everything a filter asks, some of them placed in the same millisecond.
    void add_varied(SampleShop& at, int number) {
        at.now_ms = SampleShop::start_ms + (number / 3) * 1000;
        domain::PlaceOrder command = at.command();
        command.channel = number % 4 == 0 ? "phone" : "web";
        command.external_id = number % 2 == 0 ? fmt::format("ext-{}", number) : "";
        command.promo_code = number % 6 == 0 ? "NOEL" : "";
        command.payment_method = number % 3 == 0 ? "cheque" : "bank-transfer";
        command.lines[0].sku = fmt::format("MUG-{}", number % 5);
        command.lines[0].name = number % 2 == 0 ? "Grød bowl" : "Mug";
        command.lines[0].quantity = number % 4 + 1;
        if (number % 3 == 1) command.lines.pop_back();
        if (number % 8 == 0) command.lines.push_back(command.lines[0]);
        command.buyer.name = fmt::format("{} {}", number % 2 == 0 ? "Søren" : "zoé", number);
        command.buyer.email = fmt::format("Buyer{}@example.org", number % 5);
        command.note = number % 7 == 0 ? "please" : "";
        Order order = at.add(storage(), command);
        if (number % 4 == 1) {
            const auto paid = domain::mark_paid(order, {}, at.context());
            at.save(storage(), order, *paid);
            order = paid->order;
        }
        if (number % 5 == 2) {
            domain::ChangeState move;
            move.state = "processing";
            at.save(storage(), order, *domain::change_state(order, move, at.context()));
        }
        if (number % 6 == 5) {
            write([&](ports::UnitOfWork& work) { work.orders().mark_seen(at.shop.id, order.id); });
        }
    }

    [[nodiscard]] OrderFilter filter() const {
        OrderFilter made;
        made.shop_ids = {sample.shop.id};
        return made;
    }

    // All rows, page by page.
    [[nodiscard]] std::vector<OrderRow> list(const OrderFilter& wanted, OrderSort sort = OrderSort::placed_at,
                                             bool descending = true, std::int32_t limit = 7) const {
        ports::OrderPageRequest request{wanted, sort, descending, limit, std::nullopt};
        std::vector<OrderRow> rows;
        do {
            ports::OrderPage page;
            storage().read([&](ports::Snapshot& snapshot) { page = snapshot.orders().list(request); });
            EXPECT_LE(page.rows.size(), static_cast<std::size_t>(limit));
            std::ranges::move(page.rows, std::back_inserter(rows));
            request.after = page.next;
        } while (request.after && rows.size() < 1000);
        return rows;
    }
    [[nodiscard]] std::set<std::string> numbers(const OrderFilter& wanted) const {
        std::set<std::string> found;
        for (const OrderRow& row : list(wanted)) EXPECT_TRUE(found.insert(row.number).second) << "twice " << row.number;
        ports::OrderCount count;
        storage().read([&](ports::Snapshot& snapshot) { count = snapshot.orders().count(wanted); });
        EXPECT_EQ(count.count, static_cast<std::int64_t>(found.size()));
        EXPECT_FALSE(count.is_estimate);
        return found;
    }
    // What a plain look at every order of the shop lets through.
    template <class Matches>
    std::set<std::string> expected(const Matches& matches) const {
        std::set<std::string> found;
        std::vector<Order> orders;
        storage().read(
            [&](ports::Snapshot& snapshot) { orders = snapshot.orders().scan(filter(), std::nullopt, 1000); });
        EXPECT_EQ(orders.size(), 24U);
        for (const Order& order : orders) {
            if (matches(order, sample.projection(order))) found.insert(order.number);
        }
        EXPECT_FALSE(found.empty());
        EXPECT_LT(found.size(), orders.size());
        return found;
    }

    SampleShop other{7'000'000'002, "andere"};
};

TEST_P(OrderListTest, EachFilterAloneLetsThroughWhatItSays) {
    OrderFilter wanted = filter();
    wanted.summaries = {domain::SummaryStatus::complete};
    EXPECT_EQ(numbers(wanted),
              expected([](auto&, const auto& p) { return p.summary == domain::SummaryStatus::complete; }));
    wanted = filter();
    wanted.payment_statuses = {domain::PaymentStatus::paid};
    EXPECT_EQ(numbers(wanted),
              expected([](auto&, const auto& p) { return p.payment_status == domain::PaymentStatus::paid; }));
    wanted = filter();
    wanted.states = {"processing"};
    EXPECT_EQ(numbers(wanted), expected([](auto& o, const auto&) { return o.state == "processing"; }));
    wanted = filter();
    wanted.stages = {domain::Stage::processing};
    EXPECT_EQ(numbers(wanted), expected([](auto& o, const auto&) { return o.state == "processing"; }));
    wanted = filter();
    wanted.queues = {domain::Queue::to_ship};
    EXPECT_EQ(numbers(wanted), expected([](auto&, const auto& p) { return p.queue == domain::Queue::to_ship; }));
    wanted = filter();
    wanted.payment_methods = {"cheque"};
    EXPECT_EQ(numbers(wanted), expected([](auto& o, const auto&) { return o.payment_method == "cheque"; }));
    wanted = filter();
    wanted.promo_codes = {"NOEL"};
    EXPECT_EQ(numbers(wanted), expected([](auto& o, const auto&) { return o.promo_code == "NOEL"; }));
    wanted = filter();
    wanted.channels = {"phone"};
    EXPECT_EQ(numbers(wanted), expected([](auto& o, const auto&) { return o.channel == "phone"; }));
}

TEST_P(OrderListTest, FiltersByBuyerTimeTotalAndLooks) {
    OrderFilter wanted = filter();
    wanted.customers = {"BUYER3@EXAMPLE.ORG"};
    EXPECT_EQ(numbers(wanted), expected([](auto& o, const auto&) { return o.buyer.email == "Buyer3@example.org"; }));
    wanted = filter();
    wanted.placed_from_ms = SampleShop::start_ms + 2000;
    wanted.placed_to_ms = SampleShop::start_ms + 5000;
    EXPECT_EQ(numbers(wanted), expected([&](auto& o, const auto&) {
                  return o.placed_at_ms >= *wanted.placed_from_ms && o.placed_at_ms < *wanted.placed_to_ms;
              }));
    wanted = filter();
    wanted.total_min_minor = 9000;
    wanted.total_max_minor = 17000;
    const auto is_between = [&](auto&, const auto& p) { return p.total_minor >= 9000 && p.total_minor <= 17000; };
    EXPECT_EQ(numbers(wanted), expected(is_between));
    EXPECT_EQ(list(wanted, OrderSort::total).size(), numbers(wanted).size());
    wanted = filter();
    wanted.seen = false;
    EXPECT_EQ(numbers(wanted), expected([](auto& o, const auto&) { return !o.seen; }));
    wanted.seen = true;
    EXPECT_EQ(numbers(wanted), expected([](auto& o, const auto&) { return o.seen; }));
    wanted = filter();
    wanted.placed_by_token = "nobody";
    EXPECT_TRUE(numbers(wanted).empty());
}

TEST_P(OrderListTest, FiltersByWhatStandsOnALine) {
    const auto has = [](const Order& order, const auto& matches) { return std::ranges::any_of(order.lines, matches); };
    OrderFilter wanted = filter();
    wanted.skus = {"MUG-3"};
    EXPECT_EQ(numbers(wanted), expected([&](auto& o, const auto&) {
                  return has(o, [](const domain::Line& line) { return line.sku == "MUG-3"; });
              }));
    wanted.skus = {"MUG-0", "VIP"};
    EXPECT_EQ(numbers(wanted), expected([&](auto& o, const auto&) {
                  return has(o, [](const domain::Line& line) { return line.sku == "MUG-0" || line.sku == "VIP"; });
              }));
    wanted = filter();
    wanted.items = {"grod BOWL"};
    EXPECT_EQ(numbers(wanted), expected([&](auto& o, const auto&) {
                  return has(o, [](const domain::Line& line) { return line.name == "Grød bowl"; });
              }));
    wanted = filter();
    wanted.kinds = {domain::LineKind::ticket};
    EXPECT_EQ(numbers(wanted), expected([&](auto& o, const auto&) {
                  return has(o, [](const domain::Line& line) { return line.kind == domain::LineKind::ticket; });
              }));
}

TEST_P(OrderListTest, ValuesAreAlternativesAndFiltersCombine) {
    OrderFilter wanted = filter();
    wanted.states = {"processing", "received"};
    wanted.payment_methods = {"bank-transfer", "cheque"};
    wanted.channels = {"web"};
    wanted.kinds = {domain::LineKind::ticket};
    wanted.summaries = {domain::SummaryStatus::unpaid};
    EXPECT_EQ(numbers(wanted), expected([](auto& o, const auto& p) {
                  return o.channel == "web" && o.lines.size() > 1 && p.summary == domain::SummaryStatus::unpaid &&
                         std::ranges::any_of(o.lines, [](const domain::Line& line) { return line.sku == "VIP"; });
              }));
    wanted.customers = {"buyer1@example.org", "buyer2@example.org"};
    wanted.skus = {"MUG-1", "MUG-2"};
    for (const OrderSort sort : {OrderSort::placed_at, OrderSort::buyer, OrderSort::total}) {
        EXPECT_EQ(list(wanted, sort).size(), numbers(wanted).size());
    }
}

TEST_P(OrderListTest, EverySortGoesBothWaysWithoutLossOrDoubles) {
    const auto key = [&](const OrderRow& row, OrderSort sort) -> std::pair<std::string, std::int64_t> {
        switch (sort) {
            case OrderSort::placed_at:
                return {"", row.placed_at_ms};
            case OrderSort::number:
                return {sql::number_key(row.number), 0};
            case OrderSort::buyer:
                return {sql::sort_key(row.buyer_name), 0};
            case OrderSort::total:
                return {"", row.projection.total_minor};
            case OrderSort::updated_at:
                return {"", row.updated_at_ms};
            case OrderSort::hold_until:
                return {"", row.projection.hold_until_ms.value_or(0)};
        }
        return {};
    };
    for (const OrderSort sort :
         {OrderSort::placed_at, OrderSort::number, OrderSort::buyer, OrderSort::total, OrderSort::updated_at}) {
        for (const bool descending : {true, false}) {
            for (const auto& shops : {std::vector{sample.shop.id}, std::vector{sample.shop.id, other.shop.id}}) {
                OrderFilter wanted;
                wanted.shop_ids = shops;
                const auto rows = list(wanted, sort, descending, 5);
                std::set<std::string> ids;
                for (const OrderRow& row : rows) ids.insert(row.id);
                EXPECT_EQ(ids.size(), rows.size());
                EXPECT_EQ(rows.size(), shops.size() == 1 ? 24U : 30U);
                const auto is_wrong = [&](const OrderRow& left, const OrderRow& right) {
                    return descending ? key(left, sort) < key(right, sort) : key(right, sort) < key(left, sort);
                };
                EXPECT_EQ(std::ranges::adjacent_find(rows, is_wrong), rows.end()) << "sort " << static_cast<int>(sort);
            }
        }
    }
}

TEST_P(OrderListTest, ARowShowsTheStoredFactsAndProjections) {
    for (const OrderRow& row : list(filter())) {
        std::optional<Order> order = find(row.id);
        ASSERT_TRUE(order);
        const domain::Projection projection = sample.projection(*order);
        EXPECT_EQ(row.number, order->number);
        EXPECT_EQ(row.version, order->version);
        EXPECT_EQ(row.state, order->state);
        EXPECT_EQ(row.projection.stage, projection.stage);
        EXPECT_EQ(row.projection.summary, projection.summary);
        EXPECT_EQ(row.projection.payment_status, projection.payment_status);
        EXPECT_EQ(row.projection.worded_status, projection.worded_status);
        EXPECT_EQ(row.projection.step, projection.step);
        EXPECT_EQ(row.projection.queue, projection.queue);
        EXPECT_EQ(row.projection.total_minor, projection.total_minor);
        EXPECT_EQ(row.projection.due_minor, projection.due_minor);
        EXPECT_EQ(row.projection.owed_minor, projection.owed_minor);
        EXPECT_EQ(row.projection.quantity, projection.quantity);
        EXPECT_EQ(row.buyer_name, order->buyer.name);
        EXPECT_EQ(row.city, "Paris");
        EXPECT_EQ(row.country, "FR");
        EXPECT_EQ(row.has_note, !order->note.empty());
        EXPECT_EQ(row.seen, order->seen);
        EXPECT_EQ(row.external_id, order->external_id);
    }
}

TEST_P(OrderListTest, AScanGoesOnWhereItStopped) {
    std::vector<std::string> ids;
    std::optional<ports::OrderCursor> after;
    for (;;) {
        std::vector<Order> orders;
        storage().read([&](ports::Snapshot& snapshot) { orders = snapshot.orders().scan(filter(), after, 5); });
        if (orders.empty()) break;
        for (const Order& order : orders) {
            ids.push_back(order.id);
            EXPECT_EQ(order, find(order.id));
        }
        after = ports::OrderCursor{"", orders.back().placed_at_ms, orders.back().shop_id, orders.back().id};
    }
    EXPECT_EQ(ids.size(), 24U);
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), 24U);
}

COMMIS_ON_EVERY_STORAGE(OrderListTest);

}  // namespace
}  // namespace commis::test
