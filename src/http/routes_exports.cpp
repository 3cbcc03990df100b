// The order list as a file: the same filters, every row, in flat memory.
#include "features/exports/run.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

// What an open download holds between two pieces.
struct Download {
    exports::ExportPages pages;
    std::string text;
    std::unique_ptr<ports::OrderSink> sink;
};

Response export_orders(Call& call) {
    auto query = read_order_query(call.request);
    if (!query) return std::move(query.error());
    ports::OrderFilter filter = query->page.filter;
    filter.shop_ids = {call.shop.id};
    const Services& services = call.site.services;
    auto download = std::make_shared<Download>(
        Download{exports::ExportPages(services.storage, services.profiles.of(call.shop), std::move(filter)), "", {}});
    download->sink = call.site.make_export([text = &download->text](std::string_view part) { text->append(part); });
    Response response = text_response(200, "text/csv; charset=utf-8", "");
    response.headers.set("Content-Disposition", "attachment; filename=\"orders.csv\"");
    response.stream = [download](std::string& chunk) {
        const bool has_more = download->pages.next(*download->sink) == exports::ExportPages::page_size;
        chunk = std::move(download->text);
        download->text.clear();
        return has_more;
    };
    return response;
}

}  // namespace

void add_export_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/exports/orders.csv", domain::Right::read, export_orders,
                   {.leaves_a_trace = true});
}

}  // namespace commis::http
