// Backups by themselves: one every so many hours, each proven by bringing it back, the old ones dropped only when a
// proven new one is there. What fails is told, and tried again within the hour.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "domain/backup_keeping.hpp"

namespace commis::worker {

// What was found when a backup was brought back beside itself.
struct BackupProof {
    std::int64_t shops = 0;
    std::int64_t orders = 0;
    std::int64_t events = 0;
    std::int64_t problems = 0;  // What `commis check` says of the copy.
};

// One proven backup of the folder.
struct KeptBackup {
    std::int64_t at_ms = 0;
    std::filesystem::path path;
    BackupProof proof;
};

// How the copy is made and proven; given by main, because only it knows the storage.
struct BackupTools {
    // Copies into the new folder; files that are the same in `previous` (may be empty) need no second place.
    std::function<void(const std::filesystem::path& to, const std::filesystem::path& previous)> copy;
    std::function<BackupProof(const std::filesystem::path& backup)> prove;
};

struct BackupOptions {
    std::filesystem::path folder;
    std::int64_t every_ms = 24 * 3'600'000;
    domain::BackupKeeping keeping;
};

struct BackupState {
    std::optional<std::int64_t> last_good_at_ms;
    BackupProof last_proof;
    std::int64_t last_bytes = 0;  // Of the newest proven one.
    std::int64_t kept = 0;        // Proven ones in the folder.
    std::int64_t failures = 0;    // Since the server started.
    std::string failure;          // Of the last try; empty when it was good.
};

// "2026-11-23T134500Z": colons are trouble in names of files.
std::string moment_in_names(std::int64_t at_ms);

// Those that were proven, oldest first. A folder that is not there has none.
std::vector<KeptBackup> list_backups(const std::filesystem::path& folder);

// Where it is said why the last try failed, while that is so.
std::filesystem::path failure_note(const std::filesystem::path& folder);

class BackupKeeper {
public:
    BackupKeeper(BackupOptions options, BackupTools tools);

    // Makes a backup when one is due. A failure is kept in the state, and thrown.
    void run_due(std::int64_t now_ms);
    // For anybody, at any time.
    BackupState state() const;

private:
    void make(std::int64_t now_ms);
    void drop_old();
    void look();
    void note_failure(const std::string& words);

    const BackupOptions options_;
    const BackupTools tools_;
    std::int64_t next_at_ms_ = 0;
    mutable std::mutex mutex_;
    BackupState state_;
};

}  // namespace commis::worker
