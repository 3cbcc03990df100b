// Puts together the statements that count what was sold. Texts are made of constants only; every value is bound.
#pragma once

#include <optional>

#include "adapters/sql/order_query.hpp"
#include "adapters/sql/shop_days.hpp"
#include "ports/statistics.hpp"

namespace commis::sql {

// A row for each day, method, state, item or code of one currency: the key, the name that is shown where it is another
// one, then the eight figures. At most `limit` rows, those that brought most.
QueryText build_statistics_rows(const ports::StatisticsRequest& request, const ShopDays& days, std::int64_t limit);
// A row for each currency, with the same figures over everything.
QueryText build_statistics_sums(const ports::StatisticsRequest& request, const ShopDays& days);
// Counts one day by one key and keeps the rows, in every currency.
QueryText build_sales_day(std::int64_t shop_id, ports::StatisticsBy by, const ShopDays& day);

// Currency, method, age, orders, amount of what is unpaid, from an index of unpaid orders alone.
QueryText build_open_balances(std::int64_t shop_id, const std::vector<std::int64_t>& older_than_ms);
// Currency, span, orders, amount of what cards hold.
QueryText build_held_sums(std::int64_t shop_id, const std::vector<std::int64_t>& from_ms);

}  // namespace commis::sql
