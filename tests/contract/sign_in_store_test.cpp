// What signing in needs is kept: open sessions, second factors, recovery codes used once, second steps, failures in
// their window; and the audit trail grows at its end alone.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

class SignInStoreTest : public StorageTest {
protected:
    void open(const std::string& id, const std::string& operator_id, std::int64_t seen_at_ms) const {
        ports::Session session{"hash-" + id, operator_id, "csrf", 1, 100, id, "Firefox", "192.0.2.1", seen_at_ms};
        write([&](ports::UnitOfWork& work) { work.access().insert_session(session); });
    }
    std::vector<std::string> sessions_of(const std::string& operator_id, std::int64_t now_ms) const {
        return read([&](ports::Snapshot& snapshot) {
            std::vector<std::string> ids;
            for (const auto& each : snapshot.sign_ins().sessions_of(operator_id, now_ms)) ids.push_back(each.id);
            return ids;
        });
    }
    void append(std::int64_t shop_id, const std::string& kind, const std::string& actor, std::int64_t at_ms) const {
        write([&](ports::UnitOfWork& work) {
            const auto end = work.audit().lock_end(shop_id);
            ports::AuditEntry entry{shop_id,    end.position + 1,
                                    at_ms,      kind,
                                    "operator", actor,
                                    "Zoé",      "",
                                    "",         "{}",
                                    end.digest, "digest-" + std::to_string(end.position + 1)};
            work.audit().append(entry);
        });
    }
};

TEST_P(SignInStoreTest, OpenSessionsAreListedAndEndedOneByOne) {
    open("a", "operator-1", 5);
    open("b", "operator-1", 9);
    open("c", "operator-2", 7);
    EXPECT_EQ(sessions_of("operator-1", 50), (std::vector<std::string>{"b", "a"}));
    EXPECT_TRUE(sessions_of("operator-1", 100).empty());
    write([](ports::UnitOfWork& work) { work.sign_ins().touch_session("hash-a", 20, "2001:db8::1"); });
    const auto first =
        read([](ports::Snapshot& snapshot) { return snapshot.sign_ins().sessions_of("operator-1", 50).front(); });
    EXPECT_TRUE(first.id == "a" && first.address == "2001:db8::1" && first.agent == "Firefox");
    EXPECT_EQ(first.last_seen_at_ms, 20);
    write([](ports::UnitOfWork& work) {
        EXPECT_FALSE(work.sign_ins().delete_session("operator-2", "a"));
        EXPECT_TRUE(work.sign_ins().delete_session("operator-1", "a"));
        EXPECT_FALSE(work.sign_ins().delete_session("operator-1", "a"));
    });
    EXPECT_EQ(sessions_of("operator-1", 50), (std::vector<std::string>{"b"}));
}

TEST_P(SignInStoreTest, ASecondFactorComesBackAndGoesWithAllThatHangsOnIt) {
    write([](ports::UnitOfWork& work) {
        EXPECT_FALSE(work.sign_ins().lock_second_factor("operator-1"));
        work.sign_ins().save_second_factor({"operator-1", "sealed", std::nullopt});
        work.sign_ins().save_second_factor({"operator-1", "sealed-2", 7, 99, 3, 8});
        work.sign_ins().replace_recovery_codes("operator-1", {"one", "two"});
        work.sign_ins().save_step({"step", "operator-1", 0, 50}, 1);
        work.sign_ins().save_step({"step", "operator-1", 2, 50}, 1);
    });
    storage().read([](ports::Snapshot& snapshot) {
        const auto factor = snapshot.sign_ins().find_second_factor("operator-1");
        ASSERT_TRUE(factor);
        EXPECT_TRUE(factor->is_on() && factor->sealed_key == "sealed-2" && factor->last_step == 99);
        EXPECT_TRUE(factor->failures == 3 && factor->failed_at_ms == 8);
        EXPECT_EQ(snapshot.sign_ins().count_recovery_codes("operator-1"), 2);
        EXPECT_EQ(snapshot.sign_ins().find_step("step")->failures, 2);
        EXPECT_FALSE(snapshot.sign_ins().find_second_factor("operator-2"));
    });
    write([](ports::UnitOfWork& work) { work.sign_ins().delete_second_factor("operator-1"); });
    storage().read([](ports::Snapshot& snapshot) {
        EXPECT_FALSE(snapshot.sign_ins().find_second_factor("operator-1"));
        EXPECT_EQ(snapshot.sign_ins().count_recovery_codes("operator-1"), 0);
        EXPECT_FALSE(snapshot.sign_ins().find_step("step"));
    });
}

TEST_P(SignInStoreTest, ARecoveryCodeIsUsedOnceByWhomItBelongsTo) {
    write([](ports::UnitOfWork& work) {
        auto& store = work.sign_ins();
        store.replace_recovery_codes("operator-1", {"one", "two"});
        EXPECT_FALSE(store.use_recovery_code("operator-2", "one", 5));
        EXPECT_TRUE(store.use_recovery_code("operator-1", "one", 5));
        EXPECT_FALSE(store.use_recovery_code("operator-1", "one", 6));
        EXPECT_EQ(work.reads().sign_ins().count_recovery_codes("operator-1"), 1);
        store.replace_recovery_codes("operator-1", {"three"});
        EXPECT_FALSE(store.use_recovery_code("operator-1", "two", 7));
        EXPECT_EQ(work.reads().sign_ins().count_recovery_codes("operator-1"), 1);
    });
}

TEST_P(SignInStoreTest, StepsThatRanOutGo) {
    write([](ports::UnitOfWork& work) {
        work.sign_ins().save_step({"old", "operator-1", 0, 50}, 1);
        work.sign_ins().save_step({"new", "operator-2", 0, 90}, 50);
        EXPECT_FALSE(work.reads().sign_ins().find_step("old"));
        EXPECT_TRUE(work.reads().sign_ins().find_step("new"));
        work.sign_ins().delete_step("new");
        EXPECT_FALSE(work.reads().sign_ins().find_step("new"));
    });
}

TEST_P(SignInStoreTest, FailuresAreCountedInAWindowFromTheFirst) {
    write([](ports::UnitOfWork& work) {
        auto& store = work.sign_ins();
        auto& reads = work.reads().sign_ins();
        EXPECT_FALSE(reads.find_failures("key", 10));
        EXPECT_EQ(store.count_failure("key", 10, 100), 1);
        EXPECT_EQ(store.count_failure("key", 60, 100), 2);
        EXPECT_EQ(store.count_failure("other", 60, 100), 1);
        EXPECT_EQ(reads.find_failures("key", 60)->until_ms, 110);
        store.take_back_failure("key");
        EXPECT_EQ(reads.find_failures("key", 60)->count, 1);
        for (int times = 0; times < 3; ++times) store.take_back_failure("key");
        EXPECT_EQ(reads.find_failures("key", 60)->count, 0) << "never less than none";
        store.take_back_failure("nobody's");
        EXPECT_FALSE(reads.find_failures("nobody's", 60));
        EXPECT_FALSE(reads.find_failures("key", 110));
        EXPECT_EQ(store.count_failure("key", 110, 100), 1);
        store.forget_failures("key");
        EXPECT_FALSE(reads.find_failures("key", 111));
        EXPECT_TRUE(reads.find_failures("other", 111));
    });
}

TEST_P(SignInStoreTest, WhatAShopDemandsIsFoundByItsPeopleAndByAdministrators) {
    using domain::Role;
    const std::int64_t shop_id = sample.shop.id;
    const domain::SecondFactorRule rule{{Role::owner, Role::check_in}, 1'000};
    ports::Operator person;
    person.id = "operator-1";
    person.email = "zoe@example.org";
    person.memberships = {{shop_id, Role::check_in, 1}};
    write([&](ports::UnitOfWork& work) {
        work.access().insert_operator(person);
        EXPECT_EQ(work.reads().sign_ins().second_factor_rule(shop_id), domain::SecondFactorRule{});
        work.sign_ins().save_second_factor_rule(shop_id, {{Role::packer}, 5});
        work.sign_ins().save_second_factor_rule(shop_id, rule);
    });
    storage().read([&](ports::Snapshot& snapshot) {
        EXPECT_EQ(snapshot.sign_ins().second_factor_rule(shop_id), rule);
        EXPECT_EQ(snapshot.sign_ins().second_factor_rule(shop_id + 1), domain::SecondFactorRule{});
        const auto demands = snapshot.sign_ins().second_factor_demands("operator-1");
        ASSERT_EQ(demands.size(), 1U);
        EXPECT_TRUE(demands.front().role == Role::check_in && demands.front().rule == rule);
        EXPECT_TRUE(snapshot.sign_ins().second_factor_demands("operator-2").empty());
        const auto of_all = snapshot.sign_ins().second_factor_demands_of_administrators();
        ASSERT_EQ(of_all.size(), 1U);
        EXPECT_TRUE(of_all.front().role == Role::admin && of_all.front().rule == rule);
    });
    write([&](ports::UnitOfWork& work) { work.sign_ins().save_second_factor_rule(shop_id, {}); });
    storage().read([&](ports::Snapshot& snapshot) {
        EXPECT_TRUE(snapshot.sign_ins().second_factor_demands("operator-1").empty());
        EXPECT_TRUE(snapshot.sign_ins().second_factor_demands_of_administrators().empty());
    });
}

TEST_P(SignInStoreTest, TheAuditTrailIsReadFromItsEndAndFromItsBeginning) {
    const std::int64_t shop_id = sample.shop.id;
    append(shop_id, "signed_in", "operator-1", 10);
    append(shop_id, "settings_changed", "operator-2", 20);
    append(0, "signed_in", "operator-1", 25);
    append(shop_id, "settings_changed", "operator-1", 30);
    storage().read([&](ports::Snapshot& snapshot) {
        const auto positions = [&](ports::AuditFilter filter) {
            filter.shop_id = shop_id;
            std::vector<std::int64_t> found;
            for (const auto& entry : snapshot.audit().list(filter)) found.push_back(entry.position);
            return found;
        };
        using Positions = std::vector<std::int64_t>;
        EXPECT_EQ(positions({}), (Positions{3, 2, 1}));
        EXPECT_EQ(positions({.limit = 2}), (Positions{3, 2}));
        EXPECT_EQ(positions({.before_position = 2}), (Positions{1}));
        EXPECT_EQ(positions({.actor_id = "operator-1"}), (Positions{3, 1}));
        EXPECT_EQ(positions({.actor_id = "operator-1", .kind = "signed_in"}), (Positions{1}));
        EXPECT_EQ(positions({.kind = "settings_changed"}), (Positions{3, 2}));
        EXPECT_EQ(positions({.from_ms = 20, .to_ms = 30}), (Positions{2}));
        EXPECT_EQ(snapshot.audit().after(shop_id, 1, 1).at(0).position, 2);
        const auto whole = snapshot.audit().after(shop_id, 0, 10).at(0);
        EXPECT_TRUE(whole.actor_name == "Zoé" && whole.previous_digest.empty() && whole.digest == "digest-1");
        EXPECT_EQ(snapshot.audit().end(shop_id).position, 3);
        EXPECT_EQ(snapshot.audit().end(shop_id).digest, "digest-3");
        EXPECT_EQ(snapshot.audit().end(0).position, 1);
        EXPECT_EQ(snapshot.audit().end(shop_id + 1).position, 0);
    });
}

COMMIS_ON_EVERY_STORAGE(SignInStoreTest);

}  // namespace
}  // namespace commis::test
