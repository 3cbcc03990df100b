// Mails that a person asks for: a confirmation again, a reminder, a message of their own.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// `resend-confirmation`: to the buyer or to another address. An unpaid order gets "order received, please pay".
Result<Decision> resend_confirmation(const Order& order, const std::string& to, const Context& context);

// `remind`: asks the buyer to pay; answers the schedule's task (O-30, C-13). By hand it is the schedule's next
// reminder, which then does not leave again by itself.
Result<Decision> remind(const Order& order, const Context& context);
// The same by a timer, which knows how many steps of the schedule lie behind the order with it.
Result<Decision> remind_by_schedule(const Order& order, std::int32_t steps_done, const Context& context);

// `send-mail`: the operator's own words (O-09).
struct Message {
    std::string to;  // Empty: the buyer.
    std::string subject;
    std::string body;  // Markdown.
};
Result<Decision> send_message(const Order& order, const Message& message, const Context& context);

// `send-mail` with `repeat`: a mail that left, once more as it was, to whom it went. 422 `unknown_mail` when this order
// has no such mail, or its bytes are not kept any more.
Result<Decision> repeat_mail(const Order& order, const std::string& mail_id, const Context& context);

}  // namespace commis::domain
