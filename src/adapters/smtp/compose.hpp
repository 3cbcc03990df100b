// Builds a message's bytes with gmime: multipart/alternative, UTF-8, headers encoded where they must be. The same
// message and the same server features give the same bytes.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "ports/mailer.hpp"

namespace commis::smtp {

struct ComposeFault {
    std::string code;    // "invalid_address", "internationalized_not_offered", "invalid_message_id".
    std::string detail;  // The field concerned, and why.
};

std::expected<std::string, ComposeFault> compose_message(const ports::MailMessage& message,
                                                         const ports::MailServerFeatures& features);

// The form of an address that this server can take: as it is, or with the domain in punycode. Nothing when the address
// breaks our rule; a fault of its own when only an SMTPUTF8 server could take it.
std::expected<std::string, ComposeFault> wire_address(std::string_view address, bool internationalized);

// What stands behind the '@', in small letters.
std::string domain_of(std::string_view address);

}  // namespace commis::smtp
