// Member by member; the names are those of the order in the API.
#include "features/webhooks/event_body.hpp"

#include "domain/carrier.hpp"
#include "domain/standing.hpp"
#include "domain/webhook.hpp"
#include "json/time.hpp"
#include "json/writer.hpp"

namespace commis::webhooks {
namespace {

using json::Writer;
using Carriers = std::span<const domain::Carrier>;

void write_time(Writer& writer, std::string_view name, const std::optional<std::int64_t>& at_ms) {
    writer.key(name);
    at_ms ? writer.value(json::format_time_ms(*at_ms)) : writer.null();
}

void write_envelope(Writer& writer, const domain::Shop& shop, const std::string& id, std::string_view type,
                    std::int64_t at_ms) {
    writer.object().member("specversion", "1.0").member("id", id).member("type", type);
    writer.member("source", "/api/v1/shops/" + shop.handle).member("time", json::format_time_ms(at_ms));
    writer.member("datacontenttype", "application/json");
}

void write_totals(Writer& writer, const domain::Order& order, const domain::Figures& figures) {
    writer.key("totals").object().member("total", domain::content_totals(order).total_minor);
    writer.member("owed", figures.owed()).member("paid", figures.captured_minor);
    writer.member("refunded", figures.refunded_minor).member("due", figures.due());
    writer.member("owed_back", figures.owed_back()).end();
}

void write_lines(Writer& writer, const domain::Order& order) {
    writer.key("lines").array();
    for (const domain::Line& line : order.lines) {
        writer.object().member("id", line.id).member("sku", line.sku).member("name", line.name);
        writer.member("kind", domain::id_of(line.kind)).member("quantity", line.quantity);
        writer.member("active", line.active()).member("cancelled", line.cancelled);
        writer.member("refunded", line.refunded).member("shipped", line.shipped);
        writer.member("returned", line.returned).member("total", line.total_minor).end();
    }
    writer.end();
}

void write_shipments(Writer& writer, const domain::Order& order, Carriers carriers) {
    writer.key("shipments").array();
    for (const domain::Shipment& shipment : order.shipments) {
        const domain::Tracking& tracking = shipment.tracking;
        writer.object().member("id", shipment.id).member("at", json::format_time_ms(shipment.created_at_ms));
        writer.key("tracking").object().member("carrier", tracking.carrier).member("number", tracking.number);
        writer.member("url", domain::tracking_url(tracking, carriers)).end();
        write_time(writer, "handed_over_at", shipment.handed_over_at_ms);
        write_time(writer, "delivered_at", shipment.delivered_at_ms);
        writer.key("lines").array();
        for (const domain::LinePart& part : shipment.parts) {
            writer.object().member("line", part.line_id).member("quantity", part.quantity).end();
        }
        writer.end().end();
    }
    writer.end();
}

void write_documents(Writer& writer, const domain::Order& order) {
    writer.key("documents").array();
    for (const domain::Document& document : order.documents) {
        if (document.draft) continue;
        writer.object().member("id", document.id).member("kind", domain::id_of(document.kind));
        writer.member("number", document.number).member("issued_at", json::format_time_ms(document.issued_at_ms));
        writer.member("amount", document.amount_minor).end();
    }
    writer.end();
}

void write_state(Writer& writer, const domain::Profile& profile, const domain::Order& order) {
    writer.key("state");
    const domain::State* state = profile.find_state(order.state);
    // What the shop keeps to itself stays in the house (O-22).
    if (state == nullptr || !state->published) {
        writer.null();
    } else {
        writer.value(order.state);
    }
}

void write_order(Writer& writer, const domain::Profile& profile, const domain::Order& order, Carriers carriers) {
    const domain::Standing standing = domain::standing_of(order, profile);
    writer.key("order").object().member("id", order.id).member("number", order.number);
    writer.key("external_id");
    order.external_id.empty() ? writer.null() : writer.value(order.external_id);
    writer.member("channel", order.channel).member("version", order.version).member("revision", order.revision);
    writer.member("status", domain::id_of(standing.summary));
    writer.member("payment_status", domain::id_of(standing.payment_status));
    write_state(writer, profile, order);
    writer.member("currency", order.currency.code()).member("currency_exponent", order.currency.exponent());
    write_totals(writer, order, standing.figures());
    write_lines(writer, order);
    write_shipments(writer, order, carriers);
    write_documents(writer, order);
    writer.member("placed_at", json::format_time_ms(order.placed_at_ms));
    writer.member("updated_at", json::format_time_ms(order.updated_at_ms));
    writer.member("removed", order.removed.has_value()).end();
}

}  // namespace

std::string event_body(const domain::Shop& shop, const domain::Profile& profile, const domain::Order& order,
                       const domain::Event& event, Carriers carriers) {
    std::string body;
    Writer writer(body);
    write_envelope(writer, shop, event.id, domain::told_name(event.type), event.at_ms);
    writer.member("subject", order.id).member("sequence", std::to_string(event.sequence));
    writer.key("data").object().member("shop", shop.handle).member("sequence", event.sequence);
    writer.member("actor", domain::id_of(event.actor.kind));
    write_order(writer, profile, order, carriers);
    writer.end().end();
    return body;
}

std::string test_body(const domain::Shop& shop, const std::string& id, std::int64_t now_ms) {
    std::string body;
    Writer writer(body);
    write_envelope(writer, shop, id, domain::test_event_name, now_ms);
    writer.key("data").object().member("shop", shop.handle).end().end();
    return body;
}

}  // namespace commis::webhooks
