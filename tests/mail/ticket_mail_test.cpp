// Who gets which tickets by mail, what goes along, and what stays when a ticket was cancelled meanwhile (W-29); and the
// invoice that goes along with downloads (O-26).
#include <gtest/gtest.h>

#include "domain/decisions/cancel.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/tickets.hpp"
#include "features/articles/articles.hpp"
#include "features/tickets/code.hpp"
#include "mail/outbox_world.hpp"
#include "support/plain_drawer.hpp"

namespace commis::tests {
namespace {

using domain::MailKind;

class TicketMails : public OutboxWorld {
protected:
    TicketMails() {
        services_.drawer = &drawer_;
        services_.public_url = "https://shop.example";
        articles::ArticleChange concert;
        concert.sku = "CONCERT";
        concert.name = "Winter concert";
        concert.kind = domain::LineKind::ticket;
        concert.price_minor = 2500;
        concert.starts_at_ms.emplace(1'770'921'000'000);  // 2026-02-12T18:30:00Z.
        concert.venue = "Salle des fêtes, Lyon";
        write([&](ports::UnitOfWork& work) {
            EXPECT_TRUE(articles::create(work, services_, caller_, shop_.id, concert));
        });
    }

    // Zoé buys for herself, for Dan, and a third place for whoever comes along.
    domain::Order paid_order() {
        domain::PlaceOrder command = sample_order();
        command.lines.clear();
        command.lines.push_back({"CONCERT", "Winter concert", domain::LineKind::ticket, 3, 2500, 0, "0", {}});
        command.lines.back().attendees = {
            {"Zoé Lefèvre", "zoe@example.org"}, {"Dan", "dan@example.org"}, {"Guest", ""}};
        command.shipping = {};
        const auto order = place(command);
        run();
        mailer_.sent.clear();
        act(order, [](const domain::Order& now, const domain::Context& context) {
            return domain::mark_paid(now, {}, context);
        });
        return stored(order);
    }

    domain::Order stored(const domain::Order& order) {
        domain::Order now;
        storage_.read([&](ports::Snapshot& snapshot) { now = *snapshot.orders().find(shop_.id, order.id); });
        return now;
    }

    // The mails with tickets, by reader: what is attached.
    std::map<std::string, std::vector<std::string>> attached() const {
        std::map<std::string, std::vector<std::string>> files;
        for (const ports::MailMessage& message : mailer_.sent) {
            for (const auto& file : message.attachments) files[message.to.address].push_back(file.name);
        }
        return files;
    }

    static std::string file_of(const domain::Order& order, std::size_t at) {
        return "ticket-" + order.number + "-" + order.lines[0].units[at].code + ".pdf";
    }

    test::PlainDrawer drawer_;
};

TEST_F(TicketMails, bring_each_holder_the_own_tickets_once_they_are_paid) {
    const auto order = paid_order();
    run();
    const std::map<std::string, std::vector<std::string>> expected{
        {"zoe@example.org", {file_of(order, 0), file_of(order, 2)}}, {"dan@example.org", {file_of(order, 1)}}};
    EXPECT_EQ(attached(), expected);
    const auto& dan = message("dan@example.org");
    EXPECT_EQ(dan.to.name, "Dan");
    EXPECT_EQ(dan.subject, "Vos billets – commande " + order.number);
    for (const std::string& words :
         {std::string("Bonjour Dan"), std::string("12 février 2026"), std::string("Salle des fêtes, Lyon"),
          tickets::shown_code(order.lines[0].units[1].code)}) {
        EXPECT_NE(dan.text.find(words), std::string::npos) << words << "\n" << dan.text;
    }
    EXPECT_EQ(dan.text.find(tickets::shown_code(order.lines[0].units[0].code)), std::string::npos) << "not his";
    EXPECT_EQ(dan.text.find("/o/"), std::string::npos) << "the order is the buyer's";
}

TEST_F(TicketMails, leave_out_what_was_cancelled_since_and_do_not_leave_empty) {
    const auto order = paid_order();
    const auto gone = order.lines[0].units[1].id;
    act(order, [&](const domain::Order& now, const domain::Context& context) {
        domain::Cancel command;
        command.choice.units = {gone};
        return domain::cancel(now, command, context);
    });
    run();
    EXPECT_FALSE(attached().contains("dan@example.org"));
    EXPECT_EQ(attached().at("zoe@example.org").size(), 2U);
    for (const auto& row : mails()) {
        if (row.kind != MailKind::tickets || row.recipient != "dan@example.org") continue;
        EXPECT_EQ(row.status, ports::MailStatus::failed);
        EXPECT_EQ(row.last_reply, "none of its tickets is open any more");
    }
}

TEST_F(TicketMails, go_to_one_address_where_somebody_asked_for_that_and_else_to_each_holder) {
    const auto order = paid_order();
    run();
    mailer_.sent.clear();
    act(order, [](const domain::Order& now, const domain::Context& context) {
        return domain::send_tickets(now, {{}, "zoe@example.org"}, context);
    });
    run();
    EXPECT_EQ(attached().at("zoe@example.org").size(), 3U);
    EXPECT_EQ(attached().size(), 1U);
    mailer_.sent.clear();
    act(order, [](const domain::Order& now, const domain::Context& context) {
        return domain::send_tickets(now, {}, context);
    });
    run();
    EXPECT_EQ(attached().at("zoe@example.org").size(), 2U);
    EXPECT_EQ(attached().at("dan@example.org").size(), 1U);
}

TEST_F(TicketMails, bring_who_goes_instead_the_new_ticket) {
    const auto order = paid_order();
    run();
    mailer_.sent.clear();
    const auto seat = order.lines[0].units[1];
    act(order, [&](const domain::Order& now, const domain::Context& context) {
        return domain::replace_attendee(now, {seat.id, {"Eve", "eve@example.org"}}, context);
    });
    run();
    const auto after = stored(order);
    EXPECT_NE(after.lines[0].units[1].code, seat.code);
    const std::map<std::string, std::vector<std::string>> expected{{"eve@example.org", {file_of(after, 1)}}};
    EXPECT_EQ(attached(), expected);
}

TEST_F(TicketMails, O26_with_downloads_goes_the_invoice_where_one_stands) {
    write([&](ports::UnitOfWork& work) {
        articles::ArticleChange book;
        book.sku = "EB-1";
        book.name = "Aurora";
        book.kind = domain::LineKind::digital;
        book.price_minor = 900;
        const auto article = articles::create(work, services_, caller_, shop_.id, book);
        ASSERT_TRUE(article);
        work.openings().add_file({shop_.id, article->id, "F1", "EB-1", "aurora.pdf", "application/pdf", 10, "", 0});
    });
    domain::PlaceOrder command = sample_order();
    command.lines = {{"EB-1", "Aurora", domain::LineKind::digital, 1, 900, 0, "20", {}}};
    command.shipping = {};
    const auto attached_to = [&](const domain::Order& order) {
        mailer_.sent.clear();
        act(order, [](const domain::Order& now, const domain::Context& context) {
            return domain::mark_paid(now, {}, context);
        });
        run();
        for (const ports::MailMessage& message : mailer_.sent) {
            if (message.text.find("aurora.pdf") == std::string::npos) continue;
            EXPECT_NE(message.text.find("/d/"), std::string::npos) << message.text;
            return message.attachments;
        }
        throw std::runtime_error{"no mail with the downloads"};
    };
    EXPECT_TRUE(attached_to(place(command)).empty());
    const auto order = place(command);
    act(order,
        [](const domain::Order& now, const domain::Context& context) { return domain::invoice(now, {}, context); });
    run();
    const auto attachments = attached_to(order);
    ASSERT_EQ(attachments.size(), 1U);
    EXPECT_NE(attachments[0].name.find(stored(order).documents.at(0).number), std::string::npos) << attachments[0].name;
}

}  // namespace
}  // namespace commis::tests
