// Whether a mail leaves, and why not when it doesn't. Nothing is silent: a suppressed mail is a row with its reason
// (domain.md, "Telling people"; X-01).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/profile.hpp"
#include "domain/suppression.hpp"

namespace commis::domain {

enum class MailKind : std::uint8_t {
    order_placed,           // To the buyer (C-02, D-17).
    order_placed_operator,  // To the shop, with all details (O-23, C-03).
    payment_changed,        // With the operator's note (P-08).
    state_changed,          // P-26, D-10.
    order_sent,             // A move to a state of stage `shipped` (C-26, C-27).
    order_cancelled,        // W-31.
    free_message,           // O-09: the event's reason is the subject, its note the body.
    refund_made,            // Money is on its way back (W-38).
    refund_promised,        // A refund was initiated; buyer and shop arrange it (W-41).
    payment_reminder,       // O-30, C-13.
    order_removed,          // An unpaid order was removed (C-15).
    order_revised,          // The content changed; what is to pay or comes back.
    payment_link,           // What is due can be paid online, by a link.
    document_sent,          // With an invoice, a credit note or another document (D-19).
    tickets,                // To who goes: their tickets (W-29).
    downloads,              // What was bought can be fetched (O-26).
    withdrawal_received,    // The receipt of a withdrawal, with its time (2011/83/EU, article 11a).
    request_received,       // A cancellation or return that the buyer asked for.
    request_operator,       // To the shop: a buyer asks for something.
    request_answered,       // Yes, with the slip, or no, with the reason.
    return_received,        // What came back, and what follows from it.
};
inline constexpr int mail_kind_count = 21;
// To the shop, not to the buyer.
constexpr bool is_to_operator(MailKind kind) {
    return kind == MailKind::order_placed_operator || kind == MailKind::request_operator;
}
std::string_view id_of(MailKind kind);
std::optional<MailKind> find_mail_kind(std::string_view id);

// Where the change was made; a profile may ask at the button and send silently from the list (C-26, C-27).
enum class EntryPoint : std::uint8_t { button, list, bulk };

// `requested` is the caller's notify flag, if there was one. A flag that the rule overrules is ignored.
Suppression decide_notify(NotifyRule rule, std::optional<bool> requested, bool order_switch);

// One mail to one recipient, to be written beside the change that caused it.
struct MailIntent {
    MailKind kind = MailKind::order_placed;
    std::string recipient;  // Empty only with `no_address`.
    Suppression suppressed = Suppression::none;
    std::int64_t due_at_ms = 0;  // Not before: the hold period of what can be undone.
    std::int64_t event_sequence = 0;
    bool is_copy = false;       // Of a buyer's mail, to somebody of the staff (D-23).
    bool after_answer = false;  // Told once the payment service has answered, and only if it did what was asked.
    std::string repeats{};      // The mail whose very bytes leave once more; empty: rendered from the facts.
};

}  // namespace commis::domain
