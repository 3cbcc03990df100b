// Turns PostgreSQL's answers into the faults that both engines share. Only SQLSTATE decides, never a message or a
// constraint's name: names differ between shards and messages between languages.
#pragma once

#include "adapters/sql/engine/fault.hpp"

#include <libpq-fe.h>
#include <string_view>

namespace commis::postgres {

sql::Fault fault_of(const PGconn* connection, const PGresult* result, std::string_view where);

// The kind for one SQLSTATE; empty means that the server did not say anything before the connection broke.
sql::FaultKind kind_of(std::string_view state);

}  // namespace commis::postgres
