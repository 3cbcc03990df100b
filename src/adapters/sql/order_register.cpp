#include "adapters/sql/order_register.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <string>

#include "adapters/sql/columns.hpp"
#include "adapters/sql/id_list.hpp"
#include "adapters/sql/order_part_statements.hpp"
#include "adapters/sql/order_statements.hpp"

namespace commis::sql {
namespace {

ports::RemovedRow read_removed(const Rows& rows) {
    Columns columns(rows);
    ports::RemovedRow row;
    row.id = columns.text();
    row.number = columns.text();
    row.external_id = columns.text();
    row.channel = columns.text();
    row.currency = columns.text();
    row.total_minor = columns.integer();
    row.placed_at_ms = columns.integer();
    row.removal.at_ms = columns.integer();
    row.removal.by = columns.text();
    row.removal.reason = columns.text();
    return row;
}

void load_references(Session& session, std::int64_t shop_id, std::span<ports::RemovedRow> rows) {
    std::vector<std::string> ids;
    for (const ports::RemovedRow& row : rows) ids.push_back(row.id);
    const std::vector<Param> params = list_params(shop_id, ids);
    Rows found = session.query(
        with_list(part_sql::load_references, part_sql::of_orders, params.size() - 1, part_sql::still_awaited), params);
    while (found.next()) {
        const auto row = std::ranges::find(rows, found.view(0), &ports::RemovedRow::id);
        if (row != rows.end()) row->payment_references.push_back(found.text(1));
    }
}

}  // namespace

std::vector<ports::RemovedRow> list_removed(Session& session, std::int64_t shop_id,
                                            const std::optional<ports::OrderCursor>& after, std::int32_t limit) {
    const std::int64_t below_ms = after ? after->key_number : std::numeric_limits<std::int64_t>::max();
    const std::string_view below_id = after ? std::string_view(after->order_id) : std::string_view();
    std::vector<ports::RemovedRow> removed;
    {
        Rows rows = session.query(order_sql::list_removed, {shop_id, below_ms, below_id, limit});
        while (rows.next()) removed.push_back(read_removed(rows));
    }
    const std::span<ports::RemovedRow> all(removed);
    for (std::size_t begin = 0; begin < removed.size(); begin += list_length_max) {
        load_references(session, shop_id, all.subspan(begin, std::min(list_length_max, removed.size() - begin)));
    }
    return removed;
}

}  // namespace commis::sql
