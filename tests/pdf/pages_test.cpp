// Where pages end: many positions, long names, long notes; what is carried forward is right on each page.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "adapters/pdf/flow.hpp"
#include "adapters/system/format.hpp"
#include "pdf/sample.hpp"

namespace commis::tests {
namespace {

using domain::DocumentKind;
using domain::Paper;
using pdf::Strip;

std::string euros(std::int64_t amount_minor) {
    return system::LanguageFormatter().money({amount_minor, *domain::Currency::find("EUR")}, "en");
}

TEST(LongInvoice, carries_its_sum_from_page_to_page) {
    const Paper paper = long_paper(500);
    const std::string pdf = drawer().draw(paper, no_picture);
    const int pages = page_count(pdf);
    ASSERT_GT(pages, 10);
    std::int64_t sum_minor = 0;
    std::size_t line = 0;
    for (int page = 1; page <= pages; ++page) {
        const std::string text = text_of(pdf, page);
        EXPECT_NE(text.find("No. Article Description Quantity Unit price VAT Amount"), std::string::npos) << text;
        EXPECT_NE(text.find("Page " + std::to_string(page) + " of " + std::to_string(pages)), std::string::npos);
        const auto brought = text.find("Brought forward " + euros(sum_minor) + "\n");
        EXPECT_EQ(brought != std::string::npos, page > 1) << text;
        while (line < paper.lines.size() && text.find(" " + paper.lines[line].sku + " ") != std::string::npos) {
            sum_minor += paper.lines[line].total_minor();
            ++line;
        }
        const auto carried = text.find("Carried forward " + euros(sum_minor) + "\n");
        EXPECT_EQ(carried != std::string::npos, page < pages) << text;
    }
    EXPECT_EQ(line, 500U) << "every line, in its order";
    EXPECT_NE(text_of(pdf, pages).find("Total " + euros(paper.total_minor)), std::string::npos);
}

TEST(LongInvoice, never_leaves_its_sums_alone_on_a_page) {
    for (std::size_t lines = 12; lines < 32; ++lines) {
        Paper paper = long_paper(lines);
        paper.shipping.reset();
        total_up(paper);
        const std::string pdf = drawer().draw(paper, no_picture);
        for (int page = 1; page <= page_count(pdf); ++page) {
            const std::string text = text_of(pdf, page);
            if (text.find("Total excl. VAT") == std::string::npos) continue;
            EXPECT_NE(text.find(" " + paper.lines[lines - 1].sku + " "), std::string::npos) << lines;
            EXPECT_NE(text.find(" " + paper.lines[lines - 2].sku + " "), std::string::npos) << lines;
        }
    }
}

TEST(LongInvoice, of_a_delivery_note_carries_nothing) {
    Paper paper = long_paper(80);
    paper.kind = DocumentKind::delivery_note;
    const std::string text = text_of(drawer().draw(paper, no_picture));
    EXPECT_EQ(text.find("forward"), std::string::npos);
    EXPECT_NE(text.find("Article number 80"), std::string::npos);
}

TEST(LongNames, break_between_words_and_within_endless_ones) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.lines[0].name.assign(300, 'W');
    paper.lines[0].name += "End";
    paper.lines[1].sku.assign(60, '8');
    paper.lines[2].name = "";
    for (int word = 0; word < 40; ++word) paper.lines[2].name += "seventeen" + std::to_string(word) + " ";
    const std::string text = text_of(drawer().draw(paper, no_picture));
    EXPECT_NE(text.find("WEnd"), std::string::npos) << text;
    EXPECT_EQ(text.find("W-\n"), std::string::npos) << "no hyphens in what is no word";
    for (int word = 0; word < 40; ++word) {
        EXPECT_NE(text.find("seventeen" + std::to_string(word)), std::string::npos) << "not torn: " << word;
    }
    std::size_t eights = 0;
    for (const char sign : text) eights += sign == '8' ? 1U : 0U;
    EXPECT_GE(eights, 60U);
}

TEST(LongNames, taller_than_a_page_go_on_over_pages) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.lines[0].name = "";
    for (int word = 0; word < 1'200; ++word) paper.lines[0].name += "word" + std::to_string(word) + " ";
    for (int guest = 0; guest < 150; ++guest) paper.lines[1].details.push_back("Guest " + std::to_string(guest));
    const std::string pdf = drawer().draw(paper, no_picture);
    const std::string text = text_of(pdf);
    EXPECT_GT(page_count(pdf), 3);
    EXPECT_NE(text.find("word1199"), std::string::npos);
    EXPECT_NE(text.find("Guest 149"), std::string::npos);
    EXPECT_NE(text.find("Total " + euros(paper.total_minor)), std::string::npos);
}

TEST(LongNotes, go_on_over_pages) {
    Paper paper = sample_paper(DocumentKind::invoice);
    std::string note;
    for (int word = 0; word < 3'000; ++word) note += "note" + std::to_string(word) + " ";
    paper.notes = {note, "Last words.\nOn two lines."};
    const std::string text = text_of(drawer().draw(paper, no_picture));
    EXPECT_NE(text.find("note2999"), std::string::npos);
    EXPECT_NE(text.find("Last words.\n"), std::string::npos) << text;
}

TEST(Amounts, of_many_figures_still_stand_beside_each_other) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.lines[0].unit_price_minor = 9'007'199'254'740'991;
    paper.lines[0].quantity = 2'000'000'000;
    const std::string text = text_of(drawer().draw(paper, no_picture));
    EXPECT_NE(text.find("2000000000 €90,071,992,547,409.91 –€17.80 20%"), std::string::npos) << text;
}

std::vector<Strip> rows(std::size_t count, double height) {
    std::vector<Strip> strips(count);
    for (Strip& strip : strips) {
        strip.height = height;
        strip.is_row = true;
        strip.amount_minor = 100;
    }
    return strips;
}

TEST(Paginate, keeps_strips_together_and_takes_apart_what_fits_nowhere) {
    const pdf::Room room{.first_top = 50, .next_top = 20, .bottom = 100, .table_head = 5, .carry = 5};
    auto strips = rows(10, 10);
    auto pages = paginate(strips, room);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[0].end, 4U) << "a head of 5, 4 rows of 10 and 5 to carry";
    EXPECT_EQ(pages[0].carried_minor, 400);
    EXPECT_EQ(pages[1].brought_minor, 400);
    EXPECT_EQ(pages[1].end, 10U);
    EXPECT_EQ(pages[1].content_bottom, 20 + 5 + 5 + 60);
    strips[4].keep_with_next = strips[3].keep_with_next = true;
    pages = paginate(strips, room);
    EXPECT_EQ(pages[0].end, 3U);
    for (Strip& strip : strips) strip.keep_with_next = true;
    pages = paginate(strips, room);
    EXPECT_EQ(pages.back().end, 10U);
    auto giant = rows(1, 500);
    EXPECT_EQ(paginate(giant, room).size(), 1U);
    EXPECT_EQ(paginate({}, room).size(), 1U);
}

}  // namespace
}  // namespace commis::tests
