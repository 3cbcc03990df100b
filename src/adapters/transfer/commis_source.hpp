// Our own CSV, as exported or as written by hand: only number or external_id, placed_at, name, quantity and unit_price
// are needed (docs/import.md).
#pragma once

#include <expected>
#include <memory>

#include "adapters/transfer/bytes.hpp"
#include "adapters/transfer/values.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

std::expected<std::unique_ptr<ports::OrderSource>, ports::SourceFailure> open_commis(std::unique_ptr<Bytes> bytes,
                                                                                     const SourceSettings& settings);

}  // namespace commis::transfer
