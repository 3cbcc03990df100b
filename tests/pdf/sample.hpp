// A shop's papers as tests draw them, and the tools that read what was drawn.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "adapters/pdf/pdf_drawer.hpp"
#include "domain/paper.hpp"
#include "ports/document_drawer.hpp"

namespace commis::tests {

// With three positions at two rates, shipping, a discount and all that a head can say.
domain::Paper sample_paper(domain::DocumentKind kind, std::string_view language = "en");
// So many positions of 1.00 to 99.00, and their sums.
domain::Paper long_paper(std::size_t lines);
domain::PaperLine sample_line(std::string name, std::int32_t quantity, std::int64_t unit_price_minor,
                              std::int64_t percent_e4);
void price(domain::PaperLine& line, bool prices_include_tax);
void total_up(domain::Paper& paper);

domain::PaperTransfer swiss_transfer();
domain::PaperTransfer euro_transfer();
ports::ListSheet sample_list();

// With the program's words and formats.
const pdf::PdfDrawer& drawer();
std::string no_picture(std::string_view digest);

// A folder of its own, gone at the end of the test.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path keep(const std::string& name, const std::string& bytes) const;
    std::filesystem::path path(const std::string& name) const { return folder_ / name; }

private:
    std::filesystem::path folder_;
};

// What a program printed; the test fails when it failed.
std::string output_of(const std::string& command);
std::string bytes_of(const std::filesystem::path& file);
// The words of a document's pages as they stand there, blanks of all kinds as one; of all pages, or of one.
std::string text_of(const std::string& pdf, int page = 0);
int page_count(const std::string& pdf);
// What zbar reads from a picture of the page, a line a code.
std::string codes_of(const std::string& pdf, int page, const std::string& symbology);
// What ZXing reads from the page's one QR code: zbar cannot do without what the Swiss cross covers of larger ones.
std::string crossed_code_of(const std::string& pdf, int page);

}  // namespace commis::tests
