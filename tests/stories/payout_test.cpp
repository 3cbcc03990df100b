// Payouts from an acquirer's table to the bank: matched to their orders, found in the statement, missed when they fail
// to come.
#include <gtest/gtest.h>

#include <map>

#include "domain/payout.hpp"
#include "features/payouts/payouts.hpp"
#include "json/parse.hpp"
#include "stories/bank_file.hpp"
#include "stories/story_site.hpp"

namespace commis::test {
namespace {

using json::Value;

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

class PayoutStory : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES names no server";
        site = std::make_unique<StorySite>(GetParam());
        site->make_shop("maison", "swiss-shop", "CHF", "en", "Europe/Zurich");
        ASSERT_EQ(call("PATCH", "", R"({"bank_accounts":[{"iban":")" + our_account + R"("}]})").status, 200);
        const auto saved =
            call("PUT", "/bank-mappings/sandbox",
                 R"({"kind":"payout","delimiter":",","dates":"ymd","decimal":".","currency":"CHF",)"
                 R"("columns":[{"field":"booked_on","column":"Date"},{"field":"payout","column":"Payout"},)"
                 R"({"field":"reference","column":"Reference"},{"field":"order","column":"Order"},)"
                 R"({"field":"gross","column":"Gross"},{"field":"fee","column":"Fee"}],)"
                 R"("header":["Date","Payout","Reference","Order","Gross","Fee"]})");
        ASSERT_EQ(saved.status, 200) << saved.body;
    }
    http::Response call(const std::string& method, const std::string& path, const std::string& body = "",
                        const std::string& type = "application/json") {
        std::map<std::string, std::string> headers;
        if (!body.empty()) headers["Content-Type"] = type;
        return site->call(method, "/api/v1/shops/maison" + path, body, headers);
    }
    http::Response send_payouts(const std::string& lines) {
        return call("POST", "/payouts", "Date,Payout,Reference,Order,Gross,Fee\n" + lines, "text/csv");
    }
    http::Response send_statement(const std::string& lines) {
        return call("POST", "/bank-statements", file(lines), "application/xml");
    }
    // Paid by card in the storefront, captured now.
    Value charge(std::int64_t amount_minor, const std::string& reference) {
        const std::string amount = std::to_string(amount_minor);
        const auto placed = call("POST", "/orders",
                                 R"({"currency":"CHF","buyer":{"name":"Zoé","email":"zoe@example.org"},)"
                                 R"("prices_include_tax":true,"lines":[{"name":"Mug","quantity":1,"unit_price":)" +
                                     amount + R"(}],"payments":[{"method":"card","provider":"sandbox","reference":")" +
                                     reference + R"(","status":"captured","amount":)" + amount + "}]}");
        EXPECT_EQ(placed.status, 201) << placed.body;
        return read(placed);
    }
    static Value read(const http::Response& response) { return json::parse(response.body).value(); }
    static std::string text(const Value& value, const char* name) { return std::string(value.at(name).as_string()); }
    static std::string code(const http::Response& response) {
        return std::to_string(response.status) + " " + text(read(response), "code");
    }
    Value payout(const std::string& id) { return read(call("GET", "/payouts/" + id)); }
    std::string missing(const std::string& query = "") {
        std::string numbers;
        const Value page = read(call("GET", "/payouts/missing" + query));
        for (const Value& each : page.at("items").as_array()) {
            numbers += text(each.at("order"), "number") + " ";
        }
        return numbers;
    }

    std::unique_ptr<StorySite> site;
};

TEST_P(PayoutStory, C31_a_table_of_an_acquirer_is_matched_to_its_orders_and_found_in_the_bank) {
    const Value first = charge(5'000, "w-1");
    const Value second = charge(3'000, "w-2");
    const Value taken =
        read(send_payouts("2026-11-20,P-1,w-1,,50.00,1.00\n2026-11-20,P-1," + text(second, "number") + "-x," +
                          text(second, "number") + ",30.00,0.60\n" + "2026-11-20,P-1,w-9,,2.00,0.00\n"));
    const Value told = taken.at("payouts").at(0);
    EXPECT_EQ(told.at("amount"), 8'040);
    EXPECT_EQ(told.at("items"), 3);
    EXPECT_EQ(told.at("arrived"), false);
    const Value whole = payout(text(told, "id"));
    const auto& lines = whole.at("lines").as_array();
    EXPECT_EQ(lines.at(2).at("order"), nullptr) << "nobody knows w-9";
    // The statement comes; nobody decides anything.
    const Value statement =
        read(send_statement(line({{8'040, "Sammelgutschrift", "", "", "B1", "SANDBOX AG"}}, "CHF")));
    EXPECT_EQ(statement.at("payouts"), 1);
    EXPECT_EQ(statement.at("booked"), 0);
    const Value entry = statement.at("entries").at(0);
    EXPECT_EQ(text(entry, "status"), "booked");
    EXPECT_EQ(text(entry.at("payouts").at(0), "id"), text(told, "id"));
    EXPECT_TRUE(entry.at("orders").as_array().empty()) << "no order gets money by it";
    const Value arrived = payout(text(told, "id"));
    EXPECT_EQ(arrived.at("arrived"), true);
    EXPECT_EQ(text(arrived.at("arrived_in"), "id"), text(entry, "id"));
    EXPECT_EQ(text(read(call("GET", "/orders/" + text(first, "id"))), "payment_status"), "paid");
    // And it is taken back like any other booking.
    ASSERT_EQ(call("POST", "/bank-entries/" + text(entry, "id") + "/reopen", "{}").status, 200);
    EXPECT_EQ(payout(text(told, "id")).at("arrived"), false);
    EXPECT_EQ(payout(text(told, "id")).at("may_be").at(0).at("id"), entry.at("id"));
    const auto booked =
        call("POST", "/bank-entries/" + text(entry, "id") + "/payout", R"({"payout":")" + text(told, "id") + "\"}");
    EXPECT_EQ(booked.status, 200) << booked.body;
    EXPECT_EQ(payout(text(told, "id")).at("arrived"), true);
}

TEST_P(PayoutStory, C31_the_report_may_come_after_the_money) {
    const Value statement = read(send_statement(line({{4'900, "Worldline Payout", "", "", "B1"}}, "CHF")));
    EXPECT_EQ(text(statement.at("entries").at(0), "status"), "open");
    const Value told = read(send_payouts("2026-11-20,P-2,w-1,,50.00,1.00\n")).at("payouts").at(0);
    EXPECT_EQ(told.at("arrived"), true);
    EXPECT_EQ(text(told, "bank_entry"), text(statement.at("entries").at(0), "id"));
}

TEST_P(PayoutStory, C31_an_entry_that_may_be_something_else_waits_for_a_person) {
    const auto open = [&](const Value& statement) { return text(statement.at("entries").at(0), "status"); };
    const Value told = read(send_payouts("2026-11-20,P-3,w-1,,50.00,0.00\n")).at("payouts").at(0);
    const auto placed =
        call("POST", "/orders",
             R"({"currency":"CHF","buyer":{"email":"zoe@example.org"},"prices_include_tax":true,"lines":)"
             R"([{"name":"Mug","quantity":1,"unit_price":5000}],"payment":{"method":"prepayment"}})");
    ASSERT_EQ(placed.status, 201);
    // Exactly this is due on an order, and nobody says who sent it.
    const Value doubtful = read(send_statement(line({{5'000, "Danke", "", "", "B1"}}, "CHF")));
    EXPECT_EQ(open(doubtful), "open");
    EXPECT_TRUE(doubtful.at("entries").at(0).at("can_book_payout").as_bool());
    EXPECT_EQ(payout(text(told, "id")).at("arrived"), false);
    // Another amount, and another payout's id.
    const Value other = read(send_statement(line({{5'001, "Worldline", "", "", "B2"}}, "CHF")));
    EXPECT_FALSE(other.at("entries").at(0).at("can_book_payout").as_bool());
    const auto refused = call("POST", "/bank-entries/" + text(other.at("entries").at(0), "id") + "/payout",
                              R"({"payout":")" + text(told, "id") + "\"}");
    EXPECT_EQ(code(refused), "409 payout_differs");
    EXPECT_EQ(code(call("POST", "/bank-entries/none/payout", R"({"payout":"none"})")), "404 not_found");
}

TEST_P(PayoutStory, C31_a_payout_is_taken_in_once_and_seen_by_hand) {
    const Value first = read(send_payouts("2026-11-20,P-4,w-1,,50.00,1.00\n"));
    EXPECT_EQ(first.at("known"), 0);
    const Value again = read(send_payouts("2026-11-20,P-4,w-1,,50.00,1.00\n2026-11-21,P-5,w-2,,5.00,0\n"));
    EXPECT_EQ(again.at("known"), 1);
    const std::string id = text(first.at("payouts").at(0), "id");
    EXPECT_EQ(text(again.at("payouts").at(0), "id"), id);
    EXPECT_EQ(read(call("GET", "/payouts?show=awaited")).at("items").as_array().size(), 2U);
    EXPECT_EQ(call("POST", "/payouts/" + id + "/arrived").status, 200);
    EXPECT_EQ(code(call("POST", "/payouts/" + id + "/arrived")), "409 payout_arrived");
    EXPECT_EQ(read(call("GET", "/payouts?show=awaited")).at("awaited"), 1);
    EXPECT_EQ(call("POST", "/payouts/" + id + "/awaited").status, 200);
    EXPECT_EQ(code(call("POST", "/payouts/" + id + "/awaited")), "409 payout_not_arrived");
    EXPECT_EQ(code(call("POST", "/payouts/none/arrived")), "404 not_found");
    const Value page = read(call("GET", "/payouts?limit=1"));
    const Value next = read(call("GET", "/payouts?limit=1&cursor=" + text(page, "next_cursor")));
    EXPECT_EQ(text(next.at("items").at(0), "reference"), "P-4");
    EXPECT_EQ(next.at("next_cursor"), nullptr);
}

TEST_P(PayoutStory, C33_a_fee_of_its_own_is_booked_and_clearing_comes_to_nothing) {
    charge(5'000, "w-1");
    domain::PayoutReport report;
    report.provider = "sandbox";
    report.account = "a";
    report.reference = "po_1";
    report.amount_minor = 4'400;
    report.currency = *domain::Currency::find("CHF");
    report.arrives_at_ms = site->clock.at_ms;
    report.items.resize(2);
    report.items[0] = {.payment_reference = "w-1", .gross_minor = 5'000, .fee_minor = 100, .net_minor = 4'900};
    report.items[1] = {.kind = domain::PayoutItemKind::fee, .gross_minor = -500, .net_minor = -500};
    std::vector<domain::Shop> shops;
    site->services().storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    const std::string id =
        payouts::take_in(site->services(), shops.front(), Caller::system("sandbox"), {report}).front().id;
    const auto balances = [&] {
        std::map<std::string, std::int64_t> sums;
        const Value journal = read(call("GET", "/accounting/journal?from=2026-01-01&to=2027-12-31&limit=200"));
        for (const Value& entry : journal.at("items").as_array()) {
            for (const Value& posting : entry.at("postings").as_array()) {
                sums[text(posting, "account_name")] += posting.at("debit").as_int64() - posting.at("credit").as_int64();
            }
        }
        return sums;
    };
    const auto step = [&](const char* name) {
        site->clock.at_ms += 60'000;
        EXPECT_EQ(call("POST", "/payouts/" + id + "/" + name).status, 200) << name;
        return balances();
    };
    auto sums = step("arrived");
    EXPECT_EQ(sums["Payments in transit sandbox"], 0);
    EXPECT_EQ(sums["Bank"], 4'400);
    EXPECT_EQ(sums["Payment fees"], 600);
    sums = step("awaited");
    EXPECT_EQ(sums["Payments in transit sandbox"], 5'000);
    EXPECT_EQ(sums["Bank"], 0);
    EXPECT_EQ(sums["Payment fees"], 0);
    sums = step("arrived");
    EXPECT_EQ(sums["Payments in transit sandbox"], 0);
    EXPECT_EQ(sums["Bank"], 4'400);
    std::int64_t all = 0;
    for (const auto& [account, sum] : sums) all += sum;
    EXPECT_EQ(all, 0);
}

TEST_P(PayoutStory, C32_card_payments_that_never_came_are_seen_with_their_age) {
    const Value first = charge(5'000, "w-1");
    site->clock.at_ms += day_ms;
    const Value second = charge(3'000, "w-2");
    EXPECT_EQ(missing(), "") << "a week is patience";
    site->clock.at_ms += 7 * day_ms;
    EXPECT_EQ(missing(), text(first, "number") + " ");
    EXPECT_EQ(missing("?days=3"), text(first, "number") + " " + text(second, "number") + " ");
    const Value row = read(call("GET", "/payouts/missing?days=3&limit=1"));
    EXPECT_EQ(row.at("items").at(0).at("amount"), 5'000);
    EXPECT_EQ(row.at("items").at(0).at("days"), 8);
    EXPECT_EQ(row.at("count"), 2);
    EXPECT_EQ(missing("?days=3&limit=1&cursor=" + text(row, "next_cursor")), text(second, "number") + " ");
    // Its payout is told: it is missing no longer, until the payout fails.
    domain::PayoutReport report;
    report.provider = "sandbox";
    report.account = "a";
    report.reference = "po_1";
    report.status = domain::PayoutStatus::on_its_way;
    report.amount_minor = 4'900;
    report.currency = *domain::Currency::find("CHF");
    report.arrives_at_ms = site->clock.at_ms;
    report.items.resize(1);
    report.items.front().payment_reference = "w-1";
    report.items.front().gross_minor = 5'000;
    const auto tell = [&] {
        std::vector<domain::Shop> shops;
        site->services().storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
        return payouts::take_in(site->services(), shops.front(), Caller::system("sandbox"), {report}).front();
    };
    EXPECT_FALSE(tell().is_known);
    EXPECT_EQ(missing(), "");
    report.status = domain::PayoutStatus::failed;
    report.fault = "account_closed";
    const auto failed = tell();
    EXPECT_TRUE(failed.is_known);
    EXPECT_EQ(missing(), text(first, "number") + " ");
    EXPECT_EQ(text(payout(failed.id), "fault"), "account_closed");
    EXPECT_EQ(code(call("GET", "/payouts/missing?days=x")), "422 bad_field");
}

INSTANTIATE_TEST_SUITE_P(Storages, PayoutStory,
                         testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& tested) { return storage_names[static_cast<int>(tested.param)]; });

}  // namespace
}  // namespace commis::test
