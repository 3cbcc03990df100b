// Read when somebody looks, at most every five seconds. What the process uses is told by the kernel, under the names
// that Prometheus' own libraries use.
#include "cli/server_figures.hpp"

#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>

#include "cli/log.hpp"
#include "cli/open_storage.hpp"
#include "cli/refused.hpp"

namespace commis::cli {
namespace {

namespace fs = std::filesystem;
using http::Figure;
using Figures = std::vector<Figure>;
using SteadyClock = std::chrono::steady_clock;

constexpr auto kept_for = std::chrono::seconds(5);

void add_queues(Figures& all, World& world) {
    const std::int64_t now_ms = world.services().clock.now_ms();
    for (const sql::QueueLength& length : queue_lengths(world.storage())) {
        const std::string queue(length.queue);
        const auto waited_ms = static_cast<double>(now_ms - length.oldest_at_ms.value_or(now_ms));
        all.push_back({"commis_queue_waiting",
                       "Things that wait to leave or to be done, up to 10,000.",
                       static_cast<double>(length.waiting),
                       {{"queue", queue}}});
        all.push_back({"commis_queue_oldest_seconds",
                       "How long the oldest of them has waited.",
                       waited_ms / 1'000,
                       {{"queue", queue}}});
    }
}

void add_backups(Figures& all, const Workers& workers) {
    const auto state = workers.backup_state();
    if (!state) return;
    all.push_back({"commis_backup_last_success_timestamp_seconds", "When the newest proven backup was made; 0: never.",
                   static_cast<double>(state->last_good_at_ms.value_or(0)) / 1'000});
    all.push_back({"commis_backup_failing", "1 when the last try failed.", state->failure.empty() ? 0.0 : 1.0});
    all.push_back(
        {"commis_backup_failures_total", "Tries that failed.", static_cast<double>(state->failures), {}, true});
    all.push_back({"commis_backup_bytes", "Size of the newest proven backup.", static_cast<double>(state->last_bytes)});
    all.push_back(
        {"commis_backup_orders", "Orders in the newest proven backup.", static_cast<double>(state->last_proof.orders)});
    all.push_back({"commis_backups_kept", "Proven backups in the folder.", static_cast<double>(state->kept)});
}

void add_disk(Figures& all, const system::ProgramSettings& settings) {
    struct statvfs room{};
    if (::statvfs(files_folder(settings).c_str(), &room) == 0) {
        all.push_back({"commis_disk_free_bytes", "Free where the data folder lies.",
                       static_cast<double>(room.f_bavail) * static_cast<double>(room.f_frsize)});
    }
    if (!settings.database.empty()) return;
    std::uintmax_t bytes = 0;
    for (const char* end : {"", "-wal"}) {
        std::error_code unseen;
        const auto size = fs::file_size(database_file(settings).string() + end, unseen);
        if (!unseen) bytes += size;
    }
    all.push_back({"commis_database_bytes", "Size of the SQLite database and its log.", static_cast<double>(bytes)});
}

double count_files_of_process() {
    std::error_code unseen;
    double count = 0;
    for (auto at = fs::directory_iterator("/proc/self/fd", unseen); at != fs::directory_iterator(); ++at) ++count;
    return count;
}

// The second number of /proc/self/statm is what lies in memory, in pages.
double resident_bytes() {
    std::ifstream file("/proc/self/statm");
    double all_pages = 0;
    double resident_pages = 0;
    file >> all_pages >> resident_pages;
    return resident_pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void add_process(Figures& all, double started_at_s) {
    struct rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1'000'000;
    };
    struct rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    all.push_back({"process_cpu_seconds_total",
                   "Time of the processors that was used.",
                   seconds(used.ru_utime) + seconds(used.ru_stime),
                   {},
                   true});
    all.push_back({"process_resident_memory_bytes", "Memory in use.", resident_bytes()});
    all.push_back({"process_open_fds", "Open files and connections.", count_files_of_process()});
    all.push_back({"process_max_fds", "As many may be open.", static_cast<double>(files.rlim_cur)});
    all.push_back({"process_start_time_seconds", "When the program started.", started_at_s});
}

// Whoever asks in a loop is answered from memory.
struct Kept {
    std::mutex mutex;
    SteadyClock::time_point read_at{};
    Figures figures;
};

}  // namespace

void add_server_figures(http::Metrics& metrics, World& world, const Workers& workers) {
    const auto kept = std::make_shared<Kept>();
    const auto started_at_s = static_cast<double>(std::time(nullptr));
    metrics.add_figures([kept, started_at_s, &world, &workers] {
        const std::scoped_lock lock(kept->mutex);
        if (!kept->figures.empty() && SteadyClock::now() - kept->read_at < kept_for) return kept->figures;
        Figures all{{"commis_build_info", "The version that runs.", 1, {{"version", program_version()}}}};
        add_queues(all, world);
        add_backups(all, workers);
        add_disk(all, world.settings());
        add_process(all, started_at_s);
        kept->figures = all;
        kept->read_at = SteadyClock::now();
        return all;
    });
}

}  // namespace commis::cli
