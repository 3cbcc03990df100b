// The stored spelling of what payouts are and are made of, see codes.hpp.
#pragma once

#include "adapters/sql/codes.hpp"
#include "domain/payout_table.hpp"

namespace commis::sql {

template <>
inline constexpr int code_count<domain::PayoutStatus> = domain::payout_status_count;
template <>
inline constexpr int code_count<domain::PayoutItemKind> = domain::payout_item_kind_count;

}  // namespace commis::sql
