// Shops, articles, operators, sessions, tokens and first answers come back as they went in, and keys stay unique.
#include <algorithm>
#include <set>
#include <thread>

#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

class DeskStoreTest : public StorageTest {
protected:
    template <class T>
    T read(const std::function<T(ports::Snapshot&)>& ask) const {
        T answer;
        storage().read([&](ports::Snapshot& snapshot) { answer = ask(snapshot); });
        return answer;
    }
};

TEST_P(DeskStoreTest, AShopComesBackAndItsHandleIsItsOwn) {
    const auto shop =
        read<std::optional<domain::Shop>>([](auto& snapshot) { return snapshot.shops().find_handle("maison"); });
    ASSERT_TRUE(shop);
    EXPECT_EQ(shop->id, sample.shop.id);
    EXPECT_EQ(shop->name, "Maison Lefèvre");
    EXPECT_EQ(shop->legal_address, sample.shop.legal_address);
    EXPECT_EQ(shop->bank_accounts, sample.shop.bank_accounts);
    EXPECT_EQ(shop->operator_addresses, sample.shop.operator_addresses);
    EXPECT_EQ(shop->settings_json, sample.shop.settings_json);
    EXPECT_EQ(shop->currency, sample.shop.currency);
    EXPECT_THROW(SampleShop(99, "maison").store(storage()), ports::AlreadyExists);
    domain::Shop changed = *shop;
    changed.name = "Nouveau";
    changed.sandbox = true;
    changed.version = 2;
    changed.bank_accounts.clear();
    changed.mail_look = {"#0f766e", "https://shop.example/logo.png", "+33 1", "https://shop.example"};
    changed.skips_returned = true;
    write([&](ports::UnitOfWork& work) {
        work.shops().save(changed);
        EXPECT_EQ(work.shops().find(changed.id)->name, "Nouveau");
        EXPECT_EQ(work.shops().find(changed.id)->mail_look, changed.mail_look);
        EXPECT_TRUE(work.shops().find(changed.id)->skips_returned);
    });
    SampleShop(98, "andere").store(storage());
    const auto shops = read<std::vector<domain::Shop>>([](auto& snapshot) { return snapshot.shops().list(); });
    ASSERT_EQ(shops.size(), 2U);
    EXPECT_EQ(shops[0].handle, "andere");
    EXPECT_TRUE(shops[1].sandbox);
    EXPECT_TRUE(shops[1].bank_accounts.empty());
    EXPECT_EQ(shops[1].version, 2);
}

TEST_P(DeskStoreTest, NumberRangesAreListedAndRaised) {
    const std::int64_t shop_id = sample.shop.id;
    const auto ranges = [&] {
        return read<std::vector<domain::NumberRange>>(
            [&](auto& snapshot) { return snapshot.shops().number_ranges(shop_id); });
    };
    const auto before = ranges();
    ASSERT_FALSE(before.empty());
    const auto is_order = [](const domain::NumberRange& range) { return range.series == "order"; };
    domain::NumberRange range = *std::ranges::find_if(before, is_order);
    range.prefix = "W-";
    range.next_number += 100;
    range.width = 7;
    std::string taken;
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.shops().lock_number_range(shop_id, "parking"), std::nullopt);
        ASSERT_TRUE(work.shops().lock_number_range(shop_id, "order"));
        work.shops().save_number_range(shop_id, range);
        taken = work.orders().take_number(shop_id, "order", 2026).text;
    });
    EXPECT_EQ(taken, domain::written_number(range, range.next_number, 2026));
    range.next_number += 1;
    range.year = 2026;
    const auto after = ranges();
    EXPECT_EQ(*std::ranges::find_if(after, is_order), range);
    EXPECT_EQ(after.size(), before.size()) << "each series is its own (D-16)";
    EXPECT_TRUE(read<std::vector<domain::NumberRange>>([](auto& snapshot) {
                    return snapshot.shops().number_ranges(4711);
                }).empty());
}

// Somebody raises the range while orders come in: no number is given twice, none of the raises is lost (A-15).
TEST_P(DeskStoreTest, NumbersAreTakenAndRaisedAtTheSameTime) {
    const std::int64_t shop_id = sample.shop.id;
    constexpr int rounds = 25;
    constexpr std::int64_t raise = 1'000;
    std::int64_t start = 0;
    write([&](ports::UnitOfWork& work) { start = work.shops().lock_number_range(shop_id, "order")->next_number; });
    std::vector<std::string> taken;
    std::thread raiser([&] {
        for (int i = 0; i < rounds; ++i) {
            write([&](ports::UnitOfWork& work) {
                auto range = *work.shops().lock_number_range(shop_id, "order");
                range.next_number += raise;
                work.shops().save_number_range(shop_id, range);
            });
        }
    });
    std::int64_t last = 0;
    for (int i = 0; i < rounds; ++i) {
        std::string number;
        write([&](ports::UnitOfWork& work) { number = work.orders().take_number(shop_id, "order", 2026).text; });
        taken.push_back(number);
    }
    raiser.join();
    write([&](ports::UnitOfWork& work) { last = work.shops().lock_number_range(shop_id, "order")->next_number; });
    EXPECT_EQ(std::set(taken.begin(), taken.end()).size(), taken.size());
    EXPECT_EQ(last, start + rounds + rounds * raise) << "every raise and every number counts once";
}

TEST_P(DeskStoreTest, ArticlesAreListedBySkuAndFoundByPart) {
    for (const char* sku : {"C-1", "A-1", "B_1"}) {
        domain::Article article;
        article.shop_id = sample.shop.id;
        article.id = SampleShop::new_id();
        article.sku = sku;
        article.name = std::string("Grød ") + sku;
        article.price_minor = 1999;
        article.tax_rate = "5.5";
        if (article.sku == "A-1") article.stock = 3;
        write([&](ports::UnitOfWork& work) { work.articles().insert(article); });
        article.id = SampleShop::new_id();
        EXPECT_THROW(write([&](ports::UnitOfWork& work) { work.articles().insert(article); }), ports::AlreadyExists);
    }
    const auto list = [&](const std::string& q, const std::string& after, std::int32_t limit) {
        return read<std::vector<domain::Article>>(
            [&](auto& snapshot) { return snapshot.articles().list({sample.shop.id, q, after, limit}); });
    };
    EXPECT_EQ(list("", "", 2).size(), 2U);
    EXPECT_EQ(list("", "A-1", 10).front().sku, "B_1");
    EXPECT_EQ(list("grod", "", 10).size(), 3U);
    EXPECT_EQ(list("b_1", "", 10).size(), 1U);
    EXPECT_TRUE(list("nothing", "", 10).empty());
    domain::Article article = list("", "", 1).front();
    EXPECT_EQ(article.stock, 3);
    article.stock.reset();
    article.active = false;
    article.name = "Renamed";
    write([&](ports::UnitOfWork& work) {
        work.articles().save(article);
        const auto stored = work.articles().lock(article.shop_id, article.id);
        EXPECT_EQ(stored->stock, std::nullopt);
        EXPECT_FALSE(stored->active);
    });
    EXPECT_EQ(list("renamed", "", 10).size(), 1U);
}

TEST_P(DeskStoreTest, OperatorsAreKnownByMailWithoutCase) {
    EXPECT_FALSE(read<bool>([](auto& snapshot) { return snapshot.access().has_operators(); }));
    ports::Operator person{"operator-1",
                           "Zoé@Example.org",
                           "Zoé",
                           "$argon2id$…",
                           "fr",
                           true,
                           R"({"theme":"dark"})",
                           5,
                           {{2, domain::Role::clerk}, {1, domain::Role::owner}}};
    write([&](ports::UnitOfWork& work) { work.access().insert_operator(person); });
    ports::Operator twin = person;
    twin.id = "operator-2";
    twin.email = "ZOÉ@example.ORG";
    EXPECT_THROW(write([&](ports::UnitOfWork& work) { work.access().insert_operator(twin); }), ports::AlreadyExists);
    twin.email = "zoe@example.org";
    write([&](ports::UnitOfWork& work) { work.access().insert_operator(twin); });
    const auto find = [&] {
        return read<std::optional<ports::Operator>>(
            [](auto& snapshot) { return snapshot.access().find_operator_by_email("zoé@EXAMPLE.org"); });
    };
    const auto found = find();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, "operator-1");
    EXPECT_TRUE(found->is_admin);
    EXPECT_EQ(found->preferences_json, person.preferences_json);
    ASSERT_EQ(found->memberships.size(), 2U);
    EXPECT_EQ(found->memberships[0].role, domain::Role::owner);
    person.password_hash = "new";
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.access().lock_operator("operator-1")->name, "Zoé");
        EXPECT_FALSE(work.access().lock_operator("nobody"));
        work.access().save_operator(person);
    });
    EXPECT_EQ(find()->password_hash, "new");
    EXPECT_EQ(find()->memberships.size(), 2U);
    EXPECT_TRUE(read<bool>([](auto& snapshot) { return snapshot.access().has_operators(); }));
}

TEST_P(DeskStoreTest, SessionsEnd) {
    write([&](ports::UnitOfWork& work) {
        work.access().insert_session({"hash-1", "operator-1", "csrf-1", 1, 100});
        work.access().insert_session({"hash-2", "operator-1", "csrf-2", 1, 100});
        work.access().insert_session({"hash-3", "operator-1", "csrf-3", 1, 100});
        work.access().touch_session("hash-1", 200);
        work.access().delete_session("hash-2");
        work.access().delete_sessions_before(150);
    });
    storage().read([](ports::Snapshot& snapshot) {
        EXPECT_EQ(snapshot.access().find_session("hash-1")->expires_at_ms, 200);
        EXPECT_EQ(snapshot.access().find_session("hash-1")->csrf, "csrf-1");
        EXPECT_FALSE(snapshot.access().find_session("hash-2"));
        EXPECT_FALSE(snapshot.access().find_session("hash-3"));
    });
}

TEST_P(DeskStoreTest, TokensAreFoundByTheirHashOnly) {
    ports::Token token{"token-1",    "hash-1", sample.shop.id, "Storefront", domain::Role::storefront, true, 1,
                       std::nullopt, 99};
    write([&](ports::UnitOfWork& work) {
        work.access().insert_token(token);
        work.access().touch_token("hash-1", 42);
    });
    storage().read([&](ports::Snapshot& snapshot) {
        const auto found = snapshot.access().find_token("hash-1");
        ASSERT_TRUE(found);
        EXPECT_EQ(found->role, domain::Role::storefront);
        EXPECT_TRUE(found->trusts_payment_claims);
        EXPECT_EQ(found->last_used_at_ms, 42);
        EXPECT_EQ(found->expires_at_ms, 99);
        const auto listed = snapshot.access().list_tokens(sample.shop.id);
        ASSERT_EQ(listed.size(), 1U);
        EXPECT_EQ(listed[0].token_hash, "");
        EXPECT_FALSE(snapshot.access().find_token("token-1"));
    });
    write([&](ports::UnitOfWork& work) {
        EXPECT_FALSE(work.access().delete_token(sample.shop.id + 1, "token-1"));
        EXPECT_TRUE(work.access().delete_token(sample.shop.id, "token-1"));
        EXPECT_FALSE(work.access().delete_token(sample.shop.id, "token-1"));
    });
}

TEST_P(DeskStoreTest, AFirstAnswerIsKeptByScopeAndItsTwinTakesEverythingBack) {
    const ports::IdempotencyKey key{sample.shop.id, "token-1", "POST /orders", "key-1"};
    const ports::StoredAnswer answer{"digest", 201, R"({"Location":"/x"})", "{\"é\":1}"};
    write([&](ports::UnitOfWork& work) {
        EXPECT_FALSE(work.idempotency().find(key));
        work.idempotency().store(key, answer, 1000);
        EXPECT_EQ(work.idempotency().find(key)->body, answer.body);
    });
    EXPECT_THROW(write([&](ports::UnitOfWork& work) {
                     work.orders().create_range(sample.shop.id, "twin", "", 1, 1);
                     work.idempotency().store(key, answer, 1000);
                 }),
                 ports::AlreadyExists);
    EXPECT_ANY_THROW(
        write([&](ports::UnitOfWork& work) { work.orders().take_number(sample.shop.id, "twin", 2026).text; }));
    write([&](ports::UnitOfWork& work) {
        for (auto part : {&ports::IdempotencyKey::caller, &ports::IdempotencyKey::route, &ports::IdempotencyKey::key}) {
            ports::IdempotencyKey elsewhere = key;
            elsewhere.*part += "x";
            EXPECT_FALSE(work.idempotency().find(elsewhere));
            work.idempotency().forget(elsewhere);
        }
        work.idempotency().delete_before(1000);
        EXPECT_EQ(work.idempotency().find(key)->status, 201);
        work.idempotency().forget(key);
        EXPECT_FALSE(work.idempotency().find(key));
        work.idempotency().store(key, answer, 1000);
        work.idempotency().delete_before(1001);
        EXPECT_FALSE(work.idempotency().find(key));
    });
}

COMMIS_ON_EVERY_STORAGE(DeskStoreTest);

}  // namespace
}  // namespace commis::test
