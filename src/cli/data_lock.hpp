// Who serves a data folder: one server alone with SQLite, several together with PostgreSQL. The operating system takes
// the lock back when the process ends.
#pragma once

#include <filesystem>
#include <stdexcept>

namespace commis::cli {

// Another server is there.
class DataLockTaken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class DataLock {
public:
    // Throws DataLockTaken in clear words when another server holds the folder for itself, or is there at all unless it
    // may be shared; std::runtime_error where nothing can be written.
    explicit DataLock(const std::filesystem::path& folder, bool may_be_shared = false);
    ~DataLock();
    DataLock(const DataLock&) = delete;
    DataLock& operator=(const DataLock&) = delete;

    // No other server was on the folder when this one came, and none comes before `let_others_in`.
    [[nodiscard]] bool was_first() const { return was_first_; }
    // Where it may be shared.
    void let_others_in();

private:
    int descriptor_ = -1;
    bool may_be_shared_ = false;
    bool was_first_ = false;
};

}  // namespace commis::cli
