// One order on an operator's desk, in a shop of one profile: each call is one decision of the domain, applied to the
// facts. Calls answer "taken", the refusal's code, or the fields refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decisions/access.hpp"
#include "domain/decisions/add_note.hpp"
#include "domain/decisions/cancel.hpp"
#include "domain/decisions/change_state.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/edit.hpp"
#include "domain/decisions/erase.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "domain/decisions/marks.hpp"
#include "domain/decisions/messages.hpp"
#include "domain/decisions/refund.hpp"
#include "domain/decisions/remove.hpp"
#include "domain/decisions/reopen.hpp"
#include "domain/decisions/revise.hpp"
#include "domain/decisions/ship.hpp"
#include "domain/decisions/timers.hpp"
#include "domain/next_step.hpp"
#include "domain/sample.hpp"

namespace commis::domain::requirements {

inline constexpr std::int64_t minute_ms = 60'000;
inline constexpr std::int64_t day_ms = 86'400'000;

// What a person asks about one line, or about single tickets.
Choice pieces(const Order& order, std::int64_t quantity, std::size_t line = 0);
Choice tickets(const Order& order, const std::vector<std::size_t>& positions, std::size_t line = 0);

// One line of two pieces at ten euro, to be paid by the method.
PlaceOrder goods(std::string method);
PlaceOrder digital(std::string method);
PlaceOrder event_tickets(std::int64_t quantity, std::string method);
// The same with an attempt at the provider "stripe".
PlaceOrder with_attempt(PlaceOrder command, AttemptStatus status, std::optional<std::int64_t> expires_at_ms = {});
PlaceOrder free_of_charge(PlaceOrder command);

class Desk {
public:
    Desk(std::string_view profile_id, const PlaceOrder& command);
    Desk(Profile rules, const PlaceOrder& command);

    std::string apply(const Result<Decision>& decided);
    std::string pay(std::optional<std::int64_t> amount_minor = {}, std::optional<bool> notify = {});
    std::string mark(Mark mark, std::optional<bool> notify = {});
    std::string cancel(const Cancel& command = {}) { return apply(domain::cancel(order, command, context())); }
    std::string cancel(Choice choice) { return cancel(Cancel{.choice = std::move(choice)}); }
    std::string refund(const RefundOrder& command) { return apply(domain::refund(order, command, context())); }
    std::string refund(Choice choice) { return refund(RefundOrder{.choice = std::move(choice)}); }
    std::string refund_amount(std::int64_t amount_minor) { return refund(RefundOrder{.amount_minor = amount_minor}); }
    std::string mark_refunded(const MarkRefunded& command = {});
    std::string move(const std::string& state, std::optional<bool> notify = {}, std::string note = {},
                     std::string reason = {});
    std::string ship(const Ship& command = {}) { return apply(domain::ship(order, command, context())); }
    std::string take_back(std::int64_t quantity, std::optional<bool> restock = {});
    std::string undo() { return apply(domain::undo(order, context())); }
    std::string reopen() { return apply(domain::reopen(order, "", context())); }
    std::string revise(const Revise& command) { return apply(domain::revise(order, command, context())); }
    std::string invoice() { return apply(domain::invoice(order, {}, context())); }
    std::string credit() { return apply(credit_invoice(order, {}, context())); }
    std::string edit(const EditOrder& command) { return apply(edit_order(order, command, context())); }
    std::string rename_email(std::string email);
    std::string remind() { return apply(domain::remind(order, context())); }
    std::string resend(const std::string& to = {}) { return apply(resend_confirmation(order, to, context())); }
    std::string remove(const std::string& reason = {}) { return apply(remove_order(order, {reason, {}}, context())); }
    std::string restore() { return apply(restore_order(order, context())); }
    std::string change_access(bool block) { return apply(domain::change_access(order, {{}, block}, context())); }
    std::string tick(bool mails_open = false) { return apply(domain::tick(order, context(), mails_open)); }
    // The order's content as a revision would name it.
    Revise content() const;

    Context context() const;
    Standing standing() const { return standing_of(order, profile, now_ms); }
    Figures figures() const { return standing().figures(); }
    std::string status() const { return std::string(id_of(standing().payment_status)); }
    // The payment status as the profile words it, in English; its id where the profile has no word of its own.
    std::string payment_word(std::string_view language = "en") const;
    std::string summary() const { return std::string(id_of(standing().summary)); }
    std::string step() const { return std::string(id_of(next_step(standing()).step)); }
    std::string queue() const { return std::string(id_of(next_step(standing()).queue)); }
    std::string stage() const { return std::string(id_of(standing().stage)); }
    bool may(Action action) const { return ask(action, standing()).allowed; }
    // "allowed", or why not.
    std::string answer(Action action) const;
    // The mails of the last decision, each with the reason in brackets when it stays: "order_sent(not_asked)".
    std::string mails() const;
    // The last decision's events and what they say.
    std::string events() const;
    std::string said(std::string_view name) const;
    std::string warning() const;
    // "TEA:-2", the moves of the last decision.
    std::string stock() const;
    std::string access() const;  // Of each ticket: "granted revoked".

    Profile profile;
    Order order;
    Decision last{};
    std::int64_t now_ms = sample::now_ms;
    EntryPoint entry = EntryPoint::button;
    Rights rights = Rights::all();
    Actor actor{ActorKind::operator_, "op-1", "Ada"};
    std::optional<std::int64_t> free_stock;  // What others have left of any SKU; none: nobody counts.
    bool is_connected = true;                // The account that took the money.
};

}  // namespace commis::domain::requirements
