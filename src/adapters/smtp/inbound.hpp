// Reads a message that arrived for returned mail: delivery reports (RFC 3464), feedback loops (RFC 5965), and the free
// texts that older servers write. The bytes are a stranger's: nothing in them can make this fail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ports/inbound_mail.hpp"

namespace commis::smtp {

// What is longer is read up to here: a report says all it has to say at its beginning.
inline constexpr std::size_t inbound_limit_bytes = 1U << 20U;

ports::InboundMail read_inbound_mail(std::string_view bytes);

// The messages of an mbox file, each without its "From " line.
std::vector<std::string> split_mbox(std::string_view text);

}  // namespace commis::smtp
