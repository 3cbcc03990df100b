// Why the storage could not do what was asked, in kinds that a caller can act on. Thrown by units of work and
// snapshots, and caught once, at the edge.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace commis::ports {

enum class StorageTrouble : std::uint8_t {
    busy,             // Others were in the way, also after some tries.
    unreachable,      // The database does not answer.
    outcome_unknown,  // It went away during the commit: the change is there as a whole, or not at all.
    full,             // No room is left.
    read_only,        // It may be read and not written.
    disk,             // The disk fails, or the files may not be opened.
    damaged,          // What is stored cannot be read as a database any more.
    mistake,          // Of the program or its set-up.
};

// "storage_full" and the like: the code of a problem document and of a failed command.
constexpr std::string_view code_of(StorageTrouble trouble) {
    switch (trouble) {
        case StorageTrouble::busy:
            return "storage_busy";
        case StorageTrouble::unreachable:
            return "storage_unreachable";
        case StorageTrouble::outcome_unknown:
            return "outcome_unknown";
        case StorageTrouble::full:
            return "storage_full";
        case StorageTrouble::read_only:
            return "storage_read_only";
        case StorageTrouble::disk:
            return "storage_failing";
        case StorageTrouble::damaged:
            return "storage_damaged";
        case StorageTrouble::mistake:
            return "internal_error";
    }
    std::unreachable();
}

class StorageFault : public std::runtime_error {
public:
    StorageFault(StorageTrouble trouble, const std::string& message) : std::runtime_error(message), trouble_(trouble) {}
    [[nodiscard]] StorageTrouble trouble() const { return trouble_; }

private:
    StorageTrouble trouble_;
};

}  // namespace commis::ports
