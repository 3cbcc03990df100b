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

private:
    Data& data_;
};

}  // namespace commis::fake
