// Searching: inside words, without accents, several words, one shop at a time, page by page.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "contract/storage_fixture.hpp"
#include "domain/decisions/edit.hpp"

namespace commis::test {
namespace {

using domain::Order;

class OrderSearchTest : public StorageTest {
protected:
    Order add(const std::string& name, const std::string& email = "someone@example.org",
              const std::string& external_id = "") {
        domain::PlaceOrder command = sample.command();
        command.buyer.name = name;
        command.buyer.email = email;
        command.buyer.phone = "+45 12-34 56 78";
        command.external_id = external_id;
        command.placed_at_ms = sample.now_ms;
        sample.now_ms += 1000;
        return sample.add(storage(), command);
    }
    [[nodiscard]] ports::OrderPageRequest request(const std::string& typed) const {
        ports::OrderPageRequest made;
        made.filter.shop_ids = {sample.shop.id};
        made.filter.q = typed;
        return made;
    }
    [[nodiscard]] std::vector<std::string> found(ports::OrderPageRequest wanted) const {
        std::vector<std::string> ids;
        do {
            ports::OrderPage page;
            storage().read([&](ports::Snapshot& snapshot) { page = snapshot.orders().list(wanted); });
            for (const auto& row : page.rows) ids.push_back(row.id);
            wanted.after = page.next;
        } while (wanted.after && ids.size() < 1000);
        return ids;
    }
    [[nodiscard]] std::vector<std::string> found(const std::string& typed) const { return found(request(typed)); }
};

using Ids = std::vector<std::string>;

TEST_P(OrderSearchTest, FindsInsideWordsWithoutCaseAndAccents) {
    const std::string first = add("Søren Grød", "soren@grod.example").id;
    const std::string second = add("ZOÉ LEFÈVRE-ŁÓDŹ").id;
    const std::string third = add("Straße 東京都 Æble").id;
    EXPECT_EQ(found("grod"), Ids{first});
    EXPECT_EQ(found("GRØ"), Ids{first});
    EXPECT_EQ(found("efevr"), Ids{second});
    EXPECT_EQ(found("łódź"), Ids{second});
    EXPECT_EQ(found("lodz"), Ids{second});
    EXPECT_EQ(found("strasse"), Ids{third});
    EXPECT_EQ(found("aeble"), Ids{third});
    EXPECT_EQ(found("東京都"), Ids{third});
    EXPECT_EQ(found("東京"), Ids{third});
    EXPECT_TRUE(found("nobody").empty());
}

TEST_P(OrderSearchTest, FindsByEveryFieldThatIsSearched) {
    domain::PlaceOrder command = sample.command();
    command.buyer = {"Name Here", "mail.box@host.example", "+33 (0)1-23", "Company & Sons", ""};
    command.external_id = "shopify-99";
    command.billing_address.city = "Bordeaux";
    command.shipping_address = command.billing_address;
    command.shipping_address->city = "Aarhus";
    const Order order = sample.add(storage(), command);
    for (const char* typed : {"ame her", "l.box@ho", "33 (0)1", "33012", "y & s", "ify-9", "deaux", "rhus", "0001"}) {
        EXPECT_EQ(found(typed), Ids{order.id}) << typed;
    }
}

TEST_P(OrderSearchTest, AllWordsAreWantedAndSignsAreNothingSpecial) {
    const std::string first = add("Anna \"Quote\" O'Neil 100%").id;
    add("Anna Other_One");
    EXPECT_EQ(found("anna \"quote\""), Ids{first});
    EXPECT_EQ(found("o'n"), Ids{first});
    EXPECT_EQ(found("100%"), Ids{first});
    EXPECT_EQ(found("r_one").size(), 1U);
    EXPECT_TRUE(found("a_na").empty());
    EXPECT_TRUE(found("anna NOT quote").empty());
    EXPECT_TRUE(found("ann* OR").empty());
    EXPECT_EQ(found("anna").size(), 2U);
    EXPECT_EQ(found("  ").size(), 2U);
}

TEST_P(OrderSearchTest, OneAndTwoLettersAreFoundToo) {
    const std::string first = add("Qq Zz").id;
    add("Other");
    EXPECT_EQ(found("q"), Ids{first});
    EXPECT_EQ(found("zz"), Ids{first});
    EXPECT_EQ(found("zz other"), Ids{});
    EXPECT_EQ(found("qq z"), Ids{first});
}

TEST_P(OrderSearchTest, NewestFirstPageByPageAndByOtherSorts) {
    Ids ids;
    for (int number = 0; number < 20; ++number) ids.push_back(add(fmt::format("Common c{:02}", 19 - number)).id);
    ports::OrderPageRequest wanted = request("common");
    wanted.limit = 3;
    EXPECT_EQ(found(wanted), Ids(ids.rbegin(), ids.rend()));
    wanted.sort = ports::OrderSort::buyer;
    EXPECT_EQ(found(wanted), ids);
    wanted.descending = false;
    EXPECT_EQ(found(wanted), Ids(ids.rbegin(), ids.rend()));
    wanted.sort = ports::OrderSort::placed_at;
    EXPECT_EQ(found(wanted), ids);
    wanted.filter.placed_from_ms = sample.now_ms - 5000;
    EXPECT_EQ(found(wanted).size(), 5U);
    storage().read([&](ports::Snapshot& snapshot) {
        EXPECT_EQ(snapshot.orders().count(wanted.filter).count, 5);
        EXPECT_EQ(snapshot.orders().count(request("common c19").filter).count, 1);
    });
}

TEST_P(OrderSearchTest, OrdersOfOneSecondAreAllFound) {
    Ids ids;
    for (int number = 0; number < 40; ++number) {
        ids.push_back(add("Same Second").id);
        sample.now_ms -= 1000;
    }
    ports::OrderPageRequest wanted = request("same");
    wanted.limit = 7;
    const Ids hits = found(wanted);
    EXPECT_EQ(std::set(hits.begin(), hits.end()), std::set(ids.begin(), ids.end()));
    EXPECT_EQ(hits.size(), ids.size());
}

TEST_P(OrderSearchTest, AWholeNumberComesFirst) {
    const Order wanted = add("First");
    Ids others;
    for (int number = 0; number < 5; ++number) others.push_back(add("x" + wanted.number + "x").id);
    if (GetParam() == StorageKind::fake) return;  // The plain storage does not rank.
    ports::OrderPageRequest asked = request(wanted.number);
    asked.limit = 2;
    const Ids hits = found(asked);
    ASSERT_EQ(hits.size(), 6U);
    EXPECT_EQ(hits.front(), wanted.id);
    EXPECT_EQ(std::set(hits.begin(), hits.end()).size(), 6U);
}

TEST_P(OrderSearchTest, AnEditIsFoundAndWhatItReplacedIsNot) {
    const Order order = add("Before Marriage");
    domain::EditOrder edit;
    edit.buyer = order.buyer;
    edit.buyer->name = "After Wedding";
    sample.save(storage(), order, *domain::edit_order(order, edit, sample.context()));
    EXPECT_TRUE(found("before").empty());
    EXPECT_EQ(found("wedding"), Ids{order.id});
}

TEST_P(OrderSearchTest, ShopsNeverMix) {
    SampleShop other(7'000'000'009, "other");
    other.store(storage());
    const std::string own = add("Shared Name").id;
    domain::PlaceOrder command = other.command();
    command.buyer.name = "Shared Name";
    const std::string theirs = other.add(storage(), command).id;
    EXPECT_EQ(found("shared"), Ids{own});
    EXPECT_EQ(found("sh"), Ids{own});
    ports::OrderPageRequest both = request("shared");
    both.filter.shop_ids = {sample.shop.id, other.shop.id};
    both.limit = 1;
    const Ids hits = found(both);
    EXPECT_EQ(std::set(hits.begin(), hits.end()), (std::set{own, theirs}));
    EXPECT_EQ(hits.size(), 2U);
}

COMMIS_ON_EVERY_STORAGE(OrderSearchTest);

}  // namespace
}  // namespace commis::test
