// The statements around the kept figures of days; those that count are put together in statistics_query.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::sales_sql {

inline constexpr Statement note_change{
    "sales_change_note",
    "INSERT INTO sales_changes (shop_id, placed_at_ms, order_id, version, event_count) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT DO NOTHING"};
inline constexpr Statement changed_times{
    "sales_changed_times",
    "SELECT DISTINCT placed_at_ms FROM sales_changes WHERE shop_id = $1 AND placed_at_ms >= $2 AND placed_at_ms < $3 "
    "ORDER BY placed_at_ms DESC LIMIT $4"};
inline constexpr Statement forget_changes{
    "sales_changes_forget",
    "DELETE FROM sales_changes WHERE shop_id = $1 AND placed_at_ms >= $2 AND placed_at_ms < $3"};

inline constexpr Statement first_order{"sales_first_order",
                                       "SELECT placed_at_ms FROM orders WHERE shop_id = $1 ORDER BY placed_at_ms "
                                       "LIMIT 1"};
inline constexpr Statement kept_days{
    "sales_days_kept",
    "SELECT day FROM sales_days WHERE shop_id = $1 AND day >= $2 AND day <= $3 AND timezone = $4 ORDER BY day"};
inline constexpr Statement kept_span{"sales_days_span", "SELECT min(day), max(day) FROM sales_days WHERE shop_id = $1"};
// Holds the row, so that one day is counted by one at a time.
inline constexpr Statement keep_day{"sales_day_keep",
                                    "INSERT INTO sales_days (shop_id, day, timezone) VALUES ($1, $2, $3) "
                                    "ON CONFLICT (shop_id, day) DO UPDATE SET timezone = excluded.timezone"};
// Days of another zone overlap with this one: what changed in them may just have been counted.
inline constexpr Statement forget_zones{
    "sales_days_of_other_zones",
    "UPDATE sales_days SET timezone = '' WHERE shop_id = $1 AND day >= $2 - 1 AND day <= $2 + 1 AND timezone <> $3"};
inline constexpr Statement forget_figures{"sales_figures_forget",
                                          "DELETE FROM sales_figures WHERE shop_id = $1 AND by_what = $2 AND day = $3"};

inline constexpr Statement rows{
    "sales_rows",
    "SELECT key_text AS bucket, max(shown), CAST(sum(orders) AS bigint), CAST(sum(units) AS bigint), "
    "CAST(sum(gross_minor) AS bigint) AS gross, CAST(sum(discounts_minor) AS bigint), CAST(sum(tax_minor) AS bigint), "
    "CAST(sum(cancelled_minor) AS bigint), CAST(sum(allowances_minor) AS bigint), CAST(sum(refunds_minor) AS bigint) "
    "FROM sales_figures WHERE shop_id = $1 AND by_what = $2 AND day >= $3 AND day <= $4 AND currency = $5 "
    "GROUP BY bucket ORDER BY gross DESC, bucket LIMIT $6"};
inline constexpr Statement sums{
    "sales_sums",
    "SELECT currency AS bucket, '', CAST(sum(orders) AS bigint), CAST(sum(units) AS bigint), "
    "CAST(sum(gross_minor) AS bigint), CAST(sum(discounts_minor) AS bigint), CAST(sum(tax_minor) AS bigint), "
    "CAST(sum(cancelled_minor) AS bigint), CAST(sum(allowances_minor) AS bigint), CAST(sum(refunds_minor) AS bigint) "
    "FROM sales_figures WHERE shop_id = $1 AND by_what = 'day' AND day >= $2 AND day <= $3 "
    "GROUP BY bucket ORDER BY bucket"};

inline constexpr std::array all{note_change, changed_times, forget_changes, first_order, kept_days, kept_span,
                                keep_day,    forget_zones,  forget_figures, rows,        sums};

}  // namespace commis::sql::sales_sql
