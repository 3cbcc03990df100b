// Teams, invitations, sessions counted and ended, and a shop's own mail texts come back as they went in.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

class PeopleStoreTest : public StorageTest {
protected:
    ports::Operator make_operator(const std::string& id, const std::string& email) const {
        ports::Operator person{id, email, "Name of " + id, "$argon2id$…", "fr", false, "{}", 5, {}};
        write([&](ports::UnitOfWork& work) { work.access().insert_operator(person); });
        return person;
    }
    ports::Invitation make_invitation(const std::string& id, const std::string& email) const {
        ports::Invitation invitation{sample.shop.id,      id,   "hash-" + id, email, "Ida",
                                     domain::Role::clerk, "da", "Zoé",        10,    20};
        write([&](ports::UnitOfWork& work) { work.access().replace_invitation(invitation); });
        return invitation;
    }
    std::vector<ports::Member> members(std::int64_t shop_id) const {
        return read([&](ports::Snapshot& snapshot) { return snapshot.access().list_members(shop_id); });
    }
};

TEST_P(PeopleStoreTest, MembersAreOfOneShopAndListedByMail) {
    make_operator("operator-1", "Zoe@example.org");
    make_operator("operator-2", "ada@example.org");
    const std::int64_t shop_id = sample.shop.id;
    write([&](ports::UnitOfWork& work) {
        work.access().save_membership("operator-1", {shop_id, domain::Role::owner, 7});
        work.access().save_membership("operator-2", {shop_id, domain::Role::packer, 8});
        work.access().save_membership("operator-2", {shop_id + 1, domain::Role::owner, 9});
        work.access().touch_operator("operator-2", 42);
        work.sign_ins().save_second_factor({"operator-1", "sealed", std::nullopt});
        work.sign_ins().save_second_factor({"operator-2", "sealed", 7});
    });
    ASSERT_EQ(members(shop_id).size(), 2U);
    EXPECT_TRUE(members(shop_id)[0].has_second_factor);
    EXPECT_FALSE(members(shop_id)[1].has_second_factor) << "shown, but not confirmed yet";
    EXPECT_EQ(members(shop_id)[0].operator_id, "operator-2");
    EXPECT_EQ(members(shop_id)[0].last_seen_at_ms, 42);
    EXPECT_EQ(members(shop_id)[1].name, "Name of operator-1");
    EXPECT_EQ(members(shop_id)[1].role, domain::Role::owner);
    EXPECT_EQ(members(shop_id)[1].since_ms, 7);
    EXPECT_FALSE(members(shop_id)[1].last_seen_at_ms);
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.access().lock_members(shop_id).size(), 2U);
        work.access().save_membership("operator-2", {shop_id, domain::Role::viewer, 8});
        EXPECT_FALSE(work.access().delete_membership(shop_id, "nobody"));
        EXPECT_TRUE(work.access().delete_membership(shop_id, "operator-1"));
        EXPECT_FALSE(work.access().delete_membership(shop_id, "operator-1"));
    });
    ASSERT_EQ(members(shop_id).size(), 1U);
    EXPECT_EQ(members(shop_id)[0].role, domain::Role::viewer);
    EXPECT_EQ(members(shop_id + 1).size(), 1U);
}

// A choice of language must not bring back a membership that was taken meanwhile, or an older password.
TEST_P(PeopleStoreTest, SavingAnOperatorTouchesNoMembership) {
    auto person = make_operator("operator-1", "zoe@example.org");
    write([&](ports::UnitOfWork& work) {
        work.access().save_membership("operator-1", {sample.shop.id, domain::Role::owner, 7});
        work.access().touch_operator("operator-1", 42);
        person.language = "de";
        person.memberships = {{99, domain::Role::owner, 1}};
        work.access().save_operator(person);
    });
    const auto stored =
        read([](ports::Snapshot& snapshot) { return snapshot.access().find_operator("operator-1").value(); });
    EXPECT_EQ(stored.language, "de");
    EXPECT_EQ(stored.last_seen_at_ms, 42);
    ASSERT_EQ(stored.memberships.size(), 1U);
    EXPECT_EQ(stored.memberships[0].shop_id, sample.shop.id);
    EXPECT_EQ(stored.memberships[0].since_ms, 7);
}

TEST_P(PeopleStoreTest, AnAddressHasOneInvitationAShop) {
    make_invitation("invitation-1", "Ida@example.org");
    make_invitation("invitation-2", "bo@example.org");
    const auto again = make_invitation("invitation-3", "ida@EXAMPLE.org");
    const auto list =
        read([&](ports::Snapshot& snapshot) { return snapshot.access().list_invitations(sample.shop.id); });
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].id, "invitation-2");
    EXPECT_EQ(list[1].id, "invitation-3");
    EXPECT_EQ(list[1].token_hash, "");
    storage().read([&](ports::Snapshot& snapshot) {
        EXPECT_FALSE(snapshot.access().find_invitation("hash-invitation-1"));
        const auto found = snapshot.access().find_invitation(again.token_hash);
        EXPECT_TRUE(found && found->email == "ida@EXAMPLE.org" && found->role == domain::Role::clerk);
        EXPECT_TRUE(found && found->language == "da" && found->invited_by == "Zoé" && found->expires_at_ms == 20);
    });
    write([&](ports::UnitOfWork& work) {
        EXPECT_FALSE(work.access().delete_invitation(sample.shop.id + 1, "invitation-3"));
        EXPECT_TRUE(work.access().delete_invitation(sample.shop.id, "invitation-3"));
        EXPECT_FALSE(work.access().delete_invitation(sample.shop.id, "invitation-3"));
    });
}

TEST_P(PeopleStoreTest, SessionsAreCountedAndEndedButForOne) {
    write([&](ports::UnitOfWork& work) {
        work.access().insert_session({"hash-1", "operator-1", "csrf", 1, 100});
        work.access().insert_session({"hash-2", "operator-1", "csrf", 1, 100});
        work.access().insert_session({"hash-3", "operator-1", "csrf", 1, 50});
        work.access().insert_session({"hash-4", "operator-2", "csrf", 1, 100});
    });
    const auto count = [&](const char* id) {
        return read([&](ports::Snapshot& snapshot) { return snapshot.access().count_sessions(id, 50); });
    };
    EXPECT_EQ(count("operator-1"), 2);
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.access().delete_other_sessions("operator-1", "hash-2"), 2);
        EXPECT_EQ(work.access().delete_other_sessions("operator-1", ""), 1);
    });
    EXPECT_EQ(count("operator-1"), 0);
    EXPECT_EQ(count("operator-2"), 1);
}

TEST_P(PeopleStoreTest, MailTextsAreKeptByEventAndLanguage) {
    const ports::TemplateKey key{sample.shop.id, "order_placed", "da", ""};
    ports::MailTemplate words{key, "Tak {{order_number}}", "Kære\n\n{{buyer_name}} 🎈", 1, "Zoé", 5};
    write([&](ports::UnitOfWork& work) { work.templates().insert(words); });
    EXPECT_THROW(write([&](ports::UnitOfWork& work) { work.templates().insert(words); }), ports::AlreadyExists);
    write([&](ports::UnitOfWork& work) {
        ports::MailTemplate other = words;
        other.key.event = "order_cancelled";
        work.templates().insert(other);
        other.key.shop_id += 1;
        work.templates().insert(other);
        EXPECT_FALSE(work.templates().update(words)) << "the version was not raised";
        words.version = 2;
        words.body = "Ny";
        EXPECT_TRUE(work.templates().update(words));
        EXPECT_FALSE(work.templates().update(words)) << "somebody was faster";
    });
    storage().read([&](ports::Snapshot& snapshot) {
        const auto found = snapshot.templates().find(key);
        EXPECT_TRUE(found && found->body == "Ny" && found->version == 2 && found->subject == words.subject);
        EXPECT_TRUE(found && found->changed_by == "Zoé" && found->changed_at_ms == 5);
        EXPECT_FALSE(snapshot.templates().find({key.shop_id, key.event, "de", ""}));
        EXPECT_FALSE(snapshot.templates().find({key.shop_id, key.event, "da", "VIP"}));
        const auto list = snapshot.templates().list(key.shop_id);
        EXPECT_EQ(list.size(), 2U);
        EXPECT_EQ(list.empty() ? "" : list[0].key.event, "order_cancelled");
        EXPECT_EQ(list.empty() ? "x" : list[0].body, "") << "a list brings no bodies";
    });
    write([&](ports::UnitOfWork& work) {
        EXPECT_TRUE(work.templates().remove(key));
        EXPECT_FALSE(work.templates().remove(key));
    });
}

COMMIS_ON_EVERY_STORAGE(PeopleStoreTest);

}  // namespace
}  // namespace commis::test
