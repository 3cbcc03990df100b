// Accounts at payment services, and links by which a buyer pays what is due, on every storage.
#include "payments/service_world.hpp"

namespace commis::tests {
namespace {

using domain::Action;
using domain::AttemptStatus;
using domain::MailKind;
using domain::PaymentStatus;
using payments::LinkState;

constexpr std::int64_t hour_ms = 3'600'000;

class LinkTest : public testing::TestWithParam<test::StorageKind>, protected ServiceWorld {
protected:
    void SetUp() override {
        if (!test::TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        open_connected(GetParam());
    }
    std::string refusal(const domain::Result<domain::Decision>& decided) {
        return decided ? "taken" : std::string(domain::code_of(decided.error().refusal));
    }
    std::string field(const domain::Result<domain::GatewayConnection>& made) {
        if (made) return "taken";
        if (made.error().fields.empty()) return std::string(domain::code_of(made.error().refusal));
        return made.error().fields.front().field + " " + made.error().fields.front().code;
    }
    domain::Payment link_of(const domain::Order& order) { return stored(order).ledger.payments.back(); }
    LinkState state(const std::string& token) { return payments::find_link(*services_, token).value().state; }
    std::string follow(const std::string& token) {
        const auto link = payments::find_link(*services_, token).value();
        return payments::open_page(*services_, link, "https://shop.example.org/pay/" + token).value_or("nothing opens");
    }
};

TEST_P(LinkTest, CredentialsAreAskedAfterSealedAndNeverStoredReadable) {
    EXPECT_EQ(field(connect("wrong")), "/secret credentials_refused");
    EXPECT_EQ(field(connect("")), "/secret required");
    EXPECT_EQ(field(payments::connect(*services_, shop_.id, "purse", {})), "not_found");
    EXPECT_EQ(field(connect(std::string(501, 'x'))), "/secret too_long");
    book_.is_silent = true;
    EXPECT_EQ(field(connect("right")), "provider_unavailable");
    book_.is_silent = false;
    ASSERT_EQ(shop_.connections.size(), 1U);
    const domain::GatewayConnection& connection = shop_.connections.front();
    EXPECT_EQ(connection.account, "acct_1");
    EXPECT_EQ(connection.name, "Nordlys");
    EXPECT_EQ(connection.sealed.find("right"), std::string::npos);
    EXPECT_EQ(gateways_->open(connection).value().secret, "right");
    // What else is new is changed without the key.
    ASSERT_TRUE(
        payments::connect(*services_, shop_.id, "stripe", {.client_id = {}, .secret = {}, .notice_secret = "n"}));
    reload();
    EXPECT_EQ(gateways_->open(shop_.connections.front()).value().secret, "right");
    EXPECT_EQ(gateways_->open(shop_.connections.front()).value().notice_secret, "n");
}

TEST_P(LinkTest, W40_ARefundNeedsTheAccountThatTookTheMoney) {
    const auto order = place_at("pi_1", AttemptStatus::captured);
    book_.accounts["other"] = "acct_2";
    ASSERT_TRUE(connect("other"));
    ASSERT_EQ(shop_.connections.size(), 2U) << "another account stands beside the first";
    write([&](ports::UnitOfWork& work) {
        ASSERT_TRUE(payments::disconnect(work, *services_, shop_.id, "stripe", "acct_1"));
    });
    reload();
    EXPECT_EQ(shop_.connections.front().sealed, "") << "its credentials are forgotten";
    EXPECT_EQ(refusal(act(order, Action::refund, R"({"amount": 9880})")), "provider_not_connected");
    ASSERT_TRUE(connect("right"));
    EXPECT_EQ(shop_.connections.size(), 2U) << "the same account is connected once more";
    EXPECT_EQ(refusal(act(order, Action::refund, R"({"amount": 9880})")), "taken");
}

TEST_P(LinkTest, ALinkAsksForWhatIsDueAndTheMoneyComesInByLooking) {
    const auto order = place_unpaid();
    ASSERT_TRUE(act(order, Action::send_payment_link, "{}"));
    EXPECT_EQ(mails(order, MailKind::payment_link).size(), 1U);
    const domain::Payment link = link_of(order);
    EXPECT_EQ(link.amount_minor, 9880);
    EXPECT_GE(link.link_token.size(), 40U);
    EXPECT_EQ(status(order), PaymentStatus::pending) << "a transfer may still come";
    EXPECT_EQ(state(link.link_token), LinkState::open);
    EXPECT_FALSE(payments::find_link(*services_, "guessed"));
    EXPECT_EQ(follow(link.link_token), "https://pay.example.org/page_1");
    EXPECT_EQ(follow(link.link_token), "https://pay.example.org/page_1") << "followed twice, one page";
    EXPECT_EQ(book_.pages, 1);
    book_.truths["page_1"] = captured("1", 9880);
    book_.truths["page_1"].reference = "pi_1";
    payments::look_at_once(*services_, payments::find_link(*services_, link.link_token).value());
    EXPECT_EQ(watch().changed, 1);
    EXPECT_EQ(status(order), PaymentStatus::paid);
    EXPECT_EQ(link_of(order).reference, "pi_1") << "notices name it so from now on";
    EXPECT_EQ(state(link.link_token), LinkState::paid);
    EXPECT_EQ(refusal(act(order, Action::send_payment_link, "{}")), "nothing_due");
}

TEST_P(LinkTest, ALinkIsDeadAsSoonAsTheAmountChanges) {
    const auto order = place_unpaid();
    ASSERT_TRUE(act(order, Action::send_payment_link, "{}"));
    const std::string first = link_of(order).link_token;
    EXPECT_EQ(follow(first), "https://pay.example.org/page_1");
    ASSERT_TRUE(act(order, Action::mark_paid, R"({"amount": 4000})"));
    EXPECT_EQ(state(first), LinkState::ended);
    EXPECT_EQ(follow(first), "nothing opens");
    EXPECT_EQ(run().answered, 1);
    EXPECT_EQ(book_.released, std::vector<std::string>{"page_1"}) << "the service's page goes with it";
    EXPECT_EQ(status(order), PaymentStatus::partially_paid) << "an ended link says nothing about the payment";
    ASSERT_TRUE(act(order, Action::send_payment_link, "{}"));
    EXPECT_EQ(link_of(order).amount_minor, 5880);
    EXPECT_NE(link_of(order).link_token, first);
    const std::size_t payments = stored(order).ledger.payments.size();
    ASSERT_TRUE(act(order, Action::send_payment_link, "{}"));
    EXPECT_EQ(stored(order).ledger.payments.size(), payments) << "the right link is sent once more";
    EXPECT_EQ(mails(order, MailKind::payment_link).size(), 3U);
}

TEST_P(LinkTest, ALinkThatWasTakenBackStaysSoWhateverBecomesOfItsPage) {
    const auto order = place_unpaid();
    ASSERT_TRUE(act(order, Action::send_payment_link, "{}"));
    ASSERT_EQ(follow(link_of(order).link_token), "https://pay.example.org/page_1");
    ASSERT_TRUE(act(order, Action::mark_paid, R"({"amount": 4000})"));
    book_.truths["page_1"].status = AttemptStatus::expired;
    ASSERT_TRUE(tell("evt_1 page_1"));
    watch();
    EXPECT_EQ(stored(order).ledger.payments.front().status, AttemptStatus::voided);
    EXPECT_EQ(status(order), PaymentStatus::partially_paid);
    // Whoever paid on it in the last moment has paid: what is too much is owed back.
    book_.truths["page_1"] = captured("1", 9880);
    ASSERT_TRUE(tell("evt_2 page_1"));
    watch();
    EXPECT_EQ(standing(order).figures().owed_back(), 4000);
}

TEST_P(LinkTest, TheAccountConnectedLastIsMeantWhereverItStandsInTheList) {
    book_.accounts["other"] = "acct_2";
    wait(hour_ms);
    ASSERT_TRUE(connect("other"));
    write([&](ports::UnitOfWork& work) {
        ASSERT_TRUE(payments::disconnect(work, *services_, shop_.id, "stripe", "acct_1"));
    });
    wait(hour_ms);
    ASSERT_TRUE(connect("right"));
    ASSERT_EQ(shop_.connections.front().account, "acct_1");
    EXPECT_EQ(gateways_->link_account(shop_).value().account, "acct_1");
    EXPECT_EQ(stored(place_at("pi_1", AttemptStatus::captured)).ledger.payments.front().account, "acct_1");
}

TEST_P(LinkTest, APageThatRanOutIsOpenedAnewByTheSameLink) {
    const auto order = place_unpaid();
    ASSERT_TRUE(act(order, Action::send_payment_link, "{}"));
    const std::string token = link_of(order).link_token;
    ASSERT_EQ(follow(token), "https://pay.example.org/page_1");
    book_.truths["page_1"].status = AttemptStatus::expired;
    wait(30 * hour_ms);
    watch();
    EXPECT_EQ(state(token), LinkState::open);
    EXPECT_EQ(follow(token), "https://pay.example.org/page_2");
    EXPECT_EQ(book_.keys.size(), 2U);
}

TEST_P(LinkTest, ASilentServiceOpensNothingAndNoneIsNoLink) {
    const auto order = place_unpaid();
    ASSERT_TRUE(act(order, Action::send_payment_link, "{}"));
    book_.is_silent = true;
    EXPECT_EQ(follow(link_of(order).link_token), "nothing opens");
    EXPECT_EQ(link_of(order).reference, "");
    write([&](ports::UnitOfWork& work) {
        ASSERT_TRUE(payments::disconnect(work, *services_, shop_.id, "stripe", "acct_1"));
        auto shop = work.shops().lock(shop_.id).value();
        shop.sandbox = false;
        work.shops().save(shop);
    });
    reload();
    EXPECT_EQ(refusal(act(place_unpaid(), Action::send_payment_link, "{}")), "no_payment_service");
}

INSTANTIATE_TEST_SUITE_P(Storages, LinkTest,
                         testing::Values(test::StorageKind::fake, test::StorageKind::sqlite,
                                         test::StorageKind::postgres),
                         [](const auto& each) { return test::storage_names[static_cast<int>(each.param)]; });

}  // namespace
}  // namespace commis::tests
