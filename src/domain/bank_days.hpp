// The days on which banks book money: never at weekends, nor on the holidays that their systems keep. What a shop waits
// for can't arrive on the others, so a grace is counted in these.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::domain {

// Whose holidays: those of euro transfers, of Swiss and of Danish banks, or none beside weekends.
enum class BankHolidays : std::uint8_t { none, target, swiss, danish };

struct BankDays {
    BankHolidays holidays = BankHolidays::target;
    std::vector<std::int32_t> closed{};  // The shop's own, in days from 1970-01-01.
    friend bool operator==(const BankDays&, const BankDays&) = default;
};

// `day` counts from 1970-01-01.
bool is_bank_day(std::int32_t day, const BankDays& rules);

// The first day before which, from `day` on, so many bank days have passed whole; `day` itself for none.
std::int32_t after_bank_days(std::int32_t day, std::int32_t count, const BankDays& rules);

// "2026-12-24" and back; nothing for what is no day from 1971 to 9998.
std::optional<std::int32_t> parse_day(std::string_view text);
std::string day_text(std::int32_t day);

}  // namespace commis::domain
