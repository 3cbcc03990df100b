// Long work: uploads that become import jobs, and what became of them.
#include <array>
#include <algorithm>
#include <filesystem>

#include "http/command.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

constexpr std::uint64_t upload_bytes_max = 512ULL * 1024 * 1024;
constexpr std::array<std::string_view, 5> formats{"commis", "uci", "northwind", "woocommerce", "shopify"};

void write_failure(json::Writer& writer, const ports::JobFailure& failure) {
    writer.object();
    if (!failure.order.empty()) writer.member("order", failure.order);
    if (failure.row > 0) writer.member("row", failure.row);
    if (!failure.column.empty()) writer.member("column", failure.column);
    writer.member("code", failure.code).member("detail", failure.detail).end();
}

void write_text_or_null(json::Writer& writer, std::string_view name, const std::string& text) {
    writer.key(name);
    text.empty() ? writer.null() : writer.value(text);
}

void write_job(json::Writer& writer, const Call& call, const ports::Job& job) {
    const ports::Words& words = call.site.services.words;
    const std::string status(ports::id_of(job.status));
    writer.object().member("id", job.id).member("shop", call.shop.handle).member("kind", job.kind);
    writer.member("kind_label", words.text(call.language, "job_kind." + job.kind));
    write_text_or_null(writer, "format", job.format);
    writer.member("name", job.name).member("status", status);
    writer.member("status_label", words.text(call.language, "job_status." + status));
    writer.member("done", job.done).member("total", job.total).key("failed").array();
    for (const ports::JobFailure& failure : job.failures) write_failure(writer, failure);
    writer.end().key("counts").object();
    for (const auto& [name, count] : job.counts) writer.member(name, count);
    writer.end();
    writer.member("has_rejects", !job.rejects_path.empty());
    write_text_or_null(writer, "detail", job.detail);
    writer.member("created_at", json::format_time_ms(job.created_at_ms)).key("finished_at");
    job.finished_at_ms ? writer.value(json::format_time_ms(*job.finished_at_ms)) : writer.null();
    writer.end();
}

Response job_response(const Call& call, int status, const ports::Job& job) {
    std::string body;
    json::Writer writer(body);
    write_job(writer, call, job);
    return json_response(status, std::move(body));
}

std::optional<ports::Job> find_job(const Call& call) {
    std::optional<ports::Job> job;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        job = snapshot.jobs().find(call.shop.id, call.request.param("id"));
    });
    return job;
}

Response list_jobs(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const std::string after(call.request.query_value("cursor").value_or(""));
    std::vector<ports::Job> jobs;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { jobs = snapshot.jobs().list(call.shop.id, after, *limit + 1); });
    std::string next;
    if (jobs.size() > static_cast<std::size_t>(*limit)) {
        jobs.pop_back();
        next = jobs.back().id;
    }
    return list_response(jobs, next,
                         [&](json::Writer& writer, const ports::Job& job) { write_job(writer, call, job); });
}

// Moves the upload to where its job will find it, also after a restart.
std::string keep_upload(const Call& call, const std::string& job_id) {
    const std::filesystem::path folder = std::filesystem::path(call.site.options.data_folder) / "uploads";
    std::filesystem::create_directories(folder);
    std::filesystem::rename(call.request.body_file->path(), folder / job_id);
    return "uploads/" + job_id;
}

Response start_import(Call& call) {
    const std::string format(call.request.query_value("format").value_or(""));
    if (std::ranges::find(formats, format) == formats.end()) {
        return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                       {{"format", "unknown_format", "One of commis, uci, northwind, woocommerce, shopify."}});
    }
    if (!call.request.body_file || call.request.body_file->size_bytes() == 0) {
        return problem(400, "empty_body", "Send the file as the body.");
    }
    ports::Job job;
    job.shop_id = call.shop.id;
    job.id = call.site.services.ids.next();
    job.kind = "import";
    job.format = format;
    job.name = std::string(call.request.query_value("name").value_or("upload"));
    job.actor_name = call.caller.actor.name;
    job.created_at_ms = call.site.services.clock.now_ms();
    job.input_path = keep_upload(call, job.id);
    Response response = run_command(
        call,
        [&](ports::UnitOfWork& work) {
            work.jobs().insert(job);
            Response accepted = job_response(call, 202, job);
            accepted.headers.set("Location", "/api/v1/shops/" + call.shop.handle + "/jobs/" + job.id);
            return accepted;
        },
        call.site.wake_jobs);
    return response;
}

Response get_rejects(Call& call) {
    const auto job = find_job(call);
    if (!job || job->rejects_path.empty()) return problem(404, "not_found", "This job rejected nothing.");
    const std::string path = call.site.options.data_folder + "/" + job->rejects_path;
    return file_response(path, "text/csv; charset=utf-8", "rejects.csv");
}

}  // namespace

void add_job_routes(Router& router, const Site& site) {
    using domain::Right;
    RouteOptions upload;
    upload.body_limit = upload_bytes_max;
    upload.spool_to_file = true;
    add_shop_route(router, site, "POST", "/imports", Right::settings, start_import, upload);
    add_shop_route(router, site, "GET", "/jobs", Right::read, list_jobs);
    add_shop_route(router, site, "GET", "/jobs/{id}", Right::read, [](Call& call) {
        const auto job = find_job(call);
        return job ? job_response(call, 200, *job) : problem(404, "not_found", "There is no such job in this shop.");
    });
    add_shop_route(router, site, "GET", "/jobs/{id}/rejects.csv", Right::read, get_rejects);
}

}  // namespace commis::http
