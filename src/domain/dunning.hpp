// Where an unpaid order stands in the schedule of its payment method: what comes next and when. The timers act
// on it, screens and mails tell it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "domain/calendar.hpp"
#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/standing.hpp"

namespace commis::domain {

// Does the schedule concern it: something is due that is settled elsewhere, and nothing is held for it.
bool is_dunned(const Standing& standing);

// What the schedule asks of an order; both the whole order and a row of a list have it.
struct DunningPlace {
    std::int64_t placed_at_ms = 0;
    std::int32_t steps_done = 0;
    Task task = Task::none;
};
DunningPlace place_of(const Order& order);

std::span<const DunningStep> steps_ahead(const PaymentMethod& method, std::int32_t steps_done);

// When a step is acted on: at the beginning of its day and, with a grace, so many bank days later.
std::int64_t acts_at(const DunningStep& step, std::int64_t placed_at_ms, const PaymentMethod& method,
                     const Profile& profile, const Calendar& calendar);

struct NextDunning {
    std::int64_t at_ms = 0;
    bool automatic = false;  // Else a person is asked to.
};
struct Upcoming {
    std::optional<NextDunning> reminder;
    std::optional<NextDunning> removal;
};
Upcoming upcoming(const DunningPlace& place, const PaymentMethod& method, const Profile& profile,
                  const Calendar& calendar);

// How many reminders have been sent by the schedule, and how many it has.
std::int32_t level_reached(const DunningPlace& place, const PaymentMethod& method);
std::int32_t levels_of(const PaymentMethod& method);

// The last day before the schedule goes on: until then the buyer may pay in peace. None: it does not go on.
std::optional<std::int64_t> pay_by(const DunningPlace& place, const PaymentMethod& method, const Calendar& calendar);

}  // namespace commis::domain
