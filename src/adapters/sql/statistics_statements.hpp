// The statement that finds what is short of stock; beside it those of the lists about money.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"
#include "adapters/sql/money_list_statements.hpp"

namespace commis::sql::statistics_sql {

// The reservations are summed from their own index; only the SKUs that some order waits for meet an article.
inline constexpr Statement shortages{
    "stock_shortages",
    "SELECT a.sku, a.name, a.supplier, a.stock, waiting.reserved FROM (SELECT l.shop_id AS shop_id, l.sku AS sku, "
    "CAST(sum(l.reserved) AS bigint) AS reserved FROM order_lines l WHERE l.shop_id = $1 AND l.reserved > 0 "
    "GROUP BY l.shop_id, l.sku) waiting CROSS JOIN articles a WHERE a.shop_id = $1 AND a.sku = waiting.sku "
    "AND a.stock IS NOT NULL AND waiting.reserved > a.stock ORDER BY a.supplier, a.sku LIMIT $2"};

inline constexpr std::array all{shortages, money_sql::open_chargebacks, money_sql::decided_chargebacks,
                                money_sql::chargebacks_at_risk, money_sql::refunds_to_make};

}  // namespace commis::sql::statistics_sql
