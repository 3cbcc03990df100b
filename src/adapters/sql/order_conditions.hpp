// The filters of the order list as conditions on the table `o`, orders.
#pragma once

#include "adapters/sql/order_query.hpp"

namespace commis::sql {

// Which conditions are written so that SQLite does not choose their indexes over the one that leads.
struct HiddenIndexes {
    bool texts = false;
    bool totals = false;
    bool times = false;
    bool holds = false;
};

// Every filter but the leading one.
void add_conditions(QueryText& query, const ports::OrderFilter& filter, Lead lead, HiddenIndexes hidden,
                    Removed removed = Removed::hidden);

// The condition of the leading filter, for one of its values.
void add_lead(QueryText& query, Lead lead, const std::string& value);

// True when the leading filter goes through order_lines or order_tags, called `l`.
bool leads_through_lines(Lead lead);

}  // namespace commis::sql
