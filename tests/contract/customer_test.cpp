// Customers: one record an address, found by any of them, changed with nobody else's address, brought together.
#include <fmt/core.h>

#include <algorithm>

#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using ports::Customer;

class CustomerTest : public StorageTest {
protected:
    void remember(const std::string& email, const std::string& name) const {
        domain::PlaceOrder command = sample.command();
        command.buyer.email = email;
        command.buyer.name = name;
        const domain::Decision decision = sample.place(command);
        write([&](ports::UnitOfWork& work) { work.customers().remember(decision.order, SampleShop::new_id()); });
    }
    [[nodiscard]] std::optional<Customer> by_email(const std::string& email) const {
        std::optional<Customer> customer;
        storage().read(
            [&](ports::Snapshot& snapshot) { customer = snapshot.customers().find_email(sample.shop.id, email); });
        return customer;
    }
    [[nodiscard]] std::vector<std::string> names(const std::string& q, std::int32_t limit = 3) const {
        std::vector<std::string> names;
        ports::CustomerPageRequest request{sample.shop.id, q, std::nullopt, limit};
        do {
            ports::CustomerPage page;
            storage().read([&](ports::Snapshot& snapshot) { page = snapshot.customers().list(request); });
            EXPECT_LE(page.customers.size(), static_cast<std::size_t>(limit));
            for (const Customer& customer : page.customers) names.push_back(customer.name);
            request.after = page.next;
        } while (request.after && names.size() < 1000);
        return names;
    }
};

TEST_P(CustomerTest, TheFirstOrderOfAnAddressMakesTheRecord) {
    remember("Zoe@Example.org", "Zoé Lefèvre");
    remember("zoe@example.ORG", "Somebody else");
    const auto customer = by_email("ZOE@example.org");
    ASSERT_TRUE(customer);
    EXPECT_EQ(customer->email, "Zoe@Example.org");
    EXPECT_EQ(customer->name, "Zoé Lefèvre");
    EXPECT_EQ(customer->phone, "+33 1 23 45 67 89");
    EXPECT_EQ(customer->language, "fr");
    EXPECT_EQ(customer->billing_address.city, "Paris");
    EXPECT_FALSE(customer->shipping_address);
    EXPECT_FALSE(customer->invoice_allowed);
    EXPECT_EQ(customer->version, 1);
    EXPECT_EQ(names("").size(), 1U);
    EXPECT_FALSE(by_email("nobody@example.org"));
}

TEST_P(CustomerTest, AnOrderWithoutAnAddressMakesNone) {
    domain::Decision decision = sample.place(sample.command());
    decision.order.buyer.email.clear();
    write([&](ports::UnitOfWork& work) { work.customers().remember(decision.order, SampleShop::new_id()); });
    EXPECT_TRUE(names("").empty());
}

TEST_P(CustomerTest, KeepsEveryField) {
    Customer customer;
    customer.shop_id = sample.shop.id;
    customer.id = SampleShop::new_id();
    customer.email = "a@example.org";
    customer.name = "Åse";
    customer.phone = "1";
    customer.company = "Company";
    customer.vat_id = "FR1";
    customer.language = "da";
    customer.billing_address.line1 = "here";
    customer.shipping_address.emplace().line1 = "there";
    customer.notes = "pays late\nbut pays";
    customer.created_at_ms = 5;
    customer.updated_at_ms = 6;
    write([&](ports::UnitOfWork& work) { work.customers().insert(customer); });
    customer.invoice_allowed = true;
    customer.version = 2;
    customer.notes += " – ☕";
    write([&](ports::UnitOfWork& work) { work.customers().save(customer); });
    const auto read = by_email("A@example.org");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->id, customer.id);
    EXPECT_EQ(read->name, customer.name);
    EXPECT_EQ(read->phone, customer.phone);
    EXPECT_EQ(read->company, customer.company);
    EXPECT_EQ(read->vat_id, customer.vat_id);
    EXPECT_EQ(read->language, customer.language);
    EXPECT_EQ(read->billing_address, customer.billing_address);
    EXPECT_EQ(read->shipping_address, customer.shipping_address);
    EXPECT_EQ(read->notes, customer.notes);
    EXPECT_TRUE(read->invoice_allowed);
    EXPECT_EQ(read->version, 2);
    EXPECT_EQ(read->created_at_ms, 5);
    EXPECT_EQ(read->updated_at_ms, 6);
}

TEST_P(CustomerTest, C05_WhatWasOrderedUnderAllAddressesIsCounted) {
    for (const char* name : {"a", "b", "c"}) remember(fmt::format("{}@example.org", name), name);
    const auto order = [&](const std::string& email, const std::string& currency, bool draft) {
        sample.now_ms += 1000;
        domain::PlaceOrder command = sample.command();
        command.buyer.email = email;
        command.currency = currency;
        command.draft = draft;
        domain::Decision decision = sample.place(command);
        write([&](ports::UnitOfWork& work) {
            decision.order.number = draft ? "" : work.orders().take_number(sample.shop.id, "order", 2026).text;
            work.orders().insert(decision, sample.projection(decision.order), SampleShop::new_id);
        });
        return sample.projection(decision.order).total_minor;
    };
    const std::int64_t one = order("A@example.org", "EUR", false);
    order("a@example.org", "USD", false);
    const std::int64_t other = order("b@example.org", "EUR", false);
    const std::int64_t last_ms = sample.now_ms;
    order("a@example.org", "EUR", true);
    Customer merged = *by_email("b@example.org");
    merged.merged_into = by_email("a@example.org")->id;
    write([&](ports::UnitOfWork& work) { work.customers().save(merged); });
    const std::vector<Customer> asked{*by_email("c@example.org"), *by_email("a@example.org")};
    std::vector<ports::CustomerOrders> counted;
    storage().read(
        [&](ports::Snapshot& snapshot) { counted = snapshot.customers().orders_of(sample.shop.id, asked, "EUR"); });
    ASSERT_EQ(counted.size(), 2U);
    EXPECT_EQ(counted[0], ports::CustomerOrders{});
    EXPECT_EQ(counted[1].orders, 3);
    EXPECT_EQ(counted[1].open, 3);
    EXPECT_EQ(counted[1].total_minor, one + other);
    EXPECT_EQ(counted[1].last_placed_at_ms, last_ms);
}

TEST_P(CustomerTest, AnAddressLeadsToOneRecordOnly) {
    remember("a@example.org", "A");
    remember("b@example.org", "B");
    Customer b = *by_email("b@example.org");
    b.email = "A@EXAMPLE.org";
    const auto take = [&] { write([&](ports::UnitOfWork& work) { work.customers().save(b); }); };
    EXPECT_THROW(take(), ports::AlreadyExists);
    EXPECT_EQ(by_email("b@example.org")->name, "B");
}

TEST_P(CustomerTest, AMergedRecordLeadsToTheOneThatSpeaksForIt) {
    for (const char* letter : {"a", "b", "c"}) remember(fmt::format("{}@example.org", letter), letter);
    const auto merge = [&](const std::string& from, const std::string& to) {
        write([&](ports::UnitOfWork& work) {
            auto doubled = work.customers().lock_email(sample.shop.id, from);
            auto into = work.customers().lock_email(sample.shop.id, to);
            work.customers().redirect(sample.shop.id, doubled->id, into->id);
            doubled->merged_into = into->id;
            into->other_emails.push_back(doubled->email);
            std::ranges::copy(doubled->other_emails, std::back_inserter(into->other_emails));
            work.customers().save(*doubled);
            work.customers().save(*into);
        });
    };
    merge("a@example.org", "b@example.org");
    merge("b@example.org", "c@example.org");
    for (const char* letter : {"a", "b", "c"}) EXPECT_EQ(by_email(fmt::format("{}@example.org", letter))->name, "c");
    EXPECT_EQ(by_email("a@example.org")->other_emails, (std::vector<std::string>{"a@example.org", "b@example.org"}));
    EXPECT_EQ(names(""), std::vector<std::string>{"c"});
    EXPECT_EQ(names("A@exam"), std::vector<std::string>{"c"});
}

TEST_P(CustomerTest, TheListIsSortedSearchedAndPaged) {
    for (int number = 0; number < 10; ++number) {
        remember(fmt::format("buyer{}@example.org", number),
                 fmt::format("{} {}", number % 2 == 0 ? "Søren" : "ada", number));
    }
    remember("first@example.org", "");
    const auto all = names("");
    ASSERT_EQ(all.size(), 11U);
    EXPECT_EQ(all.front(), "ada 1");
    EXPECT_EQ(all.at(5), "");
    EXPECT_EQ(all.back(), "Søren 8");
    EXPECT_EQ(names("soren").size(), 5U);
    EXPECT_EQ(names("BUYER3"), std::vector<std::string>{"ada 3"});
    EXPECT_EQ(names("100%").size(), 0U);
    EXPECT_EQ(names("buyer_").size(), 0U);
}

TEST_P(CustomerTest, AnotherShopKnowsNobodyOfThisOne) {
    const SampleShop other(7'000'000'002, "other");
    other.store(storage());
    remember("a@example.org", "A");
    const std::string id = by_email("a@example.org")->id;
    storage().read([&](ports::Snapshot& snapshot) {
        EXPECT_FALSE(snapshot.customers().find(other.shop.id, id));
        EXPECT_FALSE(snapshot.customers().find_email(other.shop.id, "a@example.org"));
        EXPECT_TRUE(snapshot.customers().list({other.shop.id, "", std::nullopt, 50}).customers.empty());
    });
}

COMMIS_ON_EVERY_STORAGE(CustomerTest);

}  // namespace
}  // namespace commis::test
