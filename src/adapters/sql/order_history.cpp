#include "adapters/sql/order_history.hpp"

#include <limits>

#include "adapters/sql/order_facts.hpp"
#include "adapters/sql/order_people.hpp"
#include "adapters/sql/timeline_statements.hpp"

namespace commis::sql {
namespace {

constexpr std::int64_t events_max = 10'000;
constexpr std::int64_t page_size = 200;

}  // namespace

std::optional<domain::Order> look_back(Session& session, const domain::Order& today, std::int64_t sequence) {
    boost::json::object facts = facts_of(today);
    std::int64_t below = std::numeric_limits<std::int64_t>::max();
    std::int64_t taken_back = 0;
    std::int64_t found = page_size;
    while (found == page_size) {
        if (taken_back >= events_max) return std::nullopt;
        found = 0;
        Rows rows = session.query(timeline_sql::list_patches, {today.shop_id, today.id, sequence, below, page_size});
        while (rows.next()) {
            below = rows.integer(0);
            apply_patch(facts, rows.view(1));
            ++found;
        }
        taken_back += found;
    }
    domain::Order past = order_from(facts);
    take_people(past, today);
    return past;
}

}  // namespace commis::sql
