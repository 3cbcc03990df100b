// Orders as Shopify's webhooks and REST API give them (orders/create, orders/updated, orders/fulfilled).
#pragma once

#include <memory>

#include "adapters/transfer/bytes.hpp"
#include "adapters/transfer/values.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

std::unique_ptr<ports::OrderSource> open_shopify(std::unique_ptr<Bytes> bytes, const SourceSettings& settings);

}  // namespace commis::transfer
