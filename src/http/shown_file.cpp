#include "http/shown_file.hpp"

#include <utility>

namespace commis::http {

Response shown_file(std::string bytes, std::string_view media_type, const std::string& name, bool is_download) {
    Response response = text_response(200, media_type, std::move(bytes));
    response.headers.set("Content-Disposition",
                         std::string(is_download ? "attachment" : "inline") + "; filename=\"" + name + "\"");
    return response;
}

bool wants_download(const Request& request) { return request.query_value("download").has_value(); }

}  // namespace commis::http
