// Which mails there are and what each may name: the contract between those who build models and those who write words.
#pragma once

#include <array>
#include <string_view>

#include "adapters/smtp/template_check.hpp"

namespace commis::smtp {

inline constexpr std::array<std::string_view, 21> mail_events{
    "order_placed",     "order_placed_operator", "payment_changed",  "state_changed",   "order_sent",
    "order_cancelled",  "free_message",          "refund_made",      "refund_promised", "payment_reminder",
    "order_removed",    "order_revised",         "payment_link",     "document_sent",   "withdrawal_received",
    "request_received", "request_operator",      "request_answered", "return_received", "tickets",
    "downloads",
};

// The names of an event, or nothing for an event that does not exist.
const TemplateNames* find_mail_names(std::string_view event);

// The names of the frame that ends every mail; every model has them.
const TemplateNames& footer_names();

}  // namespace commis::smtp
