// What a mail about a buyer's request may say: which one, of what, when to the second, and what became of it.
#pragma once

#include <string>

#include "features/mails/order_model.hpp"

namespace commis::mails {

// Adds what the request says that the mail's event names; nothing where it names none. `locale` is that of figures.
void add_request(ports::MailModel& model, const MailFacts& facts, const ports::Words& words,
                 const ports::Formatter& format, const std::string& locale);

}  // namespace commis::mails
