// The machine as the program needs it: folder, room, clock, key, backups.
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/doctor.hpp"
#include "cli/refused.hpp"
#include "cli/upgrade.hpp"
#include "worker/backups.hpp"

namespace commis::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t megabyte = 1U << 20U;
constexpr std::uint64_t free_bytes_wanted = 2'048 * megabyte;
constexpr std::uint64_t free_bytes_needed = 200 * megabyte;
constexpr std::int64_t hour_ms = 3'600'000;

std::int64_t written_at_ms(const fs::path& file) {
    struct stat found{};
    if (::stat(file.c_str(), &found) != 0) return 0;
    return static_cast<std::int64_t>(found.st_mtim.tv_sec) * 1'000;
}

bool is_on_same_disk(const fs::path& one, const fs::path& other) {
    struct stat first{};
    struct stat second{};
    return ::stat(one.c_str(), &first) == 0 && ::stat(other.c_str(), &second) == 0 && first.st_dev == second.st_dev;
}

Diagnosis room_on(const std::string& subject, const fs::path& folder) {
    struct statvfs room{};
    if (::statvfs(folder.c_str(), &room) != 0) {
        return {Level::problem, subject, folder.string() + " can't be looked at",
                "make the folder, and give it to the service"};
    }
    const std::uint64_t free_bytes = room.f_bavail * room.f_frsize;
    const std::uint64_t all_bytes = room.f_blocks * room.f_frsize;
    const std::uint64_t percent = all_bytes == 0 ? 100 : free_bytes * 100 / all_bytes;
    const std::string words =
        shown_bytes(free_bytes) + " (" + std::to_string(percent) + " %) free below " + folder.string();
    if (free_bytes < free_bytes_needed)
        return {Level::problem, subject, words, "make room now: orders can't be stored"};
    // Some file systems have no fixed number of files: they tell none at all.
    if (room.f_files > 0 && room.f_favail < 1'000) {
        return {Level::problem, subject, words + ", but hardly a file more",
                "remove files, or take a larger file system"};
    }
    if (free_bytes < free_bytes_wanted || percent < 5) return {Level::warning, subject, words, "make room soon"};
    return {Level::ok, subject, words, ""};
}

}  // namespace

Diagnoses look_at_folder(const system::ProgramSettings& settings) {
    const fs::path folder = files_folder(settings);
    struct stat found{};
    if (::stat(folder.c_str(), &found) != 0) {
        return {{Level::warning, "data", folder.string() + " is not there yet",
                 "it is made by commis shop create, or commis serve"}};
    }
    if (::access(folder.c_str(), R_OK | W_OK | X_OK) != 0) {
        return {{Level::problem, "data", folder.string() + " can't be written by this user",
                 "give it to the service's user"}};
    }
    if ((found.st_mode & (S_IRWXO | S_IWGRP)) != 0) {
        return {{Level::warning, "data", folder.string() + " is open to others on this machine",
                 "chmod 0750 " + folder.string()}};
    }
    return {{Level::ok, "data", folder.string() + " is the service's alone", ""}};
}

Diagnoses look_at_disk(const system::ProgramSettings& settings) {
    const fs::path folder = files_folder(settings);
    Diagnoses all;
    if (fs::exists(folder)) all.push_back(room_on("disk", folder));
    if (!settings.backup_folder.empty() && fs::exists(settings.backup_folder)) {
        all.push_back(room_on("backup-disk", settings.backup_folder));
    }
    return all;
}

Diagnoses look_at_clock(const system::ProgramSettings& settings, std::int64_t now_ms) {
    if (settings.database.empty() && written_at_ms(database_file(settings)) > now_ms + clock_slack_ms) {
        return {{Level::problem, "clock", "the database was written later than now", "set this machine's clock"}};
    }
    struct timex asked{};
    if (::adjtimex(&asked) == TIME_ERROR) {
        return {{Level::warning, "clock", "nothing keeps it right", "install systemd-timesyncd or chrony"}};
    }
    return {{Level::ok, "clock", "kept right by the network", ""}};
}

Diagnoses look_at_key(const system::ProgramSettings& settings) {
    if (!settings.secret_key.empty()) {
        return {{Level::ok, "key", "in the settings, and so in no backup",
                 "keep a copy of it apart from the backups: a restored database can't be read without it"}};
    }
    const fs::path file = fs::path(files_folder(settings)) / "secret.key";
    struct stat found{};
    if (::stat(file.c_str(), &found) != 0) {
        return {{Level::ok, "key", "made when the first credentials are stored", ""}};
    }
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return {{Level::problem, "key", file.string() + " is open to others", "chmod 0600 " + file.string()}};
    }
    return {{Level::ok, "key", "in the data folder, and so in each backup", ""}};
}

Diagnoses look_at_backups(const system::ProgramSettings& settings, std::int64_t now_ms) {
    if (!settings.database.empty()) {
        return {{Level::warning, "backup", "PostgreSQL is not backed up by this program",
                 "see that pg_dump or pg_basebackup runs, and that " + files_folder(settings) + " is copied with it"}};
    }
    if (settings.backup_folder.empty()) {
        return {{Level::warning, "backup", "none are made by themselves", "set backup_folder in the settings"}};
    }
    const std::string folder = settings.backup_folder;
    const auto kept = worker::list_backups(folder);
    if (std::ifstream note{worker::failure_note(folder)}) {
        std::string words{std::istreambuf_iterator<char>(note), {}};
        while (words.ends_with('\n')) words.pop_back();
        return {{Level::problem, "backup", "the last one failed: " + words, "it is tried again within the hour"}};
    }
    if (kept.empty()) {
        return {{Level::problem, "backup", "there is no proven one in " + folder,
                 "see the log of commis serve, which makes them"}};
    }
    const std::int64_t age_ms = now_ms - kept.back().at_ms;
    const std::string words = "the newest is " + shown_duration(age_ms) + " old, has " +
                              std::to_string(kept.back().proof.orders) + " orders, and was brought back and checked; " +
                              std::to_string(kept.size()) + " are kept";
    Diagnoses all;
    if (age_ms > settings.backup_every_hours * hour_ms * 2 + hour_ms) {
        all.push_back({Level::problem, "backup", words, "is commis serve running, and on this folder?"});
    } else {
        all.push_back({Level::ok, "backup", words, ""});
    }
    if (is_on_same_disk(folder, files_folder(settings))) {
        all.push_back({Level::warning, "backup-place", "the backups lie on the same disk as the data",
                       "copy them to another machine, or set backup_folder to another disk"});
    }
    return all;
}

Diagnoses look_at_upgrade(const system::ProgramSettings& settings) {
    if (!settings.database.empty()) return {};
    if (const auto begun = unfinished_upgrade(settings)) {
        return {{Level::problem, "upgrade",
                 "one began and did not come to its end; what was before lies in " + begun->copy,
                 "see the log of commis serve, which goes on with it; or bring the copy back for the older program"}};
    }
    const auto copies = list_upgrade_copies(settings);
    if (copies.empty()) return {};
    return {{Level::ok, "upgrade", "what was before the last one lies in " + copies.back().string(), ""}};
}

}  // namespace commis::cli
