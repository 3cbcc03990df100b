// The Northwind sample shop: orders.csv with order_details.csv, products.csv, customers.csv, shippers.csv and
// employees.csv beside it. Small by nature: the side files are held in memory.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "adapters/transfer/values.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

// `path` is the folder or its orders.csv. Amounts are US dollars.
std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure> open_northwind(const std::string& path,
                                                                                        const SourceSettings& settings);

}  // namespace commis::transfer
