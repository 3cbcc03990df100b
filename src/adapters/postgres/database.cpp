#include "adapters/postgres/database.hpp"

#include "adapters/sql/engine/retry.hpp"

namespace commis::postgres {

void Database::write(sql::Priority, const sql::Work& work) {
    sql::with_retries([&] {
        const Pool::Loan connection = pool_.take();
        connection->control("BEGIN ISOLATION LEVEL READ COMMITTED");
        work(*connection);
        connection->commit();
    });
}

void Database::read(sql::Snapshot snapshot, const sql::Work& work) {
    sql::with_retries([&] {
        const Pool::Loan connection = pool_.take();
        if (snapshot == sql::Snapshot::each) {
            work(*connection);
            return;
        }
        connection->control("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        work(*connection);
        connection->commit();
    });
}

}  // namespace commis::postgres
