// A statement of 500 transfers, made with a fixed seed: references in eight spellings, one transfer for several orders,
// several for one, too little, too much, twice, returned, without a word. Nothing may be booked that should not be, and
// everything else has to wait for a person.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>

#include "domain/payment_reference.hpp"
#include "json/parse.hpp"
#include "stories/bank_file.hpp"
#include "stories/story_site.hpp"

namespace commis::test {
namespace {

using json::Value;

struct Expected {
    std::string kind;
    std::vector<std::string> orders;  // Booked by itself on exactly these; none: it waits.
};

struct Placed {
    std::string id;
    std::string number;
    std::string invoice;
    std::int64_t due_minor = 0;
};

class LongStatement : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES names no server";
        site = std::make_unique<StorySite>(GetParam());
        site->make_shop("maison", "swiss-shop", "CHF", "de", "Europe/Zurich");
        ask("PATCH", "", R"({"bank_accounts":[{"iban":")" + our_account + R"("}]})");
    }

    Value ask(const std::string& method, const std::string& path, const std::string& body,
              const std::string& type = "application/json") {
        const auto answer = site->call(method, "/api/v1/shops/maison" + path, body, {{"Content-Type", type}});
        EXPECT_LT(answer.status, 300) << path << " " << answer.body.substr(0, 500);
        return json::parse(answer.body).value();
    }

    Placed place(const std::string& name = "Zoé Lefèvre") {
        // An amount of its own for each order, so that none fits by chance.
        amount_minor += 5 + static_cast<std::int64_t>(random() % 90);
        const Value order =
            ask("POST", "/orders",
                R"({"currency":"CHF","buyer":{"name":")" + name +
                    R"(","email":"zoe@example.org"},"lines":[{"name":"Mug","quantity":1,"unit_price":)" +
                    std::to_string(amount_minor) + R"(}],"payment":{"method":"prepayment"}})");
        return {std::string(order.at("id").as_string()), std::string(order.at("number").as_string()), "",
                order.at("totals").at("due").as_int64()};
    }

    void add(const Transfer& transfer, Expected wanted) {
        lines.push_back(line({transfer}, "CHF"));
        expected.push_back(std::move(wanted));
    }
    static std::string spaced(const std::string& number, std::size_t every) {
        std::string text;
        for (std::size_t at = 0; at < number.size(); ++at)
            text += (at > 0 && at % every == 0 ? " " : "") + number.substr(at, 1);
        return text;
    }
    // One way to write an order's number; the eighth is its invoice's.
    Transfer spelled(Placed& order, int spelling) {
        Transfer transfer{order.due_minor, ""};
        transfer.end_to_end_id = "E-" + order.number;
        if (spelling == 0) transfer.words = order.number;
        if (spelling == 1) transfer.words = "Bestellung " + spaced(order.number, 2) + " vom 20.11.2026";
        if (spelling == 2) transfer.words = "Order #" + order.number + ", many thanks!";
        if (spelling == 3) transfer.words = "Commande N°" + order.number + ".";
        if (spelling == 4) transfer.words = "ORDRE NR. " + spaced(order.number, 1);
        if (spelling == 5) transfer.reference = domain::make_qrr(order.number)->text;
        if (spelling == 6) transfer.reference = domain::printed(*domain::make_scor(order.number));
        if (spelling == 7) {
            const Value after = ask("POST", "/orders/" + order.id + "/actions/invoice", "{}");
            order.invoice = std::string(after.at("documents").at(0).at("number").as_string());
            transfer.words = "Zahlung Rechnung " + order.invoice + " Tel. 044 123 45 67";
        }
        return transfer;
    }

    void add_exact() {
        for (int at = 0; at < 240; ++at) {
            Placed order = place();
            add(spelled(order, at % 8), {"spelling " + std::to_string(at % 8), {order.id}});
            paid.push_back(order);
        }
    }
    void add_for_several() {
        for (int at = 0; at < 20; ++at) {
            Expected wanted{"one for several", {}};
            Transfer transfer;
            for (int count = 0; count < 2 + at % 2; ++count) {
                const Placed order = place();
                transfer.words += (count == 0    ? "Bestellungen "
                                   : at % 3 == 0 ? "/"
                                                 : " und Bestellung ") +
                                  order.number;
                transfer.amount_minor += order.due_minor;
                wanted.orders.push_back(order.id);
            }
            std::ranges::sort(wanted.orders);
            add(transfer, wanted);
        }
    }
    void add_inexact() {
        for (int at = 0; at < 50; ++at) {
            const Placed little = place();
            add({little.due_minor - 1 - at, "Bestellung " + little.number}, {"too little", {}});
            const Placed much = place();
            add({much.due_minor + 1 + at, "Bestellung " + much.number}, {"too much", {}});
        }
        for (int at = 0; at < 20; ++at) {
            const Placed order = place();
            add({order.due_minor / 2, "Teil 1 Bestellung " + order.number}, {"in parts", {}});
            add({order.due_minor - order.due_minor / 2, "Teil 2 Bestellung " + order.number}, {"in parts", {}});
        }
    }
    void add_repeated() {
        for (std::size_t at = 0; at < 30; ++at) {
            const Placed& order = paid[at * 7];
            add({order.due_minor, "nochmals Bestellung " + order.number}, {"twice", {}});
        }
        for (std::size_t at = 0; at < 20; ++at) {
            const Placed& order = paid[at * 7 + 3];
            Transfer back{order.due_minor, "Rückgabe"};
            back.end_to_end_id = "E-" + order.number;
            back.is_return = true;
            add(back, {"returned", {order.id}});
        }
    }
    void add_wordless() {
        for (int at = 0; at < 20; ++at) {
            const Placed order = place("Jürgen Müller");
            Transfer transfer{order.due_minor, "Vielen Dank"};
            transfer.payer = "MUELLER JUERGEN";
            add(transfer, {"name and amount", {}});
            add({1 + static_cast<std::int64_t>(random() % 400), "Geschenk " + std::to_string(random() % 90)},
                {"nonsense", {}});
            if (at % 2 == 0)
                add({order.due_minor, "Bestellung 99" + std::to_string(900'000 + at)}, {"unknown number", {}});
        }
    }

    std::unique_ptr<StorySite> site;
    std::mt19937 random{20'261'122};
    std::int64_t amount_minor = 500;
    std::vector<Placed> paid;
    std::vector<std::string> lines;
    std::vector<Expected> expected;
};

TEST_P(LongStatement, C17_five_hundred_transfers_are_booked_without_one_mistake) {
    add_exact();
    add_for_several();
    add_inexact();
    add_repeated();
    add_wordless();
    ASSERT_EQ(lines.size(), 500U);
    std::string all;
    for (const std::string& each : lines) all += each;
    const Value answer = ask("POST", "/bank-statements", file(all), "application/xml");
    const auto& entries = answer.at("entries").as_array();
    ASSERT_EQ(entries.size(), 500U);

    std::map<std::string, std::map<std::string, int>> counts;
    int booked = 0;
    int right = 0;
    int proposed = 0;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const Value& entry = entries[at];
        const std::string status(entry.at("status").as_string());
        const std::string match(entry.at("match").as_string());
        ++counts[expected[at].kind][status == "open" ? match : status];
        std::vector<std::string> orders;
        for (const Value& order : entry.at("orders").as_array()) orders.emplace_back(order.at("id").as_string());
        std::ranges::sort(orders);
        const bool is_booked = status == "booked" || status == "returned";
        booked += is_booked ? 1 : 0;
        right += is_booked && orders == expected[at].orders ? 1 : 0;
        proposed += status == "open" && match == "proposed" ? 1 : 0;
        EXPECT_EQ(is_booked, !expected[at].orders.empty()) << expected[at].kind << ": " << entry;
        EXPECT_TRUE(!is_booked || orders == expected[at].orders) << expected[at].kind << ": " << entry;
    }
    std::cout << booked << " booked by themselves, " << right << " of them rightly; " << proposed << " proposed, "
              << 500 - booked - proposed << " without a proposal\n";
    for (const auto& [kind, outcomes] : counts) {
        std::cout << "  " << kind << ":";
        for (const auto& [outcome, count] : outcomes) std::cout << ' ' << count << ' ' << outcome;
        std::cout << '\n';
    }
    EXPECT_EQ(booked, 280);
    EXPECT_EQ(right, booked) << "precision 100 %";
    // Once more: nothing happens.
    const Value again = ask("POST", "/bank-statements", file(all), "application/xml");
    EXPECT_EQ(again.at("booked").as_int64(), 0);
    EXPECT_EQ(again.at("known").as_int64(), 500);
}

INSTANTIATE_TEST_SUITE_P(Storages, LongStatement,
                         testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& tested) { return storage_names[static_cast<int>(tested.param)]; });

}  // namespace
}  // namespace commis::test
