#include "import_fixture.hpp"

#include "adapters/sqlite/database.hpp"
#include "adapters/system/assets.hpp"
#include "adapters/transfer/commis_writer.hpp"
#include "features/exports/run.hpp"

namespace commis::test {
namespace {

std::vector<sql::Migration> shipped_migrations(sql::EngineKind kind) {
    std::vector<std::pair<std::string_view, std::string_view>> files;
    for (const assets::Asset& asset : assets::list("migrations/")) files.emplace_back(asset.path, asset.raw);
    return sql::migrations_from(files, kind);
}

}  // namespace

std::vector<std::string> Rejects::codes() const {
    std::vector<std::string> codes;
    for (const auto& row : rows) codes.push_back(std::to_string(row.row) + " " + row.column + " " + row.code);
    return codes;
}

void ImportTest::SetUp() {
    if (!TestEngine::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
    database_ = std::make_unique<SchemaDatabase>(GetParam());
    storage_ = std::make_unique<sql::Storage>(database_->open(), shipped_migrations(GetParam()));
    storage_->migrate(clock_.now_ms());
}

void ImportTest::TearDown() {
    storage_.reset();
    database_.reset();
}

domain::Shop ImportTest::make_shop(const std::string& handle, const std::string& profile_id,
                                   const std::string& currency) {
    domain::Shop shop;
    shop.id = ids_.next_shop_id();
    shop.handle = handle;
    shop.name = handle;
    shop.profile_id = profile_id;
    shop.currency = *domain::Currency::find(currency);
    shop.language = "en";
    shop.timezone = "Europe/London";
    shop.created_at_ms = clock_.now_ms();
    shop.updated_at_ms = shop.created_at_ms;
    storage_->write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.shops().insert(shop);
        work.orders().create_range(shop.id, "order", "", 1, 0);
    });
    return shop;
}

transfer::SourceSettings ImportTest::settings(const domain::Shop& shop) const {
    return {"", shop.currency, shop.timezone};
}

imports::ImportResult ImportTest::import_text(const domain::Shop& shop, std::string_view format, std::string text,
                                              Rejects& rejects) {
    auto source = transfer::open_text(format, std::move(text), settings(shop));
    if (!source) return {{}, source.error(), false};
    const auto profile = profiles_.of(shop);
    const imports::ImportTarget target{shop, *profile, {domain::ActorKind::import, "", "test"}};
    return imports::run_import(*storage_, clock_, ids_, target, **source, rejects);
}

imports::ImportResult ImportTest::import_file(const domain::Shop& shop, std::string_view format,
                                              const std::string& path, Rejects& rejects,
                                              const imports::ImportOptions& options) {
    auto source = transfer::open_source(format, path, settings(shop));
    if (!source) return {{}, source.error(), false};
    const auto profile = profiles_.of(shop);
    const imports::ImportTarget target{shop, *profile, {domain::ActorKind::import, "", "test"}};
    return imports::run_import(*storage_, clock_, ids_, target, **source, rejects, options);
}

std::string ImportTest::export_text(const domain::Shop& shop) {
    std::string text;
    transfer::CommisWriter writer([&](std::string_view rows) { text += rows; });
    ports::OrderFilter filter;
    filter.shop_ids = {shop.id};
    exports::run_export(*storage_, profiles_.of(shop), filter, writer);
    return text;
}

std::vector<domain::Order> ImportTest::orders_of(const domain::Shop& shop) {
    struct Collector : ports::OrderSink {
        void write(const domain::Order& order, const domain::Profile&) override { orders.push_back(order); }
        std::vector<domain::Order> orders;
    } collector;
    ports::OrderFilter filter;
    filter.shop_ids = {shop.id};
    exports::run_export(*storage_, profiles_.of(shop), filter, collector);
    return collector.orders;
}

domain::Order ImportTest::order_of(const domain::Shop& shop, const std::string& external_id) {
    for (domain::Order& order : orders_of(shop)) {
        if (order.external_id == external_id) return order;
    }
    throw std::runtime_error{"no order " + external_id};
}

domain::Projection ImportTest::projection_of(const domain::Shop& shop, const domain::Order& order) {
    return domain::projection_of(order, *profiles_.of(shop), {});
}

domain::Order facts_only(domain::Order order) {
    order.shop_id = 0;
    order.id.clear();
    order.number.clear();
    order.external_id.clear();
    order.version = 0;
    order.revision = 0;
    order.event_count = 0;
    order.created_at_ms = 0;
    order.updated_at_ms = 0;
    order.imported = true;
    order.seen = false;
    order.placed_by.clear();
    const auto position = [](const auto& list, const std::string& id) {
        return std::to_string(std::ranges::find(list, id, [](const auto& e) { return e.id; }) - list.begin());
    };
    for (auto& entry : order.ledger.entries) entry.payment_id = position(order.ledger.payments, entry.payment_id);
    for (auto& refund : order.ledger.refunds) refund.payment_id = position(order.ledger.payments, refund.payment_id);
    for (auto& parcel : order.shipments) {
        for (auto& part : parcel.parts) part.line_id = position(order.lines, part.line_id);
        parcel.id.clear();
    }
    for (auto& line : order.lines) line.id.clear();
    for (auto& line : order.lines) {
        for (auto& unit : line.units) unit.id.clear();
    }
    for (auto& payment : order.ledger.payments) payment.id.clear();
    for (auto& entry : order.ledger.entries) entry.id.clear();
    for (auto& refund : order.ledger.refunds) refund.id.clear();
    return order;
}

}  // namespace commis::test
