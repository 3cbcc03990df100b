#include "domain/decisions/tickets.hpp"

#include <algorithm>

#include "domain/decisions/access.hpp"
#include "domain/decisions/place_checks.hpp"
#include "domain/email_address.hpp"
#include "domain/openings.hpp"

namespace commis::domain {
namespace {

constexpr std::size_t gate_length_max = 100;
constexpr std::int64_t day_ms = 86'400'000;

TicketUnit* find_ticket(Order& order, std::string_view unit_id) {
    return const_cast<TicketUnit*>(place_of(order, unit_id).unit);
}

// Five bits of each sign of the token: those are letters and digits by chance alone.
std::size_t value_of(char sign) {
    if (sign >= '0' && sign <= '9') return static_cast<std::size_t>(sign - '0');
    if (sign >= 'A' && sign <= 'Z') return static_cast<std::size_t>(sign - 'A') + 10;
    if (sign >= 'a' && sign <= 'z') return static_cast<std::size_t>(sign - 'a') + 36;
    return sign == '-' ? 62 : 63;
}

std::string names_of(const std::vector<const TicketUnit*>& tickets) {
    std::string names;
    for (const TicketUnit* ticket : tickets) names += (names.empty() ? "" : " ") + ticket->id;
    return names;
}

std::vector<FieldError> check(const Order& order, const SendTickets& command) {
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < command.units.size(); ++i) {
        if (find_ticket(order, command.units[i]) != nullptr) continue;
        errors.push_back({"/units/" + std::to_string(i), "unknown_unit", "the order has no such ticket"});
    }
    if (!command.to.empty() && !is_email_address(command.to)) {
        errors.push_back({"/to", "invalid_email", "this is no e-mail address"});
    }
    return errors;
}

std::vector<FieldError> check(const Attendee& attendee) {
    std::vector<FieldError> errors;
    check_text(errors, "/name", attendee.name, 500);
    if (attendee.name.empty()) errors.push_back({"/name", "required", "who goes has a name"});
    if (!attendee.email.empty() && !is_email_address(attendee.email)) {
        errors.push_back({"/email", "invalid_email", "not an e-mail address"});
    }
    return errors;
}

}  // namespace

TicketPlace place_of(const Order& order, std::string_view unit_id) {
    for (const Line& line : order.lines) {
        const auto unit = std::ranges::find(line.units, unit_id, &TicketUnit::id);
        if (unit != line.units.end()) return {&line, &*unit};
    }
    return {};
}

const TicketUnit* find_ticket(const Order& order, std::string_view unit_id) { return place_of(order, unit_id).unit; }

std::string ticket_code(const Context& context) {
    if (!context.new_token) return context.new_id();
    const std::string token = context.new_token();
    std::string code;
    for (std::size_t at = token.size() - ticket_code_length; at < token.size(); ++at) {
        code += ticket_code_signs[value_of(token[at]) % ticket_code_signs.size()];
    }
    return code;
}

void tell_holders(Decision& decision, const std::vector<const TicketUnit*>& tickets, const std::string& to,
                  const Context& context) {
    std::vector<std::string> told;
    for (const TicketUnit* ticket : tickets) {
        const std::string& address = to.empty() ? holder_address(decision.order, *ticket) : to;
        if (std::ranges::find(told, address) != told.end()) continue;
        told.push_back(address);
        decision.mails.push_back(
            {MailKind::tickets, address, fault_of(address), context.now_ms, decision.order.event_count});
    }
}

Result<Decision> send_tickets(const Order& order, const SendTickets& command, const Context& context) {
    if (const auto error = refused(Action::send_tickets, order, context)) return std::unexpected(*error);
    auto errors = check(order, command);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    std::vector<const TicketUnit*> tickets;
    for (const Line& line : order.lines) {
        for (const TicketUnit& unit : line.units) {
            const bool is_named = std::ranges::find(command.units, unit.id) != command.units.end();
            if (!command.units.empty() && !is_named) continue;
            const bool is_open = unit.status == UnitStatus::active && unit.access == Access::granted;
            if (is_named && !is_open) return refuse(Refusal::not_offered_in_status);
            if (is_open) tickets.push_back(&unit);
        }
    }
    if (tickets.empty()) return refuse(Refusal::no_ticket);
    Decision decision = begin(order, context);
    record(decision, context, EventType::mail_requested,
           {{"kind", std::string(id_of(MailKind::tickets))},
            {"units", names_of(tickets)},
            {"readers", command.to.empty() ? "holders" : "one"}});
    tell_holders(decision, tickets, command.to, context);
    return decision;
}

Result<Decision> replace_attendee(const Order& order, const ReplaceAttendee& command, const Context& context) {
    if (const auto error = refused(Action::replace_attendee, order, context)) return std::unexpected(*error);
    auto errors = check(command.attendee);
    Decision decision = begin(order, context);
    TicketUnit* unit = find_ticket(decision.order, command.unit_id);
    if (unit == nullptr) errors.push_back({"/unit", "unknown_unit", "the order has no such ticket"});
    if (!errors.empty()) return refuse_fields(std::move(errors));
    if (unit->status == UnitStatus::refunded) return refuse(Refusal::unit_refunded);
    if (unit->status == UnitStatus::cancelled) return refuse(Refusal::unit_cancelled);
    if (unit->admitted_at_ms && !command.keeps_code) return refuse(Refusal::already_admitted);
    if (unit->attendee == command.attendee) return Decision{.order = order};
    unit->attendee = command.attendee;
    const bool is_replaced = !command.keeps_code;
    if (is_replaced) unit->code = ticket_code(context);
    record(decision, context, EventType::attendee_changed,
           {{"units", unit->id}, {"code", is_replaced ? "replaced" : "kept"}});
    if (is_replaced && unit->access == Access::granted) tell_holders(decision, {unit}, {}, context);
    return decision;
}

std::vector<FieldError> check(const Admit& command, std::int64_t now_ms) {
    std::vector<FieldError> errors;
    check_text(errors, "/gate", command.gate, gate_length_max);
    if (command.at_ms > now_ms + day_ms) errors.push_back({"/at", "in_future", "this lies ahead"});
    return errors;
}

Result<Decision> admit(const Order& order, const Admit& command, const Context& context) {
    if (!context.rights.has(Right::check_in)) return refuse(Refusal::forbidden);
    Decision decision = begin(order, context);
    const TicketPlace place = place_of(order, command.unit_id);
    if (place.unit == nullptr) return refuse(Refusal::not_found);
    auto errors = check(command, context.now_ms);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    if (const auto reason = closed_by(
            Door::check_in, unit_standing(standing_of(order, context.profile), *place.unit, context.profile))) {
        return refuse(*reason);
    }
    if (!command.code.empty() && command.code != place.unit->code) return refuse(Refusal::code_replaced);
    TicketUnit* unit = find_ticket(decision.order, command.unit_id);
    unit->admitted_at_ms = command.at_ms;
    unit->admitted_gate = command.gate;
    record(decision, context, EventType::ticket_admitted,
           {{"units", unit->id}, {"gate", command.gate}, {"at", std::to_string(command.at_ms)}});
    return decision;
}

Result<Decision> undo_admission(const Order& order, const std::string& unit_id, const Context& context) {
    if (const auto error = refused(Action::undo_admission, order, context)) return std::unexpected(*error);
    Decision decision = begin(order, context);
    TicketUnit* unit = find_ticket(decision.order, unit_id);
    if (unit == nullptr) return refuse_fields({{"/unit", "unknown_unit", "the order has no such ticket"}});
    if (!unit->admitted_at_ms) return refuse(Refusal::not_admitted);
    unit->admitted_at_ms.reset();
    unit->admitted_gate.clear();
    record(decision, context, EventType::admission_undone, {{"units", unit->id}});
    return decision;
}

}  // namespace commis::domain
