// Days whose figures are counted once and kept, and what makes them be counted again.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/sql/engine/session.hpp"
#include "domain/order.hpp"
#include "ports/statistics.hpp"

namespace commis::sql {

// A change of an order, before the unit of work ends. Drafts change their day when they become orders.
void note_sales_change(Session& session, const domain::Order* before, const domain::Order& after);

using DayRange = std::pair<std::int32_t, std::int32_t>;

// Days one after the other that are all kept, or all to be counted from the facts.
struct SalesPart {
    DayRange days;
    bool is_kept = false;
};
// The days of a request as parts, in their order. One part of facts when the kept days lie too scattered to help.
std::vector<SalesPart> sales_parts(Session& session, const ports::StatisticsRequest& request, DayRange days);

// The days up to `through_day` that are not kept or have changed since, the newest first.
std::vector<std::int32_t> days_to_count(Session& session, std::int64_t shop_id, const std::string& timezone,
                                        std::int32_t through_day, std::int32_t limit);
std::optional<DayRange> kept_days(Session& session, std::int64_t shop_id);

std::string_view code_of(ports::StatisticsBy by);

class StatisticsStore final : public ports::StatisticsStore {
public:
    explicit StatisticsStore(Session& session) : session_(session) {}
    void count_day(std::int64_t shop_id, const std::string& timezone, std::int32_t day) override;

private:
    Session& session_;
};

}  // namespace commis::sql
