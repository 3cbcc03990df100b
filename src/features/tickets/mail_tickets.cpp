#include "features/tickets/mail_tickets.hpp"

#include <sstream>

#include "domain/decisions/access.hpp"
#include "domain/decisions/tickets.hpp"
#include "domain/event_value.hpp"
#include "domain/first_told.hpp"
#include "features/tickets/code.hpp"
#include "features/tickets/event_words.hpp"

namespace commis::tickets {
namespace {

bool is_open(const domain::TicketUnit& unit) {
    return unit.status == domain::UnitStatus::active && unit.access == domain::Access::granted;
}

}  // namespace

Tickets tickets_of(const domain::Order& order, const domain::Event& event) {
    Tickets tickets;
    const std::string* units = domain::find_value(event, "units");
    std::istringstream ids(units == nullptr ? "" : *units);
    for (std::string id; ids >> id;) {
        const domain::TicketUnit* ticket = domain::find_ticket(order, id);
        if (ticket != nullptr && is_open(*ticket)) tickets.push_back(ticket);
    }
    return tickets;
}

Tickets tickets_for(const domain::Order& order, const domain::Event& event, std::string_view recipient) {
    Tickets tickets = tickets_of(order, event);
    const std::string* readers = domain::find_value(event, "readers");
    if (readers != nullptr && *readers == "one") return tickets;
    std::erase_if(
        tickets, [&](const domain::TicketUnit* ticket) { return domain::holder_address(order, *ticket) != recipient; });
    return tickets;
}

void tell_tickets(ports::MailModel& model, const Services& services, const domain::Shop& shop,
                  const domain::Order& order, const Tickets& tickets, std::string_view recipient) {
    EventWords events(services, shop, order);
    for (const domain::TicketUnit* ticket : tickets) {
        const domain::Line* line = domain::place_of(order, ticket->id).line;
        if (line == nullptr) continue;
        const EventWords::Place& place = events.of(line->sku);
        ports::MailModel& told = model.lists["tickets"].emplace_back();
        told.texts = {{"event", line->name}, {"when", place.when}, {"venue", place.venue}};
        told.texts["attendee"] = domain::first_told({ticket->attendee.name, ticket->attendee.email});
        told.texts["code"] = shown_code(ticket->code);
    }
    const bool is_buyer = recipient == order.buyer.email;
    model.texts["holder_name"] = is_buyer || tickets.empty() ? order.buyer.name : tickets.front()->attendee.name;
}

void show_tickets(ports::MailModel& model, const Services& services, const domain::Shop& shop,
                  const domain::Order& order, const domain::Event* event) {
    Tickets tickets = event != nullptr ? tickets_of(order, *event) : Tickets{};
    for (const domain::Line& line : order.lines) {
        if (event != nullptr && !tickets.empty()) break;
        for (const domain::TicketUnit& unit : line.units) tickets.push_back(&unit);
    }
    tell_tickets(model, services, shop, order, tickets, order.buyer.email);
    if (!tickets.empty() || order.lines.empty()) return;
    ports::MailModel& sample = model.lists["tickets"].emplace_back();
    sample.texts = {{"event", order.lines.front().name}, {"attendee", order.buyer.name}, {"code", "7Q2M 9XKD 3FTA"}};
}

}  // namespace commis::tickets
