// How a payment stands, in words for whoever has paid or will.
#pragma once

#include <string>
#include <string_view>

#include "domain/profile.hpp"
#include "domain/standing.hpp"
#include "ports/words.hpp"

namespace commis::mails {

// Whether it tells a buyer something new: what is still to pay is told anyway, and the others are between the shop and
// its payment service.
bool is_told(domain::PaymentStatus status);

// As the profile words it, else as the program does.
std::string status_label(domain::PaymentStatus status, const domain::Profile& profile, std::string_view language,
                         const ports::Words& words);

}  // namespace commis::mails
