// Days and amounts as they stand in the cells of a bank's table, in whatever way its country writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/money.hpp"
#include "domain/table_mapping.hpp"

namespace commis::domain {

// "20.11.2026", "20/11/26", "2026-11-20", "20261120", with or without a time behind it, as "2026-11-20". Nothing for
// what is no day of the calendar.
std::optional<std::string> read_table_day(std::string_view cell, DateOrder order);

// "1'234.50", "1.234,50-", "+ 1 234,50", "−12,00", "CHF 5.00" in minor units. Groups are of three digits; a second
// decimal sign, more decimals than the currency has and any other letter are refused.
std::optional<std::int64_t> read_table_amount(std::string_view cell, char decimal, const Currency& currency);

// Whether a word says that money came (true) or went (false): "H", "Haben", "CRDT", "+"; "S", "Soll", "DBIT", "-".
std::optional<bool> read_direction(std::string_view cell);

}  // namespace commis::domain
