// Orders from the file of another program, one at a time and in flat memory; and the way out for orders and for the
// rows that were refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/decisions/place.hpp"
#include "domain/decisions/restore.hpp"
#include "domain/order.hpp"

namespace commis::ports {

// One row of a CSV file, or one document of a JSON file. Numbered as a spreadsheet does: the header is row 1. JSON
// documents count from 1.
struct SourceRow {
    std::int64_t number = 0;
    std::string text;
};

// What is wrong with a row; `row` is its position in the item's rows.
struct RowFault {
    std::size_t row = 0;
    std::string column;
    std::string code;
    std::string reason;
};

// An order as the source tells it; `order.imported` is set and its channel is the source's.
struct ImportedOrder {
    domain::PlaceOrder order;
    std::optional<domain::Stage> stage;  // Where the order stands, when the source does not know the shop's states.
    domain::History history;
    std::optional<std::int64_t> total_minor;  // As the source says; the order is refused when ours differs.
    bool id_is_number = false;  // The id is the number that an order of this program had, not one from outside.
    std::vector<SourceRow> rows;
    std::vector<std::size_t> line_rows;  // The position of each line's row.
};

struct CreditedRow {
    std::string sku;
    std::int64_t quantity = 0;
    std::int64_t unit_price_minor = 0;
    std::size_t row = 0;
};

// A credit whose original the source does not name: it is looked for among the customer's earlier orders.
struct ImportedCredit {
    std::string document;
    std::string customer;  // The buyer's name as its orders have it; empty when the source knows none.
    std::int64_t credited_at_ms = 0;
    std::vector<CreditedRow> lines;
    std::vector<SourceRow> rows;
};

// Rows that can't become anything. A row without a fault of its own belongs to an order that another row spoilt.
struct RejectedRows {
    std::vector<SourceRow> rows;
    std::vector<RowFault> faults;
};

// The file can't be read any further: not what it says it is, damaged, or beyond a limit.
struct SourceFailure {
    std::string code;
    std::string reason;
};

using SourceItem = std::variant<ImportedOrder, ImportedCredit, RejectedRows, SourceFailure>;

struct OrderSource {
    virtual ~OrderSource() = default;
    // Nothing at the end of the file; a failure is the last item.
    virtual std::optional<SourceItem> next() = 0;
    // The channel of its orders: external ids are unique there.
    virtual std::string_view channel() const = 0;
    // Which column of the source a field of the command came from ("/lines/0/unit_price" → "UnitPrice").
    virtual std::string column_of(std::string_view field) const = 0;
};

struct RejectedRow {
    std::int64_t row = 0;
    std::string column;
    std::string code;
    std::string reason;
    std::string text;  // The row as it came.
};

struct RejectSink {
    virtual ~RejectSink() = default;
    virtual void reject(const RejectedRow& row) = 0;
};

// Where exported orders go, oldest first.
struct OrderSink {
    virtual ~OrderSink() = default;
    virtual void write(const domain::Order& order, const domain::Profile& profile) = 0;
};

}  // namespace commis::ports
