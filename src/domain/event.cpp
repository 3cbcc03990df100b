// The stable names of events and actors.
#include "domain/event.hpp"

#include <array>

namespace commis::domain {

std::string_view id_of(EventType type) {
    static constexpr std::array<std::string_view, event_type_count> ids{
        "order.placed",        "order.imported",     "payment.recorded",  "payment.marked",        "state.changed",
        "order.edited",        "note.added",         "order.abandoned",   "credit.imported",       "refund.made",
        "units.cancelled",     "order.revised",      "parcel.shipped",    "parcel.corrected",      "goods.returned",
        "document.issued",     "change.undone",      "order.reopened",    "order.removed",         "order.restored",
        "mail.requested",      "reminder.sent",      "task.raised",       "authorization.expired", "access.changed",
        "people.erased",       "payment.reversed",   "provider.asked",    "provider.answered",     "payment_link.made",
        "payment_link.opened", "payment_link.ended", "chargeback.opened", "chargeback.decided",    "access.granted",
        "access.revoked",      "access.renewed",     "download.begun",    "attendee.changed",      "ticket.admitted",
        "admission.undone",    "request.registered", "request.answered",  "return.received",       "request.closed",
    };
    return ids[static_cast<std::size_t>(type)];
}

std::string_view id_of(ActorKind kind) {
    static constexpr std::array<std::string_view, 5> ids{"operator", "token", "system", "import", "buyer"};
    return ids[static_cast<std::size_t>(kind)];
}

}  // namespace commis::domain
