// The statements of labels that were bought at carriers.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::label_sql {

inline constexpr Statement find{"parcel_label_find",
                                "SELECT bytes, bought_at_ms, asked_at_ms FROM parcel_labels "
                                "WHERE shop_id = $1 AND order_id = $2 AND shipment_id = $3"};
inline constexpr Statement save{
    "parcel_label_save",
    "INSERT INTO parcel_labels (shop_id, order_id, shipment_id, bytes, bought_at_ms, asked_at_ms) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (shop_id, order_id, shipment_id) DO UPDATE SET "
    "bytes = excluded.bytes, bought_at_ms = excluded.bought_at_ms, asked_at_ms = excluded.asked_at_ms"};
// They have names and addresses on them.
inline constexpr Statement erase{"parcel_labels_erase",
                                 "DELETE FROM parcel_labels WHERE shop_id = $1 AND order_id = $2"};

inline constexpr std::array all{find, save, erase};

}  // namespace commis::sql::label_sql
