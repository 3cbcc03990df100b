// Codes on paper, read by a decoder that is none of ours from a picture of the page; the Swiss payment part stands
// where its guidelines want it, to the tenth of a millimetre.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>

#include "pdf/sample.hpp"

namespace commis::tests {
namespace {

using domain::DocumentKind;
using domain::Paper;

TEST(Codes, of_a_european_transfer_are_read_back) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.transfer = euro_transfer();
    EXPECT_EQ(codes_of(drawer().draw(paper, no_picture), 1, "qrcode"), paper.transfer->payload + "\n");
}

TEST(Codes, of_orders_are_read_back_from_what_is_packed) {
    for (const DocumentKind kind : {DocumentKind::order_form, DocumentKind::delivery_note}) {
        Paper paper = sample_paper(kind);
        EXPECT_EQ(codes_of(drawer().draw(paper, no_picture), 1, "code128"), "2026-10412\n");
        paper.order_number = "SHOP-NORDLYS-2026-0010412";
        EXPECT_EQ(codes_of(drawer().draw(paper, no_picture), 1, "code128"), paper.order_number + "\n");
    }
    const std::string codes = codes_of(drawer().draw(sample_list(), no_picture), 1, "code128");
    EXPECT_NE(codes.find("2026-10412\n"), std::string::npos) << codes;
    EXPECT_NE(codes.find("2026-10413\n"), std::string::npos) << codes;
}

TEST(Codes, of_a_return_slip_are_there_twice) {
    Paper paper = sample_paper(DocumentKind::delivery_note);
    paper.return_slip = true;
    paper.lines.insert(paper.lines.end(), 14, paper.lines[1]);
    const std::string pdf = drawer().draw(paper, no_picture);
    ASSERT_EQ(page_count(pdf), 2);
    EXPECT_EQ(codes_of(pdf, 1, "code128"), "2026-10412\n");
    EXPECT_EQ(codes_of(pdf, 2, "code128"), "2026-10412\n");
}

TEST(Codes, of_a_return_that_was_agreed_on_stands_alone_with_what_was_agreed) {
    Paper paper = sample_paper(DocumentKind::delivery_note);
    paper.slip = "R0123456789AB";
    for (domain::PaperLine& line : paper.lines) line.details = {"Too small"};
    const std::string pdf = drawer().draw(paper, no_picture);
    EXPECT_EQ(page_count(pdf), 1);
    EXPECT_EQ(codes_of(pdf, 1, "code128"), "R0123456789AB\n");
    const std::string text = text_of(pdf);
    for (const std::string_view words :
         {"Return slip", "Return to", "Put this slip into the parcel.", "Too small", "Order 2026-10412"}) {
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    }
    EXPECT_EQ(text.find("Delivery note"), std::string::npos);
    paper.lines.insert(paper.lines.end(), 80, paper.lines[1]);
    EXPECT_GT(page_count(drawer().draw(paper, no_picture)), 1);
}

TEST(Codes, that_no_barcode_can_hold_are_left_out) {
    Paper paper = sample_paper(DocumentKind::order_form);
    paper.order_number = "注文-2026";
    EXPECT_NE(text_of(drawer().draw(paper, no_picture)).find("2026"), std::string::npos);
}

Paper swiss_paper(const std::string& language) {
    Paper paper = sample_paper(DocumentKind::invoice, language);
    paper.currency = *domain::Currency::find("CHF");
    paper.seller.address.country = "CH";
    paper.look.window_right = true;
    paper.look.footer.clear();
    paper.lines.resize(1);
    total_up(paper);
    paper.transfer = swiss_transfer();
    return paper;
}

TEST(SwissBill, is_read_back_and_says_what_its_code_says) {
    const Paper paper = swiss_paper("en");
    const std::string pdf = drawer().draw(paper, no_picture);
    ASSERT_EQ(page_count(pdf), 1) << text_of(pdf);
    EXPECT_EQ(crossed_code_of(pdf, 1), paper.transfer->payload);
    const std::string text = text_of(pdf);
    for (const char* words : {"Payment part", "Receipt", "Account / Payable to", "CH44 3199 9123 0008 8901 2",
                              "Rue du Lac 1268", "2501 Biel", "21 00000 00003 13947 14300 09017", "Payable by",
                              "Pia-Maria Rutschmann-Schnyder", "Grosse Marktgasse 28", "9400 Rorschach",
                              "Additional information", "Order 2026-10412", "Acceptance point", "3 949.75"}) {
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    }
}

TEST(SwissBill, is_labelled_in_the_languages_of_the_country) {
    EXPECT_NE(text_of(drawer().draw(swiss_paper("de"), no_picture)).find("Empfangsschein"), std::string::npos);
    EXPECT_NE(text_of(drawer().draw(swiss_paper("fr"), no_picture)).find("Section paiement"), std::string::npos);
    EXPECT_NE(text_of(drawer().draw(swiss_paper("da"), no_picture)).find("Payment part"), std::string::npos);
}

TEST(SwissBill, takes_a_page_of_its_own_when_there_is_no_room) {
    Paper paper = swiss_paper("en");
    paper.lines.insert(paper.lines.end(), 9, paper.lines[0]);
    const std::string pdf = drawer().draw(paper, no_picture);
    ASSERT_EQ(page_count(pdf), 2);
    EXPECT_EQ(text_of(pdf, 1).find("Payment part"), std::string::npos);
    EXPECT_NE(text_of(pdf, 2).find("Payment part"), std::string::npos);
    EXPECT_NE(text_of(pdf, 2).find("Page 2 of 2"), std::string::npos);
}

TEST(SwissBill, leaves_fields_to_fill_in_for_an_unknown_payer_and_amount) {
    Paper paper = swiss_paper("en");
    const domain::SwissBill bill{.iban = "CH5800791123000889012",
                                 .creditor = {"Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH"},
                                 .currency = "CHF"};
    paper.transfer->payload = domain::swiss_qr_payload(bill).value();
    const std::string pdf = drawer().draw(paper, no_picture);
    EXPECT_NE(text_of(pdf).find("Payable by (name/address)"), std::string::npos);
    EXPECT_EQ(text_of(pdf).find("Reference 21"), std::string::npos);
    EXPECT_EQ(crossed_code_of(pdf, 1), paper.transfer->payload);
}

// A page as grey pixels, ten a millimetre.
struct Raster {
    int width = 0, height = 0;
    std::string pixels;
    bool is_dark(double x_mm, double y_mm) const {
        const auto at =
            static_cast<std::size_t>(y_mm * 10) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x_mm * 10);
        return static_cast<unsigned char>(pixels.at(at)) < 128;
    }
    bool is_white(double left, double top, double right, double bottom) const {
        for (double y = top; y < bottom; y += 0.1) {
            for (double x = left; x < right; x += 0.1) {
                if (is_dark(x, y)) return false;
            }
        }
        return true;
    }
};

Raster raster_of(const std::string& pdf) {
    const Folder folder;
    const std::string file = folder.keep("paper.pdf", pdf).string();
    output_of("pdftoppm -r 254 -gray -singlefile " + file + " " + folder.path("page").string());
    std::istringstream bytes(bytes_of(folder.path("page.pgm")));
    Raster raster;
    std::string kind;
    int white = 0;
    bytes >> kind >> raster.width >> raster.height >> white;
    bytes.get();
    raster.pixels.assign(std::istreambuf_iterator<char>(bytes), {});
    return raster;
}

TEST(SwissBill, has_its_code_at_its_place_in_its_size) {
    const Raster page = raster_of(drawer().draw(swiss_paper("de"), no_picture));
    constexpr double left = 67;
    constexpr double top = 192 + 17;
    constexpr double side = 46;
    for (const auto& [x, y] : {std::pair(left, top), {left + side - 0.3, top}, {left, top + side - 0.3}}) {
        EXPECT_TRUE(page.is_dark(x + 0.15, y + 0.15)) << x << " " << y;
    }
    EXPECT_TRUE(page.is_white(left - 4.5, top - 4.5, left - 0.2, top + side + 4.5));
    EXPECT_TRUE(page.is_white(left - 4.5, top - 4.5, left + side + 4.5, top - 0.2));
    EXPECT_TRUE(page.is_white(left + side + 0.2, top - 4.5, left + side + 4.5, top + side + 4.5));
    EXPECT_TRUE(page.is_white(left - 4.5, top + side + 0.2, left + side + 4.5, top + side + 4.5));
    // The cross: white around, black, white arms.
    const double middle_x = left + side / 2;
    const double middle_y = top + side / 2;
    EXPECT_FALSE(page.is_dark(middle_x, middle_y));
    EXPECT_TRUE(page.is_dark(middle_x + 2.5, middle_y + 2.5));
    EXPECT_FALSE(page.is_dark(middle_x + 3.2, middle_y + 3.2));
    // The page is cut 105 mm above its end, the receipt 62 mm from its left.
    bool is_cut = false;
    for (double x = 20; x < 30; x += 0.1) is_cut = is_cut || page.is_dark(x, 192);
    EXPECT_TRUE(is_cut);
    is_cut = false;
    for (double y = 220; y < 230; y += 0.1) is_cut = is_cut || page.is_dark(62, y);
    EXPECT_TRUE(is_cut);
}

// Left end and baseline region of a word, in millimetres.
std::pair<double, double> place_of(const std::string& pdf, const std::string& word) {
    const Folder folder;
    const std::string boxes = output_of("pdftotext -bbox " + folder.keep("paper.pdf", pdf).string() + " -");
    const std::regex box("xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\"[^>]*>" + word + "<");
    std::smatch found;
    EXPECT_TRUE(std::regex_search(boxes, found, box)) << word;
    return {std::stod(found[1]) * 25.4 / 72, std::stod(found[2]) * 25.4 / 72};
}

TEST(SwissBill, has_its_words_at_their_places) {
    const std::string pdf = drawer().draw(swiss_paper("de"), no_picture);
    EXPECT_NEAR(place_of(pdf, "Empfangsschein").first, 5, 0.3);
    EXPECT_NEAR(place_of(pdf, "Zahlteil").first, 67, 0.3);
    EXPECT_NEAR(place_of(pdf, "Zahlteil").second, 192 + 5, 0.8);
    EXPECT_NEAR(place_of(pdf, "Zusätzliche").first, 118, 0.3);
}

TEST(Window, shows_the_address_left_or_right) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.buyer.name = "Empfänger";
    auto [x, y] = place_of(drawer().draw(paper, no_picture), "Empfänger");
    EXPECT_TRUE(x >= 20 && x < 30 && y >= 50 && y < 62) << x << " " << y;
    EXPECT_LT(place_of(drawer().draw(paper, no_picture), "Germany").second, 86);
    paper.look.window_right = true;
    std::tie(x, y) = place_of(drawer().draw(paper, no_picture), "Empfänger");
    EXPECT_TRUE(x >= 118 && x < 125 && y >= 50 && y < 62) << x << " " << y;
}

}  // namespace
}  // namespace commis::tests
