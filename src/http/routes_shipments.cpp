// Parcels by their own id: what was said of one can be corrected, and its three moments recorded. And what the
// slip in a parcel that comes back leads to.
#include <algorithm>
#include <cctype>

#include "domain/decisions/ship.hpp"
#include "features/orders/action_body.hpp"
#include "http/json_body.hpp"
#include "http/order_calls.hpp"
#include "http/order_facts_json.hpp"
#include "http/preconditions.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

Response parcel_not_found() { return problem(404, "not_found", "There is no such parcel in this shop."); }

const domain::Shipment* find_in(const domain::Order& order, std::string_view shipment_id) {
    const auto at = std::ranges::find(order.shipments, shipment_id, &domain::Shipment::id);
    return at == order.shipments.end() ? nullptr : &*at;
}

std::optional<std::string> find_order_id(const Call& call) {
    std::optional<std::string> order_id;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        order_id = snapshot.orders().find_shipment_order(call.shop.id, call.request.param("id"));
    });
    return order_id;
}

Response shipment_response(const Call& call, const domain::Order& order, const domain::Shipment& shipment) {
    const auto profile = call.site.services.profiles.of(call.shop);
    std::string body;
    json::Writer writer(body);
    writer.object();
    write_shipment(writer, view_of(call, *profile), order, shipment);
    writer.member("order", order.id).member("order_number", order.number).member("order_version", order.version);
    writer.end();
    Response response = json_response(200, std::move(body));
    response.headers.set("ETag", entity_tag(order.version));
    return response;
}

Response get_shipment(Call& call) {
    std::optional<domain::Order> order;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto id = snapshot.orders().find_shipment_order(call.shop.id, call.request.param("id"));
        if (id) order = snapshot.orders().find(call.shop.id, *id);
    });
    if (!order || order->removed || !may_see(call, *order)) return parcel_not_found();
    const domain::Shipment* shipment = find_in(*order, call.request.param("id"));
    return shipment != nullptr ? shipment_response(call, *order, *shipment) : parcel_not_found();
}

// Makes the correction from the parcel as it is when its order is locked.
using Correct = std::function<void(domain::CorrectParcel&, const domain::Shipment&, std::int64_t now_ms)>;

Response correct(Call& call, const Correct& fill) {
    const auto order_id = find_order_id(call);
    if (!order_id) return parcel_not_found();
    const std::string shipment_id(call.request.param("id"));
    orders::ParsedAction action;
    action.decide = [&](const domain::Order& order,
                        const domain::Context& context) -> domain::Result<domain::Decision> {
        const domain::Shipment* shipment = find_in(order, shipment_id);
        if (shipment == nullptr) return domain::refuse(domain::Refusal::not_found);
        domain::CorrectParcel command;
        command.shipment_id = shipment_id;
        fill(command, *shipment, context.now_ms);
        return domain::correct_parcel(order, command, context);
    };
    const AnswerDecision answer = [&](ports::UnitOfWork&, const domain::Decision& decision) {
        return shipment_response(call, decision.order, *find_in(decision.order, shipment_id));
    };
    return decide_on_order(
        call, *order_id, [&](ports::UnitOfWork&) { return action; }, answer);
}

struct ParcelBody {
    json::Patch<orders::TrackingBody> tracking;
};
BOOST_DESCRIBE_STRUCT(ParcelBody, (), (tracking))

Response update_shipment(Call& call) {
    const auto body = json_body<ParcelBody>(call.request);
    if (!body) return body.error();
    return correct(call, [&](domain::CorrectParcel& command, const domain::Shipment& shipment, std::int64_t) {
        if (body->tracking.is_null()) command.tracking = domain::Tracking{};
        if (!body->tracking.has_value()) return;
        const orders::TrackingBody& said = body->tracking.value();
        const domain::Tracking& known = shipment.tracking;
        command.tracking = {said.carrier.value_or(known.carrier), said.number.value_or(known.number),
                            said.url.value_or(known.url)};
        // An address that we made of the number comes back with the form; it is nobody's word.
        const bool is_ours = known.url.empty() && said.url == domain::tracking_url(known, call.site.services.carriers);
        if (is_ours) command.tracking->url.clear();
    });
}

struct MomentBody {
    std::optional<json::Instant> at;
};
BOOST_DESCRIBE_STRUCT(MomentBody, (), (at))

using Moment = std::optional<std::int64_t> domain::CorrectParcel::*;

CallHandler record_moment(Moment moment) {
    return [moment](Call& call) -> Response {
        const auto body = optional_json_body<MomentBody>(call.request);
        if (!body) return body.error();
        return correct(call, [&](domain::CorrectParcel& command, const domain::Shipment&, std::int64_t now_ms) {
            command.*moment = body->at ? body->at->at_ms : now_ms;
        });
    };
}

// Scanners and people differ in capitals; slips have none but capitals.
std::string slip_code(std::string_view said) {
    std::string code;
    for (const char sign : said) code += static_cast<char>(std::toupper(static_cast<unsigned char>(sign)));
    return code;
}

Response find_return_slip(Call& call) {
    std::optional<ports::SlipPlace> place;
    std::optional<domain::Order> order;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        place = snapshot.openings().find_slip(call.shop.id, slip_code(call.request.param("slip")));
        if (place) order = snapshot.orders().find(call.shop.id, place->order_id);
    });
    if (!order || order->removed || !may_see(call, *order)) {
        return problem(404, "not_found", "No return slip of this shop has this code.");
    }
    std::string body;
    json::Writer writer(body);
    writer.object().member("order", place->order_id).member("request", place->request_id).end();
    return json_response(200, std::move(body));
}

}  // namespace

void add_shipment_routes(Router& router, const Site& site) {
    using domain::CorrectParcel;
    using domain::Right;
    add_shop_route(router, site, "GET", "/shipments/{id}", Right::read_own, get_shipment);
    add_shop_route(router, site, "PATCH", "/shipments/{id}", Right::work, update_shipment);
    add_shop_route(router, site, "POST", "/shipments/{id}/label-printed", Right::work,
                   record_moment(&CorrectParcel::label_printed_at_ms));
    add_shop_route(router, site, "POST", "/shipments/{id}/handed-over", Right::work,
                   record_moment(&CorrectParcel::handed_over_at_ms));
    add_shop_route(router, site, "POST", "/shipments/{id}/delivered", Right::work,
                   record_moment(&CorrectParcel::delivered_at_ms));
    add_shop_route(router, site, "GET", "/return-slips/{slip}", Right::work, find_return_slip);
}

}  // namespace commis::http
