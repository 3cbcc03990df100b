// Bytes too many for a database: files of articles lie beside it, each under its digest, so that the same bytes lie
// there once, whoever uploaded them. What no row names any more is swept away a day later (features/articles/files).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::ports {

struct StoredBytes {
    std::string digest{};  // SHA-256, hexadecimal.
    std::int64_t size_bytes = 0;
};

enum class BytesState : std::uint8_t { whole, missing, differs };

// May be used from several threads. Faults of the disk are exceptions.
struct FileStore {
    virtual ~FileStore() = default;
    // Takes a finished file over: it is moved here and is on the disk with its name when this returns.
    virtual StoredBytes take_in(const std::string& path) = 0;
    // A file that may be read from any place in it and never changes; nothing when the bytes are not there.
    virtual std::optional<std::string> find(std::string_view digest) = 0;
    // Reads all of it.
    virtual BytesState check(std::string_view digest, std::int64_t size_bytes) = 0;
    virtual std::vector<std::string> digests() = 0;
    // Deletes it, unless it was taken in after that moment. True when it is gone.
    virtual bool drop(std::string_view digest, std::int64_t unless_after_ms) = 0;
};

}  // namespace commis::ports
