// Documents read back by programs that know nothing of ours: poppler, zbar, ZXing.
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "pdf/sample.hpp"

namespace commis::tests {

namespace fs = std::filesystem;

Folder::Folder() {
    static std::atomic<int> made{0};
    folder_ = fs::temp_directory_path() / ("commis_pdf_" + std::to_string(getpid()) + "_" + std::to_string(++made));
    fs::create_directories(folder_);
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

fs::path Folder::keep(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
}

std::string output_of(const std::string& command) {
    std::string output;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    for (int sign = std::fgetc(pipe); sign != EOF; sign = std::fgetc(pipe)) output += static_cast<char>(sign);
    EXPECT_EQ(pclose(pipe), 0) << command << ": " << output;
    return output;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    EXPECT_TRUE(stream) << file;
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

namespace {

// Line by line, runs of blanks as one; no-break ones of languages too.
std::string plain_blanks(std::string text) {
    for (const std::string blank : {"\u202F", "\u00A0"}) {
        for (auto at = text.find(blank); at != std::string::npos; at = text.find(blank, at)) {
            text.replace(at, blank.size(), " ");
        }
    }
    std::string shorter;
    for (const char sign : text) {
        if (sign == ' ' && shorter.ends_with(' ')) continue;
        shorter += sign;
    }
    return shorter;
}

}  // namespace

std::string text_of(const std::string& pdf, int page) {
    const Folder folder;
    const std::string file = folder.keep("paper.pdf", pdf).string();
    const std::string only = page == 0 ? "" : "-f " + std::to_string(page) + " -l " + std::to_string(page) + " ";
    return plain_blanks(output_of("pdftotext -layout " + only + file + " -"));
}

int page_count(const std::string& pdf) {
    const Folder folder;
    const std::string info = output_of("pdfinfo " + folder.keep("paper.pdf", pdf).string());
    const auto at = info.find("Pages:");
    return at == std::string::npos ? 0 : std::stoi(info.substr(at + 6));
}

namespace {

std::string picture_of(const Folder& folder, const std::string& pdf, int page) {
    const std::string file = folder.keep("paper.pdf", pdf).string();
    const std::string number = std::to_string(page);
    output_of("pdftoppm -r 200 -png -singlefile -f " + number + " -l " + number + " " + file + " " +
              folder.path("page").string());
    return folder.path("page.png").string();
}

}  // namespace

std::string codes_of(const std::string& pdf, int page, const std::string& symbology) {
    const Folder folder;
    return output_of("zbarimg --quiet --raw --nodbus -Sdisable -S" + symbology + ".enable " +
                     picture_of(folder, pdf, page));
}

std::string crossed_code_of(const std::string& pdf, int page) {
    const Folder folder;
    std::string text = output_of("ZXingReader -format QRCode -bytes " + picture_of(folder, pdf, page));
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

}  // namespace commis::tests
