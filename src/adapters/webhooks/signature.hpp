// The signature of Standard Webhooks: HMAC-SHA256 over id, time and body, so that the receiver knows who speaks and
// that nobody repeats an old message.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commis::webhooks {

// The value of `webhook-signature`: "v1,…", one for each secret ("whsec_…", the rest base64), blanks between. A secret
// that is no base64 signs nothing.
std::string signature_of(std::string_view id, std::int64_t timestamp_s, std::string_view body,
                         const std::vector<std::string>& secrets);

}  // namespace commis::webhooks
