// Many papers in one file, names of all scripts, and logos that are missing or broken.
#include <gtest/gtest.h>
#include <png.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "pdf/sample.hpp"

namespace commis::tests {
namespace {

using domain::DocumentKind;
using domain::Paper;

TEST(Batch, has_its_pages_in_their_order) {
    const Folder folder;
    const std::string path = folder.path("orders.pdf").string();
    auto batch = drawer().batch(path, no_picture);
    for (int order = 0; order < 200; ++order) {
        Paper paper = sample_paper(DocumentKind::order_form, order % 2 == 0 ? "en" : "da");
        paper.order_number = "2026-" + std::to_string(10'000 + order);
        batch->add(paper);
    }
    batch->add(sample_list());
    EXPECT_FALSE(std::filesystem::exists(path)) << "it appears when it is whole";
    batch->finish();
    const std::string pdf = bytes_of(path);
    EXPECT_EQ(page_count(pdf), 201);
    const std::string text = text_of(pdf);
    std::size_t at = 0;
    for (int order = 0; order < 200; ++order) {
        const std::string title =
            (order % 2 == 0 ? "Order form 2026-" : "Ordreseddel 2026-") + std::to_string(10'000 + order);
        const auto found = text.find(title);
        ASSERT_NE(found, std::string::npos) << title;
        EXPECT_GT(found, at);
        at = found;
    }
    EXPECT_GT(text.find("Pick list"), at);
    EXPECT_NE(output_of("qpdf --check " + path).find("No syntax or stream encoding errors"), std::string::npos);
}

TEST(Batch, that_is_not_finished_leaves_no_file) {
    const Folder folder;
    const std::string path = folder.path("orders.pdf").string();
    {
        const auto batch = drawer().batch(path, no_picture);
        batch->add(sample_paper(DocumentKind::order_form));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path("")));
}

TEST(Batch, gives_the_same_bytes_twice) {
    const Folder folder;
    for (const char* name : {"one.pdf", "two.pdf"}) {
        const auto batch = drawer().batch(folder.path(name).string(), no_picture);
        for (const char* language : {"fr", "de"}) batch->add(sample_paper(DocumentKind::delivery_note, language));
        batch->finish();
    }
    EXPECT_EQ(bytes_of(folder.path("one.pdf")), bytes_of(folder.path("two.pdf")));
}

TEST(Batch, says_when_the_disk_does_not_take_it) {
    const Folder folder;
    EXPECT_THROW(drawer().batch(folder.path("missing/orders.pdf").string(), no_picture), std::runtime_error);
    // What is written here is refused at the end, as on a full disk.
    std::filesystem::create_symlink("/dev/full", folder.path("orders.pdf.part"));
    const auto write = [&] {
        const auto batch = drawer().batch(folder.path("orders.pdf").string(), no_picture);
        batch->add(sample_paper(DocumentKind::order_form));
        batch->finish();
    };
    EXPECT_THROW(write(), std::runtime_error);
    EXPECT_FALSE(std::filesystem::exists(folder.path("orders.pdf")));
}

std::size_t resident_kb() {
    std::ifstream statm("/proc/self/statm");
    std::size_t size = 0, resident = 0;
    statm >> size >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) / 1'024;
}

TEST(Batch, of_a_thousand_takes_no_more_memory_than_one_of_a_hundred) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers keep memory that the program has given back";
#endif
    const Folder folder;
    const auto batch = drawer().batch(folder.path("orders.pdf").string(), no_picture);
    Paper paper = sample_paper(DocumentKind::order_form);
    std::size_t early_kb = 0;
    for (int order = 0; order < 1'000; ++order) {
        const std::string number = std::to_string(10'000 + order);
        paper.order_number = "2026-" + number;
        paper.buyer.name = "Buyer " + number;
        for (domain::PaperLine& line : paper.lines) line.name = "Candle no. " + number;
        batch->add(paper);
        if (order == 100) early_kb = resident_kb();
    }
    batch->finish();
    EXPECT_LT(resident_kb(), early_kb + 12'000);
}

TEST(Scripts, of_all_kinds_are_drawn_and_read_back) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.buyer.name = "株式会社 山田製作所";
    paper.buyer.contact = "محمد علي";
    paper.lines[0].name = "מנורת שולחן";
    paper.lines[1].name = "Ξύλινο κουτί, деревянная, 灯";
    paper.lines[2].name = "Party 🎉 box 👩‍👩‍👧 e\u0301te\u0301 \xFF broken\tname";
    const std::string pdf = drawer().draw(paper, no_picture);
    std::string text = text_of(pdf);
    std::erase(text, '\n');
    for (const char* words : {"株式会社 山田製作所", "灯", "Ξύλινο κουτί", "деревянная", "broken"}) {
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    }
    // Right to left, with or without marks of direction around it, in whichever order the reader gives.
    for (const char* word : {"محمد", "علي", "מנורת", "שולחן"}) {
        EXPECT_NE(text.find(word), std::string::npos) << word << "\n" << text;
    }
    const Folder folder;
    const std::string fonts = output_of("pdffonts " + folder.keep("paper.pdf", pdf).string());
    EXPECT_EQ(fonts.find(" no "), std::string::npos) << fonts;
}

std::string png_of(int width, int height, unsigned char red, unsigned char alpha) {
    std::vector<unsigned char> pixels;
    for (int pixel = 0; pixel < width * height; ++pixel) {
        pixels.insert(pixels.end(), {red, static_cast<unsigned char>(20), static_cast<unsigned char>(20), alpha});
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGBA;
    std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
    png_alloc_size_t size = bytes.size();
    EXPECT_NE(png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr), 0);
    bytes.resize(size);
    return bytes;
}

std::string images_of(const std::string& pdf) {
    const Folder folder;
    return output_of("pdfimages -list " + folder.keep("paper.pdf", pdf).string());
}

TEST(Logo, is_drawn_opaque) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.look.logo = "translucent";
    const auto find = [](std::string_view digest) {
        EXPECT_EQ(digest, "translucent");
        return png_of(120, 40, 200, 128);
    };
    const std::string images = images_of(drawer().draw(paper, find));
    EXPECT_NE(images.find("image     120    40  rgb"), std::string::npos) << images;
    EXPECT_EQ(images.find("smask"), std::string::npos) << images;
}

TEST(Logo, that_is_huge_is_made_as_fine_as_a_printer_shows) {
    Paper paper = sample_paper(DocumentKind::invoice);
    paper.look.logo = "huge";
    const auto find = [](std::string_view) { return png_of(3'000, 600, 10, 255); };
    EXPECT_NE(images_of(drawer().draw(paper, find)).find(" 827 "), std::string::npos) << "70 mm of 300 dots an inch";
}

TEST(Logo, that_is_missing_or_broken_gives_way_to_the_name) {
    Paper paper = sample_paper(DocumentKind::invoice);
    const std::string plain = drawer().draw(paper, no_picture);
    std::string broken = png_of(50, 50, 9, 255);
    broken.resize(broken.size() / 2);
    for (const std::string& png : {std::string(), std::string("no picture"), broken}) {
        paper.look.logo = "logo of " + std::to_string(png.size());
        EXPECT_EQ(drawer().draw(paper, [&](std::string_view) { return png; }), plain);
    }
    EXPECT_EQ(drawer().draw(paper, nullptr), plain);
    // Once it is there, it is drawn.
    EXPECT_NE(drawer().draw(paper, [](std::string_view) { return png_of(50, 50, 9, 255); }), plain);
}

TEST(Look, takes_any_color_and_stays_readable) {
    Paper paper = sample_paper(DocumentKind::invoice);
    for (const char* color : {"", "#ffff00", "#000000", "red", "#zzzzzz"}) {
        paper.look.color = color;
        EXPECT_NE(text_of(drawer().draw(paper, no_picture)).find("Maison Nordlys SARL"), std::string::npos) << color;
    }
}

TEST(Emptiness, is_drawn_without_a_fault) {
    Paper paper;
    for (int kind = 0; kind < 5; ++kind) {
        paper.kind = static_cast<DocumentKind>(kind);
        paper.return_slip = true;
        paper.transfer = domain::PaperTransfer{.standard = domain::QrStandard::swiss};
        EXPECT_GE(page_count(drawer().draw(paper, no_picture)), 1) << kind;
    }
    EXPECT_EQ(page_count(drawer().draw(ports::ListSheet{}, no_picture)), 1);
}

}  // namespace
}  // namespace commis::tests
