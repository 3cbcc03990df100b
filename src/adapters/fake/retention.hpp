// What old orders no longer hold, in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class RetentionStore final : public ports::RetentionStore {
public:
    explicit RetentionStore(Data& data) : data_(data) {}
    std::vector<ports::Aged> with_people(std::int64_t shop_id, std::int64_t changed_before_ms,
                                         const std::optional<ports::Aged>& after, std::int32_t limit) override;
    std::vector<ports::Aged> with_live_events(std::int64_t shop_id, std::int64_t changed_before_ms,
                                              const std::optional<ports::Aged>& after, std::int32_t limit) override;
    // There is one place for events here; what is told apart is whether an order's are archived.
    std::int64_t archive_events(std::int64_t shop_id, std::string_view order_id) override;
    std::vector<ports::Aged> bills_of_erased(std::int64_t shop_id, std::int64_t issued_before_ms,
                                             const std::optional<ports::Aged>& after, std::int32_t limit) override;
    void erase_bill(std::int64_t shop_id, std::string_view document_id) override;

private:
    Data& data_;
};

}  // namespace commis::fake
