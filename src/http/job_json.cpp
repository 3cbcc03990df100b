// A job, member by member, as openapi/commis.yaml names it.
#include "http/job_json.hpp"

#include "http/order_facts_json.hpp"
#include "http/problem.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

void write_failure(json::Writer& writer, const Call& call, const ports::JobFailure& failure) {
    const ports::Words& words = call.site.services.words;
    writer.object();
    if (!failure.order.empty()) writer.member("order", failure.order);
    if (failure.row > 0) writer.member("row", failure.row);
    if (!failure.column.empty()) writer.member("column", failure.column);
    // A rule's refusal has its sentence; what a file's row is refused for is said in its own words.
    const std::string key = "refusal." + failure.code;
    const bool is_rule = !failure.order.empty() && words.has(key);
    writer.member("code", failure.code);
    writer.member("detail", is_rule ? words.text(call.language, key) : failure.detail).end();
}

// A bulk job is named after its action, a print job after its papers.
std::string name_of(const Call& call, const ports::Job& job) {
    const ports::Words& words = call.site.services.words;
    const std::string key = (job.kind == "print" ? "print_kind." : "action.") + job.name;
    return job.kind != "import" && words.has(key) ? words.text(call.language, key) : job.name;
}

}  // namespace

void write_job(json::Writer& writer, const Call& call, const ports::Job& job) {
    const ports::Words& words = call.site.services.words;
    const std::string status(ports::id_of(job.status));
    writer.object().member("id", job.id).member("shop", call.shop.handle).member("kind", job.kind);
    writer.member("kind_label", words.text(call.language, "job_kind." + job.kind));
    write_text_or_null(writer, "format", job.format);
    writer.member("name", name_of(call, job)).member("status", status);
    writer.member("status_label", words.text(call.language, "job_status." + status));
    writer.member("done", job.done).member("total", job.total).key("failed").array();
    for (const ports::JobFailure& failure : job.failures) write_failure(writer, call, failure);
    writer.end().key("counts").object();
    for (const auto& [name, count] : job.counts) writer.member(name, count);
    writer.end();
    writer.member("has_rejects", !job.rejects_path.empty());
    // What went wrong as a code has its words; what a file or a fault said stands as it was said.
    const std::string why = "job_detail." + job.detail;
    write_text_or_null(writer, "detail", words.has(why) ? words.text(call.language, why) : job.detail);
    writer.member("created_at", json::format_time_ms(job.created_at_ms));
    write_time_or_null(writer, "finished_at", job.finished_at_ms);
    writer.end();
}

Response job_not_found() { return problem(404, "not_found", "There is no such job in this shop."); }

Response job_response(const Call& call, int status, const ports::Job& job) {
    std::string body;
    json::Writer writer(body);
    write_job(writer, call, job);
    return json_response(status, std::move(body));
}

Response job_accepted(const Call& call, const ports::Job& job) {
    Response response = job_response(call, 202, job);
    response.headers.set("Location", "/api/v1/shops/" + call.shop.handle + "/jobs/" + job.id);
    return response;
}

}  // namespace commis::http
