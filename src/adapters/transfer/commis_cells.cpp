// Typed reading of cells.
#include "adapters/transfer/commis_cells.hpp"

#include <limits>

#include "adapters/transfer/csv_cells.hpp"

namespace commis::transfer {

void CommisCells::fault(std::string_view column, std::string code, std::string reason) const {
    faults_.push_back({at_, std::string(column), std::move(code), std::move(reason)});
}

std::string CommisCells::text(std::string_view column) const { return unguarded(raw(column)); }

std::int64_t CommisCells::whole(std::string_view column, std::int64_t otherwise) const {
    if (!has(column)) return otherwise;
    const auto number = parse_whole(raw(column));
    if (number && *number >= 0 && *number <= std::numeric_limits<std::int32_t>::max()) return *number;
    fault(column, "invalid_number", "must be a whole number from 0 on");
    return otherwise;
}

std::int64_t CommisCells::amount(std::string_view column, const domain::Currency& currency) const {
    if (!has(column)) return 0;
    const auto amount = domain::parse_decimal(raw(column), currency);
    if (!amount)
        fault(column, "invalid_amount", "not an amount in " + std::string(currency.code()) + ", such as 12.50");
    return amount.value_or(0);
}

bool CommisCells::flag(std::string_view column, bool otherwise) const {
    const std::string& cell = raw(column);
    if (cell.empty()) return otherwise;
    if (cell == "yes" || cell == "true" || cell == "1") return true;
    if (cell == "no" || cell == "false" || cell == "0") return false;
    fault(column, "invalid_flag", "yes or no");
    return otherwise;
}

std::optional<std::int64_t> CommisCells::moment(std::string_view column) const {
    if (!has(column)) return std::nullopt;
    const auto moment = parse_local_time_ms(raw(column), settings_.timezone);
    if (!moment) fault(column, "invalid_time", "not a time such as 2026-11-22T10:00:00Z");
    return moment;
}

}  // namespace commis::transfer
