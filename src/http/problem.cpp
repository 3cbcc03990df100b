// Problem documents.
#include "http/problem.hpp"

#include "json/writer.hpp"

namespace commis::http {

Response problem(int status, std::string_view code, std::string_view detail,
                 const std::vector<json::FieldError>& errors, const ProblemMembers& more) {
    std::string body;
    json::Writer writer(body);
    writer.object();
    writer.member("type", "/problems/" + std::string(code));
    writer.member("title", status_title(status));
    writer.member("status", status);
    writer.member("detail", detail);
    writer.member("code", code);
    if (!errors.empty()) {
        writer.key("errors").array();
        for (const json::FieldError& error : errors) {
            writer.object().member("field", error.field).member("code", error.code).member("detail", error.detail);
            writer.end();
        }
        writer.end();
    }
    for (const auto& [name, member] : more) writer.key(name).raw(member);
    writer.end();
    return text_response(status, "application/problem+json", std::move(body));
}

Response problem_retry(int status, std::string_view code, std::string_view detail, int retry_after_seconds) {
    Response response = problem(status, code, detail);
    response.headers.set("Retry-After", std::to_string(retry_after_seconds));
    return response;
}

}  // namespace commis::http
