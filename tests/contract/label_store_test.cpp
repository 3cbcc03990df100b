// Labels of parcels and what a shop agreed with carriers, on every storage.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

class LabelStoreTest : public StorageTest {
protected:
    void SetUp() override {
        StorageTest::SetUp();
        if (!IsSkipped()) order = sample.add(storage(), sample.command());
    }
    [[nodiscard]] ports::ParcelLabel label(std::string bytes, std::optional<std::int64_t> asked_at_ms = {}) const {
        return {sample.shop.id, order.id, "parcel-1", std::move(bytes), 77, asked_at_ms};
    }
    void save(const ports::ParcelLabel& kept) const {
        write([&](ports::UnitOfWork& work) { work.labels().save(kept); });
    }
    [[nodiscard]] std::optional<ports::ParcelLabel> kept(const std::string& parcel = "parcel-1") const {
        return read(
            [&](ports::Snapshot& snapshot) { return snapshot.labels().find(sample.shop.id, order.id, parcel); });
    }

    domain::Order order;
};

TEST_P(LabelStoreTest, ALabelComesBackAsItWasSavedAndASecondTakesItsPlace) {
    EXPECT_FALSE(kept());
    const auto first = label(std::string("%PDF-1.7\0\xFF\n", 11), 5);
    save(first);
    EXPECT_EQ(kept(), first);
    EXPECT_FALSE(kept("parcel-2"));
    save(label("", 0));
    EXPECT_EQ(kept(), label("", 0)) << "0 is not the same as nothing";
    save(label("%PDF-2"));
    EXPECT_EQ(kept(), label("%PDF-2"));
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.labels().find(sample.shop.id, order.id, "parcel-1"), label("%PDF-2"));
    });
}

TEST_P(LabelStoreTest, ErasingTheOrdersPeopleErasesItsLabelsAlone) {
    const domain::Order other = sample.add(storage(), sample.command());
    save(label("%PDF"));
    save({sample.shop.id, other.id, "parcel-1", "%PDF other", 77, {}});
    domain::Decision decision = decide(order, [](domain::Order& o) { o.buyer = {}; }, domain::EventType::people_erased);
    decision.erases_people = true;
    sample.save(storage(), order, decision);
    EXPECT_FALSE(kept());
    EXPECT_TRUE(read([&](ports::Snapshot& snapshot) {
        return snapshot.labels().find(sample.shop.id, other.id, "parcel-1").has_value();
    }));
}

TEST_P(LabelStoreTest, WhatAShopAgreedAndWhenALabelWasBoughtAreKept) {
    const domain::LabelAccount account{"swiss-post", "client", "60030800", "PRI", "A6", "sealed", 99};
    write([&](ports::UnitOfWork& work) {
        auto shop = work.shops().lock(sample.shop.id);
        shop->label_accounts = {account};
        work.shops().save(*shop);
    });
    const auto shop = read([&](ports::Snapshot& snapshot) { return snapshot.shops().find(sample.shop.id); });
    ASSERT_EQ(shop->label_accounts.size(), 1U);
    EXPECT_EQ(shop->label_accounts.front(), account);

    domain::Shipment parcel{.id = "parcel-1", .created_at_ms = 5};
    order = apply(order, [&](domain::Order& o) { o.shipments.push_back(parcel); });
    EXPECT_EQ(find(order.id)->shipments.front().label_bought_at_ms, std::nullopt);
    order = apply(order, [&](domain::Order& o) { o.shipments.front().label_bought_at_ms = 42; });
    EXPECT_EQ(find(order.id)->shipments.front().label_bought_at_ms, 42);
    EXPECT_EQ(find(order.id)->shipments, order.shipments);
}

COMMIS_ON_EVERY_STORAGE(LabelStoreTest);

}  // namespace
}  // namespace commis::test
