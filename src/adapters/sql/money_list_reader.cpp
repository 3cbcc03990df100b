#include "adapters/sql/money_list_reader.hpp"

#include <limits>

#include "adapters/sql/money_list_statements.hpp"

namespace commis::sql {
namespace {

std::vector<ports::ListedEntry> entries_from(Rows rows) {
    std::vector<ports::ListedEntry> entries;
    while (rows.next()) entries.push_back({rows.integer(0), rows.text(1), rows.text(2)});
    return entries;
}

}  // namespace

std::vector<ports::ListedEntry> MoneyListReader::chargebacks(std::int64_t shop_id, ports::ChargebackState state,
                                                             const std::optional<ports::ListedEntry>& after,
                                                             std::int32_t limit) {
    if (state == ports::ChargebackState::open) {
        const ports::ListedEntry from = after.value_or(ports::ListedEntry{});
        return entries_from(
            session_.query(money_sql::open_chargebacks, {shop_id, from.key, from.order_id, from.entry_id, limit}));
    }
    const ports::ListedEntry from =
        after.value_or(ports::ListedEntry{std::numeric_limits<std::int64_t>::max(), "", ""});
    const bool is_won = state == ports::ChargebackState::won;
    return entries_from(session_.query(money_sql::decided_chargebacks,
                                       {shop_id, is_won, from.key, from.order_id, from.entry_id, limit}));
}

std::vector<ports::EntrySum> MoneyListReader::chargebacks_at_risk(std::int64_t shop_id) {
    std::vector<ports::EntrySum> sums;
    Rows rows = session_.query(money_sql::chargebacks_at_risk, {shop_id});
    while (rows.next()) sums.push_back({rows.text(0), rows.integer(1), rows.integer(2)});
    return sums;
}

std::vector<ports::ListedEntry> MoneyListReader::refunds_to_make(std::int64_t shop_id,
                                                                 const std::optional<ports::ListedEntry>& after,
                                                                 std::int32_t limit) {
    const ports::ListedEntry from = after.value_or(ports::ListedEntry{});
    return entries_from(
        session_.query(money_sql::refunds_to_make, {shop_id, from.key, from.order_id, from.entry_id, limit}));
}

}  // namespace commis::sql
