// Who owes the shop money, since when, and what happens next; and what cards hold that is gone when nobody ships (C-13,
// X-13, D-02, A-18). Read from the facts each time, never stored.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/dunning.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::unpaid {

// How long an order has been waiting, in days of the shop's calendar: to 7, to 14, to 30, and more.
inline constexpr std::array<std::int32_t, 3> age_limits{7, 14, 30};
inline constexpr std::size_t age_count = age_limits.size() + 1;

struct Question {
    std::vector<std::string> methods;  // Empty: all.
    std::optional<std::size_t> age;    // Below `age_count`.
    std::int32_t limit = 50;
    std::optional<ports::OrderCursor> after;
};

struct Line {
    domain::Order order;
    std::int32_t days = 0;  // Since it was placed.
    std::int32_t level = 0;
    std::int32_t levels = 0;
    domain::Upcoming next{};
    bool may_be_paid = false;  // A transfer waits to be looked at that may be for it.
};

// The longest waiting first.
struct Page {
    std::vector<Line> lines;
    std::optional<ports::OrderCursor> next;
    std::vector<ports::OpenBalance> balances;  // Of all unpaid orders, with the first page only.
};

Page list(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop, const Question& question);

// Days of the strip of card holds, today first, and the hours before the end from which one is told.
inline constexpr std::int32_t strip_days = 14;
inline constexpr std::int64_t warned_ms = 48LL * 3'600'000;

struct Held {
    std::vector<std::int64_t> days_from_ms;  // Where each day of the strip begins, and the day after the last.
    std::vector<ports::HeldSum> sums;        // `span` 0 has run out, 1 … 14 are the strip's days, 15 is later.
    std::vector<ports::HeldSum> pressing;    // `span` 0 ends within the warning's time, 1 later.
    std::int64_t pressing_until_ms = 0;
    std::vector<domain::Order> orders;  // The first to run out first.
    std::optional<ports::OrderCursor> next;
};

Held list_held(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop, std::int32_t limit,
               const std::optional<ports::OrderCursor>& after);

}  // namespace commis::unpaid
