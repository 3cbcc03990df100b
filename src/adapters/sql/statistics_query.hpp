// Puts together the statements that count what was sold. Texts are made of constants only; every value is bound.
#pragma once

#include <optional>

#include "adapters/sql/order_query.hpp"
#include "adapters/sql/shop_days.hpp"
#include "ports/statistics.hpp"

namespace commis::sql {

// A row for each day, method, state, item or code of one currency: the key, then the eight figures.
QueryText build_statistics_rows(const ports::StatisticsRequest& request, const ShopDays& days);
// A row for each currency, with the same figures over everything.
QueryText build_statistics_sums(const ports::StatisticsRequest& request, const ShopDays& days);

}  // namespace commis::sql
