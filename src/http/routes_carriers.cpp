// Who carries parcels, and tracking numbers taken in from a table.
#include <map>

#include "features/imports/tracking_codes.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

// More are taken in from the command line, where nobody waits for an answer.
constexpr std::size_t rows_max = 2'000;

Response list_carriers(Call& call) {
    return list_response(call.site.services.carriers, "", [](json::Writer& writer, const domain::Carrier& carrier) {
        writer.object().member("id", carrier.id).member("name", carrier.name).key("countries").array();
        for (const std::string& country : carrier.countries) writer.value(country);
        writer.end().member("url", carrier.url).end();
    });
}

Response unreadable(const Call& call, const ports::BankFileFailure& failure) {
    return refusal_response(call, {domain::Refusal::bad_field, "", {{"", failure.code, failure.detail}}});
}

std::string words_of(const Call& call, const std::string& code) {
    const ports::Words& words = call.site.services.words;
    const std::string refusal = "refusal." + code;
    return words.text(call.language, words.has(refusal) ? refusal : "field." + code);
}

void write_row(json::Writer& writer, const Call& call, const imports::TrackedRow& tracked) {
    writer.object().member("row", tracked.row.row).member("order", tracked.row.order).key("order_id");
    tracked.order_id.empty() ? writer.null() : writer.value(tracked.order_id);
    writer.member("number", tracked.row.number).member("result", imports::id_of(tracked.result)).key("code");
    if (tracked.code.empty()) {
        writer.null().key("detail").null();
    } else {
        writer.value(tracked.code).member("detail", words_of(call, tracked.code));
    }
    writer.end();
}

std::string answer_of(const Call& call, const std::vector<imports::TrackedRow>& rows, bool dry_run) {
    std::map<imports::TrackingResult, std::int64_t> counts;
    for (const imports::TrackedRow& row : rows) ++counts[row.result];
    std::string body;
    json::Writer writer(body);
    writer.object().member("dry_run", dry_run);
    using enum imports::TrackingResult;
    for (const auto result : {shipped, corrected, known, refused})
        writer.member(imports::id_of(result), counts[result]);
    writer.key("rows").array();
    for (const imports::TrackedRow& row : rows) write_row(writer, call, row);
    writer.end().end();
    return body;
}

// True, false, or nothing without the parameter.
std::expected<std::optional<bool>, Response> flag(const Call& call, std::string_view name) {
    const auto text = call.request.query_value(name);
    if (!text) return std::nullopt;
    if (*text == "true") return true;
    if (*text == "false") return false;
    return std::unexpected(problem(422, "bad_field", "Some parameters are unknown or wrong.",
                                   {{std::string(name), "unknown_value", "true or false."}}));
}

Response take_tracking(Call& call) {
    if (auto fits = require_media_type(call.request, {"text/csv"}); !fits) return std::move(fits.error());
    const auto dry_run = flag(call, "dry_run");
    if (!dry_run) return dry_run.error();
    const auto notify = flag(call, "notify");
    if (!notify) return notify.error();
    auto rows = imports::read_tracking_rows(call.site.tables, call.request.body);
    if (!rows) return unreadable(call, rows.error());
    if (rows->size() > rows_max) return unreadable(call, {"too_many_entries", "at most 2,000 rows at once"});
    std::string answer;
    if (!was_answered(call)) {
        const imports::TrackingOptions options{*notify, dry_run->value_or(false)};
        const auto taken =
            imports::take_tracking(call.site.services, call.shop, call.caller, std::move(*rows), options);
        answer = answer_of(call, taken, options.dry_run);
    }
    // Each row is in already; only their answer belongs to the key.
    return run_command(call, [&](ports::UnitOfWork&) { return json_response(200, answer); });
}

}  // namespace

void add_carrier_routes(Router& router, const Site& site) {
    add_signed_in_route(router, site, "GET", "/carriers", list_carriers, {});
    add_shop_route(router, site, "POST", "/tracking-codes", domain::Right::work, take_tracking);
}

}  // namespace commis::http
