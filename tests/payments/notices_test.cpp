// What a payment service tells by itself, and payments that are looked after, on every storage.
#include <random>

#include "payments/service_world.hpp"

namespace commis::tests {
namespace {

using domain::AttemptStatus;
using domain::PaymentStatus;
using ports::NoticeStatus;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;

class NoticeTest : public testing::TestWithParam<test::StorageKind>, protected ServiceWorld {
protected:
    void SetUp() override {
        if (!test::TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        open_connected(GetParam());
    }
};

TEST_P(NoticeTest, ANoticeLeadsToALookAndTheLedgerFollowsTheLook) {
    const auto order = place_at("pi_1", AttemptStatus::initiated);
    book_.truths["pi_1"] = captured("1", 9880);
    EXPECT_EQ(status(order), PaymentStatus::awaiting);
    ASSERT_TRUE(tell("evt_1 pi_1"));
    EXPECT_EQ(notices_.asked, 1) << "whoever looks is woken";
    const auto counts = watch();
    EXPECT_EQ(counts.notices, 1);
    EXPECT_EQ(counts.changed, 1);
    EXPECT_EQ(status(order), PaymentStatus::paid);
    EXPECT_EQ(stored(order).ledger.entries.front().fee_minor, 168) << "W-39";
    EXPECT_EQ(stored(order).ledger.payments.front().account, "acct_1") << "W-40";
    EXPECT_EQ(notices().front().status, NoticeStatus::done);
}

TEST_P(NoticeTest, WhatCannotBeProvenIsRefusedAndKeptNowhere) {
    EXPECT_EQ(reason(tell("evt_1 pi_1", "")), "signature_missing");
    EXPECT_EQ(reason(tell("evt_1 pi_1", "whsec_of_somebody")), "signature_invalid");
    EXPECT_EQ(reason(tell(" pi_1")), "malformed");
    write([&](ports::UnitOfWork& work) {
        ASSERT_TRUE(payments::disconnect(work, *services_, shop_.id, "stripe", "acct_1"));
    });
    reload();
    EXPECT_EQ(reason(tell("evt_1 pi_1")), "not_connected");
    EXPECT_TRUE(notices().empty());
}

TEST_P(NoticeTest, ANoticeThatOnlyTheServiceCanProveIsAskedAfter) {
    const auto order = place_at("pi_1", AttemptStatus::initiated);
    book_.truths["pi_1"] = captured("1", 9880);
    book_.confirmed = ports::NoticeProof::unproven;
    ASSERT_TRUE(tell("evt_1 pi_1", "ask"));
    watch();
    EXPECT_EQ(notices().front().status, NoticeStatus::unproven) << "the service did not answer";
    EXPECT_EQ(status(order), PaymentStatus::awaiting);
    book_.confirmed = ports::NoticeProof::proven;
    wait(5 * minute_ms);
    watch();
    EXPECT_EQ(notices().front().status, NoticeStatus::done);
    EXPECT_EQ(status(order), PaymentStatus::paid);
    book_.confirmed = ports::NoticeProof::refused;
    ASSERT_TRUE(tell("evt_2 pi_1", "ask"));
    watch();
    EXPECT_EQ(notices().front().status, NoticeStatus::refused);
}

TEST_P(NoticeTest, ANoticeMayComeBeforeTheOrderAndOneOfNobodyIsKept) {
    book_.truths["pi_9"] = captured("9", 9880);
    ASSERT_TRUE(tell("evt_1 pi_9"));
    ASSERT_TRUE(tell("evt_2 pi_of_nobody"));
    ASSERT_TRUE(tell("evt_3"));
    watch();
    const auto order = place_at("pi_9", AttemptStatus::initiated);
    wait(3 * minute_ms);
    watch();
    EXPECT_EQ(status(order), PaymentStatus::paid);
    for (int turn = 0; turn < 20; ++turn) {
        wait(6 * hour_ms);
        watch();
    }
    std::map<std::string, NoticeStatus> found;
    for (const auto& notice : notices()) found[notice.event_id] = notice.status;
    EXPECT_EQ(found.at("evt_1"), NoticeStatus::done);
    EXPECT_EQ(found.at("evt_2"), NoticeStatus::kept) << "told, and of no payment of ours";
    EXPECT_EQ(found.at("evt_3"), NoticeStatus::kept) << "says nothing about a payment";
}

// Ten thousand notices about a hundred payments, doubled and in any order, with looks in between: the same ledgers.
TEST_P(NoticeTest, TenThousandNoticesInAnyOrderEndInTheSameLedgers) {
    const int orders = 100;
    const int events = GetParam() == test::StorageKind::fake ? 1'000 : 10'000;
    std::vector<domain::Order> placed;
    for (int number = 0; number < orders; ++number) {
        placed.push_back(place_at("pi_" + std::to_string(number), AttemptStatus::initiated));
        book_.truths["pi_" + std::to_string(number)] = captured(std::to_string(number), 9880);
    }
    std::vector<std::string> told;
    for (int number = 0; number < events; ++number) {
        // Every third is told twice.
        told.push_back("evt_" + std::to_string(number - (number % 3 == 2 ? 1 : 0)) + " pi_" +
                       std::to_string((number - (number % 3 == 2 ? 1 : 0)) % orders));
    }
    std::ranges::shuffle(told, std::mt19937(20'261'123));
    std::int64_t changed = 0;
    for (std::size_t number = 0; number < told.size(); ++number) {
        ASSERT_TRUE(tell(told[number]));
        if (number % 500 == 499) changed += watch().changed;
    }
    changed += watch().changed;
    EXPECT_EQ(changed, orders) << "each ledger learns its capture once";
    for (const domain::Order& order : placed) {
        const domain::Ledger ledger = stored(order).ledger;
        ASSERT_EQ(ledger.entries.size(), 1U);
        EXPECT_EQ(ledger.entries.front().amount_minor, 9880);
        EXPECT_EQ(status(order), PaymentStatus::paid);
    }
}

TEST_P(NoticeTest, D20_PaymentsThatStayOpenAreLookedAfterWithoutBeingTold) {
    const auto begun = place_at("pi_begun", AttemptStatus::initiated);
    const auto reserved = place_at("pi_reserved", AttemptStatus::authorized);
    const auto taken = place_at("pi_taken", AttemptStatus::captured);
    domain::PaymentTruth open;
    book_.truths["pi_begun"] = open;
    open.status = AttemptStatus::authorized;
    book_.truths["pi_reserved"] = open;
    EXPECT_EQ(watch().looked, 0) << "nothing is due yet";
    wait(11 * minute_ms);
    EXPECT_EQ(watch().looked, 1) << "a buyer at a payment page";
    EXPECT_EQ(watch().looked, 0);
    wait(day_ms);
    EXPECT_EQ(watch().looked, 2) << "the hold as well; what was captured is settled";
    book_.truths["pi_reserved"].status = AttemptStatus::expired;
    wait(day_ms + hour_ms);
    watch();
    EXPECT_EQ(status(reserved), PaymentStatus::authorization_expired) << "O-29: the provider said so, unasked";
    std::int64_t looks = 0;
    for (int turn = 0; turn < 60; ++turn) {
        wait(day_ms);
        looks += watch().looked;
    }
    EXPECT_LE(looks, 8) << "whoever left the page is not looked after for ever";
    EXPECT_EQ(status(taken), PaymentStatus::paid);
    EXPECT_EQ(status(begun), PaymentStatus::awaiting);
}

TEST_P(NoticeTest, WhatAStorefrontClaimedIsNotTakenTwice) {
    const auto order = place_at("pi_1", AttemptStatus::captured);
    book_.truths["pi_1"] = captured("1", 9880);
    ASSERT_TRUE(tell("evt_1 pi_1"));
    EXPECT_EQ(watch().changed, 0);
    EXPECT_EQ(stored(order).ledger.entries.size(), 1U);
    EXPECT_EQ(status(order), PaymentStatus::paid);
}

TEST_P(NoticeTest, ASilentServiceIsAskedAgainAndAnUnconnectedOneChangesNothing) {
    const auto order = place_at("pi_1", AttemptStatus::authorized);
    book_.truths["pi_1"] = captured("1", 9880);
    book_.is_silent = true;
    ASSERT_TRUE(tell("evt_1 pi_1"));
    watch();
    EXPECT_EQ(status(order), PaymentStatus::authorized);
    book_.is_silent = false;
    wait(6 * minute_ms);
    watch();
    EXPECT_EQ(status(order), PaymentStatus::paid);
    const auto other = place_at("pi_2", AttemptStatus::authorized);
    write([&](ports::UnitOfWork& work) {
        ASSERT_TRUE(payments::disconnect(work, *services_, shop_.id, "stripe", "acct_1"));
    });
    book_.accounts["other"] = "acct_2";
    ASSERT_TRUE(connect("other"));
    wait(2 * day_ms);
    const int before = book_.looks;
    watch();
    EXPECT_EQ(book_.looks, before) << "W-40: only the account that took it can say";
    EXPECT_EQ(status(other), PaymentStatus::authorized);
}

INSTANTIATE_TEST_SUITE_P(Storages, NoticeTest,
                         testing::Values(test::StorageKind::fake, test::StorageKind::sqlite,
                                         test::StorageKind::postgres),
                         [](const auto& each) { return test::storage_names[static_cast<int>(each.param)]; });

}  // namespace
}  // namespace commis::tests
