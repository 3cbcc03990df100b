// A mail that left, once more as it was: the very bytes to the same reader, whatever changed since, and the first one's
// record untouched.
#include <gtest/gtest.h>

#include "mail/mail_table.hpp"

namespace commis::tests {
namespace {

using domain::MailKind;
using ports::MailStatus;

class RepeatedMail : public MailTable {
protected:
    void SetUp() override {
        open_shop("web-shop", "fr");
        order_ = place(basket("cheque"));
        run();
        first_ = row_of(MailKind::order_placed);
    }

    // The newest of a kind to the buyer.
    ports::MailRow row_of(MailKind kind) {
        for (const auto& row : mails_of(order_)) {
            if (row.kind == kind && !row.is_copy) return row;
        }
        throw std::runtime_error{"no such mail"};
    }

    std::string bytes_of(const ports::MailRow& row) {
        std::optional<std::string> bytes;
        storage_.read([&](ports::Snapshot& snapshot) { bytes = snapshot.outbox().find_bytes(shop_.id, row.id); });
        return bytes.value();
    }

    domain::Result<domain::Decision> repeat(const domain::Order& order, const std::string& mail_id) {
        domain::Result<domain::Decision> decided = domain::refuse(domain::Refusal::not_found);
        write([&](ports::UnitOfWork& work) {
            decided = orders::run(work, services_, {shop_, order.id, std::nullopt}, caller_,
                                  [&](const domain::Order& facts, const domain::Context& context) {
                                      return domain::repeat_mail(facts, mail_id, context);
                                  });
        });
        return decided;
    }

    domain::Order order_;
    ports::MailRow first_;
};

TEST_F(RepeatedMail, leaves_with_the_very_bytes_though_the_order_changed_since) {
    const auto bytes = bytes_of(first_);
    EXPECT_NE(bytes.find("To: "), std::string::npos);
    act(order_, "mark-paid", "{}");
    run();
    mailer_.handed.clear();
    act(order_, "send-mail", R"({"repeat": ")" + first_.id + R"("})");
    clock_.at_ms += 60'000;
    EXPECT_EQ(run().sent, 1);
    ASSERT_EQ(mailer_.handed.size(), 1U);
    EXPECT_EQ(mailer_.handed.front().second, bytes);
    EXPECT_EQ(mailer_.handed.front().first.to, "buyer@example.org");
    const auto repeated = row_of(MailKind::order_placed);
    EXPECT_NE(repeated.id, first_.id);
    EXPECT_EQ(repeated.repeats, first_.id);
    EXPECT_EQ(repeated.status, MailStatus::sent);
    EXPECT_EQ(repeated.subject, first_.subject);
    storage_.read([&](ports::Snapshot& snapshot) {
        const auto event = snapshot.orders().find_event(shop_.id, order_.id, repeated.event_sequence);
        EXPECT_EQ(event.value().type, domain::EventType::mail_requested);
    });
}

TEST_F(RepeatedMail, can_be_repeated_itself) {
    act(order_, "send-mail", R"({"repeat": ")" + first_.id + R"("})");
    run();
    const auto second = row_of(MailKind::order_placed);
    act(order_, "send-mail", R"({"repeat": ")" + second.id + R"("})");
    mailer_.handed.clear();
    EXPECT_EQ(run().sent, 1);
    EXPECT_EQ(mailer_.handed.front().second, bytes_of(first_));
}

TEST_F(RepeatedMail, is_refused_when_nothing_left_or_it_belongs_to_another_order) {
    const auto refused = [&](const domain::Order& order, const std::string& mail_id) {
        const auto decided = repeat(order, mail_id);
        ASSERT_FALSE(decided) << mail_id;
        ASSERT_EQ(decided.error().fields.size(), 1U);
        EXPECT_EQ(decided.error().fields.front().field, "/repeat");
        EXPECT_EQ(decided.error().fields.front().code, "unknown_mail");
    };
    refused(order_, "nobody");
    refused(place(basket("cheque")), first_.id);
    act(order_, "mark-paid", R"({"notify": true})");
    refused(order_, row_of(MailKind::payment_changed).id);
    EXPECT_TRUE(repeat(order_, first_.id));
}

TEST_F(RepeatedMail, is_copied_to_nobody_because_whoever_had_a_copy_has_one) {
    shop_.staff_rules = {{.to = "boss@nordlys.example", .events = {MailKind::order_placed}}};
    EXPECT_EQ(repeat(order_, first_.id)->mails.size(), 1U);
    act(order_, "resend-confirmation", "{}");
    EXPECT_EQ(mails_of(order_).front().recipient, "boss@nordlys.example") << "the rule itself works";
}

}  // namespace
}  // namespace commis::tests
