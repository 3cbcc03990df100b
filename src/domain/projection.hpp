// The derived values that lists filter and sort by. Stored beside the facts at every change, never read back as facts.
#pragma once

#include <cstdint>
#include <string>

#include "domain/calendar.hpp"
#include "domain/next_step.hpp"
#include "domain/standing.hpp"

namespace commis::domain {

struct Projection {
    PaymentStatus payment_status = PaymentStatus::awaiting;
    PaymentStatus worded_status = PaymentStatus::awaiting;  // What the profile's word is chosen by (P-06).
    SummaryStatus summary = SummaryStatus::unpaid;
    Stage stage = Stage::new_;
    Step step = Step::none;
    Queue queue = Queue::none;  // None, too, for a removed order.
    std::int64_t step_amount_minor = 0;
    std::optional<std::int64_t> step_until_ms;
    std::int64_t quantity = 0;  // Units, fees not counted.
    std::int64_t active = 0;
    std::int64_t total_minor = 0;
    std::int64_t owed_minor = 0;
    std::int64_t due_minor = 0;
    std::int64_t refunded_minor = 0;
    std::int64_t owed_back_minor = 0;
    // What cards hold for the order and have not paid, and when the first hold ends; nothing of a removed order.
    std::int64_t hold_minor = 0;
    std::optional<std::int64_t> hold_until_ms;
    // When a timer has to look at the order next (timers.hpp); none: never by itself.
    std::optional<std::int64_t> timer_at_ms;
};

Projection projection_of(const Order& order, const Profile& profile, const Calendar& calendar);

}  // namespace commis::domain
