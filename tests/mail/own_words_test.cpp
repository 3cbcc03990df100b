// A shop's own words are what leaves: in their language, from the next mail on, until they are given up.
#include "features/mails/templates.hpp"

#include <gtest/gtest.h>

#include "mail/outbox_world.hpp"

namespace commis::tests {
namespace {

using domain::MailKind;

class OwnWords : public OutboxWorld {
protected:
    ports::TemplateKey key(const std::string& event, const std::string& language) const {
        return mails::template_key(services_, shop_.id, event, language).value();
    }
    std::int64_t save(const std::string& event, const std::string& language, const ports::TemplateText& words) {
        std::int64_t version = -1;
        write([&](ports::UnitOfWork& work) {
            version = mails::save_words(work, services_, caller_, key(event, language), words, std::nullopt).value();
        });
        return version;
    }
    domain::Order place_in(const std::string& language, const std::string& email) {
        auto command = sample_order();
        command.language = language;
        command.buyer.email = email;
        return place(command);
    }
};

TEST_F(OwnWords, a_changed_template_is_what_is_sent) {
    EXPECT_EQ(
        save("order_placed", "fr", {"Bien reçu : {{order_number}}", "Merci {{buyer_name}}, total **{{total}}**."}), 1);
    const auto order = place_in("fr", "zoe@example.org");
    place_in("da", "ida@example.org");
    EXPECT_EQ(run().sent, 4);
    const auto& changed = message("zoe@example.org");
    EXPECT_EQ(changed.subject, "Bien reçu : " + order.number);
    EXPECT_TRUE(changed.text.starts_with("Merci Zoé Lefèvre, total 103,70\u00a0€.")) << changed.text;
    EXPECT_NE(changed.html.find("<strong>103,70"), std::string::npos);
    EXPECT_EQ(changed.text.find("IBAN"), std::string::npos) << "nothing of the shipped words is left";
    EXPECT_NE(message("ida@example.org").subject.find("Ordrebekræftelse"), std::string::npos)
        << "Danish stayed as shipped";
    EXPECT_EQ(message("desk@nordlys.example").subject.find("Bien"), std::string::npos);
}

TEST_F(OwnWords, each_save_counts_from_the_next_mail_on_and_a_reset_ends_it) {
    save("order_placed", "en", {"First", "One"});
    place_in("en", "a@example.org");
    run();
    EXPECT_EQ(save("order_placed", "en", {"Second", "Two"}), 2);
    place_in("en", "b@example.org");
    run();
    const auto shipped = renderer_.shipped("order_placed", "en").value();
    EXPECT_EQ(save("order_placed", "en", shipped), 0) << "the shipped words are no change";
    place_in("en", "c@example.org");
    run();
    EXPECT_EQ(message("a@example.org").subject, "First");
    EXPECT_EQ(message("b@example.org").subject, "Second");
    EXPECT_NE(message("c@example.org").subject.find("Your order"), std::string::npos);
}

TEST_F(OwnWords, whoever_may_not_or_saw_older_words_changes_nothing) {
    write([&](ports::UnitOfWork& work) {
        Caller clerk;
        clerk.memberships = {{shop_.id, domain::Role::clerk}};
        const auto refused = mails::save_words(work, services_, clerk, key("order_placed", "en"), {"x", "x"}, {});
        EXPECT_EQ(refused.error().refusal, domain::Refusal::forbidden);
        EXPECT_EQ(mails::reset_words(work, clerk, key("order_placed", "en"), {}).error().refusal,
                  domain::Refusal::forbidden);
        const auto stale = mails::save_words(work, services_, caller_, key("order_placed", "en"), {"x", "x"}, 3);
        EXPECT_EQ(stale.error().refusal, domain::Refusal::stale_version);
        EXPECT_TRUE(work.reads().templates().list(shop_.id).empty());
    });
}

TEST_F(OwnWords, W51_orders_with_a_ticket_get_the_words_of_its_type) {
    const auto save_for = [&](const std::string& article, const std::string& subject) {
        write([&](ports::UnitOfWork& work) {
            const auto of_type = mails::template_key(services_, shop_.id, "order_placed", "en", article).value();
            ASSERT_TRUE(mails::save_words(work, services_, caller_, of_type, {subject, "Text"}, 0));
        });
    };
    const auto place_of = [&](const std::string& email, const std::vector<std::string>& skus) {
        auto command = sample_order();
        command.language = "en";
        command.buyer.email = email;
        command.lines.clear();
        for (const auto& sku : skus) {
            command.lines.push_back({sku, "Day " + sku, domain::LineKind::goods, 1, 5000, 0, "20", {}});
        }
        place(command);
    };
    save_for("", "General");
    save_for("VIP", "For VIPs");
    save_for("CREW", "For the crew");
    place_of("a@example.org", {"DAY"});
    place_of("b@example.org", {"DAY", "VIP"});
    place_of("c@example.org", {"CREW", "VIP"});
    run();
    EXPECT_EQ(message("a@example.org").subject, "General");
    EXPECT_EQ(message("b@example.org").subject, "For VIPs");
    EXPECT_EQ(message("c@example.org").subject, "For the crew") << "the first line decides";
    write([&](ports::UnitOfWork& work) {
        const auto of_type = mails::template_key(services_, shop_.id, "order_placed", "en", "VIP").value();
        ASSERT_TRUE(mails::reset_words(work, caller_, of_type, 1));
        EXPECT_EQ(mails::words_in_use(work.reads().templates(), of_type)->subject, "General");
    });
    place_of("d@example.org", {"VIP"});
    run();
    EXPECT_EQ(message("d@example.org").subject, "General");
}

TEST_F(OwnWords, X18_a_copy_says_what_the_buyer_was_told_and_answers_go_to_the_buyer) {
    shop_.staff_rules = {{"copies@nordlys.example", {MailKind::order_placed}, {}}};
    place_in("en", "a@example.org");
    EXPECT_EQ(run().sent, 3);
    const auto& copy = message("copies@nordlys.example");
    EXPECT_EQ(copy.text, message("a@example.org").text);
    EXPECT_EQ(copy.to.name, "");
    ASSERT_TRUE(copy.reply_to);
    EXPECT_EQ(copy.reply_to->address, "a@example.org");
}

// What is shipped may be kept as it is: it passes the checks that a shop's own words must pass.
TEST_F(OwnWords, shipped_words_are_words_that_may_be_kept) {
    for (int kind = 0; kind < domain::mail_kind_count; ++kind) {
        const std::string event{domain::id_of(static_cast<MailKind>(kind))};
        for (const auto* language : {"en", "fr", "da", "de"}) {
            const auto shipped = renderer_.shipped(event, language);
            ASSERT_TRUE(shipped) << event << language;
            EXPECT_TRUE(mails::check_words(renderer_, event, *shipped).empty()) << event << language;
        }
    }
}

TEST_F(OwnWords, a_fault_is_told_with_its_field_and_line) {
    const auto faults = mails::check_words(renderer_, "order_placed", {"{{total}}{{nobody}}", "a\nb {{nothing}}\n"});
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0].field, "/subject");
    EXPECT_EQ(faults[0].fault, (ports::TemplateFault{"unknown_name", "nobody", 0}));
    EXPECT_EQ(faults[1].field, "/body");
    EXPECT_EQ(faults[1].fault, (ports::TemplateFault{"unknown_name", "nothing", 2}));
}

// Every name that a mail may use can be told to people in words, and each fault, too.
TEST_F(OwnWords, every_name_and_fault_has_its_word) {
    const std::function<void(const ports::TemplateNames&)> look = [&](const ports::TemplateNames& names) {
        for (const auto& name : names.values) EXPECT_TRUE(words_.has("template_name." + name)) << name;
        for (const auto& [name, inner] : names.lists) {
            EXPECT_TRUE(words_.has("template_name." + name)) << name;
            look(inner);
        }
    };
    for (int kind = 0; kind < domain::mail_kind_count; ++kind) {
        look(*renderer_.names_of(domain::id_of(static_cast<MailKind>(kind))));
    }
    for (const auto* code : {"unknown_name",      "bad_name",        "unclosed_section", "unopened_section",
                             "unclosed_tag",      "empty_tag",       "unescaped_tag",    "delimiter_change",
                             "partial",           "too_large",       "too_long",         "line_too_long",
                             "line_break",        "too_deep",        "section_repeats",  "forbidden_character",
                             "subject_empty",     "subject_missing", "body_missing",     "output_too_large",
                             "too_many_sections", "bad_template",    "unknown_order"}) {
        EXPECT_TRUE(words_.has("template_fault." + std::string(code))) << code;
    }
}

}  // namespace
}  // namespace commis::tests
