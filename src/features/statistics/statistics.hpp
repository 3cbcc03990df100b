// What was sold in a time, counted when somebody asks.
#pragma once

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

}  // namespace commis::statistics
