// A label is bought once: by one of two clicks, never by a repeat, and never silently where nobody knows whether there
// is one. On every storage.
#include <atomic>
#include <thread>

#include "domain/decisions/ship.hpp"
#include "features/checks/check_secrets.hpp"
#include "features/labels/accounts.hpp"
#include "features/labels/buy.hpp"
#include "payments/payment_world.hpp"

namespace commis::tests {
namespace {

using domain::Refusal;
using ports::LabelFault;

// A carrier that does as a test says.
class ToldCarrier final : public ports::LabelService {
public:
    std::string_view carrier() const override { return "swiss-post"; }
    std::vector<std::string> products() const override { return {"ECO", "PRI"}; }
    std::vector<std::string> sizes() const override { return {"A6"}; }
    bool is_licence(std::string_view text) const override { return text.size() == 8; }
    bool serves(std::string_view country) const override { return country == "CH"; }
    std::vector<domain::FieldError> missing(const domain::Address& address) const override {
        if (!address.city.empty()) return {};
        return {{"city", "required", ""}};
    }
    std::expected<void, ports::LabelRefusal> check(const ports::LabelCredentials& credentials) override {
        if (credentials.secret != "hush") return std::unexpected(ports::LabelRefusal{check_fault, ""});
        return {};
    }
    std::expected<ports::Label, ports::LabelRefusal> buy(const ports::LabelCredentials& credentials,
                                                         const ports::LabelWish& wish) override {
        ++asked;
        last = wish;
        EXPECT_EQ(credentials.secret, "hush");
        if (meanwhile) meanwhile();
        if (refusal) return std::unexpected(*refusal);
        return ports::Label{"%PDF " + std::to_string(asked.load()), "99.00." + std::to_string(asked.load()), {"mind"}};
    }

    std::atomic<int> asked = 0;
    ports::LabelWish last{};
    LabelFault check_fault = LabelFault::credentials_refused;
    std::optional<ports::LabelRefusal> refusal{};
    std::function<void()> meanwhile{};
};

class LabelTest : public PaymentWorld, public testing::TestWithParam<test::StorageKind> {
protected:
    void SetUp() override {
        if (!test::TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        open(GetParam());
        labels_services_ = std::make_unique<Services>(*services_);
        labels_services_->labels = known_;
        labels_services_->carriers = carriers_;
        shop_.legal_name = "Uhrmacherei Lüthi";
        shop_.legal_address = {"", "", "Marktgasse 7", "", "3011", "Bern", "", "CH"};
        save_shop();
        connect();
        order_ = place("sandbox-1");
        go_to({"", "", "Dorf 1", "", "8001", "Zürich", "", "CH"});
        act(order_, domain::Action::ship, R"({"label_only": true})");
        parcel_ = stored(order_).shipments.front().id;
    }
    void save_shop() {
        write([&](ports::UnitOfWork& work) { work.shops().save(shop_); });
    }
    void connect(const std::string& secret = "hush") {
        const auto made = labels::connect(*labels_services_, shop_.id, "swiss-post",
                                          {"client", secret, "60030800", std::nullopt, std::nullopt});
        ASSERT_TRUE(made);
        reload();
    }
    void reload() {
        (*storage_)->read([&](ports::Snapshot& snapshot) { shop_ = snapshot.shops().find(shop_.id).value(); });
    }
    void go_to(const domain::Address& address) {
        write([&](ports::UnitOfWork& work) {
            const orders::Target target{shop_, order_.id, {}};
            const auto moved =
                orders::run(work, *services_, target, caller_, [&](const auto& order, const auto& context) {
                    domain::Decision decision = domain::begin(order, context);
                    decision.order.billing_address = address;
                    domain::record(decision, context, domain::EventType::order_edited, {});
                    return domain::Result<domain::Decision>(decision);
                });
            ASSERT_TRUE(moved);
        });
    }
    domain::Result<labels::LabelAnswer> buy(bool again = false) {
        return labels::buy(
            *labels_services_,
            {.shop = shop_, .caller = caller_, .order_id = order_.id, .shipment_id = parcel_, .again = again});
    }
    // As a program that names a key, and repeats it.
    domain::Result<labels::LabelAnswer> buy_under(const std::string& key, bool again = true) {
        const auto kept = [](const labels::LabelAnswer& label) {
            return ports::StoredAnswer{"asked", 201, "{}", "bought " + std::to_string(label.warnings.size())};
        };
        return labels::buy(*labels_services_, {.shop = shop_,
                                               .caller = caller_,
                                               .order_id = order_.id,
                                               .shipment_id = parcel_,
                                               .again = again,
                                               .once = labels::OnceOnly{key_of(key), "asked", kept}});
    }
    std::string refused_under(const std::string& key, bool again = true) {
        const auto label = buy_under(key, again);
        return label ? "bought" : std::string(domain::code_of(label.error().refusal));
    }
    ports::IdempotencyKey key_of(const std::string& key) const { return {shop_.id, "token", "POST label", key}; }
    std::string kept_under(const std::string& key) {
        std::string body = "nothing";
        write([&](ports::UnitOfWork& work) {
            if (const auto first = work.idempotency().find(key_of(key))) {
                body = std::to_string(first->status) + " " + first->body;
            }
        });
        return body;
    }
    std::string refused(bool again = false) {
        const auto label = buy(again);
        return label ? "bought" : std::string(domain::code_of(label.error().refusal));
    }
    std::string kept() {
        const auto bytes = labels::label_of(*labels_services_, shop_.id, order_.id, parcel_);
        return bytes ? *bytes : std::string(domain::code_of(bytes.error().refusal));
    }
    domain::Shipment parcel() { return stored(order_).shipments.front(); }

    ToldCarrier carrier_;
    std::array<ports::LabelService*, 1> known_{&carrier_};
    std::vector<domain::Carrier> carriers_{
        {"swiss-post", "Swiss Post", {}, {"CH"}, "https://post.example.org/{number}"}};
    std::unique_ptr<Services> labels_services_;
    domain::Order order_;
    std::string parcel_;
};

TEST_P(LabelTest, is_bought_once_and_its_number_is_the_parcels) {
    const auto before = parcel();
    const auto label = buy();
    ASSERT_TRUE(label);
    EXPECT_TRUE(label->is_new);
    EXPECT_EQ(label->warnings, std::vector<std::string>{"mind"});
    EXPECT_EQ(carrier_.last.reference, order_.number);
    EXPECT_EQ(carrier_.last.recipient.name, "Zoé Lefèvre");
    EXPECT_EQ(carrier_.last.sender.company, "Uhrmacherei Lüthi");
    EXPECT_EQ(carrier_.last.product, "ECO") << "the usual one";
    const auto after = parcel();
    EXPECT_EQ(after.tracking.carrier, "Swiss Post");
    EXPECT_EQ(after.tracking.number, "99.00.1");
    EXPECT_EQ(domain::tracking_url(after.tracking, carriers_), "https://post.example.org/99.00.1");
    EXPECT_EQ(after.label_bought_at_ms, clock_.at_ms);
    EXPECT_EQ(after.label_printed_at_ms, before.label_printed_at_ms) << "it was said to be printed before";
    EXPECT_FALSE(after.handed_over_at_ms);
    EXPECT_EQ(kept(), "%PDF 1");
    for (int times = 0; times < 3; ++times) {
        const auto repeat = buy();
        ASSERT_TRUE(repeat);
        EXPECT_FALSE(repeat->is_new);
    }
    EXPECT_EQ(carrier_.asked, 1);
    ASSERT_TRUE(buy(true)->is_new);
    EXPECT_EQ(parcel().tracking.number, "99.00.2");
    EXPECT_EQ(kept(), "%PDF 2");
}

TEST_P(LabelTest, of_two_clicks_at_once_one_buys) {
    // The second comes while the carrier is being asked; nobody tells it of changes here, so it does not wait.
    std::string second;
    carrier_.meanwhile = [&] {
        carrier_.meanwhile = {};
        second = refused() + " " + refused(true);
    };
    EXPECT_TRUE(buy()->is_new);
    EXPECT_EQ(second, "label_in_progress label_in_progress");
    EXPECT_EQ(carrier_.asked, 1);
    EXPECT_EQ(kept(), "%PDF 1");

    std::vector<std::thread> clicks;
    std::atomic<int> bought = 0;
    order_ = place("sandbox-2");
    go_to({"", "", "Dorf 1", "", "8001", "Zürich", "", "CH"});
    act(order_, domain::Action::ship, R"({"label_only": true})");
    parcel_ = stored(order_).shipments.front().id;
    for (int number = 0; number < 4; ++number) {
        clicks.emplace_back([&] {
            const auto label = buy();
            if (label && label->is_new) ++bought;
        });
    }
    for (std::thread& click : clicks) click.join();
    EXPECT_EQ(bought, 1);
    EXPECT_EQ(carrier_.asked, 2);
}

TEST_P(LabelTest, a_no_leaves_all_as_it_was_and_may_be_tried_again) {
    const auto before = stored(order_);
    carrier_.refusal = ports::LabelRefusal{LabelFault::refused, "PLZ unbekannt"};
    const auto label = buy();
    ASSERT_FALSE(label);
    EXPECT_EQ(label.error().refusal, Refusal::carrier_refused);
    EXPECT_EQ(label.error().detail, "PLZ unbekannt");
    carrier_.refusal->fault = LabelFault::unavailable;
    EXPECT_EQ(refused(), "carrier_unavailable");
    carrier_.refusal->fault = LabelFault::credentials_refused;
    EXPECT_EQ(refused(), "carrier_credentials_refused");
    EXPECT_EQ(stored(order_).version, before.version);
    EXPECT_EQ(parcel(), before.shipments.front());
    EXPECT_EQ(kept(), "no_label");
    carrier_.refusal.reset();
    EXPECT_TRUE(buy()->is_new);
    carrier_.refusal = ports::LabelRefusal{LabelFault::refused, "no"};
    EXPECT_EQ(refused(true), "carrier_refused");
    EXPECT_EQ(kept(), "%PDF 4") << "the one before stays";
}

TEST_P(LabelTest, an_unknown_outcome_is_told_and_only_again_asks_again) {
    carrier_.refusal = ports::LabelRefusal{};
    EXPECT_EQ(refused(), "label_outcome_unknown");
    carrier_.refusal.reset();
    EXPECT_EQ(refused(), "label_outcome_unknown");
    EXPECT_EQ(carrier_.asked, 1) << "not asked behind anybody's back";
    EXPECT_EQ(refused(true), "bought");
    EXPECT_EQ(kept(), "%PDF 2");
    EXPECT_FALSE(buy()->is_new);
}

TEST_P(LabelTest, a_question_that_died_with_the_program_is_an_unknown_outcome_later) {
    carrier_.meanwhile = [] { throw Killed{}; };
    EXPECT_THROW(static_cast<void>(buy()), Killed);
    carrier_.meanwhile = {};
    EXPECT_EQ(refused(), "label_in_progress");
    wait(3 * 60'000);
    EXPECT_EQ(refused(), "label_outcome_unknown");
    EXPECT_EQ(refused(true), "bought");
}

TEST_P(LabelTest, under_one_key_again_buys_once) {
    ASSERT_TRUE(buy()->is_new);
    ASSERT_TRUE(buy_under("one")->is_new);
    EXPECT_EQ(kept_under("one"), "201 bought 1");
    EXPECT_FALSE(buy_under("one")->is_new) << "a repeat that came before the first answer was found";
    EXPECT_EQ(carrier_.asked, 2);
    ASSERT_TRUE(buy_under("two")->is_new) << "another wish";
    EXPECT_EQ(carrier_.asked, 3);

    carrier_.refusal = ports::LabelRefusal{LabelFault::unavailable, ""};
    EXPECT_EQ(refused_under("three"), "carrier_unavailable");
    EXPECT_EQ(kept_under("three"), "nothing") << "nothing was bought, so it may ask again";
    carrier_.refusal = ports::LabelRefusal{};
    EXPECT_EQ(refused_under("three"), "label_outcome_unknown");
    EXPECT_EQ(kept_under("three"), "0 ");
    carrier_.refusal.reset();
    EXPECT_EQ(refused_under("three"), "label_outcome_unknown") << "nobody knows whether it was bought";
    EXPECT_EQ(carrier_.asked, 5);
    ASSERT_TRUE(buy_under("four")->is_new) << "somebody looked, and wants another";
    EXPECT_EQ(refused_under("three"), "label_outcome_unknown") << "still";
    EXPECT_FALSE(buy_under("three", false)->is_new) << "without again, there is one";
    EXPECT_EQ(carrier_.asked, 6);
}

TEST_P(LabelTest, a_repeat_while_the_first_is_asking_buys_nothing) {
    std::string second;
    carrier_.meanwhile = [&] {
        carrier_.meanwhile = {};
        second = refused_under("one");
    };
    ASSERT_TRUE(buy_under("one")->is_new);
    EXPECT_EQ(second, "label_in_progress");
    // Killed while the carrier was asked: the claim ran out, and its key remembers it.
    carrier_.meanwhile = [] { throw Killed(); };
    EXPECT_THROW(buy_under("two"), Killed);
    carrier_.meanwhile = {};
    clock_.at_ms += 600'000;
    EXPECT_EQ(refused_under("two"), "label_outcome_unknown");
    EXPECT_EQ(carrier_.asked, 2);
}

TEST_P(LabelTest, is_kept_though_the_parcel_has_left_meanwhile) {
    carrier_.meanwhile = [&] {
        write([&](ports::UnitOfWork& work) {
            const orders::Target target{shop_, order_.id, {}};
            const auto left =
                orders::run(work, *services_, target, caller_, [&](const auto& order, const auto& context) {
                    domain::CorrectParcel command;
                    command.shipment_id = parcel_;
                    command.handed_over_at_ms = context.now_ms;
                    return domain::correct_parcel(order, command, context);
                });
            ASSERT_TRUE(left);
        });
    };
    EXPECT_TRUE(buy()->is_new);
    EXPECT_EQ(parcel().tracking.number, "99.00.1");
    EXPECT_EQ(kept(), "%PDF 1");
    EXPECT_EQ(refused(true), "parcel_left");
}

TEST_P(LabelTest, refuses_with_the_reason) {
    go_to({"", "", "1 rue des Lilas", "", "75011", "Paris", "", "FR"});
    EXPECT_EQ(refused(), "country_not_served");
    go_to({"", "", "Dorf 1", "", "8001", "", "", "CH"});
    const auto label = buy();
    ASSERT_FALSE(label);
    EXPECT_EQ(label.error().refusal, Refusal::address_incomplete);
    ASSERT_EQ(label.error().fields.size(), 1U);
    EXPECT_EQ(label.error().fields.front().field, "/billing_address/city");
    go_to({"", "", "Dorf 1", "", "8001", "Zürich", "", ""});
    EXPECT_EQ(refused(), "bought") << "an unknown country is the carrier's to miss, and this one misses none";
    shop_.legal_address.city.clear();
    EXPECT_EQ(buy(true).error().fields.front().field, "/legal/address/city");
    Caller reader = caller_;
    reader.is_admin = false;
    caller_ = reader;
    EXPECT_EQ(refused(true), "forbidden");
    EXPECT_EQ(carrier_.asked, 1);
}

TEST_P(LabelTest, an_account_is_checked_at_the_carrier_and_its_secret_kept_sealed) {
    const auto fields = [&](const labels::AccountChange& change) {
        const auto made = labels::connect(*labels_services_, shop_.id, "swiss-post", change);
        std::string said;
        if (!made) said = domain::code_of(made.error().refusal);
        if (!made) {
            for (const auto& field : made.error().fields) said += " " + field.field + " " + field.code;
        }
        return said;
    };
    EXPECT_EQ(shop_.label_accounts.front().sealed.find("hush"), std::string::npos);
    EXPECT_EQ(fields({.secret = "loud"}), "bad_field /secret client_refused");
    EXPECT_EQ(fields({.licence = "1", .product = "BY-BALLOON", .size = "A0"}),
              "bad_field /licence invalid_value /product not_offered /size not_offered");
    EXPECT_EQ(fields({.client_id = "", .secret = std::string(501, 'x')}),
              "bad_field /client_id required /secret too_long");
    carrier_.check_fault = LabelFault::unavailable;
    EXPECT_EQ(fields({.secret = "loud"}), "carrier_unavailable");
    EXPECT_EQ(fields({.product = "PRI"}), "") << "the secret stays";
    reload();
    EXPECT_EQ(shop_.label_accounts.size(), 1U);
    EXPECT_EQ(shop_.label_accounts.front().product, "PRI");
    EXPECT_EQ(labels::connect(*labels_services_, shop_.id, "parrot", {}).error().refusal, Refusal::not_found);

    shop_.label_accounts.front().sealed = "of another key";
    EXPECT_EQ(refused(), "carrier_credentials_refused");
    write([&](ports::UnitOfWork& work) {
        EXPECT_TRUE(labels::disconnect(work, *labels_services_, shop_.id, "swiss-post"));
        EXPECT_FALSE(labels::disconnect(work, *labels_services_, shop_.id, "swiss-post"));
    });
    reload();
    EXPECT_EQ(refused(), "no_label_service");
}

TEST_P(LabelTest, secrets_that_another_key_sealed_are_named_by_the_check) {
    const auto locked = [&] {
        std::vector<std::string> owners;
        for (const auto& secret : checks::locked_secrets(*labels_services_)) owners.push_back(secret.owner);
        return owners;
    };
    ports::Operator person;
    person.id = "operator-1";
    person.email = "zoe@example.org";
    ports::SecondFactor factor;
    factor.operator_id = person.id;
    factor.sealed_key = services_->secrets.seal("KEY");
    write([&](ports::UnitOfWork& work) {
        work.access().insert_operator(person);
        work.access().save_membership(person.id, {shop_.id, domain::Role::owner, 1});
        work.sign_ins().save_second_factor(factor);
    });
    EXPECT_EQ(locked(), std::vector<std::string>{});
    factor.sealed_key = "of another key";
    write([&](ports::UnitOfWork& work) { work.sign_ins().save_second_factor(factor); });
    EXPECT_EQ(locked(), std::vector<std::string>{}) << "nobody is asked for it yet";
    factor.since_ms = 1;
    write([&](ports::UnitOfWork& work) { work.sign_ins().save_second_factor(factor); });
    shop_.label_accounts.front().sealed = "of another key";
    save_shop();
    EXPECT_EQ(locked(), (std::vector<std::string>{"label service swiss-post", "second factor of zoe@example.org"}));
}

std::string storage_name(const testing::TestParamInfo<test::StorageKind>& storage) {
    return test::storage_names[static_cast<int>(storage.param)];
}
INSTANTIATE_TEST_SUITE_P(Storages, LabelTest,
                         testing::Values(test::StorageKind::fake, test::StorageKind::sqlite,
                                         test::StorageKind::postgres),
                         storage_name);

}  // namespace
}  // namespace commis::tests
