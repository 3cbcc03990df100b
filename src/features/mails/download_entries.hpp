// The files that a mail leads to, as entries of its list.
#pragma once

#include "features/mails/order_model.hpp"

namespace commis::mails {

// What may be fetched now; what is closed by the time the mail leaves is left out.
std::vector<ports::MailModel> download_entries(const MailFacts& facts, const ports::Formatter& format,
                                               const std::string& locale);

}  // namespace commis::mails
