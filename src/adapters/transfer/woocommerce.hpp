// Orders as WooCommerce's REST API v3 gives them: one, a list, one a line, or a batch answer.
#pragma once

#include <memory>

#include "adapters/transfer/bytes.hpp"
#include "adapters/transfer/values.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

std::unique_ptr<ports::OrderSource> open_woocommerce(std::unique_ptr<Bytes> bytes, const SourceSettings& settings);

}  // namespace commis::transfer
