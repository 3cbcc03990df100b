// The steps that every decision shares.
#include "domain/decisions/decision.hpp"

#include <algorithm>

#include "domain/email_address.hpp"

namespace commis::domain {

Decision begin(const Order& order, const Context& context) {
    Decision decision{.order = order};
    decision.order.version += 1;
    decision.order.updated_at_ms = context.now_ms;
    return decision;
}

Event& record(Decision& decision, const Context& context, EventType type,
              std::vector<std::pair<std::string, std::string>> data, std::string note) {
    decision.order.event_count += 1;
    Event event;
    event.id = context.new_id();
    event.sequence = decision.order.event_count;
    event.at_ms = context.now_ms;
    event.type = type;
    event.actor = context.actor;
    event.note = std::move(note);
    event.data = std::move(data);
    return decision.events.emplace_back(std::move(event));
}

Suppression fault_of(const std::string& address) {
    if (address.empty()) return Suppression::no_address;
    return is_email_address(address) ? Suppression::none : Suppression::invalid_address;
}

void tell_buyer(Decision& decision, MailKind kind, Suppression suppression, std::int64_t due_at_ms) {
    MailIntent mail{kind, decision.order.buyer.email, suppression, due_at_ms, decision.order.event_count};
    if (suppression == Suppression::none) mail.suppressed = fault_of(mail.recipient);
    if (mail.suppressed == Suppression::none && !decision.events.empty()) {
        decision.events.back().note_is_internal = false;
    }
    decision.mails.push_back(std::move(mail));
}

void tell(Decision& decision, MailKind kind, const std::string& to, const Context& context) {
    if (to.empty()) {
        tell_buyer(decision, kind, Suppression::none, context.now_ms);
        return;
    }
    decision.mails.push_back({kind, to, Suppression::none, context.now_ms, decision.order.event_count});
    decision.events.back().note_is_internal = false;
}

void withhold_returned(Decision& decision, const std::function<bool(std::string_view)>& comes_back) {
    for (MailIntent& mail : decision.mails) {
        const bool leaves = mail.suppressed == Suppression::none && !is_to_operator(mail.kind);
        if (leaves && comes_back(mail.recipient)) mail.suppressed = Suppression::address_returned;
    }
    for (Event& event : decision.events) {
        const auto is_of_event = [&](const MailIntent& mail) { return mail.event_sequence == event.sequence; };
        const auto is_withheld = [&](const MailIntent& mail) {
            return is_of_event(mail) && mail.suppressed == Suppression::address_returned;
        };
        if (std::ranges::any_of(decision.mails, is_withheld)) event.note_is_internal = true;
    }
}

std::optional<Error> refused(Action action, const Order& order, const Context& context) {
    const ActionAnswer answer = ask(action, standing_of(order, context.profile, context.now_ms), context.rights);
    if (answer.allowed) return std::nullopt;
    return Error{*answer.reason, {}, {}};
}

void check_text(std::vector<FieldError>& errors, std::string field, const std::string& text, std::size_t length_max) {
    if (text.size() > length_max) {
        errors.push_back({std::move(field), "too_long", "at most " + std::to_string(length_max) + " bytes"});
    } else if (text.find('\0') != std::string::npos) {
        errors.push_back({std::move(field), "invalid_text", "the character NUL can't be stored"});
    }
}

}  // namespace commis::domain
