// One server per data folder: a lock that the operating system takes back when the process ends.
#pragma once

#include <filesystem>

namespace commis::cli {

class DataLock {
public:
    // Throws std::runtime_error in clear words when another server holds the folder.
    explicit DataLock(const std::filesystem::path& folder);
    ~DataLock();
    DataLock(const DataLock&) = delete;
    DataLock& operator=(const DataLock&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace commis::cli
