// Steps commit one by one, so a program that ends in the middle goes on where it was: the note in the data folder says
// that the copy of before is made, and another one would keep a state that no program ever had.
#include "cli/upgrade.hpp"

#include <sys/statvfs.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "cli/backup_copy.hpp"
#include "cli/data_lock.hpp"
#include "cli/doctor.hpp"
#include "cli/log.hpp"
#include "cli/refused.hpp"
#include "json/describe.hpp"
#include "json/parse.hpp"
#include "json/read.hpp"
#include "json/writer.hpp"
#include "worker/backups.hpp"

namespace commis::cli {

BOOST_DESCRIBE_STRUCT(UpgradeNote, (), (copy, from))

namespace {

namespace fs = std::filesystem;

constexpr std::string_view name_start = "before-upgrade-";
constexpr std::size_t copies_kept = 2;

fs::path note_file(const system::ProgramSettings& settings) { return fs::path(settings.data) / "upgrade.json"; }

void write_note(const system::ProgramSettings& settings, const UpgradeNote& note) {
    std::string text;
    json::Writer writer(text);
    writer.object().member("copy", note.copy).member("from", note.from).end();
    std::ofstream stream(note_file(settings), std::ios::binary);
    stream << text << '\n';
    stream.close();
    if (!stream) throw std::runtime_error("cannot write " + note_file(settings).string());
}

std::uint64_t bytes_of(const fs::path& file) {
    std::error_code unseen;
    const auto bytes = fs::file_size(file, unseen);
    return unseen ? 0 : bytes;
}

// Told before the first byte is copied: a disk filled up to its end helps nobody.
void require_room(const system::ProgramSettings& settings, const fs::path& folder) {
    const fs::path database = database_file(settings);
    const std::uint64_t needed = bytes_of(database) + bytes_of(database.string() + "-wal");
    struct statvfs room{};
    if (::statvfs(folder.c_str(), &room) != 0) throw std::runtime_error(folder.string() + " can't be looked at");
    const std::uint64_t free_bytes = room.f_bavail * room.f_frsize;
    if (free_bytes >= needed) return;
    throw std::runtime_error("it takes " + shown_bytes(needed) + ", and " + shown_bytes(free_bytes) +
                             " are free below " + folder.string());
}

fs::path copy_of_before(const system::ProgramSettings& settings, std::int64_t now_ms) {
    const fs::path folder = upgrade_copies_folder(settings);
    if (!fs::exists(folder)) {
        fs::create_directories(folder);
        fs::permissions(folder, fs::perms::owner_all);
    }
    require_room(settings, folder);
    const fs::path copy = folder / (std::string(name_start) + worker::moment_in_names(now_ms));
    try {
        // Files of articles never change: on one disk they are there once.
        copy_data(settings, copy, settings.data);
    } catch (...) {
        std::error_code unseen;
        fs::remove_all(copy.string() + ".partial", unseen);
        throw;
    }
    return copy;
}

void keep_copy(const system::ProgramSettings& settings, const sql::SchemaState& state, std::int64_t now_ms) {
    const auto begun = unfinished_upgrade(settings);
    if (begun && begun->from < state.version && fs::exists(fs::path(begun->copy) / "commis.db")) {
        log_info("upgrade: goes on after step " + std::to_string(state.version) + "; what was before lies in " +
                 begun->copy);
        return;
    }
    log_info("upgrade: copying " + shown_bytes(bytes_of(database_file(settings))) + " first");
    fs::path copy;
    try {
        copy = copy_of_before(settings, now_ms);
        write_note(settings, {fs::absolute(copy).string(), state.version});
    } catch (const std::exception& fault) {
        throw sql::MigrationRefused("upgrade_copy_failed",
                                    std::string("the database is of an older program, and before it is changed it is "
                                                "copied: ") +
                                        fault.what() +
                                        "; make room, name another disk in backup_folder, or make a copy by hand and "
                                        "set upgrade_backup = 0");
    }
    log_info("upgrade: copied to " + copy.string() + " and verified");
    // No step was taken since an earlier try made its copy: this one is the same, or newer.
    if (begun && fs::path(begun->copy).filename().string().starts_with(name_start)) fs::remove_all(begun->copy);
}

void drop_old_copies(const system::ProgramSettings& settings) {
    const auto copies = list_upgrade_copies(settings);
    for (std::size_t at = 0; at + copies_kept < copies.size(); ++at) fs::remove_all(copies[at]);
}

std::unique_ptr<DataLock> lock_alone(const system::ProgramSettings& settings) {
    try {
        return std::make_unique<DataLock>(settings.data);
    } catch (const DataLockTaken& fault) {
        throw sql::MigrationRefused("server_running", std::string(fault.what()) +
                                                          ", and its database is of an older program: stop that "
                                                          "server, then start this one");
    }
}

void tell(const sql::SchemaState& state) {
    log_info("upgrade: the schema is at step " + std::to_string(state.version) + ", " + std::to_string(state.missing) +
             " to take");
}

void take_steps(sql::Storage& storage, std::int64_t now_ms) {
    storage.migrate(now_ms, [](const sql::Migration& step, std::chrono::milliseconds took) {
        log_info("upgrade: step " + std::to_string(step.version) + " " + step.name + " took " +
                 std::to_string(took.count()) + " ms");
    });
    log_info("upgrade: done");
}

}  // namespace

fs::path upgrade_copies_folder(const system::ProgramSettings& settings) {
    if (!settings.backup_folder.empty()) return settings.backup_folder;
    return fs::path(settings.data) / "before-upgrades";
}

std::vector<fs::path> list_upgrade_copies(const system::ProgramSettings& settings) {
    std::vector<fs::path> copies;
    std::error_code unseen;
    for (const auto& entry : fs::directory_iterator(upgrade_copies_folder(settings), unseen)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(name_start) && name.ends_with('Z')) copies.push_back(entry.path());
    }
    std::ranges::sort(copies);
    return copies;
}

std::optional<UpgradeNote> unfinished_upgrade(const system::ProgramSettings& settings) {
    std::ifstream stream(note_file(settings), std::ios::binary);
    if (!stream) return std::nullopt;
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto parsed = json::parse(text);
    if (!parsed) return std::nullopt;
    const auto note = json::read<UpgradeNote>(*parsed);
    if (!note) return std::nullopt;
    return *note;
}

void bring_up_to_date(sql::Storage& storage, const system::ProgramSettings& settings, std::int64_t now_ms) {
    const sql::SchemaState found = storage.schema_state();
    if (found.version == 0) {
        storage.migrate(now_ms);
        return;
    }
    const bool is_sqlite = settings.database.empty();
    if (found.missing == 0 && !(is_sqlite && unfinished_upgrade(settings))) return;
    if (!is_sqlite) {
        tell(found);
        log_info("upgrade: PostgreSQL is not copied by this program; pg_dump does that");
        return take_steps(storage, now_ms);
    }
    const auto alone = lock_alone(settings);
    // Another process may have done it in between.
    const sql::SchemaState state = storage.schema_state();
    if (state.missing > 0) {
        tell(state);
        if (settings.upgrade_backup == 1) keep_copy(settings, state, now_ms);
        take_steps(storage, now_ms);
    }
    fs::remove(note_file(settings));
    drop_old_copies(settings);
}

}  // namespace commis::cli
