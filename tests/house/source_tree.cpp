// Walks the tree and reads C++ just well enough to tell code from comments and literals.
#include "house/source_tree.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <functional>
#include <sstream>

namespace commis::house {

namespace {

namespace fs = std::filesystem;

bool is_left_out(const std::string& name) {
    return name == "build" || name == "node_modules" || name == "dist" || name == "__pycache__" ||
           (name.starts_with(".") && name != ".ci");
}

std::string read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

bool has_suffix(const std::string& name, const std::vector<std::string>& suffixes) {
    return std::ranges::any_of(suffixes, [&](const std::string& suffix) { return name.ends_with(suffix); });
}

enum class Part { code, comment, literal };

// Walks over C++ text and tells for each character which part it belongs to. Quotes count as code.
class Reader {
public:
    using Visit = std::function<void(std::size_t offset, Part part)>;

    Reader(std::string_view text, Visit visit) : text_(text), visit_(std::move(visit)) {}

    void run() {
        while (at_ < text_.size()) {
            if (starts("//")) {
                skip_until("\n", Part::comment, false);
            } else if (starts("/*")) {
                skip_until("*/", Part::comment, true);
            } else if (is_raw_string()) {
                raw_string();
            } else if (text_[at_] == '"') {
                quoted('"');
            } else if (text_[at_] == '\'' && !is_digit_separator()) {
                quoted('\'');
            } else {
                step(Part::code);
            }
        }
    }

private:
    bool starts(std::string_view word) const { return text_.substr(at_).starts_with(word); }

    bool is_digit_separator() const {
        return at_ > 0 && std::isxdigit(static_cast<unsigned char>(text_[at_ - 1])) != 0 && at_ + 1 < text_.size() &&
               std::isxdigit(static_cast<unsigned char>(text_[at_ + 1])) != 0;
    }

    bool is_raw_string() const { return starts("R\"") && text_.substr(at_, 20).find('(') != std::string_view::npos; }

    void step(Part part) { visit_(at_++, part); }

    void skip_until(std::string_view end, Part part, bool with_end) {
        auto stop = text_.find(end, at_ + 1);
        stop = stop == std::string_view::npos ? text_.size() : stop + (with_end ? end.size() : 0);
        while (at_ < stop) step(part);
    }

    void raw_string() {
        const auto open = text_.find('(', at_);
        const std::string end = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
        while (at_ <= open) step(Part::code);
        auto stop = text_.find(end, at_);
        if (stop == std::string_view::npos) stop = text_.size();
        while (at_ < stop) step(Part::literal);
        stop = std::min(stop + end.size(), text_.size());
        while (at_ < stop) step(Part::code);
    }

    void quoted(char quote) {
        step(Part::code);
        while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) step(Part::literal);
            step(Part::literal);
        }
        if (at_ < text_.size()) step(Part::code);
    }

    std::string_view text_;
    Visit visit_;
    std::size_t at_ = 0;
};

}  // namespace

fs::path root() { return COMMIS_SOURCE_DIR; }

std::vector<SourceFile> files(const std::vector<std::string>& folders, const std::vector<std::string>& suffixes) {
    std::vector<SourceFile> found;
    for (const auto& folder : folders) {
        if (!fs::exists(root() / folder)) continue;
        fs::recursive_directory_iterator walk(root() / folder);
        for (const auto& entry : walk) {
            const auto name = entry.path().filename().string();
            if (entry.is_directory() && is_left_out(name)) {
                walk.disable_recursion_pending();
            } else if (entry.is_regular_file() && has_suffix(name, suffixes)) {
                const auto path = entry.path().lexically_relative(root()).lexically_normal().generic_string();
                found.push_back({path, read_file(entry.path())});
            }
        }
    }
    std::ranges::sort(found, {}, &SourceFile::path);
    return found;
}

std::vector<SourceFile> cpp_files(const std::vector<std::string>& folders) { return files(folders, {".cpp", ".hpp"}); }

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> found;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size());
        found.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return found;
}

std::string code_only(std::string_view text) {
    std::string code(text);
    Reader(text, [&](std::size_t offset, Part part) {
        if (part != Part::code && code[offset] != '\n') code[offset] = ' ';
    }).run();
    return code;
}

std::vector<Literal> string_literals(std::string_view text) {
    std::vector<Literal> found;
    std::size_t next = std::string_view::npos;
    Reader(text, [&](std::size_t offset, Part part) {
        if (part != Part::literal) return;
        if (offset != next) found.push_back({line_of(text, offset), ""});
        found.back().text.push_back(text[offset]);
        next = offset + 1;
    }).run();
    return found;
}

std::size_t line_of(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

std::string report(const std::vector<std::string>& findings) {
    std::string joined;
    for (const auto& finding : findings) joined += "\n  " + finding;
    return joined;
}

}  // namespace commis::house
