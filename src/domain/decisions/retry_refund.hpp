// A refund that the payment service refused is asked for once more: the same entry, through the account that took the
// money, so that no unit is taken and no invoice credited twice.
#pragma once

#include <string>

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// One refund by its id, or every one that is still to be made. Refuses `no_failed_refund`, `amount_exceeds_refundable`,
// `provider_not_connected`.
Result<Decision> retry_refund(const Order& order, const std::string& refund_id, const Context& context);

}  // namespace commis::domain
