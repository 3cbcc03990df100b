// Root may write anywhere, and what it makes is root's: a log of the database that the server can't open stops a shop.
#include "cli/data_owner.hpp"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace commis::cli {

std::optional<std::string> owner_problem(const std::filesystem::path& folder) {
    struct stat found{};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &found) != 0 || found.st_uid == 0) return std::nullopt;
    const passwd* owner = ::getpwuid(found.st_uid);
    if (owner == nullptr) return std::nullopt;
    const std::string name = owner->pw_name;
    return folder.string() + " belongs to the user " + name + ": run this as that user, as in runuser -u " + name +
           " -- commis …";
}

}  // namespace commis::cli
