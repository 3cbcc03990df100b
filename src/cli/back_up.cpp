// `commis backup` and `commis restore`: one folder in, one folder out, verified both ways.
#include <filesystem>
#include <iostream>

#include "adapters/sqlite/backup.hpp"
#include "cli/commands.hpp"
#include "cli/data_lock.hpp"
#include "cli/refused.hpp"

namespace commis::cli {
namespace {

namespace fs = std::filesystem;

// The key that seals stored credentials belongs to the data: without it a restored folder could not be used.
constexpr const char* kept_files[] = {"secret.key"};
constexpr const char* kept_folders[] = {"uploads", "rejects", "files", "dkim"};

void copy_beside(const fs::path& from, const fs::path& to) {
    for (const char* name : kept_files) {
        if (fs::exists(from / name)) fs::copy_file(from / name, to / name);
    }
    for (const char* name : kept_folders) {
        if (!fs::exists(from / name)) continue;
        fs::copy(from / name, to / name, fs::copy_options::recursive);
        // The newest of several keys is the one that signs.
        for (const auto& entry : fs::recursive_directory_iterator(from / name)) {
            fs::last_write_time(to / fs::relative(entry.path(), from), entry.last_write_time());
        }
    }
}

}  // namespace

int back_up(const system::ProgramSettings& settings, const std::string& to) {
    if (!settings.database.empty()) {
        return fail("not_sqlite",
                    "PostgreSQL is backed up with pg_dump; keep " + files_folder(settings) + " beside it");
    }
    const fs::path target = to;
    if (fs::exists(target)) return fail("exists", to + " is there already");
    if (!fs::exists(database_file(settings))) return fail("not_found", "there is no database in " + settings.data);
    const fs::path growing = to + ".partial";
    fs::remove_all(growing);
    fs::create_directories(growing);
    sqlite::back_up(database_file(settings), growing / "commis.db");
    copy_beside(settings.data, growing);
    fs::permissions(growing, fs::perms::owner_all);
    fs::rename(growing, target);
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
    const DataLock lock(settings.data);
    sqlite::back_up(source, database_file(settings));
    copy_beside(from, settings.data);
    std::cout << "restored; checking" << std::endl;
    return check(settings);
}

}  // namespace commis::cli
