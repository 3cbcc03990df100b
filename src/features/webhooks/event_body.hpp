// An event as programs outside hear it: CloudEvents in JSON, with the order's public state and no personal data
// (openapi/commis.yaml, `webhooks`). Who wants names and addresses asks the API, with a token that may read them.
#pragma once

#include <span>
#include <string>

#include "domain/carrier.hpp"
#include "domain/decisions/decision.hpp"
#include "domain/shop.hpp"

namespace commis::webhooks {

std::string event_body(const domain::Shop& shop, const domain::Profile& profile, const domain::Order& order,
                       const domain::Event& event, std::span<const domain::Carrier> carriers);

std::string test_body(const domain::Shop& shop, const std::string& id, std::int64_t now_ms);

}  // namespace commis::webhooks
