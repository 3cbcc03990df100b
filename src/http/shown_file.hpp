// A small file as the body, for a browser to show.
#pragma once

#include <string>
#include <string_view>

#include "http/message.hpp"

namespace commis::http {

// The name is made of letters, digits and a few signs (documents::file_name).
Response shown_file(std::string bytes, std::string_view media_type, const std::string& name, bool is_download = false);

// To be saved when the request asks for that: "?download".
bool wants_download(const Request& request);

}  // namespace commis::http
