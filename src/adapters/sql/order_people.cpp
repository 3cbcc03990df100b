#include "adapters/sql/order_people.hpp"

#include <map>
#include <string_view>

namespace commis::sql {

void take_people(domain::Order& past, const domain::Order& today) {
    past.buyer = today.buyer;
    past.billing_address = today.billing_address;
    past.shipping_address = today.shipping_address;
    past.note = today.note;
    past.seen = today.seen;
    past.people_erased_at_ms = today.people_erased_at_ms;
    std::map<std::string_view, const domain::Attendee*> attendees;
    for (const domain::Line& line : today.lines) {
        for (const domain::TicketUnit& unit : line.units) attendees.emplace(unit.id, &unit.attendee);
    }
    for (domain::Line& line : past.lines) {
        for (domain::TicketUnit& unit : line.units) {
            // A unit that a revision has taken out has nobody any more.
            const auto found = attendees.find(unit.id);
            unit.attendee = found == attendees.end() ? domain::Attendee() : *found->second;
        }
    }
}

}  // namespace commis::sql
