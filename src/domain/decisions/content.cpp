// Copies what was asked for and makes ids for lines and tickets.
#include "domain/decisions/content.hpp"

#include "domain/decisions/tickets.hpp"

namespace commis::domain {

Line line_from(const PlaceLine& asked, const Context& context) {
    Line line;
    line.id = context.new_id();
    line.sku = asked.sku;
    line.name = asked.name;
    line.kind = asked.kind;
    line.quantity = static_cast<std::int32_t>(asked.quantity);
    line.unit_price_minor = asked.unit_price_minor;
    line.discount_minor = asked.discount_minor;
    line.tax_rate = *TaxRate::parse(asked.tax_rate);
    if (asked.kind != LineKind::ticket) return line;
    for (std::int64_t i = 0; i < asked.quantity; ++i) {
        TicketUnit unit;
        unit.id = context.new_id();
        unit.code = ticket_code(context);
        const auto at = static_cast<std::size_t>(i);
        if (at < asked.attendees.size()) unit.attendee = asked.attendees[at];
        line.units.push_back(std::move(unit));
    }
    return line;
}

Shipping shipping_from(const PlaceShipping& asked) {
    Shipping shipping;
    shipping.method = asked.method;
    shipping.name = asked.name;
    shipping.amount_minor = asked.amount_minor;
    shipping.tax_rate = *TaxRate::parse(asked.tax_rate);
    shipping.pickup = asked.pickup;
    return shipping;
}

}  // namespace commis::domain
