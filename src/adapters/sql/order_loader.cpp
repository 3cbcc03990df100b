#include "adapters/sql/order_loader.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/id_list.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/order_facts.hpp"
#include "adapters/sql/order_part_statements.hpp"
#include "adapters/sql/order_rows.hpp"
#include "adapters/sql/order_statements.hpp"

namespace commis::sql {
namespace {

using OrdersById = std::unordered_map<std::string_view, domain::Order*>;

domain::Currency currency_from(std::string_view code) {
    const auto currency = domain::Currency::find(code);
    if (!currency) throw Fault(FaultKind::corrupt, "unknown_currency", "a row has the currency " + std::string(code));
    return *currency;
}

void read_shipping(domain::Shipping& shipping, Columns& columns) {
    shipping.method = columns.text();
    shipping.name = columns.text();
    shipping.amount_minor = columns.integer();
    shipping.tax_rate = domain::TaxRate::of(columns.integer());
    shipping.tax_minor = columns.integer();
    shipping.total_minor = columns.integer();
    shipping.pickup = columns.flag();
    shipping.cancelled = columns.flag();
}

void read_removal(domain::Order& order, Columns& columns) {
    const auto at_ms = columns.optional_integer();
    domain::Removal removal{at_ms.value_or(0), columns.text(), columns.text()};
    if (at_ms) order.removed = std::move(removal);
}

// Answers which tables hold more of the order.
std::int64_t read_order(domain::Order& order, const Rows& rows) {
    Columns columns(rows);
    order.shop_id = columns.integer();
    order.id = columns.text();
    order.number = columns.text();
    order.version = columns.integer();
    order.placed_at_ms = columns.integer();
    order.updated_at_ms = columns.integer();
    order.state = columns.text();
    order.currency = currency_from(columns.view());
    order.buyer.name = columns.text();
    order.buyer.email = columns.text();
    order.buyer.company = columns.text();
    order.payment_method = columns.text();
    order.promo_code = columns.text();
    order.channel = columns.text();
    order.external_id = columns.text();
    order.seen = columns.flag();
    order.imported = columns.flag();
    order.tags = texts_from(columns.view());
    order.assignee = columns.text();
    order.revision = columns.integer();
    order.draft = columns.flag();
    order.placed_by = columns.text();
    order.language = columns.text();
    order.prices_include_tax = columns.flag();
    order.created_at_ms = columns.integer();
    order.abandoned_at_ms = columns.optional_integer();
    order.buyer.phone = columns.text();
    order.buyer.vat_id = columns.text();
    order.buyer.reference = columns.text();
    order.billing_address = address_from(columns.view());
    if (const auto address = columns.optional_text()) order.shipping_address = address_from(*address);
    read_shipping(order.shipping, columns);
    order.discount_minor = columns.integer();
    order.note = columns.text();
    order.notify_on_state = columns.flag();
    order.ledger.mark = columns.code<domain::HandMark>();
    order.ledger.flagged_for_review = columns.flag();
    order.event_count = columns.integer();
    const std::int64_t parts = columns.integer();
    order.link_generation = columns.small();
    order.undoable = move_from(columns.view());
    order.dunning_done = columns.small();
    order.task = columns.code<domain::Task>();
    order.invoice_due_at_ms = columns.optional_integer();
    read_removal(order, columns);
    order.people_erased_at_ms = columns.optional_integer();
    return parts;
}

void read_line(domain::Order& order, Columns& columns) {
    domain::Line& line = order.lines.emplace_back();
    line.id = columns.text();
    line.sku = columns.text();
    line.name = columns.text();
    line.kind = columns.code<domain::LineKind>();
    line.quantity = columns.small();
    line.unit_price_minor = columns.integer();
    line.discount_minor = columns.integer();
    line.tax_rate = domain::TaxRate::of(columns.integer());
    line.tax_minor = columns.integer();
    line.total_minor = columns.integer();
    line.cancelled = columns.small();
    line.refunded = columns.small();
    line.shipped = columns.small();
    line.returned = columns.small();
    line.left_minor = columns.integer();
    line.reserved = columns.small();
    line.gone_shipped = columns.small();
    line.cancelled_minor = columns.integer();
    line.exchanged = columns.small();
    line.access = columns.code<domain::Access>();
    line.granted_at_ms = columns.optional_integer();
    line.used_at_ms = columns.optional_integer();
}

void read_unit(domain::Order& order, Columns& columns) {
    domain::TicketUnit unit;
    unit.id = columns.text();
    const std::string_view line_id = columns.view();
    const auto line = std::ranges::find(order.lines, line_id, &domain::Line::id);
    if (line == order.lines.end()) throw Fault(FaultKind::corrupt, "lost_unit", "unit " + unit.id + " has no line");
    unit.attendee.name = columns.text();
    unit.attendee.email = columns.text();
    unit.status = columns.code<domain::UnitStatus>();
    unit.access = columns.code<domain::Access>();
    unit.code = columns.text();
    unit.value_minor = columns.integer();
    unit.tax_minor = columns.integer();
    unit.admitted_at_ms = columns.optional_integer();
    unit.admitted_gate = columns.text();
    line->units.push_back(std::move(unit));
}

void read_payment(domain::Order& order, Columns& columns) {
    domain::Payment& payment = order.ledger.payments.emplace_back();
    payment.id = columns.text();
    payment.method = columns.text();
    payment.provider = columns.text();
    payment.account = columns.text();
    payment.reference = columns.text();
    payment.amount_minor = columns.integer();
    payment.status = columns.code<domain::AttemptStatus>();
    payment.source = columns.code<domain::Source>();
    payment.guarantee = columns.text();
    payment.expires_at_ms = columns.optional_integer();
    payment.created_at_ms = columns.integer();
    payment.link_token = columns.text();
    payment.page_url = columns.text();
}

void read_entry(domain::Order& order, Columns& columns) {
    domain::LedgerEntry& entry = order.ledger.entries.emplace_back();
    entry.id = columns.text();
    entry.payment_id = columns.text();
    entry.kind = columns.code<domain::EntryKind>();
    entry.amount_minor = columns.integer();
    entry.source = columns.code<domain::Source>();
    entry.reference = columns.text();
    entry.received_at_ms = columns.integer();
    entry.recorded_at_ms = columns.integer();
    entry.undecided = columns.flag();
    entry.fee_minor = columns.integer();
    entry.answer_by_ms = columns.optional_integer();
    entry.reason = columns.text();
    entry.won = columns.flag();
}

void read_refund(domain::Order& order, Columns& columns) {
    domain::Refund& refund = order.ledger.refunds.emplace_back();
    refund.id = columns.text();
    refund.payment_id = columns.text();
    refund.amount_minor = columns.integer();
    refund.execution = columns.code<domain::RefundExecution>();
    refund.status = columns.code<domain::RefundStatus>();
    refund.takes_units = columns.flag();
    refund.reopens_due = columns.flag();
    refund.created_at_ms = columns.integer();
    refund.settles = columns.text();
    refund.reference = columns.text();
}

void read_call(domain::Order& order, Columns& columns) {
    domain::GatewayCall& call = order.ledger.calls.emplace_back();
    call.id = columns.text();
    call.payment_id = columns.text();
    call.kind = columns.code<domain::CallKind>();
    call.amount_minor = columns.integer();
    call.refund_id = columns.text();
    call.status = columns.code<domain::CallStatus>();
    call.reference = columns.text();
    call.reason = columns.text();
    call.telling = columns.code<domain::Suppression>();
    call.event_sequence = columns.integer();
    call.created_at_ms = columns.integer();
    call.settled_at_ms = columns.optional_integer();
    call.not_before_ms = columns.integer();
}

void read_shipment(domain::Order& order, Columns& columns) {
    domain::Shipment& shipment = order.shipments.emplace_back();
    shipment.id = columns.text();
    shipment.created_at_ms = columns.integer();
    shipment.tracking.carrier = columns.text();
    shipment.tracking.number = columns.text();
    shipment.tracking.url = columns.text();
    shipment.label_printed_at_ms = columns.optional_integer();
    shipment.label_bought_at_ms = columns.optional_integer();
    shipment.handed_over_at_ms = columns.optional_integer();
    shipment.delivered_at_ms = columns.optional_integer();
    shipment.parts = parts_from(columns.view());
}

void read_document(domain::Order& order, Columns& columns) {
    domain::Document& document = order.documents.emplace_back();
    document.id = columns.text();
    document.kind = columns.code<domain::DocumentKind>();
    document.number = columns.text();
    document.issued_at_ms = columns.integer();
    document.draft = columns.flag();
    document.amount_minor = columns.integer();
    document.tax_minor = columns.integer();
    document.refers_to = columns.text();
    document.parts = document_parts_from(columns.view());
    document.return_slip = columns.flag();
    document.made_for = columns.text();
}

void read_request(domain::Order& order, Columns& columns) {
    domain::BuyerRequest& request = order.requests.emplace_back();
    request.id = columns.text();
    request.kind = columns.code<domain::RequestKind>();
    request.status = columns.code<domain::RequestStatus>();
    request.asked_at_ms = columns.integer();
    request.answered_at_ms = columns.optional_integer();
    request.received_at_ms = columns.optional_integer();
    request.slip = columns.text();
    request.parts = request_parts_from(columns.view());
}

class Loader {
public:
    Loader(Session& session, Params params) : session_(session), params_(params) {}

    std::vector<domain::Order> load() {
        std::vector<domain::Order> orders;
        Rows rows =
            session_.query(with_list(order_sql::load_many, part_sql::of_orders, params_.size() - 1, ""), params_);
        while (rows.next()) parts_ |= read_order(orders.emplace_back(), rows);
        load_parts(orders, parts_);
        return orders;
    }

    void load_parts(std::span<domain::Order> orders, std::int64_t parts) {
        for (domain::Order& order : orders) by_id_.emplace(order.id, &order);
        if (orders.empty()) return;
        load_part(part_sql::load_lines, read_line);
        if ((parts & has_units) != 0) load_part(part_sql::load_units, read_unit);
        if ((parts & has_payments) != 0) load_part(part_sql::load_payments, read_payment);
        if ((parts & has_entries) != 0) load_part(part_sql::load_entries, read_entry);
        if ((parts & has_refunds) != 0) load_part(part_sql::load_refunds, read_refund);
        if ((parts & has_calls) != 0) load_part(part_sql::load_calls, read_call);
        if ((parts & has_shipments) != 0) load_part(part_sql::load_shipments, read_shipment);
        if ((parts & has_documents) != 0) load_part(part_sql::load_documents, read_document);
        if ((parts & has_requests) != 0) load_part(part_sql::load_requests, read_request);
    }

private:
    void load_part(const Statement& load, void (*read)(domain::Order&, Columns&)) {
        const bool is_one = params_.size() == 2;
        const std::string_view sorting = is_one ? " ORDER BY position" : " ORDER BY order_id, position";
        Rows rows = session_.query(with_list(load, part_sql::of_orders, params_.size() - 1, sorting), params_);
        while (rows.next()) {
            Columns columns(rows);
            const auto found = by_id_.find(columns.view());
            if (found != by_id_.end()) read(*found->second, columns);
        }
    }

    Session& session_;
    Params params_;
    std::int64_t parts_ = 0;
    OrdersById by_id_;
};

}  // namespace

std::optional<domain::Order> load_order(Session& session, const Statement& statement, std::int64_t shop_id,
                                        std::string_view order_id) {
    const std::array<Param, 2> params{shop_id, order_id};
    domain::Order order;
    std::int64_t parts = 0;
    {
        Rows rows = session.query(statement, params);
        if (!rows.next()) return std::nullopt;
        parts = read_order(order, rows);
    }
    Loader(session, params).load_parts(std::span(&order, 1), parts);
    return order;
}

std::vector<domain::Order> load_orders(Session& session, std::int64_t shop_id, std::span<const std::string> order_ids) {
    if (order_ids.empty()) return {};
    const std::vector<Param> params = list_params(shop_id, order_ids);
    std::vector<domain::Order> orders = Loader(session, params).load();
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t place = 0; place < order_ids.size(); ++place) places.emplace(order_ids[place], place);
    std::ranges::sort(orders, {}, [&](const domain::Order& order) { return places.at(order.id); });
    return orders;
}

}  // namespace commis::sql
