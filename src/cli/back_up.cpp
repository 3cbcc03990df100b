// `commis backup` and `commis restore`: one folder in, one folder out, verified both ways.
#include <filesystem>
#include <iostream>

#include "adapters/sqlite/backup.hpp"
#include "cli/backup_copy.hpp"
#include "cli/commands.hpp"
#include "cli/data_lock.hpp"
#include "cli/refused.hpp"

namespace commis::cli {
namespace fs = std::filesystem;

int back_up(const system::ProgramSettings& settings, const std::string& to) {
    if (!settings.database.empty()) {
        return fail("not_sqlite",
                    "PostgreSQL is backed up with pg_dump; keep " + files_folder(settings) + " beside it");
    }
    const fs::path target = to;
    if (fs::exists(target)) return fail("exists", to + " is there already");
    if (!fs::exists(database_file(settings))) return fail("not_found", "there is no database in " + settings.data);
    copy_data(settings, target);
    std::cout << "backed up to " << to << " and verified" << std::endl;
    return 0;
}

int restore(const system::ProgramSettings& settings, const std::string& from) {
    if (!settings.database.empty()) return fail("not_sqlite", "PostgreSQL is restored with pg_restore");
    const fs::path source = fs::path(from) / "commis.db";
    if (!fs::exists(source)) return fail("not_found", "there is no backup in " + from);
    const auto problems = sqlite::integrity_problems(source);
    if (!problems.empty()) return fail("damaged", "the backup is not whole: " + problems.front());
    if (fs::exists(database_file(settings))) {
        return fail("exists", settings.data + " holds a database already; move it away first");
    }
    fs::create_directories(settings.data);
    {
        const DataLock lock(settings.data);
        sqlite::back_up(source, database_file(settings));
        copy_beside(from, settings.data);
    }
    std::cout << "restored from " << from << " to " << settings.data << "; checking" << std::endl;
    // What an older program made is brought up to date now, and where it came from is the copy.
    system::ProgramSettings restored = settings;
    restored.upgrade_backup = 0;
    return check(restored);
}

}  // namespace commis::cli
