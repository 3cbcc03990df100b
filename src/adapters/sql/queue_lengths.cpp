// One look at each queue; webhooks shop by shop, as their index begins with it.
#include "adapters/sql/queue_lengths.hpp"

#include <algorithm>

#include "adapters/sql/queue_statements.hpp"

namespace commis::sql {
namespace {

void add(Session& session, const Statement& statement, std::initializer_list<Param> params, QueueLength& length) {
    Rows rows = session.query(statement, params);
    if (!rows.next()) return;
    length.waiting += rows.integer(0);
    const auto oldest_at_ms = rows.optional_integer(1);
    if (!oldest_at_ms) return;
    length.oldest_at_ms = std::min(*oldest_at_ms, length.oldest_at_ms.value_or(*oldest_at_ms));
}

}  // namespace

std::vector<QueueLength> read_queue_lengths(Engine& engine, std::span<const std::int64_t> shop_ids) {
    std::vector<QueueLength> found;
    engine.read(Snapshot::each, [&](Session& session) {
        found = {{"mail", 0, {}},
                 {"jobs", 0, {}},
                 {"payment_questions", 0, {}},
                 {"payment_notices", 0, {}},
                 {"webhooks", 0, {}}};
        add(session, queue_sql::mails, {}, found[0]);
        add(session, queue_sql::jobs, {}, found[1]);
        add(session, queue_sql::calls, {}, found[2]);
        add(session, queue_sql::notices, {}, found[3]);
        for (const std::int64_t shop_id : shop_ids) add(session, queue_sql::deliveries, {shop_id}, found[4]);
    });
    return found;
}

}  // namespace commis::sql
