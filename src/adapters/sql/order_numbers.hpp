// The numbers by which orders are found in the words of a transfer, kept beside the orders.
#pragma once

#include <vector>

#include "adapters/sql/engine/session.hpp"
#include "domain/bank_match.hpp"

namespace commis::sql {

// Adds the order's numbers that are not among those known. Old ones stay: people quote what they once were told.
void insert_numbers(Session& session, const std::vector<domain::OrderName>& known, const domain::Order& order);

}  // namespace commis::sql
