// Joins the Northwind files into orders.
#include "adapters/transfer/northwind.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <unordered_map>

#include "adapters/transfer/csv_reader.hpp"
#include "adapters/transfer/grouped_source.hpp"

namespace commis::transfer {
namespace {

constexpr std::size_t side_rows_max = 200'000;

// A whole side file by one of its columns.
struct Table {
    std::vector<std::string> columns;
    std::unordered_map<std::string, std::vector<CsvRow>> rows;

    std::string cell(const CsvRow& row, std::string_view column) const {
        for (std::size_t i = 0; i < columns.size() && i < row.fields.size(); ++i) {
            if (columns[i] == column) return row.fields[i];
        }
        return {};
    }
    std::string find(const std::string& key, std::string_view column) const {
        const auto at = rows.find(key);
        return at == rows.end() ? std::string{} : cell(at->second.front(), column);
    }
};

std::expected<Table, ports::SourceFailure> read_table(const std::filesystem::path& path, std::string_view key) {
    auto bytes = open_file(path.string());
    if (!bytes) return std::unexpected(bytes.error());
    auto csv = HeadedCsv::open(std::move(*bytes), {key});
    if (!csv) return std::unexpected(csv.error());
    Table table{csv->columns(), {}};
    std::size_t count = 0;
    while (true) {
        auto row = csv->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return table;
        if (++count > side_rows_max) {
            return std::unexpected(ports::SourceFailure{"too_many_rows", path.filename().string() + " is too long"});
        }
        std::string value = csv->cell(**row, key);
        table.rows[std::move(value)].push_back(std::move(**row));
    }
}

class NorthwindSource : public GroupedSource {
public:
    NorthwindSource(HeadedCsv csv, const SourceSettings& settings, std::map<std::string, Table> tables)
        : GroupedSource(std::move(csv), settings.channel.empty() ? "northwind" : settings.channel),
          settings_(settings),
          tables_(std::move(tables)) {}

    std::string column_of(std::string_view field) const override {
        static const std::map<std::string_view, std::string_view> names{{"name", "order_details.product_id"},
                                                                        {"quantity", "order_details.quantity"},
                                                                        {"unit_price", "order_details.unit_price"},
                                                                        {"discount", "order_details.discount"},
                                                                        {"placed_at", "order_date"},
                                                                        {"external_id", "order_id"},
                                                                        {"lines", "order_details.order_id"}};
        const auto at = names.find(last_name(field));
        return at == names.end() ? std::string{} : std::string(at->second);
    }

protected:
    std::string key_of(const CsvRow& row) const override { return trimmed(cell(row, "order_id")); }
    std::string_view key_column() const override { return "order_id"; }
    ports::SourceItem convert(const RowGroup& group) override;
    std::optional<ports::SourceItem> left_over() override;

private:
    using Faults = std::vector<ports::RowFault>;

    void read_head(const CsvRow& row, ports::ImportedOrder& imported, Faults& faults) const;
    void read_line(const CsvRow& detail, ports::ImportedOrder& imported, Faults& faults) const;
    void read_past(const CsvRow& row, ports::ImportedOrder& imported, Faults& faults) const;
    std::optional<std::int64_t> dollars(std::string_view text) const;
    const Table& table(const std::string& name) const { return tables_.at(name); }

    SourceSettings settings_;
    std::map<std::string, Table> tables_;
    domain::Currency dollar_ = *domain::Currency::find("USD");
};

// The columns were single-precision numbers: 9.80000019 was entered as 9.8.
std::optional<std::int64_t> NorthwindSource::dollars(std::string_view text) const {
    const auto decimal = decimal_of_single_precision(text);
    return decimal ? domain::parse_decimal(*decimal, dollar_) : std::nullopt;
}

void NorthwindSource::read_head(const CsvRow& row, ports::ImportedOrder& imported, Faults& faults) const {
    domain::PlaceOrder& order = imported.order;
    const std::string& customer = cell(row, "customer_id");
    const Table& customers = table("customers");
    order.buyer.name = customers.find(customer, "contact_name");
    order.buyer.company = customers.find(customer, "company_name");
    order.buyer.phone = customers.find(customer, "phone");
    order.billing_address = {"",
                             "",
                             customers.find(customer, "address"),
                             "",
                             customers.find(customer, "postal_code"),
                             customers.find(customer, "city"),
                             customers.find(customer, "region"),
                             country_code(customers.find(customer, "country"))};
    const domain::Address shipping{cell(row, "ship_name"),        "",
                                   cell(row, "ship_address"),     "",
                                   cell(row, "ship_postal_code"), cell(row, "ship_city"),
                                   cell(row, "ship_region"),      country_code(cell(row, "ship_country"))};
    if (shipping != order.billing_address) order.shipping_address = shipping;
    order.shipping.name = table("shippers").find(cell(row, "ship_via"), "company_name");
    order.shipping.method = cell(row, "ship_via");
    const auto freight = dollars(cell(row, "freight"));
    if (!freight) faults.push_back({0, "freight", "invalid_amount", "not an amount in dollars and cents"});
    order.shipping.amount_minor = freight.value_or(0);
    order.placed_at_ms = parse_local_time_ms(cell(row, "order_date"), settings_.timezone);
    if (!order.placed_at_ms) faults.push_back({0, "order_date", "invalid_time", "not a date"});
    const Table& employees = table("employees");
    const std::string& employee = cell(row, "employee_id");
    imported.history.assignee =
        trimmed(employees.find(employee, "first_name") + " " + employees.find(employee, "last_name"));
}

void NorthwindSource::read_line(const CsvRow& detail, ports::ImportedOrder& imported, Faults& faults) const {
    const Table& details = table("order_details");
    const std::size_t at = imported.rows.size();
    imported.rows.push_back({detail.number, "order_details.csv: " + row_text(detail)});
    const auto quantity = parse_whole(details.cell(detail, "quantity"));
    if (!quantity) faults.push_back({at, "order_details.quantity", "invalid_quantity", "not a number of pieces"});
    const auto price = dollars(details.cell(detail, "unit_price"));
    if (!price) faults.push_back({at, "order_details.unit_price", "invalid_amount", "not an amount in dollars"});
    const auto discount = decimal_of_single_precision(details.cell(detail, "discount"));
    domain::PlaceLine line;
    line.sku = details.cell(detail, "product_id");
    line.name = table("products").find(line.sku, "product_name");
    if (line.name.empty()) faults.push_back({at, "order_details.product_id", "unknown_product", "no such product"});
    line.quantity = quantity.value_or(0);
    line.unit_price_minor = price.value_or(0);
    const auto full_minor = domain::multiply_checked(line.unit_price_minor, line.quantity).value_or(0);
    const auto discount_minor = discount ? fraction_of(full_minor, *discount) : std::nullopt;
    if (!discount_minor) faults.push_back({at, "order_details.discount", "invalid_discount", "not a part of 1"});
    line.discount_minor = discount_minor.value_or(0);
    imported.order.lines.push_back(std::move(line));
    imported.line_rows.push_back(at);
}

// What was shipped was invoiced and paid; what was not is still open.
void NorthwindSource::read_past(const CsvRow& row, ports::ImportedOrder& imported, Faults& faults) const {
    domain::PlaceOrder& order = imported.order;
    const std::string& shipped = cell(row, "shipped_date");
    imported.stage = domain::Stage::new_;
    order.payment_method = "invoice";
    if (shipped.empty()) return;
    const auto shipped_at_ms = parse_local_time_ms(shipped, settings_.timezone);
    if (!shipped_at_ms) {
        faults.push_back({0, "shipped_date", "invalid_time", "not a date"});
        return;
    }
    imported.stage = domain::Stage::completed;
    order.payments.push_back({"invoice", "", "", domain::AttemptStatus::captured, {}, {}, shipped_at_ms});
    domain::Shipment parcel;
    parcel.created_at_ms = *shipped_at_ms;
    parcel.handed_over_at_ms = *shipped_at_ms;
    parcel.tracking.carrier = order.shipping.name;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        parcel.parts.push_back({std::to_string(i), static_cast<std::int32_t>(order.lines[i].quantity)});
    }
    imported.history.shipments.push_back(std::move(parcel));
}

ports::SourceItem NorthwindSource::convert(const RowGroup& group) {
    ports::ImportedOrder imported;
    imported.order.imported = true;
    imported.order.channel = channel();
    imported.order.external_id = group.key;
    imported.order.currency = "USD";
    imported.rows = source_rows(group);
    Faults faults;
    if (group.rows.size() > 1) faults.push_back({1, "order_id", "repeated_order", "the order stands there twice"});
    read_head(group.rows.front(), imported, faults);
    // Taken out of the table, so that what is left at the end belongs to no order.
    if (auto details = tables_.at("order_details").rows.extract(group.key)) {
        for (const CsvRow& detail : details.mapped()) read_line(detail, imported, faults);
    }
    read_past(group.rows.front(), imported, faults);
    if (!faults.empty()) return ports::RejectedRows{std::move(imported.rows), std::move(faults)};
    return imported;
}

std::optional<ports::SourceItem> NorthwindSource::left_over() {
    auto& details = tables_.at("order_details").rows;
    if (details.empty()) return std::nullopt;
    ports::RejectedRows rejected;
    for (const CsvRow& detail : details.begin()->second) {
        const std::size_t at = rejected.rows.size();
        rejected.rows.push_back({detail.number, "order_details.csv: " + row_text(detail)});
        rejected.faults.push_back({at, "order_details.order_id", "unknown_order", "orders.csv has no such order"});
    }
    details.erase(details.begin());
    return rejected;
}

}  // namespace

std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure> open_northwind(
    const std::string& path, const SourceSettings& settings) {
    static const std::array<std::pair<std::string, std::string_view>, 5> sides{{{"order_details", "order_id"},
                                                                                {"products", "product_id"},
                                                                                {"customers", "customer_id"},
                                                                                {"shippers", "shipper_id"},
                                                                                {"employees", "employee_id"}}};
    const std::filesystem::path given(path);
    const auto folder = std::filesystem::is_directory(given) ? given : given.parent_path();
    std::map<std::string, Table> tables;
    for (const auto& [name, key] : sides) {
        auto table = read_table(folder / (name + ".csv"), key);
        if (!table) return std::unexpected(table.error());
        tables.emplace(name, std::move(*table));
    }
    auto bytes = open_file((std::filesystem::is_directory(given) ? folder / "orders.csv" : given).string());
    if (!bytes) return std::unexpected(bytes.error());
    auto csv = HeadedCsv::open(std::move(*bytes), {"order_id", "customer_id", "order_date", "shipped_date", "freight"});
    if (!csv) return std::unexpected(csv.error());
    return std::make_unique<NorthwindSource>(std::move(*csv), settings, std::move(tables));
}

}  // namespace commis::transfer
