#include "adapters/sql/retention_store.hpp"

#include <limits>

#include "adapters/sql/order_part_statements.hpp"
#include "adapters/sql/retention_statements.hpp"

namespace commis::sql {
namespace {

std::vector<ports::Aged> aged(Session& session, const Statement& statement, std::int64_t shop_id,
                              std::int64_t before_ms, const std::optional<ports::Aged>& after, std::int32_t limit) {
    const ports::Aged from = after.value_or(ports::Aged{"", std::numeric_limits<std::int64_t>::min()});
    std::vector<ports::Aged> found;
    Rows rows = session.query(statement, {shop_id, before_ms, from.at_ms, from.id, limit});
    while (rows.next()) found.push_back({rows.text(0), rows.integer(1)});
    return found;
}

}  // namespace

std::vector<ports::Aged> RetentionStore::with_people(std::int64_t shop_id, std::int64_t changed_before_ms,
                                                     const std::optional<ports::Aged>& after, std::int32_t limit) {
    return aged(session_, retention_sql::with_people, shop_id, changed_before_ms, after, limit);
}

std::vector<ports::Aged> RetentionStore::with_live_events(std::int64_t shop_id, std::int64_t changed_before_ms,
                                                          const std::optional<ports::Aged>& after, std::int32_t limit) {
    return aged(session_, retention_sql::with_live_events, shop_id, changed_before_ms, after, limit);
}

std::int64_t RetentionStore::archive_events(std::int64_t shop_id, std::string_view order_id) {
    const std::int64_t moved = session_.execute(retention_sql::archive, {shop_id, order_id});
    session_.execute(part_sql::delete_words, {shop_id, order_id});
    session_.execute(retention_sql::delete_events, {shop_id, order_id});
    session_.execute(retention_sql::mark_archived, {shop_id, order_id});
    return moved;
}

std::vector<ports::Aged> RetentionStore::bills_of_erased(std::int64_t shop_id, std::int64_t issued_before_ms,
                                                         const std::optional<ports::Aged>& after, std::int32_t limit) {
    return aged(session_, retention_sql::bills_of_erased, shop_id, issued_before_ms, after, limit);
}

void RetentionStore::erase_bill(std::int64_t shop_id, std::string_view document_id) {
    session_.execute(retention_sql::delete_files, {shop_id, document_id});
    session_.execute(retention_sql::erase_bill, {shop_id, document_id});
}

}  // namespace commis::sql
