// A bank's table sent to the program: asked about once, then read by itself, each transfer kept once.
#include <gtest/gtest.h>

#include <sodium.h>

#include <boost/json/serialize.hpp>
#include <map>

#include "json/parse.hpp"
#include "stories/bank_file.hpp"
#include "stories/story_site.hpp"

namespace commis::test {
namespace {

using json::Value;

const std::string other_account = "CH3709000000304442225";

std::string in_base64(const std::string& bytes) {
    std::string coded(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(coded.data(), coded.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    coded.resize(coded.find('\0'));
    return coded;
}

class BankTableStory : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES names no server";
        site = std::make_unique<StorySite>(GetParam());
        site->make_shop("maison", "swiss-shop", "CHF", "en", "Europe/Zurich");
        name_accounts({our_account});
    }
    void name_accounts(const std::vector<std::string>& accounts) {
        std::string list;
        for (const std::string& account : accounts)
            list += (list.empty() ? "" : ",") + (R"({"iban":")" + account + R"("})");
        const auto changed = call("PATCH", "", R"({"bank_accounts":[)" + list + "]}");
        ASSERT_EQ(changed.status, 200) << changed.body;
    }
    http::Response call(const std::string& method, const std::string& path, const std::string& body = "",
                        const std::string& type = "application/json") {
        std::map<std::string, std::string> headers;
        if (!body.empty()) headers["Content-Type"] = type;
        return site->call(method, "/api/v1/shops/maison" + path, body, headers);
    }
    http::Response send(const std::string& table, const std::string& query = "") {
        return call("POST", "/bank-statements" + query, table, "text/csv");
    }
    Value place(std::int64_t amount_minor) {
        const auto placed =
            call("POST", "/orders",
                 R"({"currency":"CHF","buyer":{"email":"zoe@example.org"},"prices_include_tax":true,"lines":)" +
                     (R"([{"name":"Mug","quantity":1,"unit_price":)" + std::to_string(amount_minor)) +
                     R"(}],"payment":{"method":"prepayment"}})");
        EXPECT_EQ(placed.status, 201) << placed.body;
        return read(placed);
    }
    static Value read(const http::Response& response) { return json::parse(response.body).value(); }
    static std::string text(const Value& value, const char* name) { return std::string(value.at(name).as_string()); }
    static std::string code(const http::Response& response) {
        return std::to_string(response.status) + " " + text(read(response), "code");
    }
    std::string paid(const Value& order) {
        return text(read(call("GET", "/orders/" + text(order, "id"))), "payment_status");
    }
    // What a person saves who takes the guess as it stands.
    http::Response save(const Value& mapping, const std::string& account) {
        return call("PUT", "/bank-mappings/" + account, boost::json::serialize(mapping));
    }

    const std::string head = "Datum;Text;Betrag\n";
    std::unique_ptr<StorySite> site;
};

TEST_P(BankTableStory, C17_a_table_is_asked_about_once_and_then_read_by_itself) {
    const Value order = place(4'250);
    const std::string number = text(order, "number");
    const std::string table = head + "20.11.2026;Bestellung " + number + ";42.50\nSaldo;;1.00\n;;99.00\n";
    const auto unknown = send(head + "20.11.2026;Bestellung " + number + ";42.50\n;;99.00\n", "?name=a.csv");
    ASSERT_EQ(code(unknown), "422 bank_mapping_required");
    const Value layout = read(unknown).at("layout");
    EXPECT_EQ(text(layout.at("mapping"), "account"), our_account);
    EXPECT_EQ(layout.at("entries").at(0).at("amount"), 4'250);
    EXPECT_EQ(layout.at("left_out"), 1);
    EXPECT_TRUE(layout.at("errors").as_array().empty());
    EXPECT_NE(paid(order), "paid") << "nothing is read by a guess";
    const auto saved = save(layout.at("mapping"), "CH58%200079%201123%200008%208901%202");
    ASSERT_EQ(saved.status, 200) << saved.body;
    EXPECT_EQ(text(read(saved), "account"), our_account);
    const auto broken = send(table);
    EXPECT_EQ(code(broken), "422 bank_file_unreadable") << "a sum with a word for a day";
    EXPECT_EQ(read(broken).at("table").at("faults").at(0).at("row"), 3);
    const Value taken = read(send(head + "20.11.2026;Bestellung " + number + ";42.50\n;;99.00\n", "?name=a.csv"));
    EXPECT_EQ(taken.at("booked"), 1);
    EXPECT_EQ(taken.at("left_out"), 1);
    EXPECT_EQ(paid(order), "paid");
    EXPECT_EQ(read(call("GET", "/bank-mappings")).at("items").as_array().size(), 1U);
}

TEST_P(BankTableStory, C17_overlapping_files_count_each_transfer_once) {
    const auto unknown = send(head + "20.11.2026;Spende;10.00\n");
    ASSERT_EQ(save(read(unknown).at("layout").at("mapping"), our_account).status, 200);
    EXPECT_EQ(read(send(head + "20.11.2026;Spende;10.00\n")).at("known"), 0);
    const Value evening =
        read(send(head + "21.11.2026;Spende;10.00\n20.11.2026;Spende;10.00\n20.11.2026;Spende;10.00\n"));
    EXPECT_EQ(evening.at("entries").as_array().size(), 3U);
    EXPECT_EQ(evening.at("known"), 1);
}

TEST_P(BankTableStory, two_accounts_with_the_same_columns_are_told_apart) {
    name_accounts({our_account, other_account});
    const auto unknown = send(head + "20.11.2026;Spende;10.00\n");
    const Value mapping = read(unknown).at("layout").at("mapping");
    EXPECT_EQ(text(mapping, "account"), "") << "of two accounts neither is guessed";
    ASSERT_EQ(save(mapping, our_account).status, 200);
    ASSERT_EQ(save(mapping, other_account).status, 200);
    EXPECT_EQ(code(send(head + "20.11.2026;Spende;10.00\n")), "422 bank_mapping_required");
    const Value taken = read(send(head + "20.11.2026;Spende;10.00\n", "?account=" + other_account));
    EXPECT_EQ(text(taken.at("entries").at(0), "account"), other_account);
    EXPECT_EQ(call("DELETE", "/bank-mappings/" + other_account).status, 204);
    EXPECT_EQ(code(call("DELETE", "/bank-mappings/" + other_account)), "404 not_found");
    EXPECT_EQ(read(send(head + "22.11.2026;Spende;10.00\n")).at("known"), 0);
}

TEST_P(BankTableStory, a_mapping_is_tried_out_before_it_is_saved) {
    const auto preview = [&](const std::string& mapping) {
        return call("POST", "/bank-mappings/preview",
                    R"({"sample":")" + in_base64("A;B;C\n1.2.2026;5,00;x\n") + "\"" +
                        (mapping.empty() ? "" : ",\"mapping\":" + mapping) + "}");
    };
    EXPECT_EQ(read(preview("")).at("mapping").at("header").as_array().size(), 3U);
    const Value tried = read(preview(
        R"({"currency":"CHF","columns":[{"field":"booked_on","column":"A"},{"field":"amount","column":"B"}]})"));
    EXPECT_EQ(tried.at("entries").at(0).at("amount"), 500);
    EXPECT_EQ(text(tried.at("errors").at(0), "field"), "/account");
    EXPECT_EQ(code(call("POST", "/bank-mappings/preview", R"({"sample":"%"})")), "422 bad_field");
    EXPECT_EQ(code(call("POST", "/bank-mappings/preview", R"({"sample":""})")), "422 bank_file_unreadable");
    const auto refused = call("PUT", "/bank-mappings/" + our_account, R"({"columns":[],"currency":"CHF"})");
    EXPECT_EQ(code(refused), "422 bad_field");
}

INSTANTIATE_TEST_SUITE_P(Storages, BankTableStory,
                         testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& tested) { return storage_names[static_cast<int>(tested.param)]; });

}  // namespace
}  // namespace commis::test
