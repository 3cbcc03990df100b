// Chargebacks and refunds to make, in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class MoneyListReader final : public ports::MoneyListReader {
public:
    explicit MoneyListReader(Data& data) : data_(data) {}
    std::vector<ports::ListedEntry> chargebacks(std::int64_t shop_id, ports::ChargebackState state,
                                                const std::optional<ports::ListedEntry>& after,
                                                std::int32_t limit) override;
    std::vector<ports::EntrySum> chargebacks_at_risk(std::int64_t shop_id) override;
    std::vector<ports::ListedEntry> refunds_to_make(std::int64_t shop_id,
                                                    const std::optional<ports::ListedEntry>& after,
                                                    std::int32_t limit) override;

private:
    Data& data_;
};

}  // namespace commis::fake
