// Reads the project's own files for the house tests: which there are, their lines, and their code without comments.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace commis::house {

struct SourceFile {
    std::string path;  // Relative to the project's root, with forward slashes.
    std::string text;
};

[[nodiscard]] std::filesystem::path root();

// Every file below the folders whose name ends in one of the suffixes; an empty suffix takes all. Built, fetched and
// hidden folders are left out. A folder that does not exist yet has no files.
[[nodiscard]] std::vector<SourceFile> files(const std::vector<std::string>& folders,
                                            const std::vector<std::string>& suffixes);

// C++ sources and headers below the folders.
[[nodiscard]] std::vector<SourceFile> cpp_files(const std::vector<std::string>& folders);

[[nodiscard]] std::vector<std::string> lines(std::string_view text);

// The same text with comments and the insides of string and character literals blanked, line breaks kept.
[[nodiscard]] std::string code_only(std::string_view text);

// The insides of its string literals alone, each on its own, with the line it starts at.
struct Literal {
    std::size_t line;
    std::string text;
};
[[nodiscard]] std::vector<Literal> string_literals(std::string_view text);

[[nodiscard]] std::size_t line_of(std::string_view text, std::size_t offset);

// Joins findings into one message, so that a failing rule names every place at once.
[[nodiscard]] std::string report(const std::vector<std::string>& findings);

}  // namespace commis::house
