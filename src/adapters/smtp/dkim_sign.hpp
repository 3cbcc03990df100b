// Signs a composed message with a domain's key (RFC 6376), by libopendkim: relaxed headers and body, RSA with SHA-256,
// the whole body, and the important headers signed once more than they are there, so that none can be added.
#pragma once

#include <string>
#include <string_view>

#include "adapters/smtp/dkim_keys.hpp"

namespace commis::smtp {

// The bytes with the signature's header in front. Throws when the library refuses: a mail is never sent unsigned by
// mistake.
std::string dkim_signed(std::string_view bytes, const DkimKey& key, std::string_view mail_id);

}  // namespace commis::smtp
