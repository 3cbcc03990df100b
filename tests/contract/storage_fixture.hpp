// Runs one test against the storage in memory, on SQLite and on PostgreSQL: each must keep the ports' promises alike.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "support/sample_shop.hpp"
#include "support/test_storage.hpp"

namespace commis::test {

class StorageTest : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        under_test = std::make_unique<TestStorage>(GetParam());
        sample.store(storage());
    }
    [[nodiscard]] ports::Storage& storage() const { return **under_test; }

    void write(const std::function<void(ports::UnitOfWork&)>& work) const {
        storage().write(ports::Priority::interactive, work);
    }
    [[nodiscard]] std::optional<domain::Order> find(const std::string& order_id) const {
        std::optional<domain::Order> order;
        storage().read([&](ports::Snapshot& snapshot) { order = snapshot.orders().find(sample.shop.id, order_id); });
        return order;
    }

    // What a reader of one moment answers.
    template <class Ask>
    [[nodiscard]] auto read(const Ask& ask) const {
        std::optional<decltype(ask(std::declval<ports::Snapshot&>()))> answer;
        storage().read([&](ports::Snapshot& snapshot) { answer = ask(snapshot); });
        return *answer;
    }
    // The first page of a list.
    [[nodiscard]] static ports::OrderPageRequest page_of(const ports::OrderFilter& filter) {
        ports::OrderPageRequest request;
        request.filter = filter;
        return request;
    }
    // A decision made by hand: the next version with one event, after `change`.
    template <class Change>
    [[nodiscard]] domain::Decision decide(const domain::Order& order, const Change& change,
                                          domain::EventType type = domain::EventType::order_edited) const {
        domain::Decision decision = domain::begin(order, sample.context());
        change(decision.order);
        domain::record(decision, sample.context(), type, {});
        return decision;
    }
    // Saves such a decision and answers the order after it.
    template <class Change>
    domain::Order apply(const domain::Order& order, const Change& change) const {
        const domain::Decision decision = decide(order, change);
        sample.save(storage(), order, decision);
        return decision.order;
    }

    std::unique_ptr<TestStorage> under_test;
    SampleShop sample;
};

inline std::string storage_name(const testing::TestParamInfo<StorageKind>& info) {
    return storage_names[static_cast<int>(info.param)];
}

}  // namespace commis::test

#define COMMIS_ON_EVERY_STORAGE(suite)                                                                           \
    INSTANTIATE_TEST_SUITE_P(Storages, suite,                                                                    \
                             testing::Values(commis::test::StorageKind::fake, commis::test::StorageKind::sqlite, \
                                             commis::test::StorageKind::postgres),                               \
                             commis::test::storage_name)
