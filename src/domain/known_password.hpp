// Passwords that guessing programs try first: long enough, and still known. Found by rule, not by a list of leaks:
// common words with digits behind them, walks over the keyboard, rows of signs, repetitions, and the person's own
// words.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace commis::domain {

// `own_words`: what anybody knows of the person (name, e-mail address) and of the shop.
bool is_known_password(std::string_view password, std::span<const std::string> own_words);

}  // namespace commis::domain
