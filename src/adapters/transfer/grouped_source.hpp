// The part that all CSV sources share: rows gathered into orders, one group at a time.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "adapters/transfer/order_window.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

class GroupedSource : public ports::OrderSource {
public:
    std::optional<ports::SourceItem> next() final;
    std::string_view channel() const final { return channel_; }

protected:
    GroupedSource(HeadedCsv csv, std::string channel) : csv_(std::move(csv)), channel_(std::move(channel)) {}

    // What order a row belongs to; an empty key makes the row a reject of its own.
    virtual std::string key_of(const CsvRow& row) const = 0;
    virtual ports::SourceItem convert(const RowGroup& group) = 0;
    // Rows of side files that no order has asked for, once all orders are read.
    virtual std::optional<ports::SourceItem> left_over() { return std::nullopt; }
    // The column that holds the key, for the reject.
    virtual std::string_view key_column() const = 0;

    const HeadedCsv& csv() const { return csv_; }
    const std::string& cell(const CsvRow& row, std::string_view column) const { return csv_.cell(row, column); }

private:
    ports::SourceItem reject_keyless(const CsvRow& row) const;

    HeadedCsv csv_;
    std::string channel_;
    OrderWindow window_;
    std::optional<ports::SourceFailure> failure_;
    bool is_done_ = false;
};

// A group's rows as the run counts and rejects them.
std::vector<ports::SourceRow> source_rows(const RowGroup& group);

// The command's field name at the end of a pointer: "/lines/0/unit_price" → "unit_price", "/buyer/email" → "email".
std::string_view last_name(std::string_view field);

}  // namespace commis::transfer
