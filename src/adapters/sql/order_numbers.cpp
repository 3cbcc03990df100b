#include "adapters/sql/order_numbers.hpp"

#include <algorithm>

#include "adapters/sql/bank_statements.hpp"
#include "adapters/sql/values.hpp"
#include "domain/payment_reference.hpp"

namespace commis::sql {

void insert_numbers(Session& session, const std::vector<domain::OrderName>& known, const domain::Order& order) {
    Values values;
    for (const domain::OrderName& name : domain::names_of(order)) {
        if (std::ranges::find(known, name) != known.end()) continue;
        values.add(order.shop_id, order.id, domain::id_of(name.kind)).keep(name.number);
        values.keep(domain::number_digits(name.number)).keep(domain::number_tail(name.number));
    }
    if (!values.empty()) send_rows(session, bank_sql::insert_numbers, values.params());
}

}  // namespace commis::sql
