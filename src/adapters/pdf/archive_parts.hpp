// What qpdf adds to a plain document. Its headers are read as C++17, because clang refuses them as anything later; so
// this one knows nothing newer.
#pragma once

#include <string>

namespace commis::pdf {

struct ArchiveParts {
    std::string xmp;
    std::string language;
    std::string producer;
    std::string file_name;  // Of the file inside; empty: none.
    std::string file_bytes;
};

std::string with_parts(const std::string& pdf, const ArchiveParts& parts);

}  // namespace commis::pdf
