// What went wrong below the SQL, in the same words for both engines. Storage faults are thrown and caught once, at the
// edge; callers look at the kind and never at a constraint's name, which differs between engines and shards.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace commis::sql {

enum class FaultKind : std::uint8_t {
    transient,         // Busy, deadlock, serialization: the whole command may be run again.
    gone,              // The database cannot be reached. Run again as well, on another connection.
    outcome_unknown,   // The connection broke during COMMIT: it may have happened. Only an idempotency key can tell.
    unique_violation,  // A row with this key exists already.
    constraint,        // CHECK, NOT NULL, foreign key, or a value that the engine cannot store.
    corrupt,           // The file or a page is damaged.
    full,              // No space left.
    read_only,         // The file or the disk under it may not be written.
    disk,              // Reading, writing or opening a file failed.
    other,             // A programming or set-up mistake.
};

std::string_view to_string(FaultKind kind);

class Fault : public std::runtime_error {
public:
    Fault(FaultKind kind, std::string code, const std::string& message);

    [[nodiscard]] FaultKind kind() const { return kind_; }
    // SQLSTATE, or SQLite's extended result code as "sqlite_2067".
    [[nodiscard]] const std::string& code() const { return code_; }
    // For constraint faults, as far as the engine says: "orders" and "shop_id,number".
    [[nodiscard]] const std::string& table() const { return table_; }
    [[nodiscard]] const std::string& columns() const { return columns_; }
    [[nodiscard]] bool may_retry() const { return kind_ == FaultKind::transient || kind_ == FaultKind::gone; }

    Fault&& about(std::string table, std::string columns) &&;

private:
    FaultKind kind_;
    std::string code_;
    std::string table_;
    std::string columns_;
};

}  // namespace commis::sql
