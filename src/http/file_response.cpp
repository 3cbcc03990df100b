// A file from the data folder or a part of it, streamed in pieces.
#include <algorithm>
#include <fstream>
#include <memory>

#include "http/routes.hpp"

namespace commis::http {
namespace {

constexpr std::uint64_t piece_bytes = std::uint64_t{64} * 1024;

bool is_plain(char sign) {
    const bool is_letter_or_digit =
        (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    return is_letter_or_digit || sign == '-' || sign == '_' || sign == '.';
}

// The name twice: what old readers may show, and the name itself where that is not the same (RFC 6266, RFC 8187).
std::string disposition(std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string plain;
    std::string encoded;
    for (const char sign : name) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool is_kept = is_plain(sign) || sign == ' ' || sign == '(' || sign == ')' || sign == ',';
        // Of a letter outside ASCII one sign stays.
        if ((byte & 0xC0U) != 0x80U) plain += is_kept ? sign : '_';
        if (is_plain(sign)) {
            encoded += sign;
        } else {
            encoded += '%';
            encoded += digits[byte >> 4U];
            encoded += digits[byte & 15U];
        }
    }
    std::string value = "attachment; filename=\"" + plain + '"';
    if (plain != name) value += "; filename*=UTF-8''" + encoded;
    return value;
}

}  // namespace

Response file_response(const std::string& path, std::string_view media_type, std::string_view download_name,
                       FilePart part) {
    auto file = std::make_shared<std::ifstream>(path, std::ios::binary | std::ios::ate);
    const std::streamoff end = *file ? static_cast<std::streamoff>(file->tellg()) : -1;
    if (end < 0) return problem(404, "not_found", "The file is not there any more.");
    const auto size = static_cast<std::uint64_t>(end);
    const std::uint64_t offset = std::min(part.offset, size);
    file->seekg(static_cast<std::streamoff>(offset));
    Response response = text_response(200, media_type, "");
    response.headers.set("Content-Disposition", disposition(download_name));
    response.stream_bytes = std::min(part.length.value_or(size), size - offset);
    response.stream = [file, left = *response.stream_bytes](std::string& chunk) mutable {
        chunk.resize(static_cast<std::size_t>(std::min(left, piece_bytes)));
        file->read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        chunk.resize(static_cast<std::size_t>(file->gcount()));
        left -= chunk.size();
        return left > 0 && file->good();
    };
    return response;
}

}  // namespace commis::http
