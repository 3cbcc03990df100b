// spdlog with a JSON pattern; messages are escaped by the JSON writer.
#include "cli/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "json/writer.hpp"

namespace commis::cli {
namespace {

spdlog::logger& logger() {
    static const auto made = [] {
        auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        auto log = std::make_shared<spdlog::logger>("commis", sink);
        log->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc);
        return log;
    }();
    return *made;
}

std::string member(std::string_view name, std::string_view text) {
    std::string out;
    json::append_quoted(out, name);
    out += ':';
    json::append_quoted(out, text);
    return out;
}

}  // namespace

void set_log_format(const std::string& format) {
    if (format == "text") logger().set_pattern("%Y-%m-%d %H:%M:%S.%e %l: %v", spdlog::pattern_time_type::utc);
}
void set_log_level(const std::string& level) { logger().set_level(spdlog::level::from_str(level)); }
void log_info(const std::string& message) { logger().info(member("message", message)); }
void log_fault(const std::string& message) { logger().error(member("message", message)); }

void log_access(const http::AccessRecord& record) {
    const bool failed = record.status >= 500;
    if (!failed && !logger().should_log(spdlog::level::debug)) return;
    std::string line = member("method", record.method) + "," + member("route", record.route) + "," +
                       member("request", record.request_id);
    line += ",\"status\":" + std::to_string(record.status) + ",\"us\":" + std::to_string(record.duration_us);
    line += ",\"bytes\":" + std::to_string(record.bytes_out);
    failed ? logger().error(line) : logger().debug(line);
}

std::string program_version() { return COMMIS_VERSION; }

}  // namespace commis::cli
