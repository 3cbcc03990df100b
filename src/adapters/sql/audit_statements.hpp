// The statements of the audit trail. None changes or removes an entry.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::audit_sql {

#define COMMIS_AUDIT_COLUMNS                                                                       \
    "shop_id, position, at_ms, kind, actor_kind, actor_id, actor_name, subject, address, detail, " \
    "previous_digest, digest"

inline constexpr Statement list{"audit_list", "SELECT " COMMIS_AUDIT_COLUMNS
                                              " FROM audit_entries WHERE shop_id = $1 AND position < $2 AND "
                                              "at_ms >= $3 AND at_ms < $4 ORDER BY position DESC LIMIT $5"};
inline constexpr Statement list_by_actor{
    "audit_list_by_actor",
    "SELECT " COMMIS_AUDIT_COLUMNS
    " FROM audit_entries WHERE shop_id = $1 AND position < $2 AND at_ms >= $3 AND at_ms < $4 AND actor_id = $6 "
    "AND ($7 = '' OR kind = $7) ORDER BY position DESC LIMIT $5"};
inline constexpr Statement list_by_kind{
    "audit_list_by_kind",
    "SELECT " COMMIS_AUDIT_COLUMNS
    " FROM audit_entries WHERE shop_id = $1 AND position < $2 AND at_ms >= $3 AND at_ms < $4 AND kind = $6 "
    "ORDER BY position DESC LIMIT $5"};
inline constexpr Statement after{"audit_after", "SELECT " COMMIS_AUDIT_COLUMNS
                                                " FROM audit_entries WHERE shop_id = $1 AND position > $2 "
                                                "ORDER BY position LIMIT $3"};
inline constexpr Statement end{"audit_end", "SELECT position, digest FROM audit_ends WHERE shop_id = $1"};
inline constexpr Statement lock_end{"audit_end_lock", "SELECT position, digest FROM audit_ends WHERE shop_id = $1",
                                    true};
inline constexpr Statement begin_chain{
    "audit_begin",
    "INSERT INTO audit_ends (shop_id, position, digest) VALUES ($1, 0, '') ON CONFLICT (shop_id) DO NOTHING"};
inline constexpr Statement move_end{"audit_end_move",
                                    "UPDATE audit_ends SET position = $2, digest = $3 WHERE shop_id = $1"};
inline constexpr Statement append{"audit_append", "INSERT INTO audit_entries (" COMMIS_AUDIT_COLUMNS
                                                  ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};

inline constexpr std::array all{list, list_by_actor, list_by_kind, after, end, lock_end, begin_chain, move_end, append};

}  // namespace commis::sql::audit_sql
