// The order's timeline: who, when, what. Append-only. Events hold ids and digests, no personal data: texts that a
// person wrote stand in rows that can be erased, so that erasure keeps the proof (domain.md, "Numbers").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commis::domain {

enum class EventType : std::uint8_t {
    order_placed,
    order_imported,
    payment_recorded,  // Money in by hand: mark paid.
    payment_marked,    // Pending, failed or review by hand.
    state_changed,
    order_edited,
    note_added,
    order_abandoned,
    credit_imported,  // A credit that was given elsewhere, brought in with an order's history.
    refund_made,      // Money back: recorded, promised or asked of the gateway.
    units_cancelled,
    order_revised,
    parcel_shipped,
    parcel_corrected,  // Tracking, label, hand-over, delivery.
    goods_returned,
    document_issued,
    change_undone,
    order_reopened,
    order_removed,
    order_restored,
    mail_requested,  // A confirmation again, a message, a reminder by hand.
    reminder_sent,
    task_raised,  // A timer asks a person to remind or to remove.
    authorization_expired,
    access_changed,
    people_erased,        // Names, addresses and words of the order are gone.
    payment_reversed,     // The bank took a transfer back, or it had been booked wrongly.
    provider_asked,       // To capture, to release, or how its payments stand.
    provider_answered,    // What became of it, where no money came in: that is `payment_recorded`.
    payment_link_made,    // The buyer is asked for what is due, by a link.
    payment_page_opened,  // The buyer followed it.
    payment_link_ended,   // It opens nothing any more: the amount changed, or it was taken back.
    chargeback_opened,    // The buyer's bank took money back, and the shop may answer.
    chargeback_decided,
    access_granted,  // What was paid for opens (P-29, W-28).
    access_revoked,  // It is closed again: cancelled, refunded, replaced.
    access_renewed,  // Downloads may be made anew; the buyer's page has another address.
    download_begun,  // A line's files were fetched for the first time.
    attendee_changed,
    ticket_admitted,
    admission_undone,
    request_registered,  // The buyer asks to withdraw, to cancel, to send back.
    request_answered,
    return_received,  // Looked at, unit by unit.
    request_closed,
};
inline constexpr int event_type_count = 45;
std::string_view id_of(EventType type);  // "order.placed", "payment.recorded", …

enum class ActorKind : std::uint8_t { operator_, token, system, import, buyer };
std::string_view id_of(ActorKind kind);  // "operator", "token", …

// Who acted. The name is shown, the id is kept.
struct Actor {
    ActorKind kind = ActorKind::system;
    std::string id;
    std::string name;
    friend bool operator==(const Actor&, const Actor&) = default;
};

struct Event {
    std::string id;
    std::int64_t sequence = 0;  // 1, 2, 3 … within the order.
    std::int64_t at_ms = 0;
    EventType type = EventType::order_placed;
    Actor actor;
    std::string note;              // Markdown, by a person; kept apart so that it can be erased.
    bool note_is_internal = true;  // False: it was put in a mail or is for the buyer.
    std::string reason;            // Why, for colleagues: an order put on hold (P-21). Erasable like the note.
    std::vector<std::pair<std::string, std::string>> data;  // Codes, ids and amounts, for words and for machines.
    friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace commis::domain
