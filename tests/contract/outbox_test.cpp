// The outbox and jobs: one worker at a time has a row, a dead worker's row comes back, every fate is on record.
#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <thread>

#include "contract/storage_fixture.hpp"

namespace commis::test {
namespace {

using ports::Job;
using ports::JobStatus;
using ports::MailRow;
using ports::MailStatus;

constexpr std::int64_t lease_ms = 60'000;

class OutboxTest : public StorageTest {
protected:
    void SetUp() override {
        StorageTest::SetUp();
        if (!IsSkipped()) order = sample.add(storage(), sample.command());
    }
    std::vector<MailRow> claim(std::int64_t now_ms, std::int32_t limit = 10) const {
        std::vector<MailRow> mails;
        write([&](ports::UnitOfWork& work) { mails = work.outbox().claim(sample.shop.id, now_ms, lease_ms, limit); });
        return mails;
    }
    [[nodiscard]] bool begin(const MailRow& row, std::int64_t now_ms) const {
        bool is_begun = false;
        write([&](ports::UnitOfWork& work) {
            is_begun = work.outbox().begin(sample.shop.id, row.id, now_ms + lease_ms, now_ms + 2 * lease_ms);
        });
        return is_begun;
    }
    std::vector<std::int64_t> due_shops(std::int64_t now_ms) const {
        std::vector<std::int64_t> shops;
        storage().read([&](ports::Snapshot& snapshot) { shops = snapshot.outbox().due_shops(now_ms); });
        return shops;
    }
    void record(const std::string& id, const ports::MailOutcome& outcome, std::int64_t now_ms) const {
        write([&](ports::UnitOfWork& work) { work.outbox().record(sample.shop.id, id, outcome, now_ms); });
    }
    [[nodiscard]] MailRow mail(const std::string& id) const {
        std::optional<MailRow> row;
        storage().read([&](ports::Snapshot& snapshot) { row = snapshot.outbox().find(sample.shop.id, id); });
        return row.value();
    }
    [[nodiscard]] std::vector<MailRow> list(const ports::MailFilter& filter) const {
        std::vector<MailRow> rows;
        storage().read([&](ports::Snapshot& snapshot) { rows = snapshot.outbox().list(filter); });
        return rows;
    }

    domain::Order order;
};

TEST_P(OutboxTest, APlacedOrderQueuesItsMails) {
    const auto mails = list({sample.shop.id, order.id, {}, "", 10});
    ASSERT_EQ(mails.size(), 2U);
    const auto to_buyer = std::ranges::find(mails, domain::MailKind::order_placed, &MailRow::kind);
    ASSERT_NE(to_buyer, mails.end());
    EXPECT_EQ(to_buyer->recipient, "zoe@example.org");
    EXPECT_EQ(to_buyer->order_number, order.number);
    EXPECT_EQ(to_buyer->language, "fr");
    EXPECT_EQ(to_buyer->status, MailStatus::queued);
    EXPECT_EQ(to_buyer->attempts, 0);
    storage().read([&](ports::Snapshot& snapshot) {
        EXPECT_EQ(snapshot.outbox().count_waiting(sample.shop.id, 100), 2);
        EXPECT_EQ(snapshot.outbox().count_waiting(sample.shop.id, 1), 1);
        EXPECT_EQ(snapshot.outbox().count_waiting(sample.shop.id + 1, 100), 0);
    });
}

TEST_P(OutboxTest, NothingIsClaimedBeforeItsTimeAndNothingTwice) {
    const std::int64_t now_ms = SampleShop::start_ms;
    EXPECT_TRUE(claim(now_ms - 1).empty());
    EXPECT_TRUE(due_shops(now_ms - 1).empty());
    EXPECT_EQ(due_shops(now_ms), std::vector{sample.shop.id});
    const auto first = claim(now_ms, 1);
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].status, MailStatus::queued);
    EXPECT_EQ(mail(first[0].id).status, MailStatus::queued) << "nothing has left yet";
    EXPECT_TRUE(begin(first[0], now_ms));
    EXPECT_EQ(mail(first[0].id).status, MailStatus::sending);
    EXPECT_EQ(mail(first[0].id).attempts, 1);
    EXPECT_FALSE(begin(first[0], now_ms)) << "once";
    const auto second = claim(now_ms);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_NE(second[0].id, first[0].id);
    EXPECT_TRUE(claim(now_ms).empty());
    EXPECT_TRUE(due_shops(now_ms).empty());
}

TEST_P(OutboxTest, WhatADeadWorkerWasSendingComesBackAsSending) {
    const std::int64_t now_ms = SampleShop::start_ms;
    const auto claimed = claim(now_ms);
    ASSERT_EQ(claimed.size(), 2U);
    EXPECT_TRUE(begin(claimed[0], now_ms));
    EXPECT_TRUE(begin(claimed[1], now_ms));
    EXPECT_TRUE(claim(now_ms + 2 * lease_ms - 1).empty());
    EXPECT_EQ(due_shops(now_ms + 2 * lease_ms), std::vector{sample.shop.id});
    const auto lost = claim(now_ms + 2 * lease_ms);
    ASSERT_EQ(lost.size(), 2U);
    EXPECT_EQ(lost[0].status, MailStatus::sending);
    EXPECT_EQ(lost[0].attempts, 1);
}

TEST_P(OutboxTest, WhatADeadWorkerHadOnlyClaimedIsClaimedAgain) {
    const std::int64_t now_ms = SampleShop::start_ms;
    const auto claimed = claim(now_ms);
    ASSERT_EQ(claimed.size(), 2U);
    EXPECT_TRUE(claim(now_ms + lease_ms - 1).empty());
    const auto again = claim(now_ms + lease_ms);
    ASSERT_EQ(again.size(), 2U);
    EXPECT_EQ(again[0].status, MailStatus::queued);
    EXPECT_EQ(again[0].attempts, 0);
    EXPECT_FALSE(begin(claimed[0], now_ms)) << "somebody else has it now";
    EXPECT_TRUE(begin(again[0], now_ms + lease_ms));
}

TEST_P(OutboxTest, WhatWasAskedForAgainSinceIsNotBegun) {
    const std::int64_t now_ms = SampleShop::start_ms;
    const auto claimed = claim(now_ms);
    ASSERT_EQ(claimed.size(), 2U);
    write([&](ports::UnitOfWork& work) {
        EXPECT_TRUE(work.outbox().retry(sample.shop.id, claimed[0].id, "new@example.org", now_ms + 1));
    });
    EXPECT_FALSE(begin(claimed[0], now_ms)) << "it was rendered for the old address";
    EXPECT_EQ(claim(now_ms + 1).size(), 1U);
}

TEST_P(OutboxTest, WhatWasNotTriedCountsAsNoAttempt) {
    const std::int64_t now_ms = SampleShop::start_ms;
    const auto claimed = claim(now_ms);
    ASSERT_EQ(claimed.size(), 2U);
    EXPECT_TRUE(begin(claimed[0], now_ms));
    for (const MailRow& row : claimed) {
        record(row.id, {MailStatus::queued, "nobody there", "", now_ms + 5, "", false}, now_ms);
        EXPECT_EQ(mail(row.id).attempts, 0);
        EXPECT_EQ(mail(row.id).status, MailStatus::queued);
        EXPECT_EQ(mail(row.id).last_reply, "nobody there");
    }
}

TEST_P(OutboxTest, EveryFateIsOnRecord) {
    const std::int64_t now_ms = SampleShop::start_ms;
    const auto claimed = claim(now_ms);
    ASSERT_EQ(claimed.size(), 2U);
    for (const MailRow& row : claimed) EXPECT_TRUE(begin(row, now_ms));
    record(claimed[0].id, {MailStatus::sent, "250 OK née", "Votre commande", 0, "Subject: é\r\n\r\nbody"}, now_ms + 5);
    const MailRow sent = mail(claimed[0].id);
    EXPECT_EQ(sent.status, MailStatus::sent);
    EXPECT_EQ(sent.sent_at_ms, now_ms + 5);
    EXPECT_EQ(sent.last_reply, "250 OK née");
    EXPECT_EQ(sent.subject, "Votre commande");

    record(claimed[1].id, {MailStatus::queued, "451 later", "", now_ms + 1000, ""}, now_ms);
    EXPECT_TRUE(claim(now_ms + 999).empty());
    const auto again = claim(now_ms + 1000);
    ASSERT_EQ(again.size(), 1U);
    EXPECT_TRUE(begin(again[0], now_ms + 1000));
    EXPECT_EQ(mail(again[0].id).attempts, 2);
    record(again[0].id, {MailStatus::failed, "550 no", "", 0, ""}, now_ms);
    EXPECT_TRUE(claim(now_ms + 10 * lease_ms).empty());
    EXPECT_EQ(mail(again[0].id).sent_at_ms, std::nullopt);
}

TEST_P(OutboxTest, OnlyWhatDidNotLeaveIsRetried) {
    const std::int64_t now_ms = SampleShop::start_ms;
    const auto claimed = claim(now_ms);
    record(claimed[0].id, {MailStatus::sent, "250", "", 0, ""}, now_ms);
    record(claimed[1].id, {MailStatus::unknown, "", "", 0, ""}, now_ms);
    write([&](ports::UnitOfWork& work) {
        EXPECT_FALSE(work.outbox().retry(sample.shop.id, claimed[0].id, "", now_ms + 7));
        EXPECT_TRUE(work.outbox().retry(sample.shop.id, claimed[1].id, "", now_ms + 7));
        EXPECT_FALSE(work.outbox().retry(sample.shop.id, "none", "", now_ms));
        EXPECT_FALSE(work.outbox().retry(sample.shop.id + 1, claimed[1].id, "", now_ms));
    });
    EXPECT_EQ(mail(claimed[1].id).status, MailStatus::queued);
    EXPECT_EQ(claim(now_ms + 7).size(), 1U);
}

TEST_P(OutboxTest, AReportIsKeptOnceAndMarksWhatWasHandedOver) {
    const std::int64_t now_ms = SampleShop::start_ms;
    const auto claimed = claim(now_ms);
    ASSERT_TRUE(begin(claimed[0], now_ms));
    const std::string& sent = claimed[0].id;
    ports::Bounce bounce;
    bounce.shop_id = sample.shop.id;
    bounce.id = SampleShop::new_id();
    bounce.mail_id = sent;
    bounce.order_id = order.id;
    bounce.email = "Zoé@Example.org";
    bounce.cause = domain::BounceCause::mailbox_full;
    bounce.code = "5.2.2";
    bounce.words = "552 full";
    bounce.report_key = "one";
    bounce.reported_at_ms = now_ms + 5;
    const auto add = [&] {
        bool is_new = false;
        write([&](ports::UnitOfWork& work) {
            is_new = work.outbox().add_bounce(bounce);
            EXPECT_EQ(is_new && work.outbox().mark_bounced(bounce), is_new);
        });
        return is_new;
    };
    // The report is faster than the worker's own note, which may not undo it.
    EXPECT_TRUE(add());
    bounce.id = SampleShop::new_id();
    EXPECT_FALSE(add());
    record(sent, {MailStatus::sent, "250", "", 0, ""}, now_ms + 9);
    EXPECT_EQ(mail(sent).status, MailStatus::bounced);
    EXPECT_EQ(mail(sent).bounce_cause, "mailbox_full");
    EXPECT_EQ(mail(sent).bounce_code, "5.2.2");
    EXPECT_EQ(mail(sent).bounced_at_ms, now_ms + 5);
    EXPECT_EQ(mail(sent).last_reply, "552 full");
    const auto newest = [&](const char* email) {
        return read([&](ports::Snapshot& snapshot) { return snapshot.outbox().newest_bounce(sample.shop.id, email); });
    };
    EXPECT_EQ(newest("ZOÉ@example.org")->code, "5.2.2");
    EXPECT_FALSE(newest("zoe@example.org"));
    const auto sent_to = [&](const char* email) {
        return read([&](ports::Snapshot& snapshot) { return snapshot.outbox().find_sent_to(sample.shop.id, email); });
    };
    EXPECT_EQ(sent_to("ZOE@example.ORG").has_value(), mail(sent).recipient == "zoe@example.org");
    EXPECT_FALSE(sent_to("nobody@example.org"));
    write([&](ports::UnitOfWork& work) {
        EXPECT_TRUE(work.outbox().retry(sample.shop.id, sent, "new@example.org", now_ms + 20));
    });
    EXPECT_EQ(mail(sent).status, MailStatus::queued);
    EXPECT_EQ(mail(sent).recipient, "new@example.org");
    EXPECT_EQ(mail(sent).bounced_at_ms, std::nullopt);
    write([&](ports::UnitOfWork& work) {
        bounce.mail_id = sent;
        EXPECT_FALSE(work.outbox().mark_bounced(bounce)) << "it waits to be sent";
    });
}

TEST_P(OutboxTest, WhatCameBackIsForgottenWhenSomebodySaysSo) {
    ports::Bounce bounce;
    bounce.shop_id = sample.shop.id;
    bounce.id = SampleShop::new_id();
    bounce.mail_id = claim(SampleShop::start_ms)[0].id;
    bounce.order_id = order.id;
    bounce.email = "Zoé@Example.org";
    bounce.cause = domain::BounceCause::address_unknown;
    bounce.report_key = "one";
    const auto says_dead = [&] {
        return read([&](ports::Snapshot& snapshot) {
            const auto newest = snapshot.outbox().newest_bounce(sample.shop.id, "zoé@example.org");
            return newest && ports::says_dead(*newest);
        });
    };
    EXPECT_FALSE(says_dead());
    write([&](ports::UnitOfWork& work) { EXPECT_TRUE(work.outbox().add_bounce(bounce)); });
    EXPECT_TRUE(says_dead());
    write([&](ports::UnitOfWork& work) {
        EXPECT_FALSE(work.outbox().lift_bounces(sample.shop.id + 1, bounce.email, "Ada", 9));
        EXPECT_TRUE(work.outbox().lift_bounces(sample.shop.id, "ZOÉ@example.org", "Ada", 9));
        EXPECT_FALSE(work.outbox().lift_bounces(sample.shop.id, bounce.email, "Ada", 10));
    });
    EXPECT_FALSE(says_dead());
}

TEST_P(OutboxTest, ATestIsMailLikeAnyOtherButNoPartOfItsOrder) {
    const std::int64_t now_ms = SampleShop::start_ms;
    const auto of_order = [&] {
        ports::MailFilter filter;
        filter.shop_id = sample.shop.id;
        filter.order_id = order.id;
        return read([&](ports::Snapshot& snapshot) { return snapshot.outbox().list(filter).size(); });
    };
    const auto before = of_order();
    MailRow test;
    test.shop_id = sample.shop.id;
    test.order_id = order.id;
    test.order_number = order.number;
    test.recipient = "ada@staff.example";
    test.language = "da";
    test.due_at_ms = now_ms;
    for (const std::int64_t sequence : {-1, -2}) {
        test.id = SampleShop::new_id();
        test.event_sequence = sequence;
        write([&](ports::UnitOfWork& work) { work.outbox().add_test(test, {3, "Emne", "Tekst æøå"}); });
    }
    EXPECT_TRUE(mail(test.id).is_test);
    EXPECT_EQ(mail(test.id).language, "da");
    EXPECT_EQ(of_order(), before);
    EXPECT_EQ(claim(now_ms).size(), before + 2);
    const auto words_of = [&](const std::string& id) {
        return read([&](ports::Snapshot& snapshot) { return snapshot.outbox().find_test(sample.shop.id, id); });
    };
    EXPECT_EQ(words_of(test.id)->body, "Tekst æøå");
    EXPECT_EQ(words_of(test.id)->event_sequence, 3);
    EXPECT_FALSE(words_of("none"));
}

TEST_P(OutboxTest, KeepsTheBytesThatLeftForWhoeverRepeatsThem) {
    const auto first = claim(SampleShop::start_ms).front();
    const auto bytes_of = [&](auto& snapshot) { return snapshot.outbox().find_bytes(sample.shop.id, first.id); };
    EXPECT_FALSE(read(bytes_of)) << "nothing left yet";
    record(first.id, {MailStatus::sent, "250", "Merci", 0, "Subject: Merci\r\n\r\næøå\r\n", true}, 5);
    EXPECT_EQ(read(bytes_of), "Subject: Merci\r\n\r\næøå\r\n");
    domain::Decision told = decide(order, [](auto&) {}, domain::EventType::mail_requested);
    told.mails.push_back({first.kind, first.recipient, {}, 5, told.order.event_count, false, false, first.id});
    sample.save(storage(), order, told);
    EXPECT_EQ(list({sample.shop.id, order.id, {}, "", 1}).front().repeats, first.id);
}

TEST_P(OutboxTest, ListsNewestFirstByStatusAndPage) {
    for (int number = 0; number < 5; ++number) sample.add(storage(), sample.command());
    record(claim(SampleShop::start_ms, 1)[0].id, {MailStatus::failed, "550", "", 0, ""}, SampleShop::start_ms);
    std::vector<std::string> ids;
    ports::MailFilter filter{sample.shop.id, "", {}, "", 5};
    for (auto page = list(filter); !page.empty(); page = list(filter)) {
        for (const MailRow& row : page) ids.push_back(row.id);
        filter.after_id = ids.back();
    }
    EXPECT_EQ(ids.size(), 12U);
    EXPECT_TRUE(std::ranges::is_sorted(ids, std::greater()));
    filter = {sample.shop.id, "", {MailStatus::failed}, "", 50};
    EXPECT_EQ(list(filter).size(), 1U);
    filter.statuses = {MailStatus::failed, MailStatus::queued};
    EXPECT_EQ(list(filter).size(), 12U);
    filter.order_id = order.id;
    EXPECT_EQ(list(filter).size(), 2U);
}

TEST_P(OutboxTest, ManyWorkersNeverShareAMail) {
    for (int number = 0; number < 10; ++number) sample.add(storage(), sample.command());
    std::mutex mutex;
    std::multiset<std::string> taken;
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < 4; ++worker) {
            workers.emplace_back([&] {
                for (auto mails = claim(SampleShop::start_ms, 3); !mails.empty();
                     mails = claim(SampleShop::start_ms, 3)) {
                    const std::lock_guard lock(mutex);
                    for (const MailRow& row : mails) taken.insert(row.id);
                }
            });
        }
    }
    EXPECT_EQ(taken.size(), 22U);
    EXPECT_EQ(std::set(taken.begin(), taken.end()).size(), 22U);
}

TEST_P(OutboxTest, AJobIsTakenByOneAndComesBackWhenItsWorkerDied) {
    Job job;
    job.shop_id = sample.shop.id;
    job.id = SampleShop::new_id();
    job.kind = "import";
    job.format = "uci";
    job.name = "online-rétail.csv";
    job.params_json = R"({"mail":false})";
    job.counts = {{"rows", 3}, {"orders_created", 1}};
    job.failures = {{"10001", 7, "Quantity", "not_a_number", "\"x\" is no number"}};
    job.created_at_ms = 1000;
    write([&](ports::UnitOfWork& work) { work.jobs().insert(job); });
    const auto claim_at = [&](std::int64_t now_ms) {
        std::optional<Job> claimed;
        write([&](ports::UnitOfWork& work) { claimed = work.jobs().claim(now_ms, lease_ms); });
        return claimed;
    };
    std::optional<Job> claimed = claim_at(1000);
    ASSERT_TRUE(claimed);
    EXPECT_EQ(claimed->status, JobStatus::running);
    EXPECT_EQ(claimed->name, job.name);
    EXPECT_EQ(claimed->counts, job.counts);
    ASSERT_EQ(claimed->failures.size(), 1U);
    EXPECT_EQ(claimed->failures[0].detail, job.failures[0].detail);
    EXPECT_FALSE(claim_at(1000));
    write([&](ports::UnitOfWork& work) { work.jobs().extend(sample.shop.id, job.id, 200'000); });
    EXPECT_FALSE(claim_at(199'999));
    ASSERT_TRUE(claim_at(200'000));
    claimed->status = JobStatus::done;
    claimed->done = 3;
    claimed->total = 3;
    claimed->finished_at_ms = 5;
    write([&](ports::UnitOfWork& work) { work.jobs().save(*claimed); });
    EXPECT_FALSE(claim_at(900'000));
    storage().read([&](ports::Snapshot& snapshot) {
        EXPECT_EQ(snapshot.jobs().find(sample.shop.id, job.id)->total, 3);
        EXPECT_EQ(snapshot.jobs().list(sample.shop.id, "", 10).size(), 1U);
        EXPECT_TRUE(snapshot.jobs().list(sample.shop.id, job.id, 10).empty());
        EXPECT_EQ(snapshot.jobs().find(sample.shop.id + 1, job.id), std::nullopt);
    });
}

COMMIS_ON_EVERY_STORAGE(OutboxTest);

}  // namespace
}  // namespace commis::test
