// What old orders no longer hold, on a database engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/retention_store.hpp"

namespace commis::sql {

class RetentionStore final : public ports::RetentionStore {
public:
    explicit RetentionStore(Session& session) : session_(session) {}
    std::vector<ports::Aged> with_people(std::int64_t shop_id, std::int64_t changed_before_ms,
                                         const std::optional<ports::Aged>& after, std::int32_t limit) override;
    std::vector<ports::Aged> with_live_events(std::int64_t shop_id, std::int64_t changed_before_ms,
                                              const std::optional<ports::Aged>& after, std::int32_t limit) override;
    std::int64_t archive_events(std::int64_t shop_id, std::string_view order_id) override;
    std::vector<ports::Aged> bills_of_erased(std::int64_t shop_id, std::int64_t issued_before_ms,
                                             const std::optional<ports::Aged>& after, std::int32_t limit) override;
    void erase_bill(std::int64_t shop_id, std::string_view document_id) override;

private:
    Session& session_;
};

}  // namespace commis::sql
