// Long work: uploads that become import jobs, and what becomes of any job: looked at, ended, taken up again.
#include <algorithm>
#include <array>
#include <filesystem>

#include "domain/actions.hpp"
#include "http/command.hpp"
#include "http/job_json.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

constexpr std::uint64_t upload_bytes_max = 512ULL * 1024 * 1024;
constexpr std::array<std::string_view, 5> formats{"commis", "uci", "northwind", "woocommerce", "shopify"};

// Of a bulk job that ended before its time the orders themselves say how far it came.
void count_again(ports::JobReader& jobs, ports::Job& job) {
    const bool ended_early = job.status == ports::JobStatus::cancelled || job.status == ports::JobStatus::failed;
    if (job.kind != "bulk" || !ended_early) return;
    auto counts = jobs.count_items(job.shop_id, job.id);
    job.counts["changed"] = counts[ports::JobItemStatus::done];
    job.counts["skipped"] = counts[ports::JobItemStatus::refused];
    job.done = job.counts["changed"] + job.counts["skipped"];
}

std::optional<ports::Job> find_job(const Call& call) {
    std::optional<ports::Job> job;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        job = snapshot.jobs().find(call.shop.id, call.request.param("id"));
        if (job) count_again(snapshot.jobs(), *job);
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
            return job_accepted(call, job);
        },
        call.site.wake_jobs);
    return response;
}

// Whoever may change the settings ends any job; others the bulk jobs that they may start.
bool may_end(const Call& call, const ports::Job& job) {
    if (call.rights().has(domain::Right::settings)) return true;
    const auto action = domain::find_action(job.name);
    return job.kind == "bulk" && action && call.rights().has(domain::right_for(*action));
}

// Ends a job or takes it up again, and answers it as it is then.
using ChangeJob = bool (*)(ports::JobStore& jobs, const ports::Job& job, std::int64_t now_ms);

Response change_job(Call& call, ChangeJob change, std::string_view code, std::string_view detail) {
    const auto found = find_job(call);
    if (!found) return job_not_found();
    if (!may_end(call, *found)) return refusal_response(call, {domain::Refusal::forbidden, "", {}});
    const Services& services = call.site.services;
    std::optional<ports::Job> changed;
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            changed.reset();
            if (!change(work.jobs(), *found, services.clock.now_ms())) return problem(409, code, detail);
            changed = work.reads().jobs().find(call.shop.id, found->id);
            count_again(work.reads().jobs(), *changed);
            return job_response(call, 200, *changed);
        },
        [&] {
            if (!changed) return;
            services.notices.job_changed(*changed);
            if (call.site.wake_jobs) call.site.wake_jobs();
        });
}

// The file of an import that nobody wants any more holds people's data.
void forget_upload(const Call& call) {
    const auto job = find_job(call);
    if (!job || job->kind != "import" || job->input_path.empty()) return;
    std::error_code ignored;
    std::filesystem::remove(std::filesystem::path(call.site.options.data_folder) / job->input_path, ignored);
}

Response cancel_job(Call& call) {
    const ChangeJob cancel = [](ports::JobStore& jobs, const ports::Job& job, std::int64_t now_ms) {
        return jobs.cancel(job.shop_id, job.id, now_ms);
    };
    Response response = change_job(call, cancel, "job_ended", "This job has ended already.");
    if (response.status == 200) forget_upload(call);
    return response;
}

Response resume_job(Call& call) {
    const ChangeJob resume = [](ports::JobStore& jobs, const ports::Job& job, std::int64_t now_ms) {
        return job.kind != "import" && jobs.resume(job.shop_id, job.id, now_ms);
    };
    return change_job(call, resume, "job_not_resumable",
                      "Only a bulk job or a recomputation that failed or was cancelled goes on.");
}

Response list_items(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const std::int64_t after = whole_number(call.request.query_value("cursor").value_or("")).value_or(0);
    std::optional<ports::JobItemStatus> status;
    if (const auto text = call.request.query_value("status")) {
        status = ports::find_job_item_status(*text);
        if (!status) {
            return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                           {{"status", "unknown_value", "One of waiting, done, refused."}});
        }
    }
    if (!find_job(call)) return job_not_found();
    std::vector<ports::JobItem> items;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        items = snapshot.jobs().items(call.shop.id, call.request.param("id"), status, after, *limit + 1);
    });
    std::string next;
    if (items.size() > static_cast<std::size_t>(*limit)) {
        items.pop_back();
        next = std::to_string(items.back().position);
    }
    const ports::Words& words = call.site.services.words;
    return list_response(items, next, [&](json::Writer& writer, const ports::JobItem& item) {
        writer.object().member("position", item.position).member("order", item.order_id);
        writer.member("status", ports::id_of(item.status)).key("code");
        if (item.code.empty()) {
            writer.null().key("detail").null();
        } else {
            writer.value(item.code).member("detail", words.text(call.language, "refusal." + item.code));
        }
        writer.end();
    });
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
        return job ? job_response(call, 200, *job) : job_not_found();
    });
    add_shop_route(router, site, "GET", "/jobs/{id}/items", Right::read, list_items);
    // Who may end or resume which job is asked with the job.
    add_shop_route(router, site, "POST", "/jobs/{id}/cancel", Right::read, cancel_job);
    add_shop_route(router, site, "POST", "/jobs/{id}/resume", Right::read, resume_job);
    add_shop_route(router, site, "GET", "/jobs/{id}/rejects.csv", Right::read, get_rejects);
}

}  // namespace commis::http
