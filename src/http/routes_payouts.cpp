// Payouts of payment services and acquirers: listed, sent in as tables, seen in the bank; and the card payments that
// were never paid out (C-31, C-32).
#include <algorithm>
#include <map>

#include "features/bank/payout_arrival.hpp"
#include "features/bank/tables.hpp"
#include "features/payouts/payouts.hpp"
#include "http/bank_json.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_calls.hpp"
#include "http/order_query.hpp"
#include "http/order_words.hpp"
#include "http/payout_json.hpp"
#include "http/routes.hpp"
#include "http/table_json.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;
using ports::PayoutRecord;

constexpr std::int64_t counted_max = 1'000;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::int64_t patience_days = 7;

struct BookBody {
    std::string payout;
};
BOOST_DESCRIBE_STRUCT(BookBody, (), (payout))

struct NothingBody {};
BOOST_DESCRIBE_STRUCT(NothingBody, (), ())

std::string payout_id(const Call& call) { return std::string(call.request.param("id")); }

Response no_payout() { return problem(404, "not_found", "There is no such payout in this shop."); }

// Days of the calendar: services count them so.
std::int64_t before_ms(const Call& call, std::int64_t days) {
    return call.site.services.clock.now_ms() - days * day_ms;
}

std::expected<std::int64_t, Response> read_days(const Request& request) {
    const auto text = request.query_value("days");
    if (!text) return patience_days;
    const auto days = whole_number(*text);
    if (days && *days >= 0 && *days <= 3'650) return *days;
    return std::unexpected(problem(422, "bad_field", "Some parameters are unknown or wrong.",
                                   {{"days", "out_of_range", "From 0 to 3,650 days."}}));
}

Response list_payouts(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto cursor = read_cursor(call.request);
    if (!cursor) return cursor.error();
    const auto show = call.request.query_value("show").value_or("all");
    if (show != "all" && show != "awaited") {
        return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                       {{"show", "unknown_value", "One of all, awaited."}});
    }
    ports::PayoutFilter filter;
    filter.shop_id = call.shop.id;
    filter.is_awaited = show == "awaited";
    filter.limit = *limit + 1;
    if (*cursor) {
        filter.below_at_ms = (*cursor)->key_number;
        filter.below_id = (*cursor)->order_id;
    }
    std::string body;
    Writer writer(body);
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        auto records = snapshot.payouts().list(filter);
        const bool has_more = records.size() > static_cast<std::size_t>(*limit);
        if (has_more) records.pop_back();
        writer.object().key("items").array();
        for (const PayoutRecord& record : records) write_payout(writer, call, record);
        writer.end().key("next_cursor");
        if (has_more) {
            const PayoutRecord& last = records.back();
            writer.value(encode_cursor({"", last.report.arrives_at_ms, call.shop.id, last.id}));
        } else {
            writer.null();
        }
        writer.member("awaited", snapshot.payouts().count_awaited(call.shop.id, counted_max));
        writer.member("missing", snapshot.payouts().count_open_captures(call.shop.id, before_ms(call, patience_days),
                                                                        counted_max));
        writer.end();
    });
    return json_response(200, std::move(body));
}

Response show_payout(Call& call) {
    std::string body;
    Writer writer(body);
    bool is_found = false;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto record = snapshot.payouts().find(call.shop.id, payout_id(call));
        is_found = record.has_value();
        if (record) write_payout_whole(writer, call, snapshot, *record);
    });
    return is_found ? json_response(200, std::move(body)) : no_payout();
}

std::string taken_answer(const Call& call, const std::vector<payouts::TakenPayout>& taken, std::int64_t left_out) {
    std::string body;
    Writer writer(body);
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        writer.object().key("payouts").array();
        for (const payouts::TakenPayout& each : taken) {
            const auto record = snapshot.payouts().find(call.shop.id, each.id);
            if (record) write_payout(writer, call, *record);
        }
        writer.end();
    });
    const auto known = std::ranges::count_if(taken, &payouts::TakenPayout::is_known);
    writer.member("known", static_cast<std::int64_t>(known)).member("left_out", left_out).end();
    return body;
}

Response take_payouts(Call& call) {
    if (auto fits = require_media_type(call.request, {"text/csv"}); !fits) return std::move(fits.error());
    const std::string provider(call.request.query_value("provider").value_or(""));
    const auto read = bank::read_payouts(call.site.services, call.site.tables, call.shop, call.request.body, provider);
    if (!read) return table_unread(call, read.error());
    std::string answer;
    if (!was_answered(call)) {
        const auto taken = payouts::take_in(call.site.services, call.shop, call.caller, read->reports);
        answer = taken_answer(call, taken, read->left_out);
    }
    // The payouts are in already; only the answer belongs to the key.
    return run_command(call, [&](ports::UnitOfWork&) { return json_response(200, answer); });
}

using Change = std::function<domain::Result<PayoutRecord>(ports::UnitOfWork&)>;

Response change_payout(Call& call, const Change& change) {
    if (const auto body = optional_json_body<NothingBody>(call.request); !body) return body.error();
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto changed = change(work);
        if (!changed) return refusal_response(call, changed.error());
        std::string body;
        Writer writer(body);
        write_payout_whole(writer, call, work.reads(), *changed);
        return json_response(200, std::move(body));
    });
}

Response arrive(Call& call) {
    return change_payout(call, [&](ports::UnitOfWork& work) {
        return payouts::arrived(work, call.site.services, call.caller, call.shop, payout_id(call));
    });
}

Response await(Call& call) {
    return change_payout(call, [&](ports::UnitOfWork& work) {
        return payouts::awaited(work, call.site.services, call.shop, payout_id(call));
    });
}

Response book_entry(Call& call) {
    const auto body = json_body<BookBody>(call.request);
    if (!body) return body.error();
    return run_command(call, [&](ports::UnitOfWork& work) {
        const bank::Desk desk{work, call.site.services, call.shop, call.caller};
        const auto settled = bank::book_payout(desk, payout_id(call), body->payout);
        if (!settled) return refusal_response(call, settled.error());
        std::string answer;
        Writer writer(answer);
        write_bank_entry(writer, call, work.reads(), settled->record);
        return json_response(200, std::move(answer));
    });
}

void write_missing(Writer& writer, const Call& call, const OrderView& view, const domain::Order& order,
                   const ports::OpenCapture& capture) {
    const auto payment = std::ranges::find(order.ledger.payments, capture.payment_id, &domain::Payment::id);
    if (payment == order.ledger.payments.end()) return;
    writer.object().key("order").object().member("id", order.id).member("number", order.number);
    writer.member("buyer", order.buyer.name.empty() ? order.buyer.email : order.buyer.name).end();
    writer.member("provider", payment->provider).member("method", payment->method);
    writer.member("method_label", method_label(view, payment->method)).member("payment", payment->id);
    writer.member("reference", payment->reference).member("amount", capture.amount_minor);
    writer.member("currency", order.currency.code()).member("currency_exponent", order.currency.exponent());
    writer.member("captured_at", json::format_time_ms(capture.at_ms));
    writer.member("days", (call.site.services.clock.now_ms() - capture.at_ms) / day_ms).end();
}

std::map<std::string, domain::Order> orders_of(const Call& call, ports::Snapshot& snapshot,
                                               const std::vector<ports::OpenCapture>& captures) {
    std::vector<std::string> ids;
    for (const ports::OpenCapture& capture : captures) ids.push_back(capture.order_id);
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::map<std::string, domain::Order> orders;
    if (ids.empty()) return orders;
    for (domain::Order& order : snapshot.orders().find_many(call.shop.id, ids)) {
        std::string id = order.id;
        orders.emplace(std::move(id), std::move(order));
    }
    return orders;
}

std::string missing_answer(const Call& call, const ports::OpenCaptureFilter& filter, std::int64_t days) {
    const auto profile = call.site.services.profiles.of(call.shop);
    const OrderView view = view_of(call, *profile);
    std::string body;
    Writer writer(body);
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        auto captures = snapshot.payouts().open_captures(filter);
        const bool has_more = captures.size() >= static_cast<std::size_t>(filter.limit);
        if (has_more) captures.pop_back();
        const auto orders = orders_of(call, snapshot, captures);
        writer.object().key("items").array();
        for (const ports::OpenCapture& capture : captures) {
            const auto order = orders.find(capture.order_id);
            if (order != orders.end()) write_missing(writer, call, view, order->second, capture);
        }
        writer.end().key("next_cursor");
        if (has_more) {
            const ports::OpenCapture& last = captures.back();
            writer.value(encode_cursor({last.entry_id, last.at_ms, call.shop.id, last.order_id}));
        } else {
            writer.null();
        }
        writer.member("count", snapshot.payouts().count_open_captures(call.shop.id, filter.before_ms, counted_max));
        writer.member("days", days).end();
    });
    return body;
}

Response list_missing(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto cursor = read_cursor(call.request);
    if (!cursor) return cursor.error();
    const auto days = read_days(call.request);
    if (!days) return days.error();
    ports::OpenCaptureFilter filter;
    filter.shop_id = call.shop.id;
    filter.before_ms = before_ms(call, *days);
    filter.limit = *limit + 1;
    if (*cursor) {
        filter.above_at_ms = (*cursor)->key_number;
        filter.above_order_id = (*cursor)->order_id;
        filter.above_entry_id = (*cursor)->key_text;
    }
    return json_response(200, missing_answer(call, filter, *days));
}

}  // namespace

void add_payout_routes(Router& router, const Site& site) {
    using domain::Right;
    RouteOptions file;
    file.body_limit = ports::bank_file_bytes_max;
    add_shop_route(router, site, "GET", "/payouts", Right::money_in, list_payouts);
    add_shop_route(router, site, "POST", "/payouts", Right::money_in, take_payouts, file);
    add_shop_route(router, site, "GET", "/payouts/missing", Right::money_in, list_missing);
    add_shop_route(router, site, "GET", "/payouts/{id}", Right::money_in, show_payout);
    add_shop_route(router, site, "POST", "/payouts/{id}/arrived", Right::money_in, arrive);
    add_shop_route(router, site, "POST", "/payouts/{id}/awaited", Right::money_in, await);
    add_shop_route(router, site, "POST", "/bank-entries/{id}/payout", Right::money_in, book_entry);
}

}  // namespace commis::http
