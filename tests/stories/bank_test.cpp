// Bank files sent to the program: what is booked by itself, what waits, and what a person makes of it.
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <thread>

#include "domain/payment_reference.hpp"
#include "json/parse.hpp"
#include "stories/bank_file.hpp"
#include "stories/story_site.hpp"

namespace commis::test {
namespace {

using json::Value;

Value read(const http::Response& response) { return json::parse(response.body).value(); }

class BankStory : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES names no server";
        site = std::make_unique<StorySite>(GetParam());
        site->make_shop("maison", "swiss-shop", "CHF", "en", "Europe/Zurich");
        const auto changed = call("PATCH", "", R"({"bank_accounts":[{"iban":")" + our_account + R"("}]})");
        ASSERT_EQ(changed.status, 200) << changed.body;
    }

    http::Response call(const std::string& method, const std::string& path, const std::string& body = "",
                        std::map<std::string, std::string> headers = {}) {
        if (!body.empty() && !headers.contains("Content-Type")) headers["Content-Type"] = "application/json";
        return site->call(method, base + path, body, headers);
    }
    http::Response send(const std::string& bytes, std::map<std::string, std::string> headers = {}) {
        headers.try_emplace("Content-Type", "application/xml");
        return call("POST", "/bank-statements", bytes, headers);
    }
    Value place(std::int64_t amount_minor, const std::string& name = "Zoé Lefèvre") {
        const auto placed =
            call("POST", "/orders",
                 R"({"currency":"CHF","buyer":{"name":")" + name +
                     R"(","email":"zoe@example.org"},"prices_include_tax":true,"lines":[{"name":"Mug","quantity":1,)" +
                     R"("unit_price":)" + std::to_string(amount_minor) + R"(}],"payment":{"method":"prepayment"}})");
        EXPECT_EQ(placed.status, 201) << placed.body;
        return read(placed);
    }
    Value order(const Value& placed) { return read(call("GET", "/orders/" + id_of(placed))); }
    static std::string id_of(const Value& value) { return std::string(value.at("id").as_string()); }
    static std::string number_of(const Value& value) { return std::string(value.at("number").as_string()); }
    std::string payment_status(const Value& placed) {
        return std::string(order(placed).at("payment_status").as_string());
    }
    static std::string words(const Value& entry, const char* name) { return std::string(entry.at(name).as_string()); }
    Value first_entry(const http::Response& response) {
        EXPECT_EQ(response.status, 200) << response.body;
        return read(response).at("entries").at(0);
    }
    static std::string code(const http::Response& response) {
        return std::to_string(response.status) + " " + std::string(read(response).at("code").as_string());
    }
    static std::string reasons(const Value& value) {
        std::string text;
        for (const Value& each : value.at("reasons").as_array()) text += std::string(each.as_string()) + " ";
        return text;
    }

    // What may be done with an entry, as it says itself.
    static std::string offered(const Value& entry) {
        std::string text;
        for (const std::string what : {"accept", "split", "dismiss", "reopen"}) {
            if (entry.at("can_" + what).as_bool()) text += what + " ";
        }
        return text;
    }

    const std::string base = "/api/v1/shops/maison";
    std::unique_ptr<StorySite> site;
};

TEST_P(BankStory, C11_the_exact_amount_on_the_right_account_pays_the_order) {
    const Value placed = place(4'250);
    const Value entry = first_entry(send(file(line({{4'250, "Bestellung " + number_of(placed)}}, "CHF"))));
    EXPECT_EQ(words(entry, "match"), "exact");
    EXPECT_EQ(words(entry, "status"), "booked");
    EXPECT_TRUE(entry.at("automatic").as_bool());
    EXPECT_EQ(id_of(entry.at("orders").at(0)), id_of(placed));
    const Value paid = order(placed);
    EXPECT_EQ(words(paid, "payment_status"), "paid");
    EXPECT_EQ(words(paid.at("payments").as_array().back(), "source"), "bank") << "G-04: the order shows who spoke";
    EXPECT_EQ(words(paid.at("payments").as_array().back(), "reference"), id_of(entry));
}

TEST_P(BankStory, C12_the_invoice_number_and_structured_references_pay_it_as_well) {
    const Value first = place(1'000);
    const Value second = place(2'000);
    ASSERT_EQ(call("POST", "/orders/" + id_of(first) + "/actions/invoice", "{}").status, 200);
    const std::string invoice = words(order(first).at("documents").at(0), "number");
    const std::string lines = line({{1'000, "Rechnung " + invoice}}, "CHF") +
                              line({{2'000, "", domain::make_qrr(number_of(second))->text}}, "CHF");
    EXPECT_EQ(read(send(file(lines))).at("booked").as_int64(), 2);
    EXPECT_EQ(payment_status(first), "paid");
    EXPECT_EQ(payment_status(second), "paid");
}

TEST_P(BankStory, A19_what_is_not_exact_waits_with_its_difference) {
    const Value placed = place(5'000);
    const Value entry = first_entry(send(file(line({{4'000, number_of(placed)}}, "CHF"))));
    EXPECT_EQ(words(entry, "match"), "proposed");
    EXPECT_EQ(words(entry, "status"), "open");
    EXPECT_EQ(entry.at("orders").at(0).at("due").as_int64(), 5'000);
    EXPECT_EQ(reasons(entry.at("orders").at(0)), "underpaid ");
    EXPECT_NE(payment_status(placed), "paid");
    const auto accepted = call("POST", "/bank-entries/" + id_of(entry) + "/accept", "{}");
    EXPECT_EQ(accepted.status, 200) << accepted.body;
    EXPECT_EQ(offered(entry), "accept split dismiss ");
    EXPECT_EQ(offered(read(accepted)), "reopen ");
    EXPECT_EQ(payment_status(placed), "partially_paid");
    // The rest comes: several transfers for one order.
    EXPECT_EQ(words(first_entry(send(file(line({{1'000, "Rest " + number_of(placed)}}, "CHF")))), "match"), "exact");
    EXPECT_EQ(payment_status(placed), "paid");
    // And once more by mistake: only a person books it, and it is owed back.
    const Value again = first_entry(send(file(line({{1'000, "nochmals " + number_of(placed)}}, "CHF"))));
    EXPECT_EQ(reasons(again.at("orders").at(0)), "paid_already ");
    EXPECT_EQ(call("POST", "/bank-entries/" + id_of(again) + "/accept", "{}").status, 200);
    EXPECT_EQ(order(placed).at("totals").at("owed_back").as_int64(), 1'000);
}

TEST_P(BankStory, money_on_another_account_or_in_another_currency_is_not_booked) {
    const Value placed = place(5'000);
    const Value elsewhere = first_entry(send(file(line({{5'000, number_of(placed)}}, "CHF"), "CH3709000000304442225")));
    EXPECT_EQ(reasons(elsewhere), "other_account ");
    const Value euros = first_entry(send(file(line({{5'000, number_of(placed)}}, "EUR"))));
    EXPECT_EQ(reasons(euros.at("orders").at(0)), "other_currency ");
    EXPECT_EQ(code(call("POST", "/bank-entries/" + id_of(euros) + "/accept", "{}")), "409 bank_currency_differs");
    EXPECT_NE(payment_status(placed), "paid");
}

TEST_P(BankStory, the_same_money_is_taken_once_whatever_file_tells_of_it) {
    const Value first = place(2'000);
    const Value second = place(3'000);
    const std::vector<Transfer> both{{2'000, number_of(first), "", "", "REF1"}, {3'000, number_of(second)}};
    const std::string notification = file(line(both, "CHF"), our_account, true);
    EXPECT_EQ(read(send(notification)).at("booked").as_int64(), 2);
    const Value again = read(send(notification));
    EXPECT_EQ(again.at("booked").as_int64(), 0);
    EXPECT_EQ(again.at("known").as_int64(), 2);
    EXPECT_TRUE(again.at("entries").at(0).at("known").as_bool());
    EXPECT_EQ(words(again.at("entries").at(0), "match"), "exact") << "it says what became of it";
    // The statement of the evening has the same line, split and whole.
    EXPECT_EQ(read(send(file(line(both, "CHF")))).at("known").as_int64(), 2);
    EXPECT_EQ(read(send(file(line(both, "CHF", false)))).at("known").as_int64(), 1);
    EXPECT_EQ(order(first).at("payments").as_array().size(), order(second).at("payments").as_array().size());
    EXPECT_EQ(order(first).at("totals").at("paid").as_int64(), 2'000);
}

TEST_P(BankStory, a_whole_line_gives_way_to_its_parts) {
    const Value first = place(2'000);
    const Value second = place(3'000);
    const std::vector<Transfer> both{{2'000, number_of(first), "", "", "REF2"}, {3'000, number_of(second)}};
    EXPECT_EQ(words(first_entry(send(file(line(both, "CHF", false)))), "match"), "none");
    EXPECT_EQ(read(send(file(line(both, "CHF"), our_account, true))).at("booked").as_int64(), 2);
    EXPECT_EQ(read(call("GET", "/bank-entries?status=open")).at("items").as_array().size(), 0U);
}

TEST_P(BankStory, the_same_file_sent_twice_at_once_is_booked_once) {
    const Value placed = place(2'000);
    const std::string bytes = file(line({{2'000, number_of(placed)}}, "CHF"));
    std::vector<std::int64_t> booked(4);
    {
        std::vector<std::jthread> clients;
        for (std::int64_t& each : booked) {
            clients.emplace_back([&] { each = read(send(bytes)).at("booked").as_int64(); });
        }
    }
    EXPECT_EQ(std::accumulate(booked.begin(), booked.end(), std::int64_t{0}), 1);
    EXPECT_EQ(order(placed).at("totals").at("paid").as_int64(), 2'000);
}

TEST_P(BankStory, a_repeated_key_gives_the_first_answer) {
    const Value placed = place(2'000);
    const std::string bytes = file(line({{2'000, number_of(placed)}}, "CHF"));
    const auto first = send(bytes, {{"Idempotency-Key", "k1"}});
    EXPECT_EQ(send(bytes, {{"Idempotency-Key", "k1"}}).body, first.body);
    EXPECT_EQ(code(send(file(line({{1, "x"}}, "CHF")), {{"Idempotency-Key", "k1"}})), "422 idempotency_key_reused");
    EXPECT_EQ(read(call("GET", "/bank-entries")).at("items").as_array().size(), 1U)
        << "the other body was not taken in";
}

TEST_P(BankStory, a_returned_transfer_is_taken_back_from_its_order) {
    const Value placed = place(2'000);
    const Value entry = first_entry(send(file(line({{2'000, number_of(placed), "", "E2E-1"}}, "CHF"))));
    EXPECT_EQ(payment_status(placed), "paid");
    const Value back = first_entry(send(file(line({{2'000, "returned", "", "E2E-1", "", "", true}}, "CHF"))));
    EXPECT_EQ(words(back, "status"), "booked");
    EXPECT_EQ(words(back, "returns"), id_of(entry));
    EXPECT_EQ(words(back, "return_reason"), "AC04");
    EXPECT_EQ(order(placed).at("totals").at("due").as_int64(), 2'000);
    EXPECT_EQ(words(read(call("GET", "/bank-entries/" + id_of(entry))), "status"), "returned");
    // Without a sign of its transfer it waits.
    const Value stray = first_entry(send(file(line({{2'000, "?", "", "E2E-9", "", "", true}}, "CHF"))));
    EXPECT_EQ(words(stray, "status"), "open");
    EXPECT_EQ(reasons(stray), "returned ");
    EXPECT_EQ(offered(stray), "dismiss ");
    EXPECT_EQ(offered(back), "") << "a return that is settled stays settled";
    EXPECT_EQ(code(call("POST", "/bank-entries/" + id_of(stray) + "/accept", "{}")), "422 nothing_named");
}

TEST_P(BankStory, a_person_splits_dismisses_and_takes_back) {
    const Value first = place(2'000);
    const Value second = place(3'000);
    const Value entry = first_entry(send(file(line({{5'000, "for everything"}}, "CHF"))));
    EXPECT_EQ(offered(entry), "split dismiss ");
    const std::string path = "/bank-entries/" + id_of(entry);
    EXPECT_EQ(words(entry, "match"), "none");
    EXPECT_EQ(code(call("POST", path + "/accept", "{}")), "422 nothing_named");
    const auto parts = [&](std::int64_t left, std::int64_t right) {
        return R"({"parts":[{"order":")" + id_of(first) + R"(","amount":)" + std::to_string(left) + R"(},{"order":")" +
               id_of(second) + R"(","amount":)" + std::to_string(right) + "}]}";
    };
    EXPECT_EQ(code(call("POST", path + "/split", parts(2'000, 2'999))), "409 bank_amount_differs");
    EXPECT_EQ(code(call("POST", path + "/split", parts(0, 5'000))), "422 bad_field");
    EXPECT_EQ(code(call("POST", path + "/split", R"({"parts":[]})")), "422 bad_field");
    EXPECT_EQ(code(call("POST", path + "/split", R"({"parts":[{"order":"nobody","amount":5000}]})")), "404 not_found");
    const auto dismissed = call("POST", path + "/dismiss", R"({"note":"a gift"})");
    EXPECT_EQ(words(read(dismissed), "status"), "dismissed");
    EXPECT_EQ(code(call("POST", path + "/split", parts(2'000, 3'000))), "409 bank_entry_settled");
    EXPECT_EQ(words(read(call("POST", path + "/reopen", "{}")), "status"), "open");
    EXPECT_EQ(call("POST", path + "/split", parts(2'000, 3'000)).status, 200);
    EXPECT_EQ(payment_status(first), "paid");
    EXPECT_EQ(payment_status(second), "paid");
    // Booked wrongly: taken back from both by reversing entries, and it waits again.
    EXPECT_EQ(words(read(call("POST", path + "/reopen", "{}")), "status"), "open");
    EXPECT_EQ(order(first).at("totals").at("due").as_int64(), 2'000);
    EXPECT_EQ(order(second).at("totals").at("due").as_int64(), 3'000);
    EXPECT_EQ(code(call("POST", path + "/reopen", "{}")), "409 bank_entry_not_booked");
}

TEST_P(BankStory, who_may_not_take_money_sees_nobody_who_paid) {
    for (const char* role : {"viewer", "packer"}) {
        site->act_as("maison", role);
        EXPECT_EQ(call("GET", "/bank-entries").status, 403) << role;
        EXPECT_EQ(call("GET", "/bank-entries/one").status, 403) << role;
        EXPECT_EQ(call("GET", "/payouts").status, 403) << role;
        EXPECT_EQ(send(file(line({{1, "x"}}, "CHF"))).status, 403) << role;
    }
    site->act_as("maison", "accountant");
    EXPECT_EQ(send(file(line({{1, "x"}}, "CHF"))).status, 200);
    EXPECT_EQ(call("GET", "/bank-entries").status, 200);
    EXPECT_EQ(call("GET", "/payouts").status, 200);
}

TEST_P(BankStory, every_error_has_its_code) {
    const auto unreadable = send("<a/>");
    EXPECT_EQ(code(unreadable), "422 bank_file_unreadable");
    EXPECT_EQ(words(read(unreadable).at("errors").at(0), "code"), "not_a_statement");
    EXPECT_EQ(code(send("a;b", {{"Content-Type", "application/json"}})), "415 unsupported_media_type");
    EXPECT_EQ(code(call("GET", "/bank-entries/nothing")), "404 not_found");
    EXPECT_EQ(code(call("GET", "/bank-entries?status=x")), "422 bad_field");
    EXPECT_EQ(code(call("POST", "/bank-entries/nothing/dismiss", "{}")), "404 not_found");
    const std::string out = "<Ntry><Amt Ccy=\"CHF\">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>";
    const Value gone = first_entry(send(file(out)));
    EXPECT_EQ(words(gone, "status"), "outgoing");
    EXPECT_EQ(code(call("POST", "/bank-entries/" + id_of(gone) + "/accept", "{}")), "409 bank_entry_not_incoming");
    std::string many;
    for (int at = 0; at < 5'001; ++at) many += line({{1, "x", "", "E" + std::to_string(at)}}, "CHF");
    const auto refused = send(file(many));
    EXPECT_EQ(words(read(refused).at("errors").at(0), "code"), "too_many_entries");
}

TEST_P(BankStory, late_money_for_a_removed_order_is_never_booked_by_itself) {
    const Value placed = place(2'000);
    ASSERT_LT(call("DELETE", "/orders/" + id_of(placed)).status, 300);
    const Value entry = first_entry(send(file(line({{2'000, number_of(placed)}}, "CHF"))));
    EXPECT_EQ(words(entry, "match"), "proposed");
    EXPECT_EQ(reasons(entry.at("orders").at(0)), "removed_order ");
    EXPECT_EQ(code(call("POST", "/bank-entries/" + id_of(entry) + "/accept", "{}")), "409 removed");
}

INSTANTIATE_TEST_SUITE_P(Storages, BankStory,
                         testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& tested) { return storage_names[static_cast<int>(tested.param)]; });

}  // namespace
}  // namespace commis::test
