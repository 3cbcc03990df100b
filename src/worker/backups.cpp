// A backup is a folder named after its moment; the file proof.json in it is written last, so that one without it is
// not a backup yet.
#include "worker/backups.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "json/describe.hpp"
#include "json/parse.hpp"
#include "json/read.hpp"
#include "json/time.hpp"
#include "json/writer.hpp"

namespace commis::worker {

BOOST_DESCRIBE_STRUCT(BackupProof, (), (shops, orders, events, problems))

namespace {

namespace fs = std::filesystem;

constexpr std::string_view name_start = "commis-";
constexpr const char* proof_name = "proof.json";
constexpr std::int64_t retry_ms = 3'600'000;

std::string name_of(std::int64_t at_ms) { return std::string(name_start) + moment_in_names(at_ms); }

std::optional<std::int64_t> time_of(const std::string& name) {
    constexpr std::size_t hours_end = name_start.size() + 13;
    if (!name.starts_with(name_start) || name.size() != hours_end + 5) return std::nullopt;
    std::string time = name.substr(name_start.size());
    time.insert(13, ":").insert(16, ":");
    return json::parse_time_ms(time);
}

std::optional<BackupProof> read_proof(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::nullopt;
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto parsed = json::parse(text);
    if (!parsed) return std::nullopt;
    const auto read = json::read<BackupProof>(*parsed);
    if (!read) return std::nullopt;
    return *read;
}

void write_proof(const fs::path& file, const BackupProof& proof) {
    std::string text;
    json::Writer writer(text);
    writer.object().member("shops", proof.shops).member("orders", proof.orders);
    writer.member("events", proof.events).member("problems", proof.problems).end();
    std::ofstream stream(file, std::ios::binary);
    stream << text << '\n';
    stream.close();
    if (!stream) throw std::runtime_error("cannot write " + file.string());
}

std::int64_t bytes_of(const fs::path& folder) {
    std::int64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) bytes += static_cast<std::int64_t>(entry.file_size());
    }
    return bytes;
}

}  // namespace

std::string moment_in_names(std::int64_t at_ms) {
    std::string time = json::format_time_ms(at_ms / 1'000 * 1'000);
    std::erase(time, ':');
    return time;
}

fs::path failure_note(const fs::path& folder) { return folder / "last-failure.txt"; }

std::vector<KeptBackup> list_backups(const fs::path& folder) {
    std::vector<KeptBackup> found;
    std::error_code unseen;
    for (const auto& entry : fs::directory_iterator(folder, unseen)) {
        const auto at_ms = time_of(entry.path().filename().string());
        if (!at_ms) continue;
        if (const auto proof = read_proof(entry.path() / proof_name)) found.push_back({*at_ms, entry.path(), *proof});
    }
    std::ranges::sort(found, {}, &KeptBackup::at_ms);
    return found;
}

BackupKeeper::BackupKeeper(BackupOptions options, BackupTools tools)
    : options_(std::move(options)), tools_(std::move(tools)) {
    look();
    if (state_.last_good_at_ms) next_at_ms_ = *state_.last_good_at_ms + options_.every_ms;
}

BackupState BackupKeeper::state() const {
    const std::scoped_lock lock(mutex_);
    return state_;
}

void BackupKeeper::run_due(std::int64_t now_ms) {
    if (now_ms < next_at_ms_) return;
    // Whatever happens: not again at once.
    next_at_ms_ = now_ms + std::min(retry_ms, options_.every_ms);
    try {
        make(now_ms);
        drop_old();
    } catch (const std::exception& fault) {
        note_failure(fault.what());
        throw;
    }
    next_at_ms_ = now_ms + options_.every_ms;
    std::error_code unseen;
    fs::remove(failure_note(options_.folder), unseen);
    look();
}

void BackupKeeper::make(std::int64_t now_ms) {
    fs::create_directories(options_.folder);
    const auto kept = list_backups(options_.folder);
    const fs::path target = options_.folder / name_of(now_ms);
    tools_.copy(target, kept.empty() ? fs::path() : kept.back().path);
    const BackupProof proof = tools_.prove(target);
    if (proof.problems > 0) {
        // The copy is a true one, so it stays; what it shows is wrong with the data itself.
        throw std::runtime_error("the backup " + target.string() + " was brought back, and check finds " +
                                 std::to_string(proof.problems) + " problems in it: run commis check");
    }
    write_proof(target / proof_name, proof);
}

void BackupKeeper::drop_old() {
    const auto kept = list_backups(options_.folder);
    std::vector<std::int64_t> times;
    for (const KeptBackup& backup : kept) times.push_back(backup.at_ms);
    for (const std::int64_t at_ms : domain::backups_to_drop(times, options_.keeping)) {
        fs::remove_all(options_.folder / name_of(at_ms));
    }
    // What a try left that did not come to its end, older than the newest good one.
    for (const auto& entry : fs::directory_iterator(options_.folder)) {
        const std::string name = entry.path().filename().string();
        const bool is_partial = name.starts_with(name_start) && name.ends_with(".partial");
        const auto at_ms = time_of(name);
        const bool is_unproven = at_ms && *at_ms < kept.back().at_ms && !fs::exists(entry.path() / proof_name);
        if (is_partial || is_unproven) fs::remove_all(entry.path());
    }
}

void BackupKeeper::look() {
    const auto kept = list_backups(options_.folder);
    BackupState seen;
    seen.kept = static_cast<std::int64_t>(kept.size());
    if (!kept.empty()) {
        seen.last_good_at_ms = kept.back().at_ms;
        seen.last_proof = kept.back().proof;
        seen.last_bytes = bytes_of(kept.back().path);
    }
    const std::scoped_lock lock(mutex_);
    seen.failures = state_.failures;
    state_ = seen;
}

void BackupKeeper::note_failure(const std::string& words) {
    {
        const std::scoped_lock lock(mutex_);
        state_.failure = words;
        ++state_.failures;
    }
    // For `commis doctor`, where the folder can be written at all.
    std::ofstream(failure_note(options_.folder)) << words << '\n';
}

}  // namespace commis::worker
