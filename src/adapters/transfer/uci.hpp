// The UCI "Online Retail" layout: InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID,
// Country; one row a line, invoices starting with C are credits. The rules are in docs/import.md.
#pragma once

#include <expected>
#include <memory>

#include "adapters/transfer/bytes.hpp"
#include "adapters/transfer/values.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

// Amounts are pounds whatever the shop's own currency is.
std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure> open_uci(std::unique_ptr<Bytes> bytes,
                                                                                  const SourceSettings& settings);

}  // namespace commis::transfer
