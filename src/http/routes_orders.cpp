// Orders: place, list, read, edit, note, act. Each handler reads a form, calls one feature, and shows the answer.
#include "http/routes.hpp"

#include "domain/decisions/add_note.hpp"
#include "features/orders/place.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_body.hpp"
#include "http/order_calls.hpp"
#include "http/order_drafts.hpp"
#include "http/order_query.hpp"

namespace commis::http {
namespace {

Response place_order(Call& call) {
    const auto place = read_place_body(call.request);
    if (!place) return place.error();
    std::optional<domain::Decision> decision;
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            decision.reset();
            auto placed =
                orders::place(work, call.site.services, call.shop, call.caller, place->command, place->dry_run);
            if (!placed) return refusal_response(call, placed.error());
            if (place->dry_run) return preview_response(call, domain::Order{}, *placed);
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

Response no_store(Response response) {
    response.headers.set("Cache-Control", "no-store");
    return response;
}

// The order as it was after one of its events: dated facts, today's words and people, and nothing to be done.
Response look_back(const Call& call, const domain::Order& today, std::string_view text) {
    const auto sequence = whole_number(text);
    if (!sequence || *sequence < 1) {
        return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                       {{"at", "invalid_value", "The sequence number of one of the order's events."}});
    }
    std::optional<domain::Order> past;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { past = snapshot.orders().find_at(call.shop.id, today.id, *sequence); });
    if (!past) return problem(404, "not_found", "The order has no such event.");
    return no_store(order_response(call, 200, *past, {.as_of = *sequence}));
}

Response get_order(Call& call) {
    const auto order = find_order(call);
    if (!order) return order.error();
    if (const auto at = call.request.query_value("at")) return look_back(call, *order, *at);
    const Services& services = call.site.services;
    if (call.request.query_value("seen") == "true" && !order->seen && call.rights().has(domain::Right::read)) {
        services.storage.write(ports::Priority::interactive,
                               [&](ports::UnitOfWork& work) { work.orders().mark_seen(call.shop.id, order->id); });
    }
    OrderExtras extras;
    services.storage.read([&](ports::Snapshot& snapshot) { extras = extras_of(snapshot, *order); });
    return no_store(order_response(call, 200, *order, std::move(extras)));
}

Response act(Call& call) {
    const auto action = domain::find_action(call.request.param("action"));
    if (!action || orders::find_action_command(*action) == nullptr) {
        return problem(404, "unknown_action", "There is no such action.");
    }
    auto body = optional_document(call.request);
    if (!body) return std::move(body.error());
    const auto parsed = parse_action(*action, *body);
    if (!parsed) return parsed.error();
    const bool keeps_draft = *action == domain::Action::revise && asks_for_draft(*body);
    if (keeps_draft && !parsed->dry_run) return keep_draft(call, *body, *parsed, DraftAnswer::order);
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
    if (!order) return order.error();
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto after = read_cursor(call.request);
    if (!after) return after.error();
    std::optional<std::int64_t> before;
    if (*after) before = (*after)->key_number;
    std::vector<ports::TimelineEntry> entries;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        entries = snapshot.orders().timeline(call.shop.id, order->id, before, *limit + 1);
    });
    std::string next;
    if (entries.size() > static_cast<std::size_t>(*limit)) {
        entries.pop_back();
        next = encode_cursor({"", entries.back().event.sequence, 0, ""});
    }
    const auto profile = call.site.services.profiles.of(call.shop);
    return list_response(entries, next, [&](json::Writer& writer, const ports::TimelineEntry& entry) {
        write_timeline_entry(writer, view_of(call, *profile), *order, entry);
    });
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
