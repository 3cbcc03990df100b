// An order's ends and second thoughts: removing, the register of removed orders, undo, and amounts that explain
// themselves.
#include "domain/amounts.hpp"
#include "http/command.hpp"
#include "http/order_calls.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_query.hpp"
#include "http/order_words.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

// The body of `delete`, or the same members in the query for clients whose DELETE can't carry one.
std::expected<json::Value, Response> delete_document(const Request& request) {
    auto document = optional_document(request);
    if (!document || !document->is_object()) return document;
    std::vector<json::FieldError> errors;
    for (const auto& [name, text] : request.query) {
        if (name == "reason") {
            document->as_object()["reason"] = text;
        } else if ((name == "notify" || name == "dry_run") && (text == "true" || text == "false")) {
            document->as_object()[name] = text == "true";
        } else {
            const bool is_known = name == "notify" || name == "dry_run";
            errors.push_back({name, is_known ? "invalid_value" : "unknown_parameter",
                              is_known ? "true or false." : "There is no such parameter."});
        }
    }
    if (errors.empty()) return document;
    return std::unexpected(problem(422, "bad_field", "Some parameters are unknown or wrong.", errors));
}

Response delete_order(Call& call) {
    const auto document = delete_document(call.request);
    if (!document) return document.error();
    const auto action = parse_action(domain::Action::delete_, *document);
    if (!action) return action.error();
    return decide_on_order(call, *action, [](ports::UnitOfWork&, const domain::Decision&) { return no_content(); });
}

Response undo(Call& call) {
    const auto document = optional_document(call.request);
    if (!document) return document.error();
    const auto action = parse_action(domain::Action::undo, *document);
    return action ? decide_on_order(call, *action) : action.error();
}

void write_removed(json::Writer& writer, const ports::RemovedRow& row) {
    const auto currency = domain::Currency::find(row.currency).value_or(domain::Currency{});
    writer.object().member("id", row.id).member("number", row.number);
    write_text_or_null(writer, "external_id", row.external_id);
    writer.member("channel", row.channel).member("currency", row.currency);
    writer.member("currency_exponent", currency.exponent()).member("total", row.total_minor);
    writer.member("placed_at", json::format_time_ms(row.placed_at_ms));
    writer.member("removed_at", json::format_time_ms(row.removal.at_ms)).member("removed_by", row.removal.by);
    writer.member("reason", row.removal.reason).key("payment_references").array();
    for (const std::string& reference : row.payment_references) writer.value(reference);
    writer.end().end();
}

Response list_removed(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto after = read_cursor(call.request);
    if (!after) return after.error();
    std::vector<ports::RemovedRow> rows;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { rows = snapshot.orders().removed(call.shop.id, *after, *limit + 1); });
    std::string next;
    if (rows.size() > static_cast<std::size_t>(*limit)) {
        rows.pop_back();
        next = encode_cursor({"", rows.back().removal.at_ms, call.shop.id, rows.back().id});
    }
    return list_response(rows, next, write_removed);
}

Response explain_amount(Call& call) {
    const auto order = find_order(call);
    if (!order) return order.error();
    const auto explained = domain::explain(*order, call.request.param("name"));
    if (!explained) return problem(404, "unknown_amount", "An order has no amount of this name.");
    std::string body;
    json::Writer writer(body);
    writer.object().member("name", explained->name).member("amount", explained->amount_minor);
    writer.member("currency", order->currency.code()).member("currency_exponent", order->currency.exponent());
    writer.key("rows").array();
    for (const domain::AmountRow& row : explained->rows) {
        writer.object().member("kind", row.kind);
        write_text_or_null(writer, "id", row.id);
        writer.member("label", row.label).member("amount", row.amount_minor);
        write_time_or_null(writer, "at", row.at_ms);
        writer.end();
    }
    writer.end().end();
    return json_response(200, std::move(body));
}

}  // namespace

void add_order_life_routes(Router& router, const Site& site) {
    using domain::Right;
    // The actions' own rights are asked in the action table.
    add_shop_route(router, site, "DELETE", "/orders/{id}", Right::read_own, delete_order);
    add_shop_route(router, site, "POST", "/orders/{id}/undo", Right::read_own, undo);
    add_shop_route(router, site, "GET", "/orders/{id}/amounts/{name}", Right::read_own, explain_amount);
    add_shop_route(router, site, "GET", "/removed-orders", Right::read, list_removed);
}

}  // namespace commis::http
