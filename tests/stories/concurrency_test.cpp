// Sixteen clients on the same ten orders: stale versions, double clicks and repeated keys. Nothing is lost, nothing
// happens twice, and whoever comes late is told so with the right code.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <boost/json/serialize.hpp>
#include <random>
#include <thread>

#include "json/parse.hpp"
#include "stories/story_site.hpp"

namespace commis::test {
namespace {

constexpr int clients = 16;
constexpr int rounds = 40;
constexpr int orders = 10;

const std::string place_body = R"({"currency":"EUR","buyer":{"email":"zoe@example.org"},)"
                               R"("lines":[{"sku":"MUG","name":"Mug","quantity":2,"unit_price":100000}],)"
                               R"("payment":{"method":"bank-transfer"}})";

std::string member(const http::Response& response, std::string_view name) {
    const auto value = json::parse(response.body);
    if (!value || !value->is_object()) return {};
    const auto* found = value->as_object().if_contains(boost::json::string_view(name.data(), name.size()));
    if (found == nullptr) return {};
    return found->is_string() ? std::string(found->as_string()) : std::to_string(found->as_int64());
}

std::int64_t total(const http::Response& response, std::string_view name) {
    const auto value = json::parse(response.body);
    return value->at("totals").at(boost::json::string_view(name.data(), name.size())).as_int64();
}

class Concurrency : public testing::TestWithParam<StorageKind> {
protected:
    void SetUp() override {
        if (!TestStorage::is_available(GetParam())) GTEST_SKIP() << "COMMIS_TEST_POSTGRES names no server";
        site_ = std::make_unique<StorySite>(GetParam());
        site_->make_shop("maison", "neutral", "EUR", "en", "Europe/Paris");
        for (int number = 0; number < orders; ++number) {
            const auto placed = site_->call("POST", base_, place_body, {});
            ASSERT_EQ(placed.status, 201) << placed.body;
            paths_.push_back(base_ + "/" + member(placed, "id"));
        }
    }

    http::Response get(const std::string& path) { return site_->call("GET", path, "", {}); }

    const std::string base_ = "/api/v1/shops/maison/orders";
    std::unique_ptr<StorySite> site_;
    std::vector<std::string> paths_;
};

TEST_P(Concurrency, no_update_is_lost_and_none_happens_twice) {
    std::vector<std::atomic<std::int64_t>> paid(orders);
    std::vector<std::atomic<std::int64_t>> changes(orders);
    std::atomic<int> stale{0};
    std::atomic<int> unexpected{0};
    std::vector<std::jthread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            std::mt19937 dice(static_cast<unsigned>(client));
            for (int round = 0; round < rounds; ++round) {
                const auto at = dice() % orders;
                const std::string version = member(get(paths_[at]), "version");
                const bool pays = dice() % 2 == 0;
                const auto response = pays ? site_->call("POST", paths_[at] + "/actions/mark-paid", R"({"amount":7})",
                                                         {{"If-Match", "\"" + version + "\""}})
                                           : site_->call("POST", paths_[at] + "/notes", R"({"note":"seen"})",
                                                         {{"If-Match", "\"" + version + "\""}});
                if (response.status == 200 || response.status == 201) {
                    changes[at] += 1;
                    if (pays) paid[at] += 7;
                } else if (response.status == 412 && member(response, "code") == "stale_version") {
                    stale += 1;
                } else {
                    unexpected += 1;
                }
            }
        });
    }
    threads.clear();
    EXPECT_EQ(unexpected, 0);
    EXPECT_GT(stale, 0) << "nobody met anybody: the test says little";
    for (std::size_t at = 0; at < paths_.size(); ++at) {
        const auto order = get(paths_[at]);
        EXPECT_EQ(total(order, "paid"), paid[at]);
        EXPECT_EQ(member(order, "version"), std::to_string(1 + changes[at]));
    }
}

TEST_P(Concurrency, a_repeated_key_has_one_effect_and_one_answer) {
    std::vector<std::vector<std::string>> bodies(clients);
    std::vector<std::jthread> threads;
    std::atomic<int> unexpected{0};
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            for (std::size_t at = 0; at < paths_.size(); ++at) {
                for (int retry = 0; retry < 50; ++retry) {
                    const auto response = site_->call("POST", paths_[at] + "/actions/mark-paid", R"({"amount":100})",
                                                      {{"Idempotency-Key", "click-" + std::to_string(at)}});
                    if (response.status == 409 && member(response, "code") == "in_progress") continue;
                    if (response.status != 200) unexpected += 1;
                    bodies[static_cast<std::size_t>(client)].push_back(response.body);
                    break;
                }
            }
        });
    }
    threads.clear();
    EXPECT_EQ(unexpected, 0);
    for (const auto& mine : bodies) EXPECT_EQ(mine, bodies.front()) << "a twin got another answer";
    for (const std::string& path : paths_) EXPECT_EQ(total(get(path), "paid"), 100);
}

TEST_P(Concurrency, a_double_click_without_key_is_refused_by_the_facts) {
    std::atomic<int> taken{0};
    std::atomic<int> refused{0};
    std::vector<std::jthread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&] {
            for (const std::string& path : paths_) {
                const auto response = site_->call("POST", path + "/actions/mark-paid", "{}", {});
                if (response.status == 200) taken += 1;
                if (response.status == 409 && member(response, "code") == "already_paid") refused += 1;
            }
        });
    }
    threads.clear();
    EXPECT_EQ(taken, orders);
    EXPECT_EQ(refused, orders * (clients - 1));
    for (const std::string& path : paths_) EXPECT_EQ(total(get(path), "paid"), 200'000);
}

TEST_P(Concurrency, refunds_in_a_race_never_give_back_more_than_came) {
    for (const std::string& path : paths_) {
        ASSERT_EQ(site_->call("POST", path + "/actions/mark-paid", "{}", {}).status, 200);
    }
    std::atomic<int> unexpected{0};
    std::vector<std::jthread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&] {
            for (const std::string& path : paths_) {
                const auto response = site_->call("POST", path + "/actions/refund", R"({"amount":30000})", {});
                const std::string code = response.status == 409 ? member(response, "code") : "";
                const bool is_late = code == "amount_exceeds_refundable" || code == "nothing_refundable";
                if (response.status != 200 && !is_late) unexpected += 1;
            }
        });
    }
    threads.clear();
    EXPECT_EQ(unexpected, 0);
    for (const std::string& path : paths_) EXPECT_EQ(total(get(path), "refunded"), 180'000) << "six of 30,000 fit";
}

INSTANTIATE_TEST_SUITE_P(Storages, Concurrency,
                         testing::Values(StorageKind::fake, StorageKind::sqlite, StorageKind::postgres),
                         [](const auto& kind) { return storage_names[static_cast<int>(kind.param)]; });

}  // namespace
}  // namespace commis::test
