// Turns SQLite's result codes into the faults that both engines share.
#pragma once

#include "adapters/sql/engine/fault.hpp"

#include <sqlite3.h>
#include <string_view>

namespace commis::sqlite {

// The fault for a call on this connection that just failed. `where` is the statement's name or what was being done.
sql::Fault last_fault(sqlite3* handle, std::string_view where);
[[noreturn]] void throw_last_fault(sqlite3* handle, std::string_view where);

}  // namespace commis::sqlite
