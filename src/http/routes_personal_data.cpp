// What the shop knows of one person: handed out as one file, and erased once nothing of theirs is open any more.
#include <algorithm>
#include <memory>

#include "domain/email_address.hpp"
#include "features/orders/bulk_job.hpp"
#include "features/personal_data/erase.hpp"
#include "features/personal_data/export.hpp"
#include "http/command.hpp"
#include "http/customer_calls.hpp"
#include "http/job_json.hpp"
#include "http/json_body.hpp"
#include "http/queue_job.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

// As many open orders are named in a refusal.
constexpr std::size_t named_max = 100;

struct EraseBody {
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(EraseBody, (), (dry_run))

const std::string& reason_text(const Call& call, domain::Refusal reason) {
    return call.site.services.words.text(call.language, "refusal." + std::string(domain::code_of(reason)));
}

Response open_orders(const Call& call, const personal_data::ErasurePlan& plan) {
    std::vector<json::FieldError> named;
    for (std::size_t at = 0; at < std::min(plan.open.size(), named_max); ++at) {
        const auto& order = plan.open[at];
        named.push_back({order.number.empty() ? order.order_id : order.number,
                         std::string(domain::code_of(order.reason)), reason_text(call, order.reason)});
    }
    constexpr auto refusal = domain::Refusal::people_have_open_orders;
    return problem(domain::http_status_of(refusal), domain::code_of(refusal), reason_text(call, refusal), named);
}

Response erasure_response(const Call& call, const ports::Customer& customer, const personal_data::ErasurePlan& plan,
                          const ports::Job* job, bool is_dry_run) {
    std::string body;
    json::Writer writer(body);
    writer.object().member("dry_run", is_dry_run).member("customer", customer.id);
    writer.member("orders", std::ssize(plan.order_ids)).member("erased_before", plan.erased_before);
    writer.member("documents_kept", plan.documents_kept);
    writer.member("keep_documents_years", call.shop.retention.keep_documents_years).key("open").array();
    for (const auto& order : plan.open) {
        writer.object().member("order", order.order_id).member("number", order.number);
        writer.member("code", domain::code_of(order.reason)).member("detail", reason_text(call, order.reason)).end();
    }
    writer.end().key("job");
    if (job == nullptr) {
        writer.null();
    } else {
        write_job(writer, call, *job);
    }
    writer.end();
    return json_response(job == nullptr ? 200 : 202, std::move(body));
}

// The record goes at once, the orders' people by a job behind it.
Response erase_now(Call& call, const ports::Customer& customer, personal_data::ErasurePlan& plan) {
    const Services& services = call.site.services;
    std::vector<QueuedJob> jobs;
    if (!plan.order_ids.empty()) {
        ports::Job job = orders::make_bulk_job(services, call.shop, call.caller, domain::Action::erase_people,
                                               boost::json::object());
        job.total = std::ssize(plan.order_ids);
        jobs.push_back({std::move(job), plan.order_ids});
    }
    return queue_jobs(call, jobs, [&](ports::UnitOfWork& work) {
        const auto locked = work.customers().lock(call.shop.id, customer.id);
        if (!locked) return customer_not_found();
        const auto gone = personal_data::forget_customer(work, services, call.caller, *locked);
        if (!gone) return refusal_response(call, gone.error());
        return erasure_response(call, customer, plan, jobs.empty() ? nullptr : &jobs.front().job, false);
    });
}

Response erase_customer(Call& call) {
    const auto body = optional_json_body<EraseBody>(call.request);
    if (!body) return body.error();
    // Entries of its own say what was erased.
    call.audit_kind.clear();
    const auto customer = find_customer(call, true);
    // Said again, the call gets its first answer.
    if (!customer) return run_command(call, [](ports::UnitOfWork&) { return customer_not_found(); });
    auto plan = personal_data::plan_erasure(call.site.services, call.shop, *customer);
    if (body->dry_run.value_or(false)) return erasure_response(call, *customer, plan, nullptr, true);
    if (!plan.open.empty()) return open_orders(call, plan);
    return erase_now(call, *customer, plan);
}

// What an open answer holds between two parts. The address that was asked for stands in no log and no trail.
Response person_response(Call& call, personal_data::Person person) {
    call.audit_kind.clear();
    const Services& services = call.site.services;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        personal_data::record_export(work, services, call.shop.id, person, call.caller.actor,
                                     call.request.remote_address);
    });
    auto held = std::make_shared<personal_data::PersonExport>(services, call.shop, std::move(person));
    Response response = json_response(200, "");
    response.headers.set("Content-Disposition", "attachment; filename=\"personal-data.json\"");
    response.headers.set("Cache-Control", "no-store");
    response.stream = [held](std::string& chunk) { return held->next(chunk); };
    return response;
}

Response export_customer(Call& call) {
    const auto customer = find_customer(call, true);
    if (!customer) return customer_not_found();
    return person_response(call, personal_data::person_of(*customer));
}

struct ExportBody {
    std::string email;
};
BOOST_DESCRIBE_STRUCT(ExportBody, (), (email))

Response export_address(Call& call) {
    const auto body = json_body<ExportBody>(call.request);
    if (!body) return body.error();
    if (!domain::is_email_address(body->email)) {
        return problem(422, "bad_field", "Some members are missing or wrong.",
                       {{"/email", "invalid_email", "this is no e-mail address"}});
    }
    personal_data::Person person;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { person = personal_data::person_of(snapshot, call.shop.id, body->email); });
    return person_response(call, std::move(person));
}

}  // namespace

void add_personal_data_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "POST", "/customers/{id}/erase", Right::settings, erase_customer);
    add_shop_route(router, site, "GET", "/customers/{id}/personal-data", Right::settings, export_customer);
    add_shop_route(router, site, "POST", "/personal-data", Right::settings, export_address);
}

}  // namespace commis::http
