// The outbox worker: what leaves, what waits, what is never tried twice, and what each mail says of a real order.
#include "worker/outbox.hpp"

#include <gtest/gtest.h>

#include "domain/payment_reference.hpp"
#include "mail/outbox_world.hpp"

namespace commis::tests {
namespace {

using domain::MailKind;
using ports::MailStatus;
using ports::SendStatus;

constexpr std::int64_t minute_ms = 60'000;

TEST_F(OutboxWorld, sends_the_confirmation_and_the_operators_notice_of_a_new_order) {
    const auto order = place(sample_order());
    const auto counts = run();
    EXPECT_EQ(counts.sent, 2);
    EXPECT_EQ(counts.waiting + counts.failed, 0);
    const auto row = mail(MailKind::order_placed);
    EXPECT_EQ(row.status, MailStatus::sent);
    EXPECT_EQ(row.last_reply, "250 taken");
    EXPECT_EQ(row.attempts, 1);
    EXPECT_EQ(row.subject, "Votre commande " + order.number + " chez Nordlys & Co");
    EXPECT_EQ(row.sent_at_ms, clock_.at_ms);
    EXPECT_EQ(notices_.changes, 2);

    const auto& buyer = message("zoe@example.org");
    EXPECT_EQ(buyer.from.name, "Nordlys & Co");
    EXPECT_EQ(buyer.from.address, "shop@nordlys.example");
    EXPECT_EQ(buyer.reply_to->address, "desk@nordlys.example");
    EXPECT_EQ(buyer.message_id, row.id + "@nordlys.example");
    for (const auto* fact : {"reçue le 3 décembre 2025", "2 × Aurora *lamp*\u00a0: 98,80\u00a0€",
                             "Livraison (PostNord)\u00a0: 4,90\u00a0€", "Dont TVA à 20\u00a0%\u00a0: 17,28\u00a0€",
                             "Total\u00a0: 103,70\u00a0€", "12 rue de l'Église\n75011 Paris\nFrance",
                             "IBAN DK50 0040 0440 1162 43, BIC NDEADKKK"}) {
        EXPECT_NE(buyer.text.find(fact), std::string::npos) << fact << "\n" << buyer.text;
    }
    EXPECT_EQ(buyer.text.find("shop.example/"), std::string::npos) << "a buyer gets no link to the desk";

    const auto& desk = message("desk@nordlys.example");
    EXPECT_EQ(desk.subject, "New order " + order.number + ": €103.70 from Zoé Lefèvre");
    EXPECT_EQ(desk.reply_to->address, "zoe@example.org");
    EXPECT_NE(desk.text.find("<https://shop.example/shops/nordlys/orders/" + order.id + ">"), std::string::npos);
    EXPECT_EQ(run().sent, 0) << "nothing is sent twice";
}

TEST_F(OutboxWorld, tells_staff_where_to_say_that_it_is_enough_and_buyers_nothing_of_the_kind) {
    place(sample_order());
    EXPECT_EQ(run().sent, 2);
    EXPECT_EQ(message("zoe@example.org").unsubscribe_url, "") << "it is about an order of theirs";
    EXPECT_EQ(message("desk@nordlys.example").unsubscribe_url, "https://shop.example/shops/nordlys/settings/shop");
    place(sample_order());
    mailer_.sent.clear();
    worker::OutboxWorker inside{services_, &mailer_, {"http://127.0.0.1:8080", ""}};
    EXPECT_EQ(inside.run_due({}).sent, 2);
    EXPECT_EQ(message("desk@nordlys.example").unsubscribe_url, "mailto:shop@nordlys.example?subject=unsubscribe");
}

TEST_F(OutboxWorld, tells_of_payment_and_state_with_their_notes) {
    const auto order = place(sample_order());
    run();
    act(order, [](const domain::Order& facts, const domain::Context& context) {
        return domain::mark_paid(facts, {std::nullopt, std::nullopt, "", {"Merci **beaucoup**.", true}}, context);
    });
    run();
    const auto& paid = mailer_.sent.back();
    EXPECT_NE(paid.text.find("Nous avons bien reçu le paiement"), std::string::npos) << paid.text;
    EXPECT_NE(paid.text.find("> Merci beaucoup."), std::string::npos);
    EXPECT_NE(paid.html.find("<strong>beaucoup</strong>"), std::string::npos);

    act(order, [](const domain::Order& facts, const domain::Context& context) {
        return domain::change_state(facts, {"to_prepare", "", std::nullopt, {"", true}}, context);
    });
    EXPECT_EQ(run().sent, 0) << "held for the shop's hold period";
    clock_.at_ms += minute_ms;
    EXPECT_EQ(run().sent, 1);
    EXPECT_EQ(mailer_.sent.back().subject, "Votre commande " + order.number + "\u00a0: À préparer");
}

TEST_F(OutboxWorld, tells_of_a_refund_with_its_amount_and_units) {
    const auto order = place(sample_order());
    act(order, [](const domain::Order& facts, const domain::Context& context) {
        return domain::mark_paid(facts, {std::nullopt, std::nullopt, "", {}}, context);
    });
    run();
    act(order, [](const domain::Order& facts, const domain::Context& context) {
        domain::RefundOrder asked{.choice = {.lines = {{facts.lines.front().id, 1}}}};
        asked.telling = {"Avec nos **excuses**.", true};
        return domain::refund(facts, asked, context);
    });
    EXPECT_EQ(run().sent, 1);
    const auto& told = mailer_.sent.back();
    EXPECT_EQ(told.subject, "Remboursement de votre commande " + order.number);
    EXPECT_NE(told.text.find("49,40\u00a0€ pour votre commande"), std::string::npos) << told.text;
    EXPECT_NE(told.text.find("- 1 × Aurora *lamp*"), std::string::npos) << told.text;
    EXPECT_NE(told.text.find("> Avec nos excuses."), std::string::npos) << told.text;
    EXPECT_EQ(told.text.find("moyen de paiement utilisé"), std::string::npos) << "it did not go through a provider";
}

TEST_F(OutboxWorld, reminds_with_what_is_due_and_how_to_pay_it) {
    const auto order = place(sample_order());
    run();
    act(order,
        [](const domain::Order& facts, const domain::Context& context) { return domain::remind(facts, context); });
    EXPECT_EQ(run().sent, 1);
    const auto& told = mailer_.sent.back();
    EXPECT_EQ(told.subject, "Rappel\u00a0: paiement de votre commande " + order.number);
    for (const auto* fact : {"Reste à payer\u00a0: 103,70\u00a0€", "IBAN DK50 0040 0440 1162 43, BIC NDEADKKK"}) {
        EXPECT_NE(told.text.find(fact), std::string::npos) << fact << "\n" << told.text;
    }
    const std::string reference = domain::printed(domain::make_scor(order.number).value());
    EXPECT_NE(told.text.find("Référence\u00a0: " + reference), std::string::npos) << told.text;
    EXPECT_EQ(told.text.find("rappel n°"), std::string::npos) << "the first one needs no number";
    EXPECT_TRUE(told.pictures.at("payment_qr").starts_with("\x89PNG"));
    EXPECT_NE(told.html.find("<img src=\"cid:payment_qr\" alt=\"Code QR pour le paiement\""), std::string::npos);
    EXPECT_EQ(told.text.find("Code QR"), std::string::npos) << "where no picture is seen, no word of it";
}

// the confirmation of an unpaid order says how to pay, also when it is sent again.
TEST_F(OutboxWorld, repeats_the_confirmation_of_an_unpaid_order_with_how_to_pay) {
    const auto order = place(sample_order());
    run();
    act(order, [](const domain::Order& facts, const domain::Context& context) {
        return domain::resend_confirmation(facts, "ann@example.org", context);
    });
    EXPECT_EQ(run().sent, 1);
    const auto& again = message("ann@example.org");
    EXPECT_NE(again.text.find("Montant à virer\u00a0: 103,70\u00a0€"), std::string::npos) << again.text;
    EXPECT_NE(again.text.find("IBAN DK50 0040 0440 1162 43"), std::string::npos) << again.text;
}

TEST_F(OutboxWorld, sends_the_operators_own_subject_and_words) {
    const auto order = place(sample_order());
    run();
    act(order, [](const domain::Order& facts, const domain::Context& context) {
        return domain::send_message(facts, {"", "Votre parapluie", "Nous l’avons **retrouvé**."}, context);
    });
    EXPECT_EQ(run().sent, 1);
    EXPECT_EQ(mailer_.sent.back().subject, "Votre parapluie");
    EXPECT_NE(mailer_.sent.back().html.find("<strong>retrouvé</strong>"), std::string::npos);
}

TEST_F(OutboxWorld, tells_of_a_removal_without_the_reason_that_is_for_colleagues) {
    const auto order = place(sample_order());
    run();
    act(order, [](const domain::Order& facts, const domain::Context& context) {
        return domain::remove_order(facts, {.reason = "looks like fraud", .notify = true}, context);
    });
    EXPECT_EQ(run().sent, 1);
    const auto& told = mailer_.sent.back();
    EXPECT_EQ(told.subject, "Suppression de votre commande " + order.number);
    EXPECT_NE(told.text.find("Aucun paiement ne nous est parvenu"), std::string::npos) << told.text;
    EXPECT_EQ(told.text.find("fraud"), std::string::npos) << told.text;
}

TEST_F(OutboxWorld, tells_a_revised_order_as_it_is_now) {
    const auto order = place(sample_order());
    run();
    act(order, [](const domain::Order& facts, const domain::Context& context) {
        domain::Revise asked;
        asked.lines.push_back({facts.lines.front().id, sample_order().lines.front()});
        asked.lines.front().content.quantity = 3;
        asked.telling = {"", true};
        return domain::revise(facts, asked, context);
    });
    EXPECT_EQ(run().sent, 1);
    const auto& told = mailer_.sent.back();
    EXPECT_EQ(told.subject, "Modification de votre commande " + order.number);
    for (const auto* fact : {"3 × Aurora *lamp*\u00a0: 148,20\u00a0€", "Nouveau total\u00a0: 153,10\u00a0€",
                             "Reste à payer\u00a0: 153,10\u00a0€", "IBAN DK50 0040 0440 1162 43"}) {
        EXPECT_NE(told.text.find(fact), std::string::npos) << fact << "\n" << told.text;
    }
}

TEST_F(OutboxWorld, waits_without_a_mail_server) {
    place(sample_order());
    worker::OutboxWorker silent{services_, nullptr, {"https://shop.example", ""}};
    EXPECT_EQ(silent.run_due({}).waiting, 2);
    EXPECT_EQ(mail(MailKind::order_placed).status, MailStatus::queued);
    EXPECT_EQ(mail(MailKind::order_placed).attempts, 0);
}

TEST_F(OutboxWorld, waits_while_the_server_is_down_without_using_up_attempts) {
    place(sample_order());
    mailer_.is_there = false;
    for (int minute = 0; minute < 60; ++minute) {
        EXPECT_EQ(run().sent, 0);
        clock_.at_ms += minute_ms;
    }
    for (const auto& row : mails()) {
        EXPECT_EQ(row.status, MailStatus::queued);
        EXPECT_EQ(row.attempts, 0);
    }
    EXPECT_EQ(mails().back().last_reply + mails().front().last_reply, "nobody there" + mails().front().last_reply);
    mailer_.is_there = true;
    EXPECT_EQ(run().sent, 2);
}

TEST_F(OutboxWorld, tries_again_later_and_gives_up_in_the_end) {
    shop_.operator_addresses.clear();
    place(sample_order());
    const ports::SendResult later{SendStatus::temporary, 451, "451 later"};
    std::int64_t waited_ms = 0;
    int attempts = 0;
    while (attempts < 20) {
        mailer_.answers.push_back(later);
        const auto counts = run();
        ++attempts;
        const auto row = mail(MailKind::order_placed);
        EXPECT_EQ(row.attempts, attempts);
        EXPECT_EQ(row.last_reply, "451 later");
        if (row.status == MailStatus::failed) {
            EXPECT_EQ(counts.failed, 1);
            break;
        }
        EXPECT_EQ(row.status, MailStatus::queued);
        const auto delay_ms = worker::retry_delay_ms(attempts).value();
        clock_.at_ms += delay_ms - 1;
        const auto tried = mailer_.sent.size();
        run();
        EXPECT_EQ(mailer_.sent.size(), tried) << "not before its time";
        clock_.at_ms += 1;
        waited_ms += delay_ms;
    }
    EXPECT_EQ(attempts, 9);
    EXPECT_LE(waited_ms, std::int64_t{3} * 24 * 60 * minute_ms);
    EXPECT_EQ(run().sent, 0);
}

TEST_F(OutboxWorld, records_refusals_and_unknown_fates_and_leaves_them) {
    mailer_.answers = {{SendStatus::permanent, 550, "550 no such user"}, {SendStatus::unknown, 0, "cut off"}};
    place(sample_order());
    EXPECT_EQ(run().failed, 2);
    std::set<std::string> told;
    for (const auto& row : mails()) told.insert(std::string{ports::id_of(row.status)} + " " + row.last_reply);
    EXPECT_EQ(told, (std::set<std::string>{"failed 550 no such user", "unknown cut off"}));
    clock_.at_ms += 10 * 24 * 60 * minute_ms;
    EXPECT_EQ(run().sent, 0) << "only a person may try these again";
    for (const auto& row : mails()) {
        write([&](ports::UnitOfWork& work) { EXPECT_TRUE(work.outbox().retry(shop_.id, row.id, "", clock_.at_ms)); });
    }
    EXPECT_EQ(run().sent, 2);
}

TEST_F(OutboxWorld, calls_a_mail_unknown_that_a_dead_program_was_sending) {
    place(sample_order());
    write([&](ports::UnitOfWork& work) {
        const auto claimed = work.outbox().claim(shop_.id, clock_.at_ms, minute_ms, 1);
        ASSERT_EQ(claimed.size(), 1U);
        const auto until_ms = clock_.at_ms + minute_ms;
        EXPECT_TRUE(work.outbox().begin(shop_.id, claimed.front().id, until_ms, until_ms));
    });
    EXPECT_EQ(run().sent, 1) << "the other one";
    clock_.at_ms += 2 * minute_ms;
    EXPECT_EQ(run().failed, 1);
    int unknown = 0;
    for (const auto& row : mails()) unknown += row.status == MailStatus::unknown ? 1 : 0;
    EXPECT_EQ(unknown, 1);
    EXPECT_EQ(mailer_.sent.size(), 1U);
}

TEST_F(OutboxWorld, waits_for_a_sender) {
    write([&](ports::UnitOfWork& work) {
        shop_.mail_sender_address.clear();
        shop_.operator_addresses.clear();
        shop_.version += 1;
        work.shops().save(shop_);
    });
    place(sample_order());
    EXPECT_EQ(run().sent, 0);
    EXPECT_EQ(mail(MailKind::order_placed).last_reply, "no sender configured");
    EXPECT_EQ(mail(MailKind::order_placed).attempts, 0);
    clock_.at_ms += 6 * minute_ms;
    worker::OutboxWorker configured{services_, &mailer_, {"https://shop.example", "commis@host.example"}};
    EXPECT_EQ(configured.run_due({}).sent, 1);
    EXPECT_EQ(mailer_.sent.back().from.address, "commis@host.example");
}

TEST_F(OutboxWorld, gives_back_what_it_has_not_begun_when_told_to_stop) {
    for (int count = 0; count < 3; ++count) place(sample_order());
    std::stop_source stopping;
    stopping.request_stop();
    EXPECT_EQ(worker_.run_due(stopping.get_token()).sent, 0);
    for (const auto& row : mails()) EXPECT_EQ(row.status, MailStatus::queued);
    EXPECT_EQ(run().sent, 6);
}

TEST_F(OutboxWorld, tells_a_huge_order_in_a_mail_of_bounded_size) {
    auto command = sample_order();
    for (int count = 1; count < 2'000; ++count) command.lines.push_back(command.lines.front());
    place(command);
    EXPECT_EQ(run().sent, 2);
    EXPECT_NE(message("desk@nordlys.example").text.find("- … and 1700 more items"), std::string::npos);
}

}  // namespace
}  // namespace commis::tests
