// What came back is on its mail, on the customer and nowhere twice.
#include "features/mails/bounces.hpp"

#include <gtest/gtest.h>

#include "adapters/smtp/inbound.hpp"
#include "domain/decisions/erase.hpp"
#include "mail/outbox_world.hpp"

namespace commis::tests {
namespace {

using domain::BounceVerdict;
using domain::MailKind;
using mails::BounceFate;
using ports::MailStatus;

class Bounces : public OutboxWorld {
protected:
    Bounces() {
        order_ = place(sample_order());
        run();
        sent_ = mail(MailKind::order_placed);
    }

    static ports::InboundMail report(const std::string& about, BounceVerdict verdict, const std::string& recipient) {
        ports::InboundMail inbound;
        inbound.kind = ports::InboundKind::report;
        inbound.message_id = "dsn-1@mx.example";
        if (!about.empty()) inbound.about = {"stranger@else.example", about + "@nordlys.example"};
        inbound.reports = {
            {verdict, domain::BounceCause::address_unknown, recipient, "5.1.1", "550 5.1.1 User unknown"}};
        return inbound;
    }

    BounceFate record(const ports::InboundMail& inbound) {
        return mails::record_bounces(services_, inbound, std::nullopt).at(0).fate;
    }

    ports::MailRow now() { return mail(MailKind::order_placed); }

    std::optional<ports::Bounce> newest(std::string_view email) {
        std::optional<ports::Bounce> bounce;
        storage_.read([&](ports::Snapshot& snapshot) { bounce = snapshot.outbox().newest_bounce(shop_.id, email); });
        return bounce;
    }

    domain::Order order_;
    ports::MailRow sent_;
};

TEST_F(Bounces, a_mail_that_came_back_says_so_with_the_servers_words) {
    const int changes = notices_.changes;
    EXPECT_EQ(record(report(sent_.id, BounceVerdict::permanent, "zoe@example.org")), BounceFate::recorded);
    const auto row = now();
    EXPECT_EQ(row.status, MailStatus::bounced);
    EXPECT_EQ(row.last_reply, "550 5.1.1 User unknown");
    EXPECT_EQ(row.bounce_cause, "address_unknown");
    EXPECT_EQ(row.bounce_code, "5.1.1");
    EXPECT_EQ(row.bounced_at_ms, clock_.at_ms);
    EXPECT_EQ(row.sent_at_ms, sent_.sent_at_ms);
    EXPECT_EQ(newest("ZOE@example.org")->mail_id, sent_.id);
    EXPECT_EQ(notices_.changes, changes + 1) << "open pages hear of it";
}

TEST_F(Bounces, the_same_report_twice_changes_nothing) {
    const auto inbound = report(sent_.id, BounceVerdict::permanent, "zoe@example.org");
    EXPECT_EQ(record(inbound), BounceFate::recorded);
    const int changes = notices_.changes;
    clock_.at_ms += 5'000;
    EXPECT_EQ(record(inbound), BounceFate::known);
    EXPECT_EQ(now().bounced_at_ms, clock_.at_ms - 5'000);
    EXPECT_EQ(notices_.changes, changes);
}

TEST_F(Bounces, delays_deliveries_and_complaints_leave_the_mail_as_sent) {
    for (const auto verdict : {BounceVerdict::delayed, BounceVerdict::complaint, BounceVerdict::delivered}) {
        EXPECT_EQ(record(report(sent_.id, verdict, "zoe@example.org")), BounceFate::recorded);
        EXPECT_EQ(now().status, MailStatus::sent);
    }
    EXPECT_EQ(newest("zoe@example.org")->verdict, BounceVerdict::delivered);
}

TEST_F(Bounces, without_a_message_id_the_last_mail_to_the_address_is_meant_for_a_week) {
    auto inbound = report("", BounceVerdict::permanent, "Zoe@Example.org");
    EXPECT_EQ(record(inbound), BounceFate::recorded);
    EXPECT_EQ(newest("zoe@example.org")->matched_by, domain::BounceMatch::recipient);
    clock_.at_ms += 8LL * 24 * 60 * 60 * 1000;
    inbound.message_id = "dsn-2@mx.example";
    EXPECT_EQ(record(inbound), BounceFate::unmatched);
    inbound.reports[0].recipient = "nobody@example.org";
    EXPECT_EQ(record(inbound), BounceFate::unmatched);
    inbound.reports[0].recipient = "";
    EXPECT_EQ(record(inbound), BounceFate::unmatched);
}

TEST_F(Bounces, of_several_recipients_the_mails_own_counts) {
    auto inbound = report(sent_.id, BounceVerdict::permanent, "list@example.org");
    inbound.reports.push_back({BounceVerdict::delivered, domain::BounceCause::other, "zoe@example.org", "2.0.0", "ok"});
    EXPECT_EQ(record(inbound), BounceFate::recorded);
    EXPECT_EQ(now().status, MailStatus::sent);
}

TEST_F(Bounces, a_corrected_address_is_sent_to_and_a_late_worker_does_not_undo_the_report) {
    record(report(sent_.id, BounceVerdict::permanent, "zoe@example.org"));
    write([&](ports::UnitOfWork& work) {
        work.outbox().record(shop_.id, sent_.id, {MailStatus::sent, "250 ok", "", 0, "", true}, clock_.at_ms);
    });
    EXPECT_EQ(now().status, MailStatus::bounced);
    write([&](ports::UnitOfWork& work) {
        EXPECT_TRUE(work.outbox().retry(shop_.id, sent_.id, "zoe.lefevre@example.org", clock_.at_ms));
    });
    run();
    EXPECT_EQ(now().status, MailStatus::sent);
    EXPECT_EQ(now().recipient, "zoe.lefevre@example.org");
    EXPECT_FALSE(now().bounced_at_ms);
    EXPECT_EQ(message("zoe.lefevre@example.org").message_id, sent_.id + "@nordlys.example");
    EXPECT_EQ(newest("zoe@example.org")->verdict, BounceVerdict::permanent) << "the old address keeps its mark";
    EXPECT_FALSE(newest("zoe.lefevre@example.org"));
}

TEST_F(Bounces, a_mail_of_another_shop_is_not_touched) {
    const auto inbound = report(sent_.id, BounceVerdict::permanent, "zoe@example.org");
    EXPECT_EQ(mails::record_bounces(services_, inbound, shop_.id + 1).at(0).fate, BounceFate::unmatched);
    EXPECT_EQ(now().status, MailStatus::sent);
}

TEST_F(Bounces, erasing_people_erases_what_was_reported_of_them) {
    record(report(sent_.id, BounceVerdict::permanent, "zoe@example.org"));
    act(order_, [](const domain::Order& facts, const domain::Context& context) {
        return domain::remove_order(facts, {}, context);
    });
    EXPECT_TRUE(newest("zoe@example.org")) << "a removed order keeps its people until they are erased";
    act(order_, [](const domain::Order& facts, const domain::Context& context) {
        return domain::erase_removed(facts, context);
    });
    EXPECT_FALSE(newest("zoe@example.org"));
}

}  // namespace
}  // namespace commis::tests
