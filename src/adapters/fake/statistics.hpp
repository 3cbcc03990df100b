// Statistics in memory: order by order with the domain's own sums, as a second opinion on the SQL.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class StatisticsReader final : public ports::StatisticsReader {
public:
    explicit StatisticsReader(Data& data) : data_(data) {}
    ports::Statistics count(const ports::StatisticsRequest& request) override;
    std::vector<ports::Shortage> shortages(std::int64_t shop_id, std::int32_t limit) override;
    std::vector<ports::OpenBalance> open_balances(std::int64_t shop_id,
                                                  const std::vector<std::int64_t>& older_than_ms) override;
    std::vector<ports::HeldSum> held_sums(std::int64_t shop_id, const std::vector<std::int64_t>& from_ms) override;
    std::vector<std::int32_t> days_to_count(std::int64_t, const std::string&, std::int32_t, std::int32_t) override {
        return {};
    }
    std::optional<std::pair<std::int32_t, std::int32_t>> kept_days(std::int64_t) override { return std::nullopt; }

private:
    Data& data_;
};

// Nothing is kept: every answer is counted.
struct StatisticsStore final : ports::StatisticsStore {
    void count_day(std::int64_t, const std::string&, std::int32_t) override {}
};

}  // namespace commis::fake
