// Who speaks when something calls itself Stripe: the signature of its webhooks over the body as it came, byte for byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace commis::gateways {

// Empty when `header` ("t=1600000000,v1=…", one v1 for each secret that Stripe knows) signs `body` with the endpoint's
// secret and its time lies within 300 s of now, before or after. Otherwise why not: "signature_missing",
// "signature_invalid", "too_old".
std::string stripe_signature_fault(std::string_view header, std::string_view body, std::string_view secret,
                                   std::int64_t now_s);

}  // namespace commis::gateways
