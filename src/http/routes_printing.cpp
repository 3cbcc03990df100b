// Papers of many orders as one file (O-38), and the picture at their head.
#include <filesystem>
#include <set>

#include "features/articles/stock.hpp"
#include "features/documents/print.hpp"
#include "features/orders/bulk.hpp"
#include "features/shops/shops.hpp"
#include "http/bulk_body.hpp"
#include "http/command.hpp"
#include "http/job_json.hpp"
#include "http/json_body.hpp"
#include "http/queue_job.hpp"
#include "http/routes.hpp"
#include "http/shown_file.hpp"

namespace commis::http {
namespace {

constexpr std::uint64_t logo_bytes_max = 500ULL * 1024;

struct BatchBody {
    std::string kind;
    std::optional<boost::json::object> filter;
    std::optional<std::vector<std::string>> orders;
    std::optional<std::string> sort;
    std::optional<bool> return_slip;
};
BOOST_DESCRIBE_STRUCT(BatchBody, (), (kind, filter, orders, sort, return_slip))

using Errors = std::vector<json::FieldError>;

// What is named, in the order in which it shall be printed: that of the list.
std::vector<std::string> named_orders(const Call& call, const BatchBody& body, documents::PrintKind kind,
                                      Errors& errors) {
    if (body.orders && !body.filter) {
        if (std::ssize(*body.orders) > orders::bulk_orders_max) {
            errors.push_back({"/orders", "too_many", "At most 100,000 orders at a time."});
        }
        std::set<std::string_view> seen;
        std::vector<std::string> ids;
        for (const std::string& id : *body.orders) {
            if (seen.insert(id).second) ids.push_back(id);
        }
        if (ids.empty()) errors.push_back({"/orders", "required", "Name at least one order."});
        return ids;
    }
    if (body.filter && !body.orders) {
        auto request = read_filtered_page(*body.filter, body.sort.value_or("-placed_at"), errors);
        if (!errors.empty()) return {};
        request.filter.shop_ids = {call.shop.id};
        return orders::orders_of(call.site.services, std::move(request));
    }
    // A sheet without orders is about everything that waits.
    if (body.orders || !documents::is_sheet(kind)) {
        errors.push_back({"/orders", "orders_or_filter", "Name the orders, or give a filter: one of the two."});
    }
    return {};
}

Response print_batch(Call& call) {
    const auto body = json_body<BatchBody>(call.request);
    if (!body) return body.error();
    Errors errors;
    const auto kind = documents::find_print_kind(body->kind);
    if (!kind)
        errors.push_back({"/kind", "unknown_value", "One of order_form, invoice, credit_note, delivery_note, …"});
    std::vector<std::string> ids;
    if (kind) ids = named_orders(call, *body, *kind, errors);
    if (!errors.empty()) return problem(422, "bad_field", "Some members are missing or wrong.", errors);
    if (!call.rights().has(documents::right_for(*kind))) {
        return refusal_response(call, {domain::Refusal::forbidden, "", {}});
    }
    const std::int64_t orders_max =
        *kind == documents::PrintKind::pick_list ? articles::picked_orders_max : orders::bulk_orders_max;
    if (std::ssize(ids) > orders_max) {
        return refusal_response(call, {domain::Refusal::too_many_orders, std::to_string(orders_max), {}});
    }
    if (ids.empty() && body->filter) {
        return refusal_response(call, {domain::Refusal::nothing_named, "", {}});
    }
    const documents::PrintTask task{*kind, body->return_slip, call.language, call.caller};
    QueuedJob queued{documents::make_print_job(call.site.services, call.shop, task), std::move(ids)};
    queued.job.total = std::max<std::int64_t>(1, std::ssize(queued.order_ids));
    const ports::Job job = queued.job;
    return queue_jobs(call, {std::move(queued)}, [&](ports::UnitOfWork&) { return job_accepted(call, job); });
}

Response get_batch(Call& call) {
    const std::string id(call.request.query_value("job").value_or(""));
    std::optional<ports::Job> job;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) { job = snapshot.jobs().find(call.shop.id, id); });
    if (!job || job->kind != "print") return job_not_found();
    if (job->status != ports::JobStatus::done) {
        return problem(409, "job_not_done", "The file is there once its job is done.");
    }
    const std::string path = call.site.options.data_folder + "/" + documents::print_path(job->id);
    Response response = file_response(path, "application/pdf", job->name + ".pdf");
    if (response.status == 200 && !wants_download(call.request)) {
        response.headers.set("Content-Disposition", "inline; filename=\"" + job->name + ".pdf\"");
    }
    return response;
}

Response change_logo(Call& call, const std::string& png) {
    const std::string digest = png.empty() ? "" : call.site.services.secrets.digest(png);
    return run_command(call, [&](ports::UnitOfWork& work) {
        shops::ShopChange change;
        change.paper_logo = digest;
        change.allows = [](std::int64_t) { return true; };
        const auto shop = shops::update(work, call.site.services, call.caller, call.shop.id, change);
        if (!shop) return refusal_response(call, shop.error());
        if (!png.empty()) work.documents().keep_picture(call.shop.id, digest, png);
        std::string body;
        json::Writer writer(body);
        writer.object().key("logo");
        digest.empty() ? writer.null() : writer.value(digest);
        writer.end();
        return json_response(200, std::move(body));
    });
}

Response put_logo(Call& call) {
    if (!call.site.services.drawer->can_show(call.request.body)) {
        return problem(422, "not_png", "Send the picture as PNG.",
                       {{"", "not_png", "This is no PNG that can be read."}});
    }
    return change_logo(call, call.request.body);
}

Response get_logo(Call& call) {
    std::optional<std::string> png;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { png = snapshot.documents().picture(call.shop.id, call.shop.papers.logo); });
    if (!png || call.shop.papers.logo.empty()) return problem(404, "not_found", "The shop has no picture yet.");
    return shown_file(std::move(*png), "image/png", "logo.png");
}

}  // namespace

void add_printing_routes(Router& router, const Site& site) {
    using domain::Right;
    RouteOptions picture;
    picture.body_limit = logo_bytes_max;
    // Which papers a caller may print is asked with their kind.
    add_shop_route(router, site, "POST", "/documents/batch", Right::read, print_batch);
    add_shop_route(router, site, "GET", "/documents/batch.pdf", Right::read, get_batch);
    add_shop_route(router, site, "PUT", "/documents/logo", Right::settings, put_logo, picture);
    add_shop_route(router, site, "GET", "/documents/logo.png", Right::read, get_logo);
    add_shop_route(router, site, "DELETE", "/documents/logo", Right::settings,
                   [](Call& call) { return change_logo(call, ""); });
}

}  // namespace commis::http
