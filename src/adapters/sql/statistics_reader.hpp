// Counts what was sold and what is short, on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/statistics.hpp"

namespace commis::sql {

class StatisticsReader final : public ports::StatisticsReader {
public:
    explicit StatisticsReader(Session& session) : session_(session) {}

    ports::Statistics count(const ports::StatisticsRequest& request) override;
    std::vector<ports::Shortage> shortages(std::int64_t shop_id, std::int32_t limit) override;
    std::vector<ports::OpenBalance> open_balances(std::int64_t shop_id,
                                                  const std::vector<std::int64_t>& older_than_ms) override;
    std::vector<ports::HeldSum> held_sums(std::int64_t shop_id, const std::vector<std::int64_t>& from_ms) override;
    std::vector<std::int32_t> days_to_count(std::int64_t shop_id, const std::string& timezone, std::int32_t through_day,
                                            std::int32_t limit) override;
    std::optional<std::pair<std::int32_t, std::int32_t>> kept_days(std::int64_t shop_id) override;

private:
    Session& session_;
};

// The days that a request means.
std::pair<std::int32_t, std::int32_t> days_of(const ports::StatisticsRequest& request);
// What is in the sum and in no row; nothing when the rows make the sum.
std::optional<ports::SalesFigures> rest_of(const ports::Statistics& statistics, ports::StatisticsBy by);

}  // namespace commis::sql
