// Number ranges: what the next order, invoice and so on will be called.
#include "features/documents/make_paper.hpp"
#include "features/shops/number_ranges.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

struct RangeBody {
    std::optional<std::string> prefix;
    std::optional<std::int64_t> next_number, width;
    std::optional<bool> restarts_yearly;
};
BOOST_DESCRIBE_STRUCT(RangeBody, (), (prefix, next_number, width, restarts_yearly))

void write_range(json::Writer& writer, const Call& call, domain::NumberRange range) {
    writer.object().member("series", range.series).member("prefix", range.prefix);
    writer.member("next_number", range.next_number).member("width", range.width);
    writer.member("restarts_yearly", range.restarts_yearly);
    const Services& services = call.site.services;
    const std::int64_t year = documents::year_of(services, call.shop, services.clock.now_ms());
    writer.member("preview", domain::take_next(range, year).text).end();
}

Response list_ranges(Call& call) {
    std::vector<domain::NumberRange> ranges;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { ranges = shops::number_ranges(snapshot, call.site.services, call.shop); });
    return list_response(ranges, "", [&call](json::Writer& writer, const domain::NumberRange& range) {
        write_range(writer, call, range);
    });
}

Response update_range(Call& call) {
    const auto body = json_body<RangeBody>(call.request);
    if (!body) return body.error();
    const domain::NumberRangeChange wanted{body->prefix, body->next_number, body->width, body->restarts_yearly};
    const std::string series(call.request.param("series"));
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto range = shops::change_number_range(work, call.site.services, call.caller, call.shop, series, wanted);
        if (!range) return refusal_response(call, range.error());
        std::string answer;
        json::Writer writer(answer);
        write_range(writer, call, *range);
        return json_response(200, std::move(answer));
    });
}

}  // namespace

void add_number_range_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/number-ranges", domain::Right::read, list_ranges);
    add_shop_route(router, site, "PATCH", "/number-ranges/{series}", domain::Right::settings, update_range);
}

}  // namespace commis::http
