// The order and the list row, member by member, as openapi/commis.yaml names them.
#include "http/order_json.hpp"

#include <map>

#include "features/buyer/link.hpp"
#include "features/people_json.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_words.hpp"
#include "json/time.hpp"

namespace commis::http {

using json::Writer;

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

void write_people(Writer& writer, const domain::Order& order) {
    writer.key("buyer");
    write_buyer(writer, order.buyer);
    writer.key("billing_address");
    write_address(writer, order.billing_address);
    writer.key("shipping_address");
    write_address(writer, order.shipping_address);
}

void write_tags(Writer& writer, const std::vector<std::string>& tags) {
    writer.key("tags").array();
    for (const std::string& tag : tags) writer.value(tag);
    writer.end();
}

// What a timer asks a person to do, and until when the last change can be taken back.
void write_waiting(Writer& writer, const OrderView& view, const domain::Order& order,
                   const domain::Standing& standing) {
    writer.key("task");
    if (order.task == domain::Task::none) {
        writer.null();
    } else {
        const std::string_view id = domain::id_of(order.task);
        writer.object().member("id", id).member("label", word(view, "task", id)).end();
    }
    std::optional<std::int64_t> until_ms;
    if (standing.can_undo && order.undoable) until_ms = order.undoable->until_ms;
    write_time_or_null(writer, "undo_until", until_ms);
}

void write_removal(Writer& writer, const std::optional<domain::Removal>& removal) {
    writer.key("removed");
    if (!removal) {
        writer.null();
        return;
    }
    writer.object().member("at", json::format_time_ms(removal->at_ms)).member("by", removal->by);
    writer.member("reason", removal->reason).end();
}

// A look back offers nothing: what may be done is a matter of today.
void write_offers(Writer& writer, const OrderView& view, const domain::Order& order, const domain::Standing& standing) {
    if (view.order.as_of == 0) {
        write_actions(writer, view, standing);
        write_state_choices(writer, view, order);
        writer.member("has_draft", view.order.has_draft);
        write_waiting(writer, view, order, standing);
        write_next_step(writer, view, domain::next_step(standing), order.currency);
        return;
    }
    writer.key("actions").array().end().key("state_choices").array().end();
    writer.member("has_draft", false).key("task").null().key("undo_until").null().key("next_step").null();
    writer.member("as_of", view.order.as_of);
}

}  // namespace

void write_order(Writer& writer, const OrderView& view, const domain::Order& order) {
    const domain::Standing standing = domain::standing_of(order, view.profile, view.services.clock.now_ms());
    writer.object().member("id", order.id).member("number", order.number).member("shop", view.shop.handle);
    writer.member("version", order.version).member("revision", order.revision).member("channel", order.channel);
    write_text_or_null(writer, "external_id", order.external_id);
    write_summary(writer, view, standing.summary, standing.units.active, standing.units.total);
    writer.member("payment_status", domain::id_of(standing.payment_status));
    writer.member("payment_label", payment_label(view, domain::worded_payment_status(standing, view.profile)));
    write_state(writer, view, order.state);
    writer.member("currency", order.currency.code()).member("currency_exponent", order.currency.exponent());
    writer.member("language", order.language).member("prices_include_tax", order.prices_include_tax);
    write_totals(writer, order, standing.figures());
    write_people(writer, order);
    write_lines(writer, view, order, standing, view.order.as_of == 0);
    writer.member("payment_method", order.payment_method);
    writer.member("payment_method_label", method_label(view, order.payment_method));
    write_ledger(writer, view, order.ledger);
    write_shipments(writer, view, order);
    write_documents(writer, view, order);
    write_requests(writer, view, order);
    // Whoever may work on the order may show the buyer its page; a removed one has none.
    const bool has_page = !order.draft && !order.removed && !order.people_erased_at_ms && view.order.as_of == 0 &&
                          view.rights.has(domain::Right::work);
    write_text_or_null(writer, "customer_url", has_page ? buyer::url_of(view.services, order) : "");
    write_offers(writer, view, order, standing);
    writer.member("promo_code", order.promo_code).member("note", order.note);
    write_tags(writer, order.tags);
    write_text_or_null(writer, "assignee", order.assignee);
    writer.member("notify_on_state", order.notify_on_state);
    writer.member("placed_at", json::format_time_ms(order.placed_at_ms));
    writer.member("updated_at", json::format_time_ms(order.updated_at_ms));
    writer.member("draft", order.draft).member("invoiced", order.is_invoiced());
    write_removal(writer, order.removed);
    write_time_or_null(writer, "people_erased_at", order.people_erased_at_ms);
    writer.end();
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
    write_next_step(writer, view,
                    {projection.step, projection.queue, projection.step_amount_minor, projection.step_until_ms},
                    currency);
    writer.member("currency", row.currency).member("currency_exponent", currency.exponent());
    writer.member("total", projection.total_minor).member("due", projection.due_minor);
    writer.member("owed", projection.owed_minor).member("owed_back", projection.owed_back_minor);
    writer.member("refunded", projection.refunded_minor).member("hold", projection.hold_minor);
    write_time_or_null(writer, "hold_until", projection.hold_until_ms);
    writer.member("quantity", projection.quantity);
    writer.key("buyer").object().member("name", row.buyer_name).member("email", row.buyer_email);
    writer.member("company", row.buyer_company).member("city", row.city).member("country", row.country).end();
    writer.member("payment_method", row.payment_method);
    writer.member("payment_method_label", method_label(view, row.payment_method));
    writer.member("promo_code", row.promo_code).member("channel", row.channel);
    write_text_or_null(writer, "external_id", row.external_id);
    writer.member("placed_at", json::format_time_ms(row.placed_at_ms));
    writer.member("updated_at", json::format_time_ms(row.updated_at_ms));
    writer.member("has_note", row.has_note).member("people_erased", row.people_erased);
    write_tags(writer, row.tags);
    write_text_or_null(writer, "assignee", row.assignee);
    writer.member("unseen", !row.seen).end();
}

}  // namespace commis::http
