// What servers say when a mail comes back, understood: codes and addresses in free words, and the cause behind them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bounce.hpp"

namespace commis::smtp {

// The first code of RFC 3463 in a text that says more than its class ("5.1.1"), else the first at all, else empty.
std::string enhanced_status(std::string_view text);

// The first SMTP reply code from 400 to 599 that stands as one; 0 when there is none.
int reply_code(std::string_view text);

// Everything in a text that is an e-mail address by our rule, in order, each once.
std::vector<std::string> addresses_in(std::string_view text);

// What the words say; `other` when they say nothing that we know.
domain::BounceCause cause_of_words(std::string_view words);
domain::BounceCause cause_of_status(std::string_view status);

// One line without controls, at most 500 bytes of valid UTF-8.
std::string shown_line(std::string_view text);

}  // namespace commis::smtp
