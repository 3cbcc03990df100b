// Tickets by their own id: who goes, what they open, the ticket itself.
#include "domain/decisions/tickets.hpp"
#include "domain/openings.hpp"
#include "features/tickets/ticket_paper.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_calls.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_words.hpp"
#include "http/preconditions.hpp"
#include "http/routes.hpp"
#include "http/shown_file.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using domain::TicketPlace;
using domain::TicketUnit;

Response unit_not_found() { return problem(404, "not_found", "There is no such ticket in this shop."); }

std::optional<domain::Order> find_order_of_unit(const Call& call) {
    std::optional<domain::Order> order;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        order.reset();
        const auto id = snapshot.openings().find_unit_order(call.shop.id, call.request.param("id"));
        if (id) order = snapshot.orders().find(call.shop.id, *id);
    });
    if (order && (order->removed || !may_see(call, *order))) return std::nullopt;
    return order;
}

void write_doors(json::Writer& writer, const OrderView& view, const domain::Standing& order,
                 const domain::TicketUnit& ticket_unit) {
    using enum domain::Door;
    const auto standing = domain::unit_standing(order, ticket_unit, view.profile);
    writer.key("doors").array();
    for (const domain::Door door : {ticket, check_in, registration}) {
        const auto reason = domain::closed_by(door, standing);
        writer.object().member("id", domain::id_of(door)).member("label", word(view, "door", domain::id_of(door)));
        writer.member("open", !reason.has_value());
        write_refusal(writer, view, "reason", reason);
        writer.end();
    }
    writer.end();
}

void write_event(json::Writer& writer, const std::optional<domain::Article>& article) {
    write_text_or_null(writer, "article", article ? article->id : "");
    write_time_or_null(writer, "starts_at", article ? article->starts_at_ms : std::nullopt);
    write_text_or_null(writer, "venue", article ? article->venue : "");
}

Response unit_response(const Call& call, ports::Snapshot& snapshot, const domain::Order& order,
                       const TicketPlace& place) {
    const auto profile = call.site.services.profiles.of(call.shop);
    const OrderView view = view_of(call, *profile);
    const auto standing = domain::standing_of(order, *profile, call.site.services.clock.now_ms());
    std::string body;
    json::Writer writer(body);
    writer.object();
    write_unit(writer, view, *place.unit, standing, true);
    writer.member("line", place.line->id).member("sku", place.line->sku).member("name", place.line->name);
    write_event(writer, snapshot.articles().find_sku(call.shop.id, place.line->sku));
    write_doors(writer, view, standing, *place.unit);
    writer.member("order", order.id).member("order_number", order.number).member("order_version", order.version);
    writer.key("buyer").object().member("name", order.buyer.name).member("email", order.buyer.email).end().end();
    Response response = json_response(200, std::move(body));
    response.headers.set("ETag", entity_tag(order.version));
    return response;
}

Response get_unit(Call& call) {
    const auto order = find_order_of_unit(call);
    const TicketPlace place = order ? domain::place_of(*order, call.request.param("id")) : TicketPlace{};
    if (place.unit == nullptr) return unit_not_found();
    Response response;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { response = unit_response(call, snapshot, *order, place); });
    return response;
}

// Runs a decision on the order of the ticket and answers the ticket after it.
Response change_unit(Call& call, orders::Decide decide) {
    const auto order = find_order_of_unit(call);
    if (!order) return unit_not_found();
    const std::string unit_id(call.request.param("id"));
    orders::ParsedAction action;
    action.decide = std::move(decide);
    const AnswerDecision answer = [&](ports::UnitOfWork& work, const domain::Decision& decision) {
        return unit_response(call, work.reads(), decision.order, domain::place_of(decision.order, unit_id));
    };
    return decide_on_order(
        call, order->id, [&](ports::UnitOfWork&) { return action; }, answer);
}

struct UnitPatch {
    std::optional<std::string> name, email;
    std::optional<bool> keep_code;
};
BOOST_DESCRIBE_STRUCT(UnitPatch, (), (name, email, keep_code))

Response update_unit(Call& call) {
    const auto body = json_body<UnitPatch>(call.request);
    if (!body) return body.error();
    const std::string unit_id(call.request.param("id"));
    return change_unit(
        call, [&](const domain::Order& order, const domain::Context& context) -> domain::Result<domain::Decision> {
            const TicketUnit* unit = domain::find_ticket(order, unit_id);
            if (unit == nullptr) return domain::refuse(domain::Refusal::not_found);
            const domain::ReplaceAttendee command{
                unit_id,
                {body->name.value_or(unit->attendee.name), body->email.value_or(unit->attendee.email)},
                body->keep_code.value_or(false)};
            return domain::replace_attendee(order, command, context);
        });
}

struct SendBody {
    std::optional<std::string> to;
};
BOOST_DESCRIBE_STRUCT(SendBody, (), (to))

Response send_unit(Call& call) {
    const auto body = optional_json_body<SendBody>(call.request);
    if (!body) return body.error();
    const domain::SendTickets command{{std::string(call.request.param("id"))}, body->to.value_or("")};
    return change_unit(call, [&](const domain::Order& order, const domain::Context& context) {
        return domain::send_tickets(order, command, context);
    });
}

Response pdf_response(const Call& call, domain::Result<documents::NamedFile> file) {
    if (!file) return refusal_response(call, file.error());
    return shown_file(std::move(file->bytes), "application/pdf", file->name, wants_download(call.request));
}

Response get_ticket(Call& call) {
    const auto order = find_order_of_unit(call);
    if (!order) return unit_not_found();
    return pdf_response(call, tickets::ticket_pdf(call.site.services, call.shop, *order, call.request.param("id")));
}

Response get_tickets(Call& call) {
    const auto order = find_order(call);
    if (!order) return order.error();
    return pdf_response(call, tickets::tickets_pdf(call.site.services, call.shop, *order));
}

}  // namespace

void add_unit_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/units/{id}", Right::read_own, get_unit);
    add_shop_route(router, site, "PATCH", "/units/{id}", Right::edit, update_unit);
    add_shop_route(router, site, "POST", "/units/{id}/send", Right::work, send_unit);
    add_shop_route(router, site, "GET", "/units/{id}/ticket.pdf", Right::read_own, get_ticket);
    add_shop_route(router, site, "GET", "/orders/{id}/tickets.pdf", Right::read_own, get_tickets);
}

}  // namespace commis::http
