// A test of a mail's words: to whoever works on them, marked as a test, by the way of all mail, and no part of the
// order.
#include <gtest/gtest.h>

#include "features/mails/templates.hpp"
#include "mail/mail_table.hpp"

namespace commis::tests {
namespace {

using domain::MailKind;

class TestMail : public MailTable {
protected:
    void SetUp() override {
        open_shop("web-shop", "fr");
        order_ = place(basket("cheque"));
        run();
        mailer_.sent.clear();
    }

    std::string queue(MailKind kind, const std::string& language, const ports::TemplateText& words) {
        std::string id;
        write([&](ports::UnitOfWork& work) {
            const auto shown = mails::find_preview_order(work.reads(), services_, shop_, kind, order_.number).value();
            const auto key = mails::template_key(services_, shop_.id, domain::id_of(kind), language, "").value();
            id = mails::queue_test(work, services_, key, words, shown, "ada@staff.example");
        });
        return id;
    }

    ports::MailRow row(const std::string& id) {
        ports::MailRow found;
        storage_.read([&](ports::Snapshot& snapshot) { found = snapshot.outbox().find(shop_.id, id).value(); });
        return found;
    }

    domain::Order order_;
};

TEST_F(TestMail, leaves_with_the_words_it_was_asked_with_and_says_that_it_is_one) {
    const auto before = mails_of(order_).size();
    const auto id = queue(MailKind::order_placed, "de", {"Danke {{buyer_name}}", "Summe **{{total}}**"});
    const auto version = stored(order_).version;
    EXPECT_EQ(run().sent, 1);
    ASSERT_EQ(mailer_.sent.size(), 1U);
    const auto& message = mailer_.sent.front();
    EXPECT_EQ(message.to.address, "ada@staff.example");
    EXPECT_EQ(message.to.name, "") << "nobody's name but the buyer's is known, and it is not the buyer";
    EXPECT_EQ(message.subject, "Test: Danke Zoé Lefèvre");
    EXPECT_NE(message.text.find("Summe 3.742,90"), std::string::npos) << message.text;
    EXPECT_EQ(message.language, "de");
    EXPECT_EQ(row(id).status, ports::MailStatus::sent);
    EXPECT_TRUE(row(id).is_test);
    EXPECT_EQ(mails_of(order_).size(), before) << "the order knows nothing of it";
    EXPECT_EQ(stored(order_).version, version);
}

TEST_F(TestMail, may_be_sent_again_and_again) {
    const ports::TemplateText words{"{{order_number}}", "Bonjour"};
    const auto first = queue(MailKind::order_placed, "fr", words);
    const auto second = queue(MailKind::order_placed, "fr", words);
    EXPECT_NE(first, second);
    EXPECT_EQ(run().sent, 2);
    EXPECT_EQ(mailer_.sent.front().subject, "Test\u00A0: " + order_.number);
}

TEST_F(TestMail, tells_of_what_the_preview_tells_of) {
    act(order_, "mark-paid", R"({"notify": true, "note": "Merci encore."})");
    run();
    mailer_.sent.clear();
    queue(MailKind::payment_changed, "fr", {"{{order_number}}", "{{note}}"});
    queue(MailKind::free_message, "fr", {"{{subject}}", "{{message}}"});
    EXPECT_EQ(run().sent, 2);
    ASSERT_EQ(mailer_.sent.size(), 2U);
    EXPECT_NE(mailer_.sent[0].text.find("Merci encore."), std::string::npos) << mailer_.sent[0].text;
    EXPECT_NE(mailer_.sent[1].text, "") << "a message of nobody has words that stand for it";
}

TEST_F(TestMail, waits_and_fails_like_other_mail) {
    const auto id = queue(MailKind::order_placed, "fr", {"x", "x"});
    mailer_.answers.push_back({ports::SendStatus::temporary, 451, "451 later"});
    run();
    EXPECT_EQ(row(id).status, ports::MailStatus::queued);
    EXPECT_EQ(row(id).last_reply, "451 later");
    clock_.at_ms += 3'600'000;
    mailer_.answers.push_back({ports::SendStatus::permanent, 550, "550 no"});
    run();
    EXPECT_EQ(row(id).status, ports::MailStatus::failed);
}

}  // namespace
}  // namespace commis::tests
