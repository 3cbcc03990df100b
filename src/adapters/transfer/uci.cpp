// From UCI rows to orders and credits.
#include "adapters/transfer/uci.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "adapters/transfer/grouped_source.hpp"

namespace commis::transfer {
namespace {

using domain::LineKind;

constexpr std::array<std::string_view, 8> columns{"InvoiceNo",   "StockCode", "Description", "Quantity",
                                                  "InvoiceDate", "UnitPrice", "CustomerID",  "Country"};

// Codes that name no goods: postage and charges are fees, work and samples are services.
LineKind kind_of(std::string_view code) {
    static const std::map<std::string_view, LineKind> others{
        {"POST", LineKind::fee},      {"DOT", LineKind::fee},
        {"C2", LineKind::fee},        {"BANK CHARGES", LineKind::fee},
        {"AMAZONFEE", LineKind::fee}, {"CRUK", LineKind::fee},
        {"M", LineKind::service},     {"m", LineKind::service},
        {"S", LineKind::service},     {"D", LineKind::fee}};
    const auto at = others.find(code);
    return at == others.end() ? LineKind::goods : at->second;
}

struct Cells {
    std::int64_t quantity = 0;
    std::int64_t unit_price_minor = 0;
    std::int64_t at_ms = 0;
};

class UciSource : public GroupedSource {
public:
    UciSource(HeadedCsv csv, const SourceSettings& settings)
        : GroupedSource(std::move(csv), settings.channel.empty() ? "uci" : settings.channel), settings_(settings) {}

    std::string column_of(std::string_view field) const override {
        static const std::map<std::string_view, std::string_view> names{
            {"sku", "StockCode"},        {"name", "Description"},      {"quantity", "Quantity"},
            {"unit_price", "UnitPrice"}, {"placed_at", "InvoiceDate"}, {"external_id", "InvoiceNo"},
            {"country", "Country"}};
        const auto at = names.find(last_name(field));
        return at == names.end() ? std::string{} : std::string(at->second);
    }

protected:
    std::string key_of(const CsvRow& row) const override { return trimmed(cell(row, "InvoiceNo")); }
    std::string_view key_column() const override { return "InvoiceNo"; }
    ports::SourceItem convert(const RowGroup& group) override;

private:
    std::optional<ports::RowFault> read(const CsvRow& row, std::size_t at, Cells& cells) const;
    ports::SourceItem credit_from(const RowGroup& group, const std::vector<Cells>& cells) const;
    ports::SourceItem order_from(const RowGroup& group, const std::vector<Cells>& cells) const;
    std::string customer_of(const CsvRow& row) const;

    SourceSettings settings_;
    domain::Currency pounds_ = *domain::Currency::find("GBP");
};

std::optional<ports::RowFault> UciSource::read(const CsvRow& row, std::size_t at, Cells& cells) const {
    const auto quantity = parse_whole(cell(row, "Quantity"));
    if (!quantity || *quantity == 0)
        return ports::RowFault{at, "Quantity", "invalid_quantity", "not a number of pieces"};
    const auto price = domain::parse_decimal(cell(row, "UnitPrice"), pounds_);
    if (!price) return ports::RowFault{at, "UnitPrice", "invalid_amount", "not an amount in pounds and pence"};
    const auto moment = parse_local_time_ms(cell(row, "InvoiceDate"), settings_.timezone);
    if (!moment) return ports::RowFault{at, "InvoiceDate", "invalid_time", "not a date and time"};
    if (*quantity > 0 && *price == 0 && cell(row, "CustomerID").empty() && cell(row, "Description").empty()) {
        return ports::RowFault{at, "Description", "stock_correction",
                               "no customer, no description, no price: a correction of stock, not an order"};
    }
    cells = {*quantity, *price, *moment};
    return std::nullopt;
}

ports::SourceItem UciSource::convert(const RowGroup& group) {
    std::vector<ports::RowFault> faults;
    std::vector<Cells> cells(group.rows.size());
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
        if (const auto fault = read(group.rows[i], i, cells[i])) faults.push_back(*fault);
    }
    const bool has_letter = group.key.find_first_not_of("0123456789") != std::string::npos;
    const bool is_credit = group.key.starts_with('C');
    const auto is_negative = [](const Cells& row) { return row.quantity < 0; };
    const auto negatives = std::ranges::count_if(cells, is_negative);
    if (has_letter && !is_credit) {
        faults.push_back({0, "InvoiceNo", "unknown_document", "neither an invoice nor a credit (C…)"});
    } else if (faults.empty() && negatives != 0 && negatives != std::ssize(cells)) {
        const auto at = std::ranges::find_if(cells, is_negative) - cells.begin();
        faults.push_back({static_cast<std::size_t>(at), "Quantity", "mixed_signs",
                          "an invoice sells or credits, it does not do both"});
    } else if (faults.empty() && is_credit && negatives == 0) {
        faults.push_back({0, "Quantity", "invalid_quantity", "a credit has negative quantities"});
    }
    if (!faults.empty()) return ports::RejectedRows{source_rows(group), std::move(faults)};
    return negatives > 0 ? credit_from(group, cells) : order_from(group, cells);
}

std::string UciSource::customer_of(const CsvRow& row) const {
    const std::string& text = cell(row, "CustomerID");
    if (text.empty()) return {};
    const auto number = parse_whole(text);  // 17850.0 is customer 17850.
    return "Customer " + (number ? std::to_string(*number) : text);
}

ports::SourceItem UciSource::credit_from(const RowGroup& group, const std::vector<Cells>& cells) const {
    ports::ImportedCredit credit;
    credit.document = group.key;
    credit.customer = customer_of(group.rows.front());
    credit.credited_at_ms = cells.front().at_ms;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        credit.lines.push_back(
            {trimmed(cell(group.rows[i], "StockCode")), -cells[i].quantity, cells[i].unit_price_minor, i});
    }
    credit.rows = source_rows(group);
    return credit;
}

ports::SourceItem UciSource::order_from(const RowGroup& group, const std::vector<Cells>& cells) const {
    ports::ImportedOrder imported;
    domain::PlaceOrder& order = imported.order;
    const CsvRow& first = group.rows.front();
    order.imported = true;
    order.channel = channel();
    order.external_id = group.key;
    order.currency = "GBP";
    order.placed_at_ms = cells.front().at_ms;
    order.buyer.name = customer_of(first);
    const std::string country = trimmed(cell(first, "Country"));
    order.billing_address.country = country_code(country);
    if (order.billing_address.country.empty()) order.billing_address.region = country;
    std::int64_t total_minor = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        domain::PlaceLine line;
        line.sku = trimmed(cell(group.rows[i], "StockCode"));
        line.name = trimmed(cell(group.rows[i], "Description"));
        if (line.name.empty()) line.name = line.sku;
        line.kind = kind_of(line.sku);
        line.quantity = cells[i].quantity;
        line.unit_price_minor = cells[i].unit_price_minor;
        total_minor += domain::multiply_checked(line.unit_price_minor, line.quantity).value_or(0);
        order.lines.push_back(std::move(line));
        imported.line_rows.push_back(i);
    }
    // The layout lists sales that were done and paid; it knows no other state.
    imported.stage = domain::Stage::completed;
    if (total_minor > 0) {
        domain::PlacePayment payment;
        payment.method = "invoice";
        payment.status = domain::AttemptStatus::captured;
        payment.received_at_ms = order.placed_at_ms;
        order.payments.push_back(std::move(payment));
    } else {
        order.payment_method = "free";
    }
    imported.rows = source_rows(group);
    return imported;
}

}  // namespace

std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure> open_uci(std::unique_ptr<Bytes> bytes,
                                                                                  const SourceSettings& settings) {
    auto csv = HeadedCsv::open(std::move(bytes), {columns.begin(), columns.end()});
    if (!csv) return std::unexpected(csv.error());
    return std::make_unique<UciSource>(std::move(*csv), settings);
}

}  // namespace commis::transfer
