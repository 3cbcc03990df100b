// The writer fills one row's cells by column name and flushes it in column order.
#include "adapters/transfer/commis_writer.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "adapters/transfer/commis_words.hpp"
#include "adapters/transfer/csv_cells.hpp"
#include "domain/standing.hpp"
#include "json/time.hpp"

namespace commis::transfer {
namespace {

using namespace commis_words;

std::size_t position_of(std::string_view column) {
    static const auto positions = [] {
        std::map<std::string_view, std::size_t> made;
        for (std::size_t i = 0; i < column_names.size(); ++i) made.emplace(column_names[i], i);
        return made;
    }();
    return positions.at(column);
}

class Row {
public:
    Row(const domain::Order& order, Record record) : currency_(order.currency), cells_(column_names.size()) {
        plain("record", word_of(record));
        text("number", order.number);
        text("external_id", order.external_id);
        text("channel", order.channel);
    }

    // A person's or another program's words.
    void text(std::string_view column, std::string_view value) { cells_[position_of(column)] = guarded(value); }
    // Codes, numbers and times of ours: never a formula.
    void plain(std::string_view column, std::string_view value) { cells_[position_of(column)] = value; }
    void number(std::string_view column, std::int64_t value) { plain(column, std::to_string(value)); }
    void amount(std::string_view column, std::int64_t minor) { plain(column, domain::to_decimal({minor, currency_})); }
    void flag(std::string_view column, bool value) { plain(column, value ? "yes" : "no"); }
    void moment(std::string_view column, const std::optional<std::int64_t>& at_ms) {
        if (at_ms) plain(column, json::format_time_ms(*at_ms));
    }
    void append_to(std::string& rows) const {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (i > 0) rows += ',';
            append_cell(rows, cells_[i]);
        }
        rows += "\r\n";
    }

private:
    domain::Currency currency_;
    std::vector<std::string> cells_;
};

void put_address(Row& row, const std::string& prefix, const domain::Address& address) {
    row.text(prefix + "name", address.name);
    row.text(prefix + "company", address.company);
    row.text(prefix + "line1", address.line1);
    row.text(prefix + "line2", address.line2);
    row.text(prefix + "postal_code", address.postal_code);
    row.text(prefix + "city", address.city);
    row.text(prefix + "region", address.region);
    row.plain(prefix + "country", address.country);
}

void put_order(Row& row, const domain::Order& order, const domain::Standing& standing) {
    row.moment("placed_at", order.placed_at_ms);
    row.plain("currency", order.currency.code());
    row.plain("language", order.language);
    row.flag("prices_include_tax", order.prices_include_tax);
    row.text("buyer_name", order.buyer.name);
    row.text("buyer_email", order.buyer.email);
    row.text("buyer_phone", order.buyer.phone);
    row.text("buyer_company", order.buyer.company);
    row.text("buyer_vat_id", order.buyer.vat_id);
    put_address(row, "billing_", order.billing_address);
    if (order.shipping_address) put_address(row, "shipping_", *order.shipping_address);
    row.text("delivery_method", order.shipping.method);
    row.text("delivery_title", order.shipping.name);
    row.amount("delivery_amount", order.shipping.amount_minor);
    row.plain("delivery_tax_rate", order.shipping.tax_rate.to_string());
    row.flag("delivery_pickup", order.shipping.pickup);
    row.flag("delivery_cancelled", order.shipping.cancelled);
    row.amount("order_discount_included", order.discount_minor);
    row.text("promo_code", order.promo_code);
    row.text("payment_method", order.payment_method);
    row.plain("payment_mark", word_of(order.ledger.mark));
    row.flag("in_review", order.ledger.flagged_for_review);
    row.plain("state", order.state);
    row.flag("draft", order.draft);
    row.moment("abandoned_at", order.abandoned_at_ms);
    row.flag("notify_on_state", order.notify_on_state);
    row.text("assignee", order.assignee);
    row.text("tags", join_tags(order.tags));
    row.text("note", order.note);
    row.amount("total", standing.figures().total_minor);
    row.plain("payment_status", domain::id_of(standing.payment_status));
    row.plain("summary", domain::id_of(standing.summary));
}

void put_line(Row& row, const domain::Line& line) {
    row.text("sku", line.sku);
    row.text("name", line.name);
    row.plain("kind", word_of(line.kind));
    row.number("quantity", line.quantity);
    row.amount("unit_price", line.unit_price_minor);
    row.amount("discount", line.discount_minor);
    row.plain("tax_rate", line.tax_rate.to_string());
    row.number("cancelled", line.cancelled);
    row.number("refunded", line.refunded);
    row.number("shipped", line.shipped);
    row.number("returned", line.returned);
}

void put_ticket(Row& row, const domain::TicketUnit& unit) {
    row.text("attendee_name", unit.attendee.name);
    row.text("attendee_email", unit.attendee.email);
    row.plain("ticket_status", word_of(unit.status));
    row.plain("ticket_access", word_of(unit.access));
    row.text("ticket_code", unit.code);
}

// Payments count from 1 within the order.
std::int64_t payment_number(const domain::Order& order, const std::string& payment_id) {
    const auto& payments = order.ledger.payments;
    return std::ranges::find(payments, payment_id, &domain::Payment::id) - payments.begin() + 1;
}

void put_payment(Row& row, const domain::Payment& payment) {
    row.text("method", payment.method);
    row.text("provider", payment.provider);
    row.text("account", payment.account);
    row.text("reference", payment.reference);
    row.amount("amount", payment.amount_minor);
    row.plain("status", word_of(payment.status));
    row.plain("source", word_of(payment.source));
    row.text("guarantee", payment.guarantee);
    row.moment("at", payment.created_at_ms);
    row.moment("expires_at", payment.expires_at_ms);
}

void put_entry(Row& row, const domain::LedgerEntry& entry) {
    row.text("reference", entry.reference);
    row.amount("amount", entry.amount_minor);
    row.plain("source", word_of(entry.source));
    row.flag("undecided", entry.undecided);
    row.flag("won", entry.won);
    row.text("chargeback_reason", entry.reason);
    row.moment("expires_at", entry.answer_by_ms);
    row.moment("at", entry.received_at_ms);
    row.moment("recorded_at", entry.recorded_at_ms);
}

void put_refund(Row& row, const domain::Refund& refund) {
    row.amount("amount", refund.amount_minor);
    row.plain("execution", word_of(refund.execution));
    row.plain("status", word_of(refund.status));
    row.flag("takes_units", refund.takes_units);
    row.flag("reopens_due", refund.reopens_due);
    row.moment("at", refund.created_at_ms);
}

void put_parcel(Row& row, const domain::Order& order, const domain::Shipment& parcel) {
    row.text("carrier", parcel.tracking.carrier);
    row.text("tracking_number", parcel.tracking.number);
    row.text("tracking_url", parcel.tracking.url);
    row.moment("at", parcel.created_at_ms);
    row.moment("label_printed_at", parcel.label_printed_at_ms);
    row.moment("handed_over_at", parcel.handed_over_at_ms);
    row.moment("delivered_at", parcel.delivered_at_ms);
    std::string parts;  // "1x2 3x1": two of the first line, one of the third.
    for (const auto& part : parcel.parts) {
        const auto line = std::ranges::find(order.lines, part.line_id, &domain::Line::id) - order.lines.begin() + 1;
        if (!parts.empty()) parts += ' ';
        parts += std::to_string(line) + 'x' + std::to_string(part.quantity);
    }
    row.plain("parts", parts);
}

Record record_of(domain::EntryKind kind) {
    switch (kind) {
        case domain::EntryKind::capture:
            return Record::capture;
        case domain::EntryKind::reversal:
            return Record::reversal;
        case domain::EntryKind::chargeback:
            return Record::chargeback;
    }
    std::unreachable();
}

}  // namespace

CommisWriter::CommisWriter(std::function<void(std::string_view)> out) : out_(std::move(out)) {
    for (const std::string_view column : column_names) {
        if (!rows_.empty()) rows_ += ',';
        rows_ += column;
    }
    rows_ += "\r\n";
    out_(rows_);
}

void CommisWriter::write(const domain::Order& order, const domain::Profile& profile) {
    rows_.clear();
    const domain::Standing standing = domain::standing_of(order, profile);
    const auto add = [&](Record record, const auto& fill) {
        Row row(order, record);
        fill(row);
        row.append_to(rows_);
    };
    for (const domain::Line& line : order.lines) {
        add(Record::line, [&](Row& row) {
            put_order(row, order, standing);
            put_line(row, line);
        });
        for (const domain::TicketUnit& unit : line.units) add(Record::ticket, [&](Row& row) { put_ticket(row, unit); });
    }
    for (const domain::Payment& payment : order.ledger.payments) {
        add(Record::payment, [&](Row& row) { put_payment(row, payment); });
    }
    for (const domain::LedgerEntry& entry : order.ledger.entries) {
        add(record_of(entry.kind), [&](Row& row) {
            row.number("payment", payment_number(order, entry.payment_id));
            put_entry(row, entry);
        });
    }
    for (const domain::Refund& refund : order.ledger.refunds) {
        add(Record::refund, [&](Row& row) {
            row.number("payment", payment_number(order, refund.payment_id));
            put_refund(row, refund);
        });
    }
    for (const domain::Shipment& parcel : order.shipments) {
        add(Record::parcel, [&](Row& row) { put_parcel(row, order, parcel); });
    }
    out_(rows_);
}

}  // namespace commis::transfer
