// Erasing over the whole program: no table holds the person any more, and every proof still holds.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "features/audit/audit.hpp"
#include "features/checks/check_orders.hpp"
#include "features/documents/prove.hpp"
#include "features/orders/timers.hpp"
#include "features/personal_data/retention.hpp"
#include "stories/story_site.hpp"
#include "worker/jobs.hpp"

namespace commis::test {
namespace {

namespace bj = boost::json;

constexpr std::int64_t day_ms = 86'400'000;

class Erasure : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES is not set";
        site_ = std::make_unique<StorySite>(GetParam());
        site_->make_shop("maison", "neutral", "EUR", "en", "Europe/Paris");
    }

    bj::value call(const std::string& method, const std::string& path, const std::string& body = "") {
        const http::Response response = site_->call(method, "/api/v1/shops/maison" + path, body, {});
        EXPECT_LT(response.status, 300) << path << body << response.body;
        return response.body.empty() ? bj::value() : bj::parse(response.body);
    }
    // Everything of a person that an order may hold is called Quill.
    std::string place(const std::string& method = "bank-transfer") {
        const bj::value order = call("POST", "/orders", R"({"currency": "EUR", "note": "For Quill",
            "buyer": {"name": "Ada Quill", "email": "ada.quill@example.org", "phone": "quill-1", "company": "Quill Ltd",
                      "vat_id": "QUILL1", "reference": "Quill 7"},
            "billing_address": {"name": "A. Quill", "line1": "1 Quill Street", "city": "Quillham", "country": "FR"},
            "shipping_address": {"name": "B. Quill", "line1": "2 Quill Street", "city": "Quillham", "country": "FR"},
            "lines": [{"name": "Mug", "sku": "MUG", "quantity": 2, "unit_price": 500, "kind": "goods"},
                      {"name": "Seat", "sku": "SEAT", "quantity": 1, "unit_price": 900, "kind": "ticket",
                       "attendees": [{"name": "Cy Quill", "email": "cy.quill@example.org"}]}],
            "payment": {"method": ")" + method + R"("}})");
        return std::string(order.at("id").as_string());
    }
    // Paid, sent, invoiced, noted, written to: with everything that may be said about it.
    std::string finished() {
        const std::string id = place();
        const auto act = [&](const std::string& action, const std::string& body = "{}") {
            call("POST", "/orders/" + id + "/actions/" + action, body);
        };
        act("mark-paid", R"({"note": "Quill paid"})");
        act("delivery-note");
        act("ship", R"({"tracking": {"carrier": "post", "number": "T1"}})");
        act("invoice");
        act("send-mail", R"({"subject": "Dear Quill", "body": "Hello Quill"})");
        call("POST", "/orders/" + id + "/notes", R"({"note": "Quill called"})");
        site_->clock.at_ms += 10 * 60'000;
        orders::run_timers(site_->services(), false);
        return id;
    }
    // Every column of the database that still has the name somewhere.
    std::vector<std::string> places_of(const std::string& name) {
        std::vector<std::string> places;
        site_->engine()->read([&](sql::Session& session) {
            std::vector<std::pair<std::string, std::string>> columns;
            const bool is_sqlite = session.kind() == sql::EngineKind::sqlite;
            sql::Rows rows = session.query(
                {"test_columns", is_sqlite
                                     ? "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p "
                                       "WHERE m.type = 'table' AND m.name NOT LIKE 'order_search_words%'"
                                     : "SELECT table_name, column_name FROM information_schema.columns "
                                       "WHERE table_schema = current_schema()"});
            while (rows.next()) columns.emplace_back(rows.text(0), rows.text(1));
            places.clear();
            for (const auto& [table, column] : columns) {
                const std::string text = "SELECT count(*) FROM " + table + " WHERE lower(CAST(" + column +
                                         " AS text)) LIKE '%" + name + "%'";
                sql::Rows found = session.query({"test_places_" + table + "_" + column, text});
                if (found.next() && found.integer(0) > 0) places.push_back(table + "." + column);
            }
        });
        return places;
    }
    void prove_everything() {
        const Services& services = site_->services();
        const auto report = checks::check_orders(services);
        for (const auto& finding : report.findings) ADD_FAILURE() << finding.order << finding.code << finding.detail;
        for (const auto& shop : documents::prove_shops(services)) {
            EXPECT_EQ(shop.orders.fault_count, 0);
            for (const auto& series : shop.series) EXPECT_EQ(series.fault_count, 0) << domain::id_of(series.kind);
        }
        const auto shop_id = services_shop();
        EXPECT_TRUE(audit::prove(services, shop_id).faults.empty());
    }
    std::int64_t services_shop() {
        std::int64_t id = 0;
        site_->services().storage.read(
            [&](ports::Snapshot& snapshot) { id = snapshot.shops().find_handle("maison")->id; });
        return id;
    }
    personal_data::RetentionReport retain(bool dry_run = false) {
        return personal_data::run_retention(site_->services(), dry_run, [] { return false; });
    }
    std::int64_t count(const std::string& table) {
        std::int64_t rows = 0;
        site_->engine()->read([&](sql::Session& session) {
            const std::string text = "SELECT count(*) FROM " + table;
            sql::Rows found = session.query({"test_count_" + table, text});
            if (found.next()) rows = found.integer(0);
        });
        return rows;
    }

    std::unique_ptr<StorySite> site_;
};

TEST_P(Erasure, NoTableHoldsThePersonAndEveryProofHolds) {
    const std::string id = finished();
    const std::string open = place();
    EXPECT_GT(places_of("quill").size(), 12U) << "or the test looks for nothing";
    const bj::value books = call("GET", "/statistics?from=2026-11-01&to=2026-12-31&by=item");
    call("POST", "/orders/" + open + "/actions/cancel", "{}");
    const bj::value customer = call("GET", "/customers?email=ada.quill@example.org").at("items").at(0);
    const std::string customer_id(customer.at("id").as_string());
    call("POST", "/customers/" + customer_id + "/erase", "{}");
    worker::JobRunner(site_->services(), {}).run_due();
    // The invoice is kept as it was issued; where it was sent to is no part of it.
    const std::vector<std::string> kept{"issued_documents.content"};
    EXPECT_EQ(places_of("quill"), kept);
    const bj::value order = call("GET", "/orders/" + id);
    EXPECT_EQ(order.at("totals").at("total").as_int64(), 1'900);
    EXPECT_EQ(order.at("billing_address").at("country").as_string(), "FR");
    EXPECT_EQ(order.at("people_erased_at").is_null(), false);
    EXPECT_EQ(call("GET", "/orders?q=quill").at("items").as_array().size(), 0U);
    EXPECT_EQ(books.at("sum").at("orders").as_int64(), 2);
    prove_everything();
}

TEST_P(Erasure, TimeErasesPeopleThenTheirBillsAndNeverBefore) {
    const std::string id = finished();
    const std::string open = place();
    EXPECT_EQ(retain().orders_erased, 0) << "off until a shop says so";
    call("PATCH", "", R"({"personal_data": {"erase_after_months": 6}})");
    site_->clock.at_ms += 170 * day_ms;
    EXPECT_EQ(retain().orders_erased, 0) << "not six months yet";
    site_->clock.at_ms += 20 * day_ms;
    EXPECT_EQ(retain(true).orders_erased, 1);
    EXPECT_EQ(call("GET", "/orders/" + id).at("people_erased_at").is_null(), true) << "a dry run changes nothing";
    EXPECT_EQ(retain().orders_erased, 1);
    EXPECT_EQ(retain().orders_erased, 0) << "once";
    EXPECT_FALSE(call("GET", "/orders/" + id).at("people_erased_at").is_null());
    EXPECT_TRUE(call("GET", "/orders/" + open).at("people_erased_at").is_null()) << "its money is still open";
    site_->clock.at_ms += 9 * 366 * day_ms;
    EXPECT_EQ(retain().bills_erased, 0) << "ten years are ten years";
    site_->clock.at_ms += 2 * 366 * day_ms;
    EXPECT_EQ(retain().bills_erased, 1);
    EXPECT_EQ(retain().bills_erased, 0);
    prove_everything();
}

TEST_P(Erasure, WhoHoldsATicketToAnEventAheadIsNotErased) {
    call("POST", "/articles", R"({"sku": "SEAT", "name": "Seat", "kind": "ticket", "price": 900,
        "starts_at": "2028-06-01T18:00:00Z"})");
    const std::string id = finished();
    call("PATCH", "", R"({"personal_data": {"erase_after_months": 1}})");
    site_->clock.at_ms += 100 * day_ms;
    EXPECT_EQ(retain().orders_erased, 0);
    site_->clock.at_ms += 600 * day_ms;
    EXPECT_EQ(retain().orders_erased, 1);
}

TEST_P(Erasure, OldTimelinesMoveToTheArchiveAndReadAsBefore) {
    const std::string id = finished();
    const std::string open = place();
    const bj::value before = call("GET", "/orders/" + id + "/timeline?limit=200");
    const bj::value open_before = call("GET", "/orders/" + open + "/timeline?limit=200");
    const std::int64_t live = count("order_events");
    call("PATCH", "", R"({"personal_data": {"archive_after_months": 3}})");
    EXPECT_EQ(retain().orders_archived, 0);
    site_->clock.at_ms += 100 * day_ms;
    const auto done = retain();
    EXPECT_EQ(done.orders_archived, 1) << "the open one stays";
    EXPECT_EQ(count("archived_events"), done.events_archived);
    EXPECT_EQ(count("order_events"), live - done.events_archived);
    EXPECT_EQ(call("GET", "/orders/" + id + "/timeline?limit=200"), before);
    EXPECT_EQ(call("GET", "/orders/" + open + "/timeline?limit=200"), open_before);
    EXPECT_EQ(call("GET", "/orders/" + id + "?at=2").at("as_of").as_int64(), 2);
    // A page at a time, through the archive and what came later.
    call("POST", "/orders/" + id + "/notes", R"({"note": "Much later"})");
    std::vector<std::int64_t> sequences;
    std::string cursor;
    do {
        const bj::value page = call("GET", "/orders/" + id + "/timeline?limit=2" + cursor);
        for (const bj::value& entry : page.at("items").as_array()) {
            sequences.push_back(entry.at("sequence").as_int64());
        }
        const bj::value& next = page.at("next_cursor");
        cursor = next.is_null() ? "" : "&cursor=" + std::string(next.as_string());
    } while (!cursor.empty());
    ASSERT_EQ(sequences.size(), before.at("items").as_array().size() + 1);
    for (std::size_t at = 0; at < sequences.size(); ++at) {
        EXPECT_EQ(sequences[at], static_cast<std::int64_t>(sequences.size() - at));
    }
    prove_everything();
}

INSTANTIATE_TEST_SUITE_P(All, Erasure, testing::Values(StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& kind) { return storage_names[static_cast<int>(kind.param)]; });

}  // namespace
}  // namespace commis::test
