// Runs one test against the storage in memory, on SQLite and on PostgreSQL: each must keep the ports' promises alike.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

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
