// Chargebacks and refunds to make, on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/money_lists.hpp"

namespace commis::sql {

class MoneyListReader final : public ports::MoneyListReader {
public:
    explicit MoneyListReader(Session& session) : session_(session) {}

    std::vector<ports::ListedEntry> chargebacks(std::int64_t shop_id, ports::ChargebackState state,
                                                const std::optional<ports::ListedEntry>& after,
                                                std::int32_t limit) override;
    std::vector<ports::EntrySum> chargebacks_at_risk(std::int64_t shop_id) override;
    std::vector<ports::ListedEntry> refunds_to_make(std::int64_t shop_id,
                                                    const std::optional<ports::ListedEntry>& after,
                                                    std::int32_t limit) override;

private:
    Session& session_;
};

}  // namespace commis::sql
