// Writes what programs are to be told beside the change that caused it, in its own unit of work.
#pragma once

#include "domain/decisions/decision.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::webhooks {

// One delivery an event and listening endpoint. What can still be undone is held as long, as its mail is; what the
// decision took back is withdrawn where it has not left yet. The order has its numbers already.
void queue(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop, const domain::Profile& profile,
           const domain::Decision& decision);

}  // namespace commis::webhooks
