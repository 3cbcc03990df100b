#include "features/tickets/ticket_paper.hpp"

#include <memory>
#include <stdexcept>

#include "domain/decisions/tickets.hpp"
#include "domain/first_told.hpp"
#include "domain/openings.hpp"
#include "features/documents/make_paper.hpp"
#include "features/tickets/code.hpp"
#include "features/tickets/event_words.hpp"

namespace commis::tickets {
namespace {

using domain::Access;
using domain::TicketUnit;
using domain::UnitStatus;
using ports::TicketSheet;

class SheetMaker {
public:
    SheetMaker(const Services& services, const domain::Shop& shop, const domain::Order& order)
        : services_{services},
          shop_{shop},
          order_{order},
          profile_{services.profiles.of(shop)},
          standing_{domain::standing_of(order, *profile_)},
          events_{services, shop, order} {
        sheet_.language = language_of(order, shop);
        sheet_.seller = domain::first_told({shop.legal_name, shop.name});
        sheet_.made_at_ms = order.updated_at_ms;
        sheet_.look = documents::look_of(shop);
    }

    // Why the ticket is not shown; else it is added.
    std::optional<domain::Refusal> add(const domain::Line& line, const TicketUnit& unit) {
        const auto closed = domain::closed_by(domain::Door::ticket, domain::unit_standing(standing_, unit, *profile_));
        if (closed) return closed;
        const EventWords::Place& place = events_.of(line.sku);
        const std::string attendee = domain::first_told({unit.attendee.name, unit.attendee.email});
        TicketSheet::Ticket ticket{line.name, place.when, place.venue, attendee, order_.number, "", "", ""};
        ticket.code = shown_code(unit.code);
        const bool is_over = unit.status != UnitStatus::active || unit.access == Access::revoked;
        if (is_over) {
            const bool is_refunded = unit.status == UnitStatus::refunded;
            ticket.stamp = words(is_refunded ? "paper.ticket_refunded" : "paper.ticket_cancelled");
        } else {
            ticket.barcode = barcode_of(services_, shop_, unit.code);
        }
        sheet_.tickets.push_back(std::move(ticket));
        return std::nullopt;
    }

    bool is_empty() const { return sheet_.tickets.empty(); }

    documents::NamedFile file(const std::string& name) const {
        if (services_.drawer == nullptr) throw std::logic_error("nothing here draws documents");
        return {documents::file_name(name, ".pdf"),
                services_.drawer->draw(sheet_, documents::pictures_of(services_, shop_.id))};
    }

private:
    const std::string& words(std::string_view key) const { return services_.words.text(sheet_.language, key); }

    const Services& services_;
    const domain::Shop& shop_;
    const domain::Order& order_;
    std::shared_ptr<const domain::Profile> profile_;
    domain::Standing standing_;
    TicketSheet sheet_;
    EventWords events_;
};

}  // namespace

domain::Result<documents::NamedFile> ticket_pdf(const Services& services, const domain::Shop& shop,
                                                const domain::Order& order, std::string_view unit_id) {
    const auto [line, unit] = domain::place_of(order, unit_id);
    if (unit == nullptr) return domain::refuse(domain::Refusal::not_found);
    SheetMaker maker(services, shop, order);
    if (const auto closed = maker.add(*line, *unit)) return domain::refuse(*closed);
    return maker.file("ticket-" + order.number + "-" + unit->code);
}

domain::Result<documents::NamedFile> tickets_pdf(const Services& services, const domain::Shop& shop,
                                                 const domain::Order& order) {
    SheetMaker maker(services, shop, order);
    domain::Refusal first = domain::Refusal::no_ticket;
    for (const domain::Line& line : order.lines) {
        for (const TicketUnit& unit : line.units) {
            const auto closed = maker.add(line, unit);
            if (closed && first == domain::Refusal::no_ticket) first = *closed;
        }
    }
    if (maker.is_empty()) return domain::refuse(first);
    return maker.file("tickets-" + order.number);
}

}  // namespace commis::tickets
