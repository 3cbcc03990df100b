// What is done with a message that arrived for returned mail: each report finds its mail, is kept once, and the mail
// says from then on that it did not arrive.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/services.hpp"
#include "ports/inbound_mail.hpp"
#include "ports/outbox.hpp"

namespace commis::mails {

enum class BounceFate : std::uint8_t {
    recorded,   // New: it is on the mail, the order's page and the customer's.
    known,      // The same report was here before; nothing changed.
    unmatched,  // No mail of ours fits.
};
std::string_view id_of(BounceFate fate);

struct BounceLine {
    BounceFate fate = BounceFate::unmatched;
    ports::DeliveryReport report;
    std::optional<ports::MailRow> mail;  // As it was found.
};

// In one unit of work. `shop_id` narrows the search to one shop. Reports about one mail count as one: that about its
// own recipient, else the worst.
std::vector<BounceLine> record_bounces(const Services& services, const ports::InboundMail& inbound,
                                       std::optional<std::int64_t> shop_id);

}  // namespace commis::mails
