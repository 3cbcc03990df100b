// Tickets: who holds them, how they are sent, and how they are let in.
#pragma once

#include <string>
#include <vector>

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// Null when the order has no such ticket.
const TicketUnit* find_ticket(const Order& order, std::string_view unit_id);

// A ticket and the line it belongs to; both null when the order has no such ticket.
struct TicketPlace {
    const Line* line = nullptr;
    const TicketUnit* unit = nullptr;
};
TicketPlace place_of(const Order& order, std::string_view unit_id);

inline constexpr std::size_t ticket_code_length = 12;
inline constexpr std::string_view ticket_code_signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// What stands under a ticket's barcode and is typed where no camera is: twelve letters and digits that are hard to
// mistake (Crockford's base32), 60 bits, from what nobody can guess.
std::string ticket_code(const Context& context);

// One mail to each address that holds one of the tickets, or all to `to`; they belong to the latest event, which names
// the tickets.
void tell_holders(Decision& decision, const std::vector<const TicketUnit*>& tickets, const std::string& to,
                  const Context& context);

// `send-tickets`: those named, else all that are open; to who goes, or all to the address named (W-29, matrix 2).
struct SendTickets {
    std::vector<std::string> units{};
    std::string to{};
};
Result<Decision> send_tickets(const Order& order, const SendTickets& command, const Context& context);

// `replace-attendee`: another person goes. The code before is revoked and the new one is sent, unless `keeps_code` says
// that only a name was written wrongly.
struct ReplaceAttendee {
    std::string unit_id;
    Attendee attendee;
    bool keeps_code = false;
};
Result<Decision> replace_attendee(const Order& order, const ReplaceAttendee& command, const Context& context);

// At the gate. The moment is the gate's own where it was not connected.
struct Admit {
    std::string unit_id;
    std::string code;  // What was scanned: it may be one that was replaced.
    std::string gate;
    std::int64_t at_ms = 0;
};
// What is wrong with it, by field: "/gate", "/at".
std::vector<FieldError> check(const Admit& command, std::int64_t now_ms);
// Refused with the reason that stands on the gate's screen (domain/openings.hpp); `already_admitted` tells when and
// where in its detail.
Result<Decision> admit(const Order& order, const Admit& command, const Context& context);

// `undo-admission`: let in by mistake, or out again.
Result<Decision> undo_admission(const Order& order, const std::string& unit_id, const Context& context);

}  // namespace commis::domain
