// Tickets: read back in each language, their code by a decoder that is none of ours; and what no longer opens anything.
#include <gtest/gtest.h>

#include <string>

#include "adapters/system/words.hpp"
#include "domain/language.hpp"
#include "pdf/sample.hpp"

namespace commis::tests {
namespace {

using ports::TicketSheet;

const std::string barcode = "7Q2M9XKD3FTA." + std::string(86, 'x');

TicketSheet sample_ticket(std::string_view language) {
    TicketSheet sheet;
    sheet.language = language;
    sheet.seller = "Nordlys & Co";
    sheet.made_at_ms = 1'795'341'600'000;
    sheet.look.color = "#7a1f5c";
    sheet.look.footer = {"Nordlys & Co, Havnegade 12, 8000 Aarhus C"};
    sheet.tickets.push_back({"Winter concert: Bach, Nielsen, Pärt", "12 February 2027 at 19:30",
                             "Salle des fêtes, 3 place de la République, Lyon", "Zoé Lefèvre-Prøvekøber", "2026-10412",
                             "7Q2M 9XKD 3FTA", barcode, ""});
    return sheet;
}

void expect_all(const std::string& text, const std::vector<std::string>& wanted) {
    for (const std::string& words : wanted) EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
}

// What stands in lines of a column is one text again.
std::string joined_lines(std::string text) {
    for (char& sign : text) {
        if (sign == '\n') sign = ' ';
    }
    return text;
}

TEST(Tickets, say_what_when_where_and_who_in_each_language) {
    const system::WordCatalogue words;
    for (const std::string_view language : domain::languages) {
        const TicketSheet sheet = sample_ticket(language);
        const std::string pdf = drawer().draw(sheet, no_picture);
        ASSERT_EQ(page_count(pdf), 1);
        const auto& ticket = sheet.tickets.front();
        const std::string text = joined_lines(text_of(pdf));
        expect_all(text, {ticket.event, ticket.when, ticket.venue, ticket.order_number, ticket.code, sheet.seller,
                          words.text(language, "document_kind.ticket"), words.text(language, "paper.ticket_attendee"),
                          "Prøvekøber", "Havnegade 12"});
        EXPECT_EQ(codes_of(pdf, 1, "qrcode"), barcode + "\n");
        const Folder folder;
        const std::string file = folder.keep("ticket.pdf", pdf).string();
        const std::string fonts = output_of("pdffonts " + file);
        EXPECT_EQ(fonts.find(" no "), fonts.rfind(" no ")) << fonts;
        output_of("qpdf --check " + file);
    }
}

TEST(Tickets, of_an_order_stand_on_a_page_each) {
    TicketSheet sheet = sample_ticket("en");
    sheet.tickets.push_back(sheet.tickets.front());
    sheet.tickets.back().attendee = "Dan";
    sheet.tickets.back().barcode = "0000000000ZZ." + std::string(86, 'y');
    const std::string pdf = drawer().draw(sheet, no_picture);
    ASSERT_EQ(page_count(pdf), 2);
    EXPECT_NE(text_of(pdf, 2).find("Dan"), std::string::npos);
    EXPECT_EQ(text_of(pdf, 1).find("Dan"), std::string::npos);
    EXPECT_EQ(codes_of(pdf, 2, "qrcode"), sheet.tickets.back().barcode + "\n");
    EXPECT_EQ(drawer().draw(sheet, no_picture), pdf) << "the same content gives the same bytes";
}

TEST(Tickets, that_are_over_say_so_and_have_no_code_to_scan) {
    TicketSheet sheet = sample_ticket("fr");
    sheet.tickets.front().barcode.clear();
    sheet.tickets.front().stamp = "REMBOURSÉ";
    const Folder folder;
    const std::string file = folder.keep("ticket.pdf", drawer().draw(sheet, no_picture)).string();
    expect_all(output_of("pdftotext -raw " + file + " -"), {"7Q2M 9XKD 3FTA"});
    const std::string picture = folder.path("ticket").string();
    output_of("pdftoppm -r 150 -png -singlefile " + file + " " + picture);
    output_of("! zbarimg -q --raw --nodbus " + picture + ".png");
}

TEST(Tickets, with_the_longest_names_stay_on_their_page) {
    TicketSheet sheet = sample_ticket("de");
    std::string name;
    while (name.size() < 490) name += "Ausgesprochen ";
    auto& ticket = sheet.tickets.front();
    ticket.event = name;
    ticket.attendee = name;
    ticket.venue = name.substr(0, 200);
    const std::string pdf = drawer().draw(sheet, no_picture);
    ASSERT_EQ(page_count(pdf), 1);
    EXPECT_EQ(codes_of(pdf, 1, "qrcode"), barcode + "\n");
}

}  // namespace
}  // namespace commis::tests
