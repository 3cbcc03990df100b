// Which tickets go with a mail, and what it says of them.
#pragma once

#include <string_view>
#include <vector>

#include "domain/event.hpp"
#include "domain/order.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"
#include "ports/mail_renderer.hpp"

namespace commis::tickets {

using Tickets = std::vector<const domain::TicketUnit*>;

// Of the tickets that the event names, those that are still open: the recipient's own; all of them where somebody had
// them sent to one address.
Tickets tickets_for(const domain::Order& order, const domain::Event& event, std::string_view recipient);

// Those of an event, whoever holds them: for copies to the staff.
Tickets tickets_of(const domain::Order& order, const domain::Event& event);

// Adds them to the model and greets their holder.
void tell_tickets(ports::MailModel& model, const Services& services, const domain::Shop& shop,
                  const domain::Order& order, const Tickets& tickets, std::string_view recipient);

// For a preview: of the event, else of the order; in an order without tickets one that nobody holds.
void show_tickets(ports::MailModel& model, const Services& services, const domain::Shop& shop,
                  const domain::Order& order, const domain::Event* event);

}  // namespace commis::tickets
