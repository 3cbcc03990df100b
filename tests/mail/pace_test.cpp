// How fast mail leaves: a shop's limit a minute, and domains that are left in peace while others go on.
#include "worker/mail_pace.hpp"

#include <gtest/gtest.h>

#include "mail/outbox_world.hpp"

namespace commis::tests {
namespace {

using domain::MailKind;
using ports::MailStatus;
using ports::SendResult;
using ports::SendStatus;
using worker::MailPace;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t start_ms = 1'000'000'000;
const SendResult put_off{SendStatus::temporary, 451, "451 4.7.0 too much at once"};

TEST(MailPaceTest, no_more_leave_in_any_minute_than_the_shop_allows) {
    MailPace pace;
    EXPECT_EQ(pace.reserve(1, 30, 100, start_ms), 30);
    EXPECT_EQ(pace.reserve(1, 30, 100, start_ms), 0) << "those set aside count";
    pace.settle(1, 30, 20, start_ms);
    EXPECT_EQ(pace.reserve(1, 30, 100, start_ms + 30'000), 10) << "ten were not tried";
    pace.settle(1, 10, 10, start_ms + 30'000);
    EXPECT_EQ(pace.reserve(1, 30, 100, start_ms + minute_ms - 1), 0);
    EXPECT_EQ(pace.reserve(1, 30, 100, start_ms + minute_ms), 20);
    EXPECT_EQ(pace.reserve(2, 30, 100, start_ms), 30) << "another shop has its own";
    EXPECT_EQ(pace.reserve(3, 0, 100, start_ms), 100) << "0 is no limit";
}

TEST(MailPaceTest, a_domain_waits_after_three_in_a_row_and_longer_each_time) {
    MailPace pace;
    pace.note("slow.example", put_off, start_ms);
    pace.note("slow.example", put_off, start_ms);
    EXPECT_FALSE(pace.hold_of("slow.example", start_ms));
    auto now_ms = start_ms;
    for (const std::int64_t minutes : {1, 2, 4, 8, 15, 15}) {
        while (!pace.hold_of("slow.example", now_ms)) pace.note("slow.example", put_off, now_ms);
        const auto hold = pace.hold_of("slow.example", now_ms);
        EXPECT_EQ(hold->until_ms, now_ms + minutes * minute_ms);
        EXPECT_EQ(hold->words, put_off.words);
        EXPECT_FALSE(pace.hold_of("other.example", now_ms));
        now_ms = hold->until_ms;
        EXPECT_FALSE(pace.hold_of("slow.example", now_ms)) << "then it is asked again";
    }
    pace.note("slow.example", {SendStatus::sent, 250, "250 ok"}, now_ms);
    for (int count = 0; count < 3; ++count) pace.note("slow.example", put_off, now_ms);
    EXPECT_EQ(pace.hold_of("slow.example", now_ms)->until_ms, now_ms + minute_ms) << "one that is taken clears it";
}

TEST(MailPaceTest, what_is_about_one_mail_or_about_ourselves_holds_nobody_up) {
    MailPace pace;
    for (const SendResult& result :
         {SendResult{SendStatus::temporary, 452, "452 4.2.2 mailbox full"},
          SendResult{SendStatus::temporary, 450, "450 4.7.1 Greylisted, come again"},
          SendResult{SendStatus::temporary, 421, "421 closing"}, SendResult{SendStatus::temporary, 0, "cut"},
          SendResult{SendStatus::permanent, 550, "550 no such user"}, SendResult{SendStatus::unknown, 0, "cut"}}) {
        for (int count = 0; count < 5; ++count) pace.note("example.org", result, start_ms);
        EXPECT_FALSE(pace.hold_of("example.org", start_ms)) << result.words;
    }
}

TEST(MailPaceTest, a_domain_is_the_same_in_capitals) {
    EXPECT_EQ(worker::mail_domain("Zoe@Example.ORG"), "example.org");
    EXPECT_EQ(worker::mail_domain("\"a@b\"@example.org"), "example.org");
    EXPECT_EQ(worker::mail_domain("nobody"), "");
}

class PaceWorld : public OutboxWorld {
protected:
    void limit(std::int64_t per_minute) {
        write([&](ports::UnitOfWork& work) {
            shop_.mails_per_minute = per_minute;
            shop_.operator_addresses.clear();
            shop_.version += 1;
            work.shops().save(shop_);
        });
    }
    void place_for(const std::string& email) {
        auto command = sample_order();
        command.buyer.email = email;
        place(command);
    }
    // All of them; nobody of the shop hears of orders here, which is on record, too.
    std::vector<ports::MailRow> to_buyers() {
        std::vector<ports::MailRow> rows;
        storage_.read([&](ports::Snapshot& snapshot) {
            ports::MailFilter filter;
            filter.shop_id = shop_.id;
            filter.limit = 1'000;
            rows = snapshot.outbox().list(filter);
        });
        std::erase_if(rows, [](const auto& row) { return row.kind != MailKind::order_placed; });
        return rows;
    }
};

TEST_F(PaceWorld, sends_as_many_as_the_shop_allows_and_the_others_a_minute_later) {
    limit(25);
    for (int number = 0; number < 60; ++number) place_for("zoe@example.org");
    EXPECT_EQ(run().sent, 25);
    EXPECT_EQ(run().sent, 0);
    clock_.at_ms += minute_ms - 1;
    EXPECT_EQ(run().sent, 0);
    clock_.at_ms += 1;
    EXPECT_EQ(run().sent, 25);
    clock_.at_ms += minute_ms;
    EXPECT_EQ(run().sent, 10);
    for (const auto& row : to_buyers()) EXPECT_EQ(row.attempts, 1);
}

TEST_F(PaceWorld, a_fault_on_the_way_loses_neither_what_was_sent_nor_the_shops_allowance) {
    limit(20);
    for (int number = 0; number < 12; ++number) place_for("zoe" + std::to_string(number) + "@example.org");
    int sent = 0;
    mailer_.answer = [&](const ports::Envelope& envelope) {
        if (envelope.to == "zoe5@example.org") throw std::runtime_error("out of memory");
        ++sent;
        return SendResult{SendStatus::sent, 250, "250 taken"};
    };
    EXPECT_THROW(run(), std::runtime_error);
    EXPECT_EQ(sent, 5);
    int known = 0;
    for (const auto& row : to_buyers()) known += row.status == MailStatus::sent ? 1 : 0;
    EXPECT_EQ(known, sent) << "each that the server took is on record";
    mailer_.answer = nullptr;
    clock_.at_ms += 31 * minute_ms;
    const auto counts = run();
    EXPECT_EQ(counts.sent + counts.failed, 7);
    EXPECT_GE(counts.failed, 1) << "of those that were begun nobody knows";
}

TEST_F(PaceWorld, holds_back_the_domain_that_says_not_now_and_sends_to_all_others) {
    limit(0);
    for (int number = 0; number < 40; ++number) {
        place_for("zoe" + std::to_string(number) + (number % 2 == 0 ? "@Slow.example" : "@quick.example"));
    }
    mailer_.answer = [](const ports::Envelope& envelope) {
        return envelope.to.ends_with("@Slow.example") ? put_off : SendResult{SendStatus::sent, 250, "250 taken"};
    };
    EXPECT_EQ(run().sent, 20);
    int tried = 0;
    for (const auto& row : to_buyers()) {
        if (row.status == MailStatus::sent) continue;
        EXPECT_EQ(row.status, MailStatus::queued);
        tried += static_cast<int>(row.attempts);
        if (row.attempts == 0) {
            EXPECT_EQ(row.last_reply, "mail to slow.example waits, its server said: 451 4.7.0 too much at once");
            EXPECT_EQ(row.due_at_ms, clock_.at_ms + minute_ms);
        }
    }
    EXPECT_EQ(tried, 3) << "the others wait without losing an attempt";
    mailer_.answer = nullptr;
    clock_.at_ms += minute_ms;
    EXPECT_EQ(run().sent, 20);
}

TEST_F(PaceWorld, sends_a_long_queue_of_two_shops_in_turn) {
    limit(0);
    for (int number = 0; number < 300; ++number) place_for("zoe@example.org");
    shops::ShopChange wanted;
    wanted.handle = "other";
    wanted.name = "Other";
    wanted.profile_id = "web-shop";
    wanted.currency = "EUR";
    wanted.language = "en";
    wanted.timezone = "UTC";
    wanted.mail_sender_address = "shop@other.example";
    write([&](ports::UnitOfWork& work) { shop_ = shops::create(work, services_, caller_, wanted).value(); });
    place_for("ann@example.org");
    EXPECT_EQ(run().sent, 301);
    const auto at =
        std::ranges::find(mailer_.sent, "ann@example.org", [](const auto& each) { return each.to.address; });
    EXPECT_LT(at - mailer_.sent.begin(), 200) << "it did not wait for the end of the long queue";
}

TEST_F(PaceWorld, a_mail_that_is_withdrawn_while_others_leave_is_not_sent) {
    limit(0);
    for (int number = 0; number < 4; ++number) place_for("zoe" + std::to_string(number) + "@example.org");
    std::string last;
    for (const auto& row : to_buyers()) {
        if (row.recipient == "zoe3@example.org") last = row.id;
    }
    mailer_.answer = [&](const ports::Envelope& envelope) {
        // Somebody corrects the last address while the first mail is with the server.
        if (envelope.to == "zoe0@example.org") {
            write([&](ports::UnitOfWork& work) {
                EXPECT_TRUE(work.outbox().retry(shop_.id, last, "corrected@example.org", clock_.at_ms));
            });
        }
        EXPECT_NE(envelope.to, "zoe3@example.org");
        return SendResult{SendStatus::sent, 250, "250 taken"};
    };
    EXPECT_EQ(run().sent + run().sent, 4);
}

}  // namespace
}  // namespace commis::tests
