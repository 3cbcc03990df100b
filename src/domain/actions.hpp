// What may be done with an order now, and why not. One table of ordered rows {action, predicate, refusal}: the first
// failing row answers. The desk greys its buttons from it and the commands refuse by it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/refusal.hpp"
#include "domain/rights.hpp"
#include "domain/standing.hpp"

namespace commis::domain {

enum class Action : std::uint8_t {
    place,
    edit,
    add_note,
    mark_paid,
    mark_pending,
    mark_failed,
    mark_review,
    mark_refunded,
    capture,
    void_,
    refund,
    cancel,
    change_state,
    ship,
    return_,
    invoice,
    credit,
    resend_confirmation,
    send_mail,
    revise,
    send_payment_link,
    check_payment,
    remind,
    block_access,
    unblock_access,
    reopen,
    undo,
    delete_,
    print,
    view_ticket,
    view_receipt,
    view_invoice,
    restore,
    record_chargeback,
    decide_chargeback,
    retry_refund,
    correct_invoice,
    delivery_note,
    send_document,
    send_tickets,
    replace_attendee,
    undo_admission,
    renew_downloads,
    renew_link,
    hand_out,
    register_request,
    approve_request,
    decline_request,
    receive_return,
    close_request,
    erase_people,
};
inline constexpr int action_count = 51;

std::string_view id_of(Action action);  // As in api.md: "mark-paid".
std::optional<Action> find_action(std::string_view id);
Right right_for(Action action);

struct ActionRow {
    Action action;
    bool (*holds)(const Standing&);
    Refusal otherwise;
};
// Rows that bind every profile; a row of `registration_rows` (W, matrix 1) is asked first where the profile says so.
std::span<const ActionRow> action_rows();
std::span<const ActionRow> registration_rows();

struct ActionAnswer {
    Action action = Action::place;
    bool allowed = true;
    std::optional<Refusal> reason;   // Set when not allowed.
    std::optional<Refusal> warning;  // Advice: allowed all the same.
};

// The facts alone; then with the caller's rights, which answer `forbidden` last so that the reason stays informative.
ActionAnswer ask(Action action, const Standing& standing);
ActionAnswer ask(Action action, const Standing& standing, Rights rights);

// May goods leave now? Nothing, or the guard's advice or refusal.
std::optional<Refusal> ship_guard(const Standing& standing);

}  // namespace commis::domain
