#include "adapters/sqlite/database.hpp"

#include "adapters/sql/engine/retry.hpp"

namespace commis::sqlite {

void Database::write(sql::Priority priority, const sql::Work& work) {
    sql::with_retries([&] { writer_.run(priority, work); });
}

void Database::read(sql::Snapshot, const sql::Work& work) {
    sql::with_retries([&] { readers_.run(work); });
}

}  // namespace commis::sqlite
