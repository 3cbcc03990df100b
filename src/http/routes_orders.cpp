// Orders: place, list, read, edit, note, act. Each handler reads a form, calls one feature, and shows the answer.
#include "http/routes.hpp"

#include "domain/decisions/add_note.hpp"
#include "features/orders/actions.hpp"
#include "features/orders/place.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_body.hpp"
#include "http/order_json.hpp"
#include "http/order_query.hpp"
#include "http/preconditions.hpp"

namespace commis::http {
namespace {

OrderView view_of(const Call& call, const domain::Profile& profile) {
    return {call.site.services, call.shop, profile, call.language, call.rights()};
}

Response order_response(const Call& call, int status, const domain::Order& order) {
    const auto profile = call.site.services.profiles.of(call.shop);
    std::string body;
    json::Writer writer(body);
    write_order(writer, view_of(call, *profile), order);
    Response response = json_response(status, std::move(body));
    response.headers.set("ETag", entity_tag(order.version));
    return response;
}

// A storefront finds only what it placed itself; to it, everything else does not exist.
bool may_see(const Call& call, const domain::Order& order) {
    return call.rights().has(domain::Right::read) || order.placed_by == call.caller.actor.id;
}

Response order_not_found() { return problem(404, "not_found", "There is no such order in this shop."); }

std::optional<domain::Order> find_order(const Call& call) {
    std::optional<domain::Order> order;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        order = snapshot.orders().find(call.shop.id, call.request.param("id"));
    });
    if (order && !may_see(call, *order)) order.reset();
    return order;
}

Response place_order(Call& call) {
    auto command = read_place_body(call.request);
    if (!command) return std::move(command.error());
    std::optional<domain::Decision> decision;
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            decision.reset();
            auto placed = orders::place(work, call.site.services, call.shop, call.caller, *command);
            if (!placed) return refusal_response(call, placed.error());
            decision = std::move(*placed);
            Response response = order_response(call, 201, decision->order);
            response.headers.set("Location", "/api/v1/shops/" + call.shop.handle + "/orders/" + decision->order.id);
            return response;
        },
        [&] {
            if (decision) orders::announce(call.site.services, *decision);
        });
}

Response list_orders(Call& call) {
    auto query = read_order_query(call.request, {"profile"});
    if (!query) return std::move(query.error());
    auto profile = call.site.services.profiles.of(call.shop);
    if (const auto other = call.request.query_value("profile")) {
        profile = call.site.services.profiles.shipped(*other);
        if (!profile) {
            return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                           {{"profile", "unknown_profile", "There is no such profile."}});
        }
    }
    query->page.filter.shop_ids = {call.shop.id};
    if (!call.rights().has(domain::Right::read)) query->page.filter.placed_by_token = call.caller.actor.id;
    return order_list(call, *query, [&](json::Writer& writer, const ports::OrderRow& row) {
        write_order_row(writer, view_of(call, *profile), row);
    });
}

Response get_order(Call& call) {
    const auto order = find_order(call);
    if (!order) return order_not_found();
    if (call.request.query_value("seen") == "true" && !order->seen && call.rights().has(domain::Right::read)) {
        call.site.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            work.orders().mark_seen(call.shop.id, order->id);
        });
    }
    Response response = order_response(call, 200, *order);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response preview_response(const Call& call, const domain::Order& before, const domain::Decision& decision) {
    const auto profile = call.site.services.profiles.of(call.shop);
    std::string body;
    json::Writer writer(body);
    write_preview(writer, view_of(call, *profile), before, decision);
    return json_response(200, std::move(body));
}

// Runs a decision on the order of the path and answers it, or what a dry run would do.
Response decide_on_order(Call& call, const orders::ParsedAction& action) {
    const auto match = if_match(call.request);
    if (!match) return match.error();
    const std::string order_id(call.request.param("id"));
    const orders::Target target{call.shop, order_id, {}, action.entry, action.dry_run};
    std::optional<domain::Order> before;
    // Asked only about an order that the caller may see, at a version that it named.
    const orders::Decide decide = [&](const domain::Order& order,
                                      const domain::Context& context) -> domain::Result<domain::Decision> {
        if (!may_see(call, order)) return domain::refuse(domain::Refusal::not_found);
        if (!match->allows(order.version)) {
            return domain::refuse(domain::Refusal::stale_version, std::to_string(order.version));
        }
        if (action.dry_run) before = order;
        return action.decide(order, context);
    };
    std::optional<domain::Decision> decision;
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            decision.reset();
            auto decided = orders::run(work, call.site.services, target, call.caller, decide);
            if (!decided) return refusal_response(call, decided.error());
            if (action.dry_run) return preview_response(call, *before, *decided);
            decision = std::move(*decided);
            return order_response(call, 200, decision->order);
        },
        [&] {
            if (decision) orders::announce(call.site.services, *decision);
        });
}

Response act(Call& call) {
    const auto action = domain::find_action(call.request.param("action"));
    const orders::ActionCommand* command = action ? orders::find_action_command(*action) : nullptr;
    if (command == nullptr) return problem(404, "unknown_action", "There is no such action.");
    auto body = call.request.body.empty() ? json::Value(boost::json::object()) : json::Value();
    if (!call.request.body.empty()) {
        auto document = json_document(call.request);
        if (!document) return std::move(document.error());
        body = std::move(*document);
    }
    auto parsed = command->parse(body);
    if (!parsed) return problem(422, "bad_field", "Some members are missing or wrong.", parsed.error());
    return decide_on_order(call, *parsed);
}

Response edit_order(Call& call) {
    auto checked = read_edit_body(call.request, domain::Order{});
    if (!checked) return std::move(checked.error());
    orders::ParsedAction action;
    // Read again over the locked facts, so that a member left out keeps what is there now.
    action.decide = [&call](const domain::Order& locked, const domain::Context& context) {
        return domain::edit_order(locked, *read_edit_body(call.request, locked), context);
    };
    return decide_on_order(call, action);
}

struct NoteBody {
    std::string note;
    std::optional<bool> for_buyer;
};
BOOST_DESCRIBE_STRUCT(NoteBody, (), (note, for_buyer))

Response add_note(Call& call) {
    auto body = json_body<NoteBody>(call.request);
    if (!body) return std::move(body.error());
    orders::ParsedAction action;
    const domain::AddNote command{body->note, body->for_buyer.value_or(false)};
    action.decide = [command](const domain::Order& order, const domain::Context& context) {
        return domain::add_note(order, command, context);
    };
    Response response = decide_on_order(call, action);
    if (response.status == 200) response.status = 201;
    return response;
}

Response timeline(Call& call) {
    const auto order = find_order(call);
    if (!order) return order_not_found();
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    std::optional<std::int64_t> before;
    if (const auto cursor = call.request.query_value("cursor")) {
        const auto decoded = decode_cursor(*cursor);
        if (!decoded) {
            return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                           {{"cursor", "invalid_value", "This cursor is not one of ours."}});
        }
        before = decoded->key_number;
    }
    std::vector<ports::TimelineEntry> entries;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        entries = snapshot.orders().timeline(call.shop.id, order->id, before, *limit + 1);
    });
    const bool has_more = entries.size() > static_cast<std::size_t>(*limit);
    if (has_more) entries.pop_back();
    const auto profile = call.site.services.profiles.of(call.shop);
    std::string body;
    json::Writer writer(body);
    writer.object().key("items").array();
    for (const auto& entry : entries) write_timeline_entry(writer, view_of(call, *profile), *order, entry);
    writer.end().key("next_cursor");
    has_more ? writer.value(encode_cursor({"", entries.back().event.sequence, 0, ""})) : writer.null();
    writer.end();
    return json_response(200, std::move(body));
}

}  // namespace

void add_order_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "POST", "/orders", Right::place, place_order);
    add_shop_route(router, site, "GET", "/orders", Right::read_own, list_orders);
    add_shop_route(router, site, "GET", "/orders/{id}", Right::read_own, get_order);
    add_shop_route(router, site, "PATCH", "/orders/{id}", Right::edit, edit_order);
    add_shop_route(router, site, "GET", "/orders/{id}/timeline", Right::read_own, timeline);
    add_shop_route(router, site, "POST", "/orders/{id}/notes", Right::work, add_note);
    // The action's own right is asked in the action table.
    add_shop_route(router, site, "POST", "/orders/{id}/actions/{action}", Right::read_own, act);
    add_signed_in_route(router, site, "GET", "/orders", list_all_orders);
}

}  // namespace commis::http
