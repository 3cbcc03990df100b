// What is left of an order without its people.
#include "domain/decisions/erase.hpp"

#include <algorithm>

namespace commis::domain {
namespace {

Address country_of(const Address& address) {
    Address country;
    country.country = address.country;
    return country;
}

bool is_country_alone(const Address& address) { return address == country_of(address); }

Decision without_people(const Order& order, const Context& context) {
    Decision decision = begin(order, context);
    Order& after = decision.order;
    after.buyer = {};
    after.billing_address = country_of(order.billing_address);
    if (order.shipping_address) after.shipping_address = country_of(*order.shipping_address);
    after.note.clear();
    for (Line& line : after.lines) {
        for (TicketUnit& unit : line.units) unit.attendee = {};
    }
    after.people_erased_at_ms = context.now_ms;
    decision.erases_people = true;
    record(decision, context, EventType::people_erased, {});
    return decision;
}

}  // namespace

bool is_without_people(const Order& order) {
    const bool has_attendee = std::ranges::any_of(order.lines, [](const Line& line) {
        return std::ranges::any_of(line.units, [](const TicketUnit& unit) { return unit.attendee != Attendee{}; });
    });
    return order.buyer == Buyer{} && is_country_alone(order.billing_address) &&
           (!order.shipping_address || is_country_alone(*order.shipping_address)) && order.note.empty() &&
           !has_attendee;
}

Result<Decision> erase_people(const Order& order, const Context& context) {
    if (const auto error = refused(Action::erase_people, order, context)) return std::unexpected(*error);
    Decision decision = without_people(order, context);
    // A change that could still be undone holds mail back, which shall not leave.
    decision.order.undoable.reset();
    decision.order.link_generation += 1;
    return decision;
}

void follow_people(Decision& decision) {
    if (!is_without_people(decision.order)) decision.order.people_erased_at_ms.reset();
}

Result<Decision> erase_removed(const Order& order, const Context& context) {
    if (!order.removed) return refuse(Refusal::not_removed);
    if (is_without_people(order)) return refuse(Refusal::nothing_changed);
    return without_people(order, context);
}

}  // namespace commis::domain
