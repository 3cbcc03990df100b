// Files of articles lie under their digest and never change: one that the backup before has is linked, not copied.
#include "cli/backup_copy.hpp"

#include <sstream>

#include "adapters/sqlite/backup.hpp"
#include "cli/check_world.hpp"
#include "cli/refused.hpp"

namespace commis::cli {
namespace {

namespace fs = std::filesystem;

// The key that seals stored credentials belongs to the data: without it a restored folder could not be used.
constexpr const char* kept_files[] = {"secret.key"};
constexpr const char* kept_folders[] = {"uploads", "rejects", "dkim", "files"};
constexpr std::string_view unchanging_folder = "files";

bool is_same_file(const fs::path& one, const fs::path& other) {
    std::error_code unseen;
    return fs::is_regular_file(other, unseen) && fs::file_size(other, unseen) == fs::file_size(one);
}

void copy_folder(const fs::path& from, const fs::path& to, const fs::path& previous) {
    fs::create_directories(to);
    for (const auto& entry : fs::recursive_directory_iterator(from)) {
        const fs::path below = fs::relative(entry.path(), from);
        if (entry.is_directory()) {
            fs::create_directories(to / below);
            continue;
        }
        std::error_code refused;
        const bool is_there = !previous.empty() && is_same_file(entry.path(), previous / below);
        if (is_there) fs::create_hard_link(previous / below, to / below, refused);
        if (is_there && !refused) continue;
        if (!fs::copy_file(entry.path(), to / below, refused) || refused) {
            // An upload whose job has ended meanwhile is missed by nobody; what matters is proven afterwards.
            if (!fs::exists(entry.path())) continue;
            throw fs::filesystem_error("copy", entry.path(), to / below, refused);
        }
        // The newest of several keys is the one that signs.
        const auto written_at = fs::last_write_time(entry.path(), refused);
        if (!refused) fs::last_write_time(to / below, written_at);
    }
}

// A folder that is gone when its work is done, and that a broken off try before may have left.
class PassingFolder {
public:
    explicit PassingFolder(fs::path path) : path_(std::move(path)) {
        fs::remove_all(path_);
        fs::create_directories(path_);
        fs::permissions(path_, fs::perms::owner_all);
    }
    ~PassingFolder() {
        std::error_code unseen;
        fs::remove_all(path_, unseen);
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace

void copy_beside(const fs::path& from, const fs::path& to, const fs::path& previous) {
    for (const char* name : kept_files) {
        if (fs::exists(from / name)) fs::copy_file(from / name, to / name);
    }
    for (const char* name : kept_folders) {
        const bool may_link = name == unchanging_folder && !previous.empty();
        if (fs::exists(from / name)) copy_folder(from / name, to / name, may_link ? previous / name : fs::path());
    }
}

void copy_data(const system::ProgramSettings& settings, const fs::path& to, const fs::path& previous) {
    fs::path growing = to;
    growing += ".partial";
    fs::remove_all(growing);
    fs::create_directories(growing);
    fs::permissions(growing, fs::perms::owner_all);
    sqlite::back_up(database_file(settings), growing / "commis.db");
    copy_beside(settings.data, growing, previous);
    fs::rename(growing, to);
}

worker::BackupProof prove_backup(const system::ProgramSettings& settings, const fs::path& backup) {
    const PassingFolder folder(backup.parent_path() / ".proof");
    system::ProgramSettings there = settings;
    there.data = folder.path().string();
    there.upgrade_backup = 0;
    sqlite::back_up(backup / "commis.db", database_file(there));
    // What is large is only read.
    for (const char* name : {"secret.key", "files"}) {
        if (fs::exists(backup / name)) fs::create_symlink(fs::absolute(backup / name), folder.path() / name);
    }
    World world(there);
    std::ostringstream unheard;
    const CheckSum found = check_world(world, unheard);
    return {found.shops, found.orders, found.events, found.problems};
}

}  // namespace commis::cli
