// What payment services tell by themselves: taken in once, proven, and turned into payments to look after.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "domain/refusal.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::payments {

// Takes a notice in. Refuses `bad_field` with why it is not believed: "signature_missing", "signature_invalid",
// "too_old", "malformed", "not_connected"; nothing of it is kept then. What was told before is taken once more without
// any effect.
domain::Result<void> take_notice(const Services& services, const domain::Shop& shop, std::string_view provider,
                                 const ports::ProviderNotice& notice);

// Asks the service whether an unproven one is its own.
ports::NoticeProof confirm(const Services& services, const domain::Shop& shop, const ports::StoredNotice& notice);

// Inside a unit of work: the payments it names are looked after at once. `done`, or `waiting` where it names none.
ports::NoticeStatus point_at_payments(ports::UnitOfWork& work, const ports::StoredNotice& notice, std::int64_t now_ms);

}  // namespace commis::payments
