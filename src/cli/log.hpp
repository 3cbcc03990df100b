// The program's log on standard error: one JSON object a line (or plain text), no personal data.
#pragma once

#include <string>

#include "http/server.hpp"

namespace commis::cli {

// "debug", "info", "warn" or "error".
void set_log_level(const std::string& level);
// "json" or "text"; the same facts in both.
void set_log_format(const std::string& format);
void log_info(const std::string& message);
void log_fault(const std::string& message);
// At level debug each request; otherwise only those that failed here.
void log_access(const http::AccessRecord& record);

std::string program_version();

}  // namespace commis::cli
