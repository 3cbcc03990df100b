// The order and the list row, member by member, as openapi/commis.yaml names them.
#include "http/order_json.hpp"

#include <array>
#include <map>

#include "domain/rounding.hpp"
#include "http/order_words.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

constexpr std::array<std::string_view, 5> kind_ids{"goods", "digital", "ticket", "service", "fee"};
constexpr std::array<std::string_view, 3> unit_ids{"active", "cancelled", "refunded"};
constexpr std::array<std::string_view, 4> access_ids{"none", "granted", "revoked", "blocked"};
constexpr std::array<std::string_view, 8> attempt_ids{"initiated", "pending", "authorized", "captured",
                                                      "failed",    "voided",  "expired",    "unknown"};
constexpr std::array<std::string_view, 3> source_ids{"gateway", "operator", "bank"};
constexpr std::array<std::string_view, 3> execution_ids{"gateway", "recorded", "initiated"};
constexpr std::array<std::string_view, 3> refund_ids{"pending", "succeeded", "failed"};
constexpr std::array<std::string_view, 6> document_ids{"order_form",  "invoice",       "receipt",
                                                       "credit_note", "delivery_note", "ticket"};

template <std::size_t N, class E>
std::string_view id_in(const std::array<std::string_view, N>& ids, E value) {
    return ids[static_cast<std::size_t>(value)];
}

void write_optional_text(Writer& writer, std::string_view name, const std::string& text) {
    writer.key(name);
    if (text.empty()) {
        writer.null();
    } else {
        writer.value(text);
    }
}

}  // namespace

void write_address(Writer& writer, const domain::Address& address) {
    writer.object().member("name", address.name).member("company", address.company);
    writer.member("line1", address.line1).member("line2", address.line2);
    writer.member("postal_code", address.postal_code).member("city", address.city);
    writer.member("region", address.region).member("country", address.country).end();
}

namespace {

void write_totals(Writer& writer, const domain::Order& order, const domain::Figures& figures) {
    const domain::ContentTotals totals = domain::content_totals(order);
    writer.key("totals").object();
    writer.member("lines", totals.lines_minor).member("discount", totals.discount_minor);
    writer.member("shipping", totals.shipping_minor).member("tax", totals.tax_minor);
    writer.member("total", totals.total_minor).member("cancelled", totals.cancelled_minor);
    writer.member("allowances", figures.allowances_minor).member("owed", figures.owed());
    writer.member("paid", figures.captured_minor).member("refunded", figures.refunded_minor);
    writer.member("held", figures.held()).member("due", figures.due());
    writer.member("owed_back", figures.owed_back()).member("refundable", figures.refundable());
    struct Sum {
        std::int64_t net_minor = 0;
        std::int64_t tax_minor = 0;
    };
    std::map<domain::TaxRate, Sum> by_rate;
    const auto add = [&](domain::TaxRate rate, std::int64_t total_minor, std::int64_t tax_minor) {
        by_rate[rate].net_minor += total_minor - tax_minor;
        by_rate[rate].tax_minor += tax_minor;
    };
    for (const domain::Line& line : order.lines) add(line.tax_rate, line.total_minor, line.tax_minor);
    if (order.shipping.total_minor != 0) {
        add(order.shipping.tax_rate, order.shipping.total_minor, order.shipping.tax_minor);
    }
    writer.key("taxes").array();
    for (const auto& [rate, sum] : by_rate) {
        writer.object().member("rate", rate.to_string()).member("net", sum.net_minor);
        writer.member("tax", sum.tax_minor).end();
    }
    writer.end().end();
}

void write_unit(Writer& writer, const OrderView& view, const domain::TicketUnit& unit) {
    const std::string_view status = id_in(unit_ids, unit.status);
    const std::string_view access = id_in(access_ids, unit.access);
    writer.object().member("id", unit.id);
    writer.key("attendee").object().member("name", unit.attendee.name).member("email", unit.attendee.email).end();
    writer.member("status", status).member("status_label", word(view, "unit_status", status));
    writer.member("access", access).member("access_label", word(view, "access", access));
    if (view.rights.has(domain::Right::work)) writer.member("code", unit.code);
    writer.end();
}

void write_lines(Writer& writer, const OrderView& view, const domain::Order& order) {
    writer.key("lines").array();
    for (const domain::Line& line : order.lines) {
        writer.object().member("id", line.id).member("sku", line.sku).member("name", line.name);
        writer.member("kind", id_in(kind_ids, line.kind)).member("quantity", line.quantity);
        writer.member("cancelled", line.cancelled).member("refunded", line.refunded);
        writer.member("shipped", line.shipped).member("returned", line.returned);
        writer.member("unit_price", line.unit_price_minor).member("discount", line.discount_minor);
        writer.member("tax_rate", line.tax_rate.to_string()).member("tax", line.tax_minor);
        writer.member("total", line.total_minor).key("units").array();
        for (const domain::TicketUnit& unit : line.units) write_unit(writer, view, unit);
        writer.end().end();
    }
    writer.end();
    writer.key("shipping");
    const domain::Shipping& shipping = order.shipping;
    if (shipping.method.empty() && shipping.name.empty() && shipping.amount_minor == 0) {
        writer.null();
        return;
    }
    writer.object().member("method", shipping.method).member("name", shipping.name);
    writer.member("amount", shipping.amount_minor).member("tax_rate", shipping.tax_rate.to_string());
    writer.member("tax", shipping.tax_minor).member("pickup", shipping.pickup).end();
}

void write_payments(Writer& writer, const OrderView& view, const domain::Ledger& ledger) {
    writer.key("payments").array();
    for (const domain::Payment& payment : ledger.payments) {
        std::int64_t captured_minor = 0;
        for (const domain::LedgerEntry& entry : ledger.entries) {
            if (entry.payment_id != payment.id || entry.kind == domain::EntryKind::chargeback) continue;
            captured_minor += entry.kind == domain::EntryKind::capture ? entry.amount_minor : -entry.amount_minor;
        }
        const std::string_view status = id_in(attempt_ids, payment.status);
        const std::string_view source = id_in(source_ids, payment.source);
        writer.object().member("id", payment.id).member("method", payment.method);
        writer.member("method_label", method_label(view, payment.method)).member("provider", payment.provider);
        writer.member("reference", payment.reference).member("status", status);
        writer.member("status_label", word(view, "attempt_status", status)).member("amount", payment.amount_minor);
        writer.member("captured", captured_minor).member("source", source);
        writer.member("source_label", word(view, "source", source));
        writer.member("at", json::format_time_ms(payment.created_at_ms)).key("expires_at");
        payment.expires_at_ms ? writer.value(json::format_time_ms(*payment.expires_at_ms)) : writer.null();
        writer.end();
    }
    writer.end().key("refunds").array();
    for (const domain::Refund& refund : ledger.refunds) {
        const std::string_view status = id_in(refund_ids, refund.status);
        writer.object().member("id", refund.id);
        write_optional_text(writer, "payment", refund.payment_id);
        writer.member("amount", refund.amount_minor).member("execution", id_in(execution_ids, refund.execution));
        writer.member("status", status).member("status_label", word(view, "refund_status", status));
        writer.member("at", json::format_time_ms(refund.created_at_ms)).end();
    }
    writer.end();
}

void write_shipments_and_documents(Writer& writer, const domain::Order& order) {
    writer.key("shipments").array();
    for (const domain::Shipment& shipment : order.shipments) {
        writer.object().member("id", shipment.id).member("at", json::format_time_ms(shipment.created_at_ms));
        writer.key("tracking").object().member("carrier", shipment.tracking.carrier);
        writer.member("number", shipment.tracking.number).member("url", shipment.tracking.url).end();
        writer.key("lines").array();
        for (const auto& part : shipment.parts) {
            writer.object().member("line", part.line_id).member("quantity", part.quantity).end();
        }
        writer.end().end();
    }
    writer.end().key("documents").array();
    for (const domain::Document& document : order.documents) {
        writer.object().member("id", document.id).member("kind", id_in(document_ids, document.kind));
        writer.member("number", document.number).member("issued_at", json::format_time_ms(document.issued_at_ms)).end();
    }
    writer.end();
}

void write_people(Writer& writer, const domain::Order& order) {
    const domain::Buyer& buyer = order.buyer;
    writer.key("buyer").object().member("name", buyer.name).member("email", buyer.email);
    writer.member("phone", buyer.phone).member("company", buyer.company).member("vat_id", buyer.vat_id).end();
    writer.key("billing_address");
    write_address(writer, order.billing_address);
    writer.key("shipping_address");
    if (order.shipping_address) {
        write_address(writer, *order.shipping_address);
    } else {
        writer.null();
    }
}

void write_tags(Writer& writer, const std::vector<std::string>& tags) {
    writer.key("tags").array();
    for (const std::string& tag : tags) writer.value(tag);
    writer.end();
}

}  // namespace

void write_order(Writer& writer, const OrderView& view, const domain::Order& order) {
    const domain::Standing standing = domain::standing_of(order, view.profile);
    writer.object().member("id", order.id).member("number", order.number).member("shop", view.shop.handle);
    writer.member("version", order.version).member("revision", order.revision).member("channel", order.channel);
    write_optional_text(writer, "external_id", order.external_id);
    write_summary(writer, view, standing.summary, standing.units.active, standing.units.total);
    writer.member("payment_status", domain::id_of(standing.payment_status));
    writer.member("payment_label", payment_label(view, domain::worded_payment_status(standing, view.profile)));
    write_state(writer, view, order.state);
    write_next_step(writer, view, domain::next_step(standing), order.currency);
    writer.member("currency", order.currency.code()).member("currency_exponent", order.currency.exponent());
    writer.member("language", order.language).member("prices_include_tax", order.prices_include_tax);
    write_totals(writer, order, standing.figures());
    write_people(writer, order);
    write_lines(writer, view, order);
    writer.member("payment_method", order.payment_method);
    writer.member("payment_method_label", method_label(view, order.payment_method));
    write_payments(writer, view, order.ledger);
    write_shipments_and_documents(writer, order);
    write_actions(writer, view, standing);
    write_state_choices(writer, view, order);
    writer.member("promo_code", order.promo_code).member("note", order.note);
    write_tags(writer, order.tags);
    write_optional_text(writer, "assignee", order.assignee);
    writer.member("notify_on_state", order.notify_on_state);
    writer.member("placed_at", json::format_time_ms(order.placed_at_ms));
    writer.member("updated_at", json::format_time_ms(order.updated_at_ms));
    writer.member("draft", order.draft).member("invoiced", order.is_invoiced()).end();
}

void write_order_row(Writer& writer, const OrderView& view, const ports::OrderRow& row) {
    const domain::Projection& projection = row.projection;
    const domain::Currency currency = domain::Currency::find(row.currency).value_or(domain::Currency{});
    writer.object().member("id", row.id).member("number", row.number).member("shop", view.shop.handle);
    writer.member("version", row.version);
    write_summary(writer, view, projection.summary, projection.active, projection.quantity);
    writer.member("payment_status", domain::id_of(projection.payment_status));
    writer.member("payment_label", payment_label(view, projection.worded_status));
    write_state(writer, view, row.state);
    write_next_step(
        writer, view,
        {projection.step, projection.queue, projection.step_amount_minor, projection.step_until_ms}, currency);
    writer.member("currency", row.currency).member("currency_exponent", currency.exponent());
    writer.member("total", projection.total_minor).member("due", projection.due_minor);
    writer.member("owed", projection.owed_minor).member("quantity", projection.quantity);
    writer.key("buyer").object().member("name", row.buyer_name).member("email", row.buyer_email);
    writer.member("company", row.buyer_company).member("city", row.city).member("country", row.country).end();
    writer.member("payment_method", row.payment_method);
    writer.member("payment_method_label", method_label(view, row.payment_method));
    writer.member("promo_code", row.promo_code).member("channel", row.channel);
    write_optional_text(writer, "external_id", row.external_id);
    writer.member("placed_at", json::format_time_ms(row.placed_at_ms));
    writer.member("updated_at", json::format_time_ms(row.updated_at_ms));
    writer.member("has_note", row.has_note);
    write_tags(writer, row.tags);
    write_optional_text(writer, "assignee", row.assignee);
    writer.member("unseen", !row.seen).end();
}

}  // namespace commis::http
