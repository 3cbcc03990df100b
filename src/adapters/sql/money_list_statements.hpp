// The statements that find chargebacks and refunds over a shop's orders, each by a partial index of its own.
#pragma once

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::money_sql {

// The last moment there is stands for "no deadline", as in the index.
#define COMMIS_ANSWER_BY "COALESCE(answer_by_ms, 253402300799999)"
inline constexpr Statement open_chargebacks{"chargebacks_open",
                                            "SELECT " COMMIS_ANSWER_BY
                                            ", order_id, entry_id FROM ledger_entries WHERE shop_id = $1 "
                                            "AND kind = 'chargeback' AND undecided = 1 AND (" COMMIS_ANSWER_BY
                                            ", order_id, entry_id) > ($2, $3, $4) "
                                            "ORDER BY " COMMIS_ANSWER_BY ", order_id, entry_id LIMIT $5"};
inline constexpr Statement decided_chargebacks{
    "chargebacks_decided",
    "SELECT recorded_at_ms, order_id, entry_id FROM ledger_entries WHERE shop_id = $1 AND won = $2 "
    "AND kind = 'chargeback' AND undecided = 0 AND (recorded_at_ms, order_id, entry_id) < ($3, $4, $5) "
    "ORDER BY recorded_at_ms DESC, order_id DESC, entry_id DESC LIMIT $6"};
inline constexpr Statement chargebacks_at_risk{
    "chargebacks_at_risk",
    "SELECT o.currency, count(*), CAST(sum(e.amount_minor) AS bigint) FROM ledger_entries e "
    "JOIN orders o ON o.shop_id = e.shop_id AND o.order_id = e.order_id "
    "WHERE e.shop_id = $1 AND e.kind = 'chargeback' AND e.undecided = 1 GROUP BY o.currency ORDER BY o.currency"};
// Of a failed one nothing is left to do once something was given back after it.
inline constexpr Statement refunds_to_make{
    "refunds_to_make",
    "SELECT r.created_at_ms, r.order_id, r.refund_id FROM refunds r WHERE r.shop_id = $1 "
    "AND (r.status = 'failed' OR (r.execution = 'initiated' AND r.status = 'pending')) "
    "AND (r.created_at_ms, r.order_id, r.refund_id) > ($2, $3, $4) "
    "AND (r.status <> 'failed' OR NOT EXISTS (SELECT 1 FROM refunds later WHERE later.shop_id = r.shop_id "
    "AND later.order_id = r.order_id AND later.position > r.position AND later.status <> 'failed')) "
    "ORDER BY r.created_at_ms, r.order_id, r.refund_id LIMIT $5"};

}  // namespace commis::sql::money_sql
