#include "adapters/sql/audit_store.hpp"

#include "adapters/sql/audit_statements.hpp"
#include "adapters/sql/columns.hpp"

namespace commis::sql {
namespace {

std::vector<ports::AuditEntry> read_entries(Rows rows) {
    std::vector<ports::AuditEntry> entries;
    while (rows.next()) {
        Columns columns(rows);
        ports::AuditEntry& entry = entries.emplace_back();
        entry.shop_id = columns.integer();
        entry.position = columns.integer();
        entry.at_ms = columns.integer();
        entry.kind = columns.text();
        entry.actor_kind = columns.text();
        entry.actor_id = columns.text();
        entry.actor_name = columns.text();
        entry.subject = columns.text();
        entry.address = columns.text();
        entry.detail = columns.text();
        entry.previous_digest = columns.text();
        entry.digest = columns.text();
    }
    return entries;
}

ports::AuditEnd read_end(Rows rows) {
    if (!rows.next()) return {};
    return {rows.integer(0), rows.text(1)};
}

}  // namespace

std::vector<ports::AuditEntry> AuditStore::list(const ports::AuditFilter& filter) {
    if (!filter.actor_id.empty()) {
        return read_entries(
            session_.query(audit_sql::list_by_actor, {filter.shop_id, filter.before_position, filter.from_ms,
                                                      filter.to_ms, filter.limit, filter.actor_id, filter.kind}));
    }
    if (!filter.kind.empty()) {
        return read_entries(session_.query(
            audit_sql::list_by_kind,
            {filter.shop_id, filter.before_position, filter.from_ms, filter.to_ms, filter.limit, filter.kind}));
    }
    return read_entries(session_.query(
        audit_sql::list, {filter.shop_id, filter.before_position, filter.from_ms, filter.to_ms, filter.limit}));
}

std::vector<ports::AuditEntry> AuditStore::after(std::int64_t shop_id, std::int64_t position, std::int32_t limit) {
    return read_entries(session_.query(audit_sql::after, {shop_id, position, limit}));
}

ports::AuditEnd AuditStore::end(std::int64_t shop_id) { return read_end(session_.query(audit_sql::end, {shop_id})); }

ports::AuditEnd AuditStore::lock_end(std::int64_t shop_id) {
    session_.execute(audit_sql::begin_chain, {shop_id});
    return read_end(session_.query(audit_sql::lock_end, {shop_id}));
}

void AuditStore::append(const ports::AuditEntry& entry) {
    session_.execute(audit_sql::append, {entry.shop_id, entry.position, entry.at_ms, entry.kind, entry.actor_kind,
                                         entry.actor_id, entry.actor_name, entry.subject, entry.address, entry.detail,
                                         entry.previous_digest, entry.digest});
    session_.execute(audit_sql::move_end, {entry.shop_id, entry.position, entry.digest});
}

}  // namespace commis::sql
