// From rows of our own CSV to orders with their past.
#include "adapters/transfer/commis_source.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

#include "adapters/transfer/commis_cells.hpp"
#include "adapters/transfer/grouped_source.hpp"

namespace commis::transfer {
namespace {

using commis_words::Record;
using domain::Currency;

// The columns whose cells all rows of one order share.
constexpr std::string_view first_line_column = "sku";

// Reads one order's rows, top to bottom.
class OrderReader {
public:
    OrderReader(const HeadedCsv& csv, const RowGroup& group, const SourceSettings& settings)
        : csv_(csv), group_(group), settings_(settings) {}

    ports::SourceItem read(std::string_view channel);

private:
    void read_head(const CommisCells& cells, std::string_view channel);
    void read_addresses(const CommisCells& cells);
    void read_delivery(const CommisCells& cells);
    void read_paid(const CommisCells& cells);
    void read_record(Record record, const CommisCells& cells, std::size_t at);
    void read_line(const CommisCells& cells, std::size_t at);
    void read_ticket(const CommisCells& cells);
    void read_payment(const CommisCells& cells);
    void read_entry(Record record, const CommisCells& cells);
    void read_refund(const CommisCells& cells);
    void read_parcel(const CommisCells& cells);
    void compare_with_head(std::size_t at);
    domain::Ledger& ledger();
    static std::string payment_position(const CommisCells& cells);

    const HeadedCsv& csv_;
    const RowGroup& group_;
    const SourceSettings& settings_;
    Currency currency_;
    ports::ImportedOrder imported_;
    std::vector<ports::RowFault> faults_;
};

domain::Ledger& OrderReader::ledger() {
    if (!imported_.history.ledger) imported_.history.ledger.emplace();
    return *imported_.history.ledger;
}

domain::Address read_address(const CommisCells& cells, const std::string& prefix) {
    return {cells.text(prefix + "name"),   cells.text(prefix + "company"),     cells.text(prefix + "line1"),
            cells.text(prefix + "line2"),  cells.text(prefix + "postal_code"), cells.text(prefix + "city"),
            cells.text(prefix + "region"), cells.text(prefix + "country")};
}

void OrderReader::read_addresses(const CommisCells& cells) {
    domain::PlaceOrder& order = imported_.order;
    order.buyer = {cells.text("buyer_name"), cells.text("buyer_email"), cells.text("buyer_phone"),
                   cells.text("buyer_company"), cells.text("buyer_vat_id")};
    order.billing_address = read_address(cells, "billing_");
    const domain::Address shipping = read_address(cells, "shipping_");
    if (shipping != domain::Address{}) order.shipping_address = shipping;
}

void OrderReader::read_delivery(const CommisCells& cells) {
    domain::PlaceShipping& shipping = imported_.order.shipping;
    shipping.method = cells.text("delivery_method");
    shipping.name = cells.text("delivery_title");
    shipping.amount_minor = cells.amount("delivery_amount", currency_);
    if (cells.has("delivery_tax_rate")) shipping.tax_rate = cells.raw("delivery_tax_rate");
    shipping.pickup = cells.flag("delivery_pickup", false);
    if (cells.has("delivery_cancelled")) {
        imported_.history.shipping_cancelled = cells.flag("delivery_cancelled", false);
    }
}

// The short way to say that an order was paid, for files written by hand.
void OrderReader::read_paid(const CommisCells& cells) {
    if (!cells.has("paid_amount")) return;
    domain::PlacePayment payment;
    payment.method = imported_.order.payment_method;
    payment.status = domain::AttemptStatus::captured;
    payment.amount_minor = cells.amount("paid_amount", currency_);
    payment.received_at_ms = cells.moment("paid_at");
    if (!payment.received_at_ms) payment.received_at_ms = imported_.order.placed_at_ms;
    imported_.order.payments.push_back(std::move(payment));
}

void OrderReader::read_head(const CommisCells& cells, std::string_view channel) {
    domain::PlaceOrder& order = imported_.order;
    const auto currency =
        cells.has("currency") ? Currency::find(cells.raw("currency")) : std::optional(settings_.currency);
    if (!currency) cells.fault("currency", "unknown_currency", "an ISO 4217 code such as EUR");
    currency_ = currency.value_or(settings_.currency);
    order.currency = currency_.code();
    order.imported = true;
    order.external_id = cells.text("external_id");
    imported_.id_is_number = order.external_id.empty();
    if (imported_.id_is_number) order.external_id = cells.text("number");
    order.channel = cells.has("channel") ? cells.text("channel") : std::string(channel);
    order.language = cells.raw("language");
    order.prices_include_tax = cells.flag("prices_include_tax", true);
    order.placed_at_ms = cells.moment("placed_at");
    if (!cells.has("placed_at")) cells.fault("placed_at", "required", "when the order was placed");
    read_addresses(cells);
    read_delivery(cells);
    order.discount_minor = cells.amount("order_discount", currency_);
    imported_.history.discount_included_minor = cells.amount("order_discount_included", currency_);
    order.promo_code = cells.text("promo_code");
    order.payment_method = cells.has("payment_method") ? cells.text("payment_method") : "unknown";
    read_paid(cells);
    order.state = cells.raw("state");
    order.draft = cells.flag("draft", false);
    order.note = cells.text("note");
    order.tags = commis_words::split_tags(cells.text("tags"));
    if (cells.has("notify_on_state")) order.notify_on_state = cells.flag("notify_on_state", true);
    imported_.history.abandoned_at_ms = cells.moment("abandoned_at");
    imported_.history.assignee = cells.text("assignee");
    const auto mark = cells.word("payment_mark", domain::HandMark::none);
    if (mark != domain::HandMark::none) ledger().mark = mark;
    if (cells.flag("in_review", false)) ledger().flagged_for_review = true;
    if (cells.has("total")) imported_.total_minor = cells.amount("total", currency_);
}

void OrderReader::read_line(const CommisCells& cells, std::size_t at) {
    domain::PlaceLine line;
    line.sku = cells.text("sku");
    line.name = cells.text("name");
    line.kind = cells.word("kind", domain::LineKind::goods);
    line.quantity = cells.whole("quantity", 0);
    line.unit_price_minor = cells.amount("unit_price", currency_);
    line.discount_minor = cells.amount("discount", currency_);
    if (cells.has("tax_rate")) line.tax_rate = cells.raw("tax_rate");
    imported_.order.lines.push_back(std::move(line));
    imported_.line_rows.push_back(at);
    domain::LineHistory past;
    past.cancelled = static_cast<std::int32_t>(cells.whole("cancelled", 0));
    past.refunded = static_cast<std::int32_t>(cells.whole("refunded", 0));
    past.shipped = static_cast<std::int32_t>(cells.whole("shipped", 0));
    past.returned = static_cast<std::int32_t>(cells.whole("returned", 0));
    imported_.history.lines.push_back(std::move(past));
}

void OrderReader::read_ticket(const CommisCells& cells) {
    if (imported_.order.lines.empty()) return cells.fault("record", "out_of_place", "a ticket follows its line");
    imported_.order.lines.back().attendees.push_back({cells.text("attendee_name"), cells.text("attendee_email")});
    domain::TicketHistory ticket;
    ticket.status = cells.word("ticket_status", domain::UnitStatus::active);
    ticket.access = cells.word("ticket_access", domain::Access::none);
    ticket.code = cells.text("ticket_code");
    imported_.history.lines.back().tickets.push_back(std::move(ticket));
}

void OrderReader::read_payment(const CommisCells& cells) {
    domain::Payment payment;
    payment.method = cells.text("method");
    payment.provider = cells.text("provider");
    payment.account = cells.text("account");
    payment.reference = cells.text("reference");
    payment.amount_minor = cells.amount("amount", currency_);
    payment.status = cells.word("status", domain::AttemptStatus::pending);
    payment.source = cells.word("source", domain::Source::operator_entry);
    payment.guarantee = cells.text("guarantee");
    payment.expires_at_ms = cells.moment("expires_at");
    payment.created_at_ms = cells.moment("at").value_or(imported_.order.placed_at_ms.value_or(0));
    ledger().payments.push_back(std::move(payment));
}

// Files count payments from 1, the domain's positions from 0.
std::string OrderReader::payment_position(const CommisCells& cells) {
    const std::int64_t number = cells.whole("payment", 1);
    return number < 1 ? std::string{} : std::to_string(number - 1);
}

void OrderReader::read_entry(Record record, const CommisCells& cells) {
    domain::LedgerEntry entry;
    entry.payment_id = payment_position(cells);
    if (record == Record::reversal) entry.kind = domain::EntryKind::reversal;
    if (record == Record::chargeback) entry.kind = domain::EntryKind::chargeback;
    entry.amount_minor = cells.amount("amount", currency_);
    entry.source = cells.word("source", domain::Source::operator_entry);
    entry.reference = cells.text("reference");
    entry.undecided = cells.flag("undecided", false);
    entry.won = cells.flag("won", false);
    entry.reason = cells.text("chargeback_reason");
    entry.answer_by_ms = cells.moment("expires_at");
    entry.received_at_ms = cells.moment("at").value_or(imported_.order.placed_at_ms.value_or(0));
    entry.recorded_at_ms = cells.moment("recorded_at").value_or(entry.received_at_ms);
    ledger().entries.push_back(std::move(entry));
}

void OrderReader::read_refund(const CommisCells& cells) {
    domain::Refund refund;
    refund.payment_id = payment_position(cells);
    refund.amount_minor = cells.amount("amount", currency_);
    refund.execution = cells.word("execution", domain::RefundExecution::recorded);
    refund.status = cells.word("status", domain::RefundStatus::succeeded);
    refund.takes_units = cells.flag("takes_units", false);
    refund.reopens_due = cells.flag("reopens_due", false);
    refund.created_at_ms = cells.moment("at").value_or(imported_.order.placed_at_ms.value_or(0));
    // Beside `paid_amount` the refund belongs to that payment; with payment rows it stands in their ledger.
    auto& refunds = imported_.history.ledger ? ledger().refunds : imported_.history.refunds;
    refunds.push_back(std::move(refund));
}

void OrderReader::read_parcel(const CommisCells& cells) {
    domain::Shipment parcel;
    parcel.tracking = {cells.text("carrier"), cells.text("tracking_number"), cells.text("tracking_url")};
    parcel.created_at_ms = cells.moment("at").value_or(imported_.order.placed_at_ms.value_or(0));
    parcel.label_printed_at_ms = cells.moment("label_printed_at");
    parcel.handed_over_at_ms = cells.moment("handed_over_at");
    parcel.delivered_at_ms = cells.moment("delivered_at");
    std::istringstream parts(cells.raw("parts"));
    for (std::string part; parts >> part;) {
        const auto cross = part.find('x');
        const auto line = parse_whole(std::string_view(part).substr(0, cross));
        // Without a cross nothing stands behind it, and nothing is no number.
        const auto quantity = parse_whole(std::string_view(part).substr(std::min(cross, part.size() - 1) + 1));
        if (!line || *line < 1 || !quantity || *quantity < 1 || *quantity > domain::quantity_max) {
            return cells.fault("parts", "invalid_parts", "written as 1x2 3x1: two of line 1, one of line 3");
        }
        parcel.parts.push_back({std::to_string(*line - 1), static_cast<std::int32_t>(*quantity)});
    }
    imported_.history.shipments.push_back(std::move(parcel));
}

void OrderReader::read_record(Record record, const CommisCells& cells, std::size_t at) {
    switch (record) {
        case Record::line:
            return read_line(cells, at);
        case Record::ticket:
            return read_ticket(cells);
        case Record::payment:
            return read_payment(cells);
        case Record::capture:
        case Record::reversal:
        case Record::chargeback:
            return read_entry(record, cells);
        case Record::refund:
            return read_refund(cells);
        case Record::parcel:
            return read_parcel(cells);
    }
}

// The order's own columns are repeated on its rows or left empty there; two different values are a mistake.
void OrderReader::compare_with_head(std::size_t at) {
    for (const std::string_view column : commis_words::column_names) {
        if (column == first_line_column) return;
        if (column == "record") continue;
        const std::string& own = csv_.cell(group_.rows[at], column);
        if (own.empty() || own == csv_.cell(group_.rows.front(), column)) continue;
        faults_.push_back({at, std::string(column), "conflicting_value", "differs from the order's first row"});
        return;
    }
}

ports::SourceItem OrderReader::read(std::string_view channel) {
    for (std::size_t at = 0; at < group_.rows.size(); ++at) {
        const CommisCells cells(csv_, group_.rows[at], at, settings_, faults_);
        if (at == 0) read_head(cells, channel);
        if (at > 0) compare_with_head(at);
        read_record(cells.word("record", Record::line), cells, at);
    }
    const auto is_untouched = [](const domain::LineHistory& past) {
        return past.cancelled + past.refunded + past.shipped + past.returned == 0 && past.tickets.empty();
    };
    // A file that says nothing of the units leaves it to the state, which implies it.
    const bool says_nothing = !csv_.find("cancelled") && !csv_.find("refunded") && !csv_.find("shipped");
    if (says_nothing && std::ranges::all_of(imported_.history.lines, is_untouched)) imported_.history.lines.clear();
    imported_.rows = source_rows(group_);
    if (!faults_.empty()) return ports::RejectedRows{std::move(imported_.rows), std::move(faults_)};
    return std::move(imported_);
}

class CommisSource : public GroupedSource {
public:
    CommisSource(HeadedCsv csv, const SourceSettings& settings)
        : GroupedSource(std::move(csv), settings.channel.empty() ? "commis" : settings.channel), settings_(settings) {}

    // Our columns are named after the command's fields, with the part they belong to in front.
    std::string column_of(std::string_view field) const override {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> prefixes{
            {{"/buyer/", "buyer_"},
             {"/billing_address/", "billing_"},
             {"/shipping_address/", "shipping_"},
             {"/shipping/", "delivery_"},
             {"/payment/", "payment_"}}};
        for (const auto& [pointer, prefix] : prefixes) {
            if (field.starts_with(pointer)) return std::string(prefix) + std::string(last_name(field));
        }
        return std::string(field == "/discount" ? "order_discount" : last_name(field));
    }

protected:
    std::string key_of(const CsvRow& row) const override {
        const std::string& external_id = cell(row, "external_id");
        const std::string& id = external_id.empty() ? cell(row, "number") : external_id;
        return id.empty() ? id : cell(row, "channel") + '\n' + id;
    }
    std::string_view key_column() const override { return "number"; }
    ports::SourceItem convert(const RowGroup& group) override {
        return OrderReader(csv(), group, settings_).read(channel());
    }

private:
    SourceSettings settings_;
};

}  // namespace

std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure> open_commis(std::unique_ptr<Bytes> bytes,
                                                                                     const SourceSettings& settings) {
    auto csv = HeadedCsv::open(std::move(bytes), {"placed_at", "name", "quantity", "unit_price"});
    if (!csv) return std::unexpected(csv.error());
    if (!csv->find("number") && !csv->find("external_id")) {
        return std::unexpected(ports::SourceFailure{"missing_column", "one of 'number' and 'external_id' is needed"});
    }
    for (const std::string& column : csv->columns()) {
        if (std::ranges::find(commis_words::column_names, column) != commis_words::column_names.end()) continue;
        return std::unexpected(ports::SourceFailure{"unknown_column", "there is no column '" + column + "'"});
    }
    return std::make_unique<CommisSource>(std::move(*csv), settings);
}

}  // namespace commis::transfer
