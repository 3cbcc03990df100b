// A file from the data folder, streamed in pieces.
#include <fstream>
#include <memory>

#include "http/routes.hpp"

namespace commis::http {

Response file_response(const std::string& path, std::string_view media_type, std::string_view download_name) {
    auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
    if (!*file) return problem(404, "not_found", "The file is not there any more.");
    Response response = text_response(200, media_type, "");
    response.headers.set("Content-Disposition", "attachment; filename=\"" + std::string(download_name) + "\"");
    response.stream = [file](std::string& chunk) {
        chunk.resize(64 * 1024);
        file->read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        chunk.resize(static_cast<std::size_t>(file->gcount()));
        return file->good();
    };
    return response;
}

}  // namespace commis::http
