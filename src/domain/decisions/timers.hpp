// What time does to an order: payments that never answer, authorisations that run out, the schedule of unpaid orders,
// an invoice that waited for the hold period, the erasure of removed people. One clock, injected; every timer catches
// up after downtime (domain.md, "Time").
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// When a timer has to look at the order next; none: never by itself.
std::optional<std::int64_t> timer_at(const Order& order, const Profile& profile, const Calendar& calendar);

// What is due, told before it is done.
enum class Due : std::uint8_t {
    nothing,
    abandon,               // O-28: the payment page was never answered.
    expire_authorization,  // D-02.
    remind,                // The schedule's reminder leaves by itself.
    raise_reminder,        // … or becomes a person's task.
    remove,                // An unpaid order is removed by itself; only where a rule says so.
    raise_removal,
    invoice,  // On dispatch, now that the change can't be undone any more.
    erase_people,
};
inline constexpr int due_count = 9;
std::string_view id_of(Due due);
Due due_now(const Order& order, const Context& context);

// Does the first thing that is due; the caller comes back until nothing is. `mails_open`: a removed order's notice has
// not left yet, so its people stay. Refuses `nothing_changed` when nothing is due.
Result<Decision> tick(const Order& order, const Context& context, bool mails_open);

}  // namespace commis::domain
