// The outbox's rows as they are read.
#pragma once

#include <vector>

#include "adapters/sql/engine/session.hpp"
#include "ports/outbox.hpp"

namespace commis::sql {

ports::MailRow read_mail(const Rows& rows);

// The mails that the events of an order from `first` to `last` caused, oldest first.
std::vector<ports::MailRow> mails_of_events(Session& session, std::int64_t shop_id, std::string_view order_id,
                                            std::int64_t first, std::int64_t last);

}  // namespace commis::sql
