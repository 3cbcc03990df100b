// The statements of saved views.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::view_sql {

#define COMMIS_VIEW_COLUMNS \
    "shop_id, view_id, owner_id, owner_name, name, query, columns, shared, position, created_at_ms, updated_at_ms"

// The two ways to see a view, each by its own index.
inline constexpr Statement list_own{
    "views_own",
    "SELECT " COMMIS_VIEW_COLUMNS " FROM saved_views WHERE shop_id = $1 AND owner_id = $2 ORDER BY name_key LIMIT $3"};
inline constexpr Statement list_shared{
    "views_shared",
    "SELECT " COMMIS_VIEW_COLUMNS
    " FROM saved_views WHERE shop_id = $1 AND shared = 1 AND owner_id <> $2 ORDER BY name_key LIMIT $3"};
inline constexpr Statement lock{
    "view_lock", "SELECT " COMMIS_VIEW_COLUMNS " FROM saved_views WHERE shop_id = $1 AND view_id = $2", true};
inline constexpr Statement insert{"view_insert",
                                  "INSERT INTO saved_views (" COMMIS_VIEW_COLUMNS
                                  ", name_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};
inline constexpr Statement update{
    "view_update",
    "UPDATE saved_views SET owner_id = $3, owner_name = $4, name = $5, query = $6, columns = $7, shared = $8, "
    "position = $9, created_at_ms = $10, updated_at_ms = $11, name_key = $12 "
    "WHERE shop_id = $1 AND view_id = $2"};
inline constexpr Statement remove{"view_remove", "DELETE FROM saved_views WHERE shop_id = $1 AND view_id = $2"};

inline constexpr std::array all{list_own, list_shared, lock, insert, update, remove};

}  // namespace commis::sql::view_sql
