// Endpoints and deliveries: who is due, who has them, what an attempt leaves behind.
#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using domain::DeliveryStatus;
using ports::Delivery;
using ports::DeliveryOutcome;
using ports::DueWebhook;
using ports::Webhook;

class WebhookStoreTest : public StorageTest {
protected:
    [[nodiscard]] Webhook webhook(const std::string& id) const {
        Webhook made;
        made.shop_id = sample.shop.id;
        made.id = id;
        made.url = "https://example.org/" + id;
        made.description = "The stock program";
        made.secret = "sealed";
        made.created_at_ms = 5;
        made.changed_at_ms = 6;
        return made;
    }
    [[nodiscard]] Delivery delivery(const std::string& id, const std::string& webhook_id, std::int64_t due_at_ms,
                                    std::int64_t sequence = 1) const {
        Delivery made;
        made.shop_id = sample.shop.id;
        made.id = id;
        made.webhook_id = webhook_id;
        made.event_id = "event-" + id;
        made.event_type = "commis.order.placed";
        made.order_id = "order";
        made.order_number = "1001";
        made.event_sequence = sequence;
        made.body = R"({"id":")" + id + "\"}";
        made.due_at_ms = due_at_ms;
        made.created_at_ms = 1;
        return made;
    }
    void insert(const Webhook& made) const {
        write([&](ports::UnitOfWork& work) { work.webhooks().insert(made); });
    }
    void queue(const std::vector<Delivery>& made) const {
        write([&](ports::UnitOfWork& work) { work.webhooks().queue(made); });
    }
    [[nodiscard]] std::vector<std::string> claim(const std::string& webhook_id, std::int64_t now_ms,
                                                 std::int32_t limit = 10) const {
        std::vector<std::string> ids;
        write([&](ports::UnitOfWork& work) {
            ids.clear();
            for (const Delivery& each : work.webhooks().claim({sample.shop.id, webhook_id}, now_ms, 100, limit)) {
                ids.push_back(each.id);
            }
        });
        return ids;
    }
    void record(const std::string& id, const DeliveryOutcome& outcome, std::int64_t now_ms) const {
        write([&](ports::UnitOfWork& work) { work.webhooks().record(sample.shop.id, id, outcome, now_ms); });
    }
    [[nodiscard]] Delivery found(const std::string& id) const {
        return read(
            [&](ports::Snapshot& snapshot) { return snapshot.webhooks().find_delivery(sample.shop.id, id).value(); });
    }
    [[nodiscard]] std::vector<DueWebhook> due(std::int64_t now_ms) const {
        return read([&](ports::Snapshot& snapshot) { return snapshot.webhooks().due(now_ms); });
    }
};

TEST_P(WebhookStoreTest, AnEndpointIsKeptChangedAndRemovedWithItsDeliveries) {
    Webhook made = webhook("a");
    made.events = {"commis.order.placed", "commis.state.changed"};
    insert(made);
    insert(webhook("b"));
    queue({delivery("1", "a", 10)});
    made.url = "https://example.org/elsewhere";
    made.events = {};
    made.old_secret = "older";
    made.old_secret_until_ms = 77;
    made.health = {domain::WebhookOff::failing, 3, 4, 9, 11};
    write([&](ports::UnitOfWork& work) {
        work.webhooks().save(made);
        EXPECT_EQ(work.webhooks().lock(sample.shop.id, "a"), made);
    });
    EXPECT_EQ(read([&](ports::Snapshot& snapshot) { return snapshot.webhooks().find(sample.shop.id, "a"); }), made);
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.webhooks().listening(sample.shop.id), std::vector<Webhook>{webhook("b")});
        EXPECT_TRUE(work.webhooks().remove(sample.shop.id, "a"));
        EXPECT_FALSE(work.webhooks().remove(sample.shop.id, "a"));
    });
    EXPECT_EQ(read([&](ports::Snapshot& snapshot) { return snapshot.webhooks().list(sample.shop.id); }).size(), 1U);
    EXPECT_FALSE(
        read([&](ports::Snapshot& snapshot) { return snapshot.webhooks().find_delivery(sample.shop.id, "1"); }));
}

TEST_P(WebhookStoreTest, WhatIsDueIsClaimedOnceAndComesBackWhenItsWorkerDies) {
    insert(webhook("a"));
    queue({delivery("1", "a", 20), delivery("2", "a", 10), delivery("3", "a", 99)});
    EXPECT_TRUE(due(9).empty());
    EXPECT_EQ(due(30), (std::vector<DueWebhook>{{sample.shop.id, "a"}}));
    EXPECT_EQ(claim("a", 30, 1), std::vector<std::string>{"2"});
    EXPECT_EQ(claim("a", 30), std::vector<std::string>{"1"});
    EXPECT_TRUE(claim("a", 30).empty());
    EXPECT_EQ(found("2").attempts, 1);
    EXPECT_EQ(claim("a", 131), (std::vector<std::string>{"2", "1", "3"})) << "the leases have run out";
    EXPECT_EQ(found("2").attempts, 2);
    record("2", {DeliveryStatus::waiting, 140, std::nullopt}, 131);
    EXPECT_EQ(found("2").attempts, 1) << "nothing was tried";
    EXPECT_EQ(claim("a", 140), std::vector<std::string>{"2"});
}

TEST_P(WebhookStoreTest, OnlyEndpointsThatListenAreDueAndTheOldestComesFirst) {
    for (const char* id : {"a", "b", "c", "d"}) insert(webhook(id));
    queue({delivery("1", "a", 10), delivery("2", "b", 5), delivery("3", "c", 1), delivery("4", "d", 1)});
    Webhook off = webhook("c");
    off.health.off = domain::WebhookOff::gone;
    Webhook paused = webhook("d");
    paused.health.paused_until_ms = 50;
    write([&](ports::UnitOfWork& work) {
        work.webhooks().save(off);
        work.webhooks().save(paused);
    });
    EXPECT_EQ(due(10), (std::vector<DueWebhook>{{sample.shop.id, "b"}, {sample.shop.id, "a"}}));
    EXPECT_EQ(due(50), (std::vector<DueWebhook>{{sample.shop.id, "d"}, {sample.shop.id, "b"}, {sample.shop.id, "a"}}));
}

TEST_P(WebhookStoreTest, EachAttemptStaysOnRecord) {
    insert(webhook("a"));
    queue({delivery("1", "a", 10), delivery("2", "a", 11)});
    EXPECT_EQ(claim("a", 10), std::vector<std::string>{"1"});
    const ports::DeliveryAttempt failed{12, 340, 500, "refused", "out of order"};
    record("1", {DeliveryStatus::waiting, 5'000, failed}, 12);
    Delivery seen = found("1");
    EXPECT_EQ(seen.status, DeliveryStatus::waiting);
    EXPECT_EQ(seen.due_at_ms, 5'000);
    EXPECT_EQ(seen.http_status, 500);
    EXPECT_EQ(seen.fault, "refused");
    EXPECT_FALSE(seen.settled_at_ms);
    EXPECT_EQ(claim("a", 5'000), (std::vector<std::string>{"2", "1"}));
    const ports::DeliveryAttempt taken{5'001, 20, 204, "", ""};
    record("1", {DeliveryStatus::delivered, 0, taken}, 5'002);
    record("2", {DeliveryStatus::dead, 0, failed}, 5'003);
    seen = found("1");
    EXPECT_EQ(seen.status, DeliveryStatus::delivered);
    EXPECT_EQ(seen.settled_at_ms, 5'002);
    EXPECT_EQ(seen.body, R"({"id":"1"})");
    EXPECT_EQ(read([&](ports::Snapshot& snapshot) { return snapshot.webhooks().attempts(sample.shop.id, "1"); }),
              (std::vector<ports::DeliveryAttempt>{failed, taken}));
    const auto counts =
        read([&](ports::Snapshot& snapshot) { return snapshot.webhooks().count(sample.shop.id, "a", 10); });
    EXPECT_EQ(counts.waiting, 0);
    EXPECT_EQ(counts.dead, 1);
}

TEST_P(WebhookStoreTest, WhatWasUndoneIsWithdrawnUnlessItIsOnItsWay) {
    insert(webhook("a"));
    queue({delivery("1", "a", 10, 4), delivery("2", "a", 50, 4), delivery("3", "a", 50, 5)});
    EXPECT_EQ(claim("a", 10), std::vector<std::string>{"1"});
    write([&](ports::UnitOfWork& work) { work.webhooks().withdraw(sample.shop.id, "order", 4, 20); });
    EXPECT_EQ(found("1").status, DeliveryStatus::waiting);
    EXPECT_EQ(found("2").status, DeliveryStatus::withdrawn);
    EXPECT_EQ(found("2").settled_at_ms, 20);
    EXPECT_EQ(found("3").status, DeliveryStatus::waiting);
    write([&](ports::UnitOfWork& work) { EXPECT_FALSE(work.webhooks().resend(sample.shop.id, "2", 30)); });
    EXPECT_EQ(claim("a", 60), std::vector<std::string>{"3"});
}

TEST_P(WebhookStoreTest, DeadOnesAreSentAgainOneOrAll) {
    insert(webhook("a"));
    insert(webhook("b"));
    queue({delivery("1", "a", 10), delivery("2", "a", 10), delivery("3", "b", 10)});
    const DeliveryOutcome dead{DeliveryStatus::dead, 0, ports::DeliveryAttempt{11, 1, 0, "timed_out", ""}};
    for (const char* id : {"1", "2", "3"}) record(id, dead, 12);
    EXPECT_TRUE(due(1'000).empty());
    write([&](ports::UnitOfWork& work) {
        EXPECT_TRUE(work.webhooks().resend(sample.shop.id, "1", 20));
        EXPECT_FALSE(work.webhooks().resend(sample.shop.id, "none", 20));
    });
    EXPECT_EQ(found("1").attempts, 0);
    EXPECT_EQ(claim("a", 20), std::vector<std::string>{"1"});
    write([&](ports::UnitOfWork& work) { EXPECT_EQ(work.webhooks().resend_dead(sample.shop.id, "a", 30), 1); });
    EXPECT_EQ(claim("a", 30), std::vector<std::string>{"2"});
    EXPECT_EQ(found("3").status, DeliveryStatus::dead);
}

TEST_P(WebhookStoreTest, DeliveriesAreListedNewestFirstAndForgottenAtLast) {
    insert(webhook("a"));
    insert(webhook("b"));
    queue({delivery("1", "a", 10), delivery("2", "a", 10), delivery("3", "a", 10), delivery("4", "b", 10)});
    record("2", {DeliveryStatus::delivered, 0, ports::DeliveryAttempt{1, 1, 200, "", ""}}, 100);
    const auto ids = [&](const ports::DeliveryFilter& filter) {
        std::vector<std::string> listed;
        for (const Delivery& each :
             read([&](ports::Snapshot& snapshot) { return snapshot.webhooks().deliveries(filter); })) {
            EXPECT_TRUE(each.body.empty());
            listed.push_back(each.id);
        }
        return listed;
    };
    ports::DeliveryFilter filter{sample.shop.id, "a", std::nullopt, "", 2};
    EXPECT_EQ(ids(filter), (std::vector<std::string>{"3", "2"}));
    filter.after_id = "2";
    EXPECT_EQ(ids(filter), std::vector<std::string>{"1"});
    filter = {sample.shop.id, "a", DeliveryStatus::delivered, "", 9};
    EXPECT_EQ(ids(filter), std::vector<std::string>{"2"});
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.webhooks().delete_settled_before(sample.shop.id, 100, 10), 0);
        EXPECT_EQ(work.webhooks().delete_settled_before(sample.shop.id, 101, 10), 1);
    });
    EXPECT_TRUE(ids(filter).empty());
}

COMMIS_ON_EVERY_STORAGE(WebhookStoreTest);

}  // namespace
}  // namespace commis::test
