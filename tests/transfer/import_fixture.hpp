// A shop on a real engine, ready to take orders in; and sinks that remember.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "adapters/sql/storage.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/profiles.hpp"
#include "adapters/transfer/open.hpp"
#include "features/imports/run.hpp"
#include "support/schema_database.hpp"
#include "support/shared_data.hpp"

namespace commis::test {

struct Rejects : ports::RejectSink {
    void reject(const ports::RejectedRow& row) override { rows.push_back(row); }
    // "row column code", for short comparisons.
    std::vector<std::string> codes() const;
    std::vector<ports::RejectedRow> rows;
};

class ImportTest : public ::testing::TestWithParam<sql::EngineKind> {
protected:
    void SetUp() override;
    void TearDown() override;

    domain::Shop make_shop(const std::string& handle, const std::string& profile_id, const std::string& currency);
    transfer::SourceSettings settings(const domain::Shop& shop) const;
    imports::ImportResult import_text(const domain::Shop& shop, std::string_view format, std::string text,
                                      Rejects& rejects);
    imports::ImportResult import_file(const domain::Shop& shop, std::string_view format, const std::string& path,
                                      Rejects& rejects, const imports::ImportOptions& options = {});
    std::string export_text(const domain::Shop& shop);
    std::vector<domain::Order> orders_of(const domain::Shop& shop);
    domain::Order order_of(const domain::Shop& shop, const std::string& external_id);
    domain::Projection projection_of(const domain::Shop& shop, const domain::Order& order);

    system::SystemClock clock_;
    system::UlidIds ids_{clock_};
    system::ProfileCatalogue profiles_;
    std::unique_ptr<SchemaDatabase> database_;
    std::unique_ptr<sql::Storage> storage_;
};

// The facts without what differs from shop to shop: ids, numbers, moments of writing, versions.
domain::Order facts_only(domain::Order order);

}  // namespace commis::test
