// What was sold in a time. Days that are over are counted ahead and kept; the rest is counted when somebody asks.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/refusal.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::statistics {

inline constexpr std::int32_t days_max = 400;

// Days of the shop's calendar as 2026-11-22, both or neither; nothing means the last thirty days.
struct Question {
    std::optional<std::string> from;
    std::optional<std::string> to;
    ports::StatisticsBy by = ports::StatisticsBy::day;
};

// Refuses `bad_field` naming the parameter.
domain::Result<ports::Statistics> count(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                                        const Question& question);

// Orders change most in their first days: those are counted when somebody asks.
inline constexpr std::int32_t days_left_open = 7;

// Counts ahead what is to be counted, one day in a unit of work of its own; answers how many days. From several
// processes at once as well. `is_stopping` is asked between the days.
std::int64_t count_ahead(const Services& services, const std::function<bool()>& is_stopping);

}  // namespace commis::statistics
