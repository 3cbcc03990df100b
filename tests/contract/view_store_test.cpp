// Saved views: who sees them, in which order, and whose names they must not take.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using ports::SavedView;

class ViewStoreTest : public StorageTest {
protected:
    [[nodiscard]] SavedView view(const std::string& id, const std::string& owner, const std::string& name) const {
        SavedView made;
        made.shop_id = sample.shop.id;
        made.id = id;
        made.owner_id = owner;
        made.owner_name = "Name of " + owner;
        made.name = name;
        made.query = "queue=to_ship";
        made.columns_json = R"([{"id":"number"}])";
        made.created_at_ms = 5;
        made.updated_at_ms = 6;
        return made;
    }
    void insert(const SavedView& made) const {
        write([&](ports::UnitOfWork& work) { work.views().insert(made); });
    }
    [[nodiscard]] std::vector<std::string> seen_by(const std::string& owner) const {
        std::vector<std::string> ids;
        for (const SavedView& each :
             read([&](ports::Snapshot& snapshot) { return snapshot.views().list(sample.shop.id, owner); })) {
            ids.push_back(each.id);
        }
        return ids;
    }
};

TEST_P(ViewStoreTest, APersonSeesTheOwnAndTheSharedOnesByPosition) {
    SavedView own = view("1", "ann", "Mine");
    own.position = 3;
    SavedView shared = view("2", "bea", "For all");
    shared.shared = true;
    shared.position = 2;
    insert(own);
    insert(shared);
    insert(view("3", "bea", "Hers"));
    EXPECT_EQ(seen_by("ann"), (std::vector<std::string>{"2", "1"}));
    EXPECT_EQ(seen_by("bea"), (std::vector<std::string>{"3", "2"}));
    EXPECT_TRUE(
        read([&](ports::Snapshot& snapshot) { return snapshot.views().list(ports::all_shops_id, "ann"); }).empty());
}

TEST_P(ViewStoreTest, ANameIsTakenWithoutCaseAmongTheOwnAndAmongTheSharedOnes) {
    SavedView first = view("1", "ann", "Parcels");
    first.shared = true;
    insert(first);
    EXPECT_THROW(insert(view("2", "ann", "PARCELS")), ports::AlreadyExists);
    insert(view("3", "bea", "Parcels"));
    SavedView second = view("4", "cid", "parcels");
    second.shared = true;
    EXPECT_THROW(insert(second), ports::AlreadyExists);
}

TEST_P(ViewStoreTest, AViewIsChangedAndRemoved) {
    SavedView own = view("1", "ann", "Mine");
    insert(own);
    own.name = "Yours";
    own.query = "stage=new";
    own.columns_json = "[]";
    own.shared = true;
    own.position = 9;
    own.updated_at_ms = 7;
    std::optional<SavedView> found;
    write([&](ports::UnitOfWork& work) {
        work.views().save(own);
        found = work.views().lock(sample.shop.id, "1");
    });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "Yours");
    EXPECT_EQ(found->query, "stage=new");
    EXPECT_EQ(found->columns_json, "[]");
    EXPECT_TRUE(found->shared);
    EXPECT_EQ(found->position, 9);
    EXPECT_EQ(found->owner_name, "Name of ann");
    EXPECT_EQ(found->updated_at_ms, 7);
    write([&](ports::UnitOfWork& work) { work.views().remove(sample.shop.id, "1"); });
    EXPECT_TRUE(seen_by("ann").empty());
}

COMMIS_ON_EVERY_STORAGE(ViewStoreTest);

}  // namespace
}  // namespace commis::test
