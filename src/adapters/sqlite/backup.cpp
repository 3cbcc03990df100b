#include "adapters/sqlite/backup.hpp"

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/faults.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>
#include <cerrno>
#include <memory>
#include <system_error>

namespace commis::sqlite {
namespace {

constexpr int pages_per_step = 4096;

struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Handle open(const std::filesystem::path& path, int flags) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_EXRESCODE, nullptr);
    Handle handle(raw);
    if (code != SQLITE_OK) throw_last_fault(raw, "open " + path.string());
    sqlite3_busy_timeout(raw, 10'000);
    return handle;
}

void run(sqlite3* handle, const char* text) {
    if (sqlite3_exec(handle, text, nullptr, nullptr, nullptr) != SQLITE_OK) throw_last_fault(handle, text);
}

void copy_pages(sqlite3* from, sqlite3* to) {
    // The open transaction pins one moment of the source: without it every commit beside us would start the copy anew.
    run(from, "BEGIN");
    run(from, "SELECT count(*) FROM sqlite_schema");
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) throw_last_fault(to, "backup");
    int code = SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        code = sqlite3_backup_step(backup, pages_per_step);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(5);
    }
    if (sqlite3_backup_finish(backup) != SQLITE_OK) throw_last_fault(to, "backup");
    run(from, "COMMIT");
}

// The bytes and the name must both be on the disk before anybody relies on the copy.
void sync_path(const std::filesystem::path& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0 || ::fsync(file) != 0) {
        const int error = errno;
        if (file >= 0) ::close(file);
        throw std::system_error(error, std::generic_category(), "sync " + path.string());
    }
    ::close(file);
}

std::vector<std::string> problems_of(sqlite3* handle) {
    std::vector<std::string> problems;
    const auto collect = [](void* list, int count, char** values, char**) {
        std::string line;
        for (int column = 0; column < count; ++column) {
            if (column != 0) line += ' ';
            line += values[column] == nullptr ? "-" : values[column];
        }
        if (line != "ok") static_cast<std::vector<std::string>*>(list)->push_back(line);
        return 0;
    };
    for (const char* check : {"PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
        if (sqlite3_exec(handle, check, collect, &problems, nullptr) != SQLITE_OK) {
            problems.push_back(last_fault(handle, check).what());
        }
    }
    return problems;
}

}  // namespace

void back_up(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (std::filesystem::exists(to)) {
        throw std::system_error(std::make_error_code(std::errc::file_exists), "backup to " + to.string());
    }
    std::filesystem::path partial = to;
    partial += ".partial";
    std::filesystem::remove(partial);
    {
        const Handle source = open(from, SQLITE_OPEN_READWRITE);
        const Handle target = open(partial, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        copy_pages(source.get(), target.get());
        // As one plain file the copy can be moved and read from a medium that cannot be written.
        run(target.get(), "PRAGMA journal_mode = DELETE");
        if (const auto problems = problems_of(target.get()); !problems.empty()) {
            throw sql::Fault(sql::FaultKind::corrupt, "backup_damaged",
                             "backup of " + from.string() + ": " + problems[0]);
        }
    }
    sync_path(partial, O_RDONLY);
    std::filesystem::rename(partial, to);
    sync_path(to.has_parent_path() ? to.parent_path() : std::filesystem::path("."), O_RDONLY | O_DIRECTORY);
}

std::vector<std::string> integrity_problems(const std::filesystem::path& path) {
    const Handle handle = open(path, SQLITE_OPEN_READWRITE);
    return problems_of(handle.get());
}

}  // namespace commis::sqlite
