// The rows of one PostgreSQL answer as the cursor that both engines share.
#pragma once

#include "adapters/postgres/connection.hpp"

namespace commis::postgres {

// Deletes itself when the rows are released.
sql::Cursor* make_cursor(Result result);

}  // namespace commis::postgres
