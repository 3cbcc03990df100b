// Order statistics: plain rows and their sum.
#include "domain/bank_days.hpp"
#include "features/statistics/statistics.hpp"
#include "http/command.hpp"
#include "http/order_json.hpp"
#include "http/order_words.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

using ports::SalesFigures;
using ports::StatisticsBy;

constexpr std::array<std::string_view, 8> by_names{"day",        "payment_type", "state",   "item",
                                                   "promo_code", "country",      "channel", "hour"};

void write_figures(json::Writer& writer, const SalesFigures& figures) {
    writer.member("orders", figures.orders).member("units", figures.units).member("gross", figures.gross_minor);
    writer.member("discounts", figures.discounts_minor).member("tax", figures.tax_minor);
    writer.member("cancelled", figures.cancelled_minor).member("allowances", figures.allowances_minor);
    writer.member("refunds", figures.refunds_minor).member("net", figures.net_minor());
}

// The word for a row's key; an order without a promotion code has an empty one.
std::string label_of(const OrderView& view, StatisticsBy by, const std::string& key) {
    if (by == StatisticsBy::payment_type) return method_label(view, key);
    if (by == StatisticsBy::state) {
        const domain::State* state = view.profile.find_state(key);
        return state != nullptr ? state->label.in(view.language) : key;
    }
    return key;
}

std::string write_statistics(const Call& call, StatisticsBy by, const ports::Statistics& statistics) {
    const auto profile = call.site.services.profiles.of(call.shop);
    const OrderView view{call.site.services, call.shop, *profile, call.language, call.rights()};
    std::string body;
    json::Writer writer(body);
    writer.object().member("from", domain::day_text(statistics.days.first));
    writer.member("to", domain::day_text(statistics.days.second)).member("timezone", call.shop.timezone);
    writer.member("by", by_names[static_cast<std::size_t>(by)]).member("currency", call.shop.currency.code());
    writer.member("currency_exponent", call.shop.currency.exponent());
    writer.key("rows").array();
    for (const ports::StatisticsRow& row : statistics.rows) {
        writer.object().member("key", row.key).member("label", label_of(view, by, row.key));
        write_figures(writer, row.figures);
        writer.end();
    }
    writer.end().key("rest");
    if (statistics.rest) {
        writer.object();
        write_figures(writer, *statistics.rest);
        writer.end();
    } else {
        writer.null();
    }
    writer.key("sum").object();
    write_figures(writer, statistics.sum);
    writer.end().key("other_currencies").array();
    for (const auto& [code, figures] : statistics.other_currencies) {
        const auto currency = domain::Currency::find(code);
        writer.object().member("currency", code);
        writer.member("currency_exponent", currency ? currency->exponent() : 2);
        write_figures(writer, figures);
        writer.end();
    }
    writer.end().end();
    return body;
}

Response get_statistics(Call& call) {
    statistics::Question question;
    if (const auto from = call.request.query_value("from")) question.from = std::string(*from);
    if (const auto to = call.request.query_value("to")) question.to = std::string(*to);
    if (const auto by = call.request.query_value("by")) {
        const auto at = std::ranges::find(by_names, *by);
        if (at == by_names.end()) {
            return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                           {{"by", "unknown_value",
                             "One of day, payment_type, state, item, promo_code, country, channel, hour."}});
        }
        question.by = static_cast<StatisticsBy>(at - by_names.begin());
    }
    std::optional<domain::Result<ports::Statistics>> counted;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        counted = statistics::count(snapshot, call.site.services, call.shop, question);
    });
    if (!*counted) return refusal_response(call, counted->error());
    return json_response(200, write_statistics(call, question.by, **counted));
}

}  // namespace

void add_statistics_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/statistics", domain::Right::read, get_statistics);
}

}  // namespace commis::http
