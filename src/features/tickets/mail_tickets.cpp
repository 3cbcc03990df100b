#include "features/tickets/mail_tickets.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include "domain/decisions/access.hpp"
#include "domain/decisions/tickets.hpp"
#include "features/tickets/code.hpp"
#include "features/tickets/event_words.hpp"

namespace commis::tickets {
namespace {

bool is_open(const domain::TicketUnit& unit) {
    return unit.status == domain::UnitStatus::active && unit.access == domain::Access::granted;
}

const domain::Line* line_of(const domain::Order& order, const domain::TicketUnit& ticket) {
    for (const domain::Line& line : order.lines) {
        if (std::ranges::find(line.units, ticket.id, &domain::TicketUnit::id) != line.units.end()) return &line;
    }
    return nullptr;
}

}  // namespace

Tickets tickets_of(const domain::Order& order, const domain::Event& event) {
    Tickets tickets;
    for (const auto& [name, value] : event.data) {
        if (name != "units") continue;
        std::istringstream ids(value);
        for (std::string id; ids >> id;) {
            const domain::TicketUnit* ticket = domain::find_ticket(order, id);
            if (ticket != nullptr && is_open(*ticket)) tickets.push_back(ticket);
        }
    }
    return tickets;
}

Tickets tickets_for(const domain::Order& order, const domain::Event& event, std::string_view recipient) {
    Tickets tickets = tickets_of(order, event);
    const bool is_for_one =
        std::ranges::find(event.data, std::pair<std::string, std::string>("readers", "one")) != event.data.end();
    if (is_for_one) return tickets;
    std::erase_if(
        tickets, [&](const domain::TicketUnit* ticket) { return domain::holder_address(order, *ticket) != recipient; });
    return tickets;
}

void tell_tickets(ports::MailModel& model, const Services& services, const domain::Shop& shop,
                  const domain::Order& order, const Tickets& tickets, std::string_view recipient) {
    EventWords events(services, shop, order);
    for (const domain::TicketUnit* ticket : tickets) {
        const domain::Line* line = line_of(order, *ticket);
        if (line == nullptr) continue;
        const EventWords::Place& place = events.of(line->sku);
        ports::MailModel& told = model.lists["tickets"].emplace_back();
        told.texts = {{"event", line->name}, {"when", place.when}, {"venue", place.venue}};
        told.texts["attendee"] = ticket->attendee.name.empty() ? ticket->attendee.email : ticket->attendee.name;
        told.texts["code"] = shown_code(ticket->code);
    }
    const bool is_buyer = recipient == order.buyer.email;
    model.texts["holder_name"] = is_buyer || tickets.empty() ? order.buyer.name : tickets.front()->attendee.name;
    if (!is_buyer) model.links.erase("status_url");
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
