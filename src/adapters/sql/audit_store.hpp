// The audit trail on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/audit_store.hpp"

namespace commis::sql {

class AuditStore final : public ports::AuditStore, public ports::AuditReader {
public:
    explicit AuditStore(Session& session) : session_(session) {}

    std::vector<ports::AuditEntry> list(const ports::AuditFilter& filter) override;
    std::vector<ports::AuditEntry> after(std::int64_t shop_id, std::int64_t position, std::int32_t limit) override;
    ports::AuditEnd end(std::int64_t shop_id) override;

    ports::AuditEnd lock_end(std::int64_t shop_id) override;
    void append(const ports::AuditEntry& entry) override;

private:
    Session& session_;
};

}  // namespace commis::sql
