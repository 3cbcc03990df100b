// Bytes under their SHA-256 (FIPS 180-4) in a folder: "ab/cdef…", two signs and the other 62.
#pragma once

#include <filesystem>
#include <mutex>

#include "ports/file_store.hpp"

namespace commis::system {

class DiskFiles final : public ports::FileStore {
public:
    // The folder is made with the first file. Files taken in have to lie on the same file system.
    explicit DiskFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    ports::StoredBytes take_in(const std::string& path) override;
    std::optional<std::string> find(std::string_view digest) override;
    ports::BytesState check(std::string_view digest, std::int64_t size_bytes) override;
    std::vector<std::string> digests() override;
    bool drop(std::string_view digest, std::int64_t unless_after_ms) override;

private:
    std::filesystem::path place_of(std::string_view digest) const;

    std::filesystem::path folder_;
    std::mutex mutex_;  // Nothing is dropped while the same bytes come in once more.
};

}  // namespace commis::system
