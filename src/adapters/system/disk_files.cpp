// Moved in by rename after fsync, and the folders synced after it: what a row names survives a power cut.
#include "adapters/system/disk_files.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "adapters/system/sodium.hpp"

namespace commis::system {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digest_signs = 64;
constexpr std::size_t folder_signs = 2;

[[noreturn]] void fail(const std::string& what) { throw std::system_error(errno, std::generic_category(), what); }

class Descriptor {
public:
    Descriptor(const fs::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC)) {
        if (number_ < 0) fail("open " + path.string());
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

void sync_folder(const fs::path& path) {
    const Descriptor folder(path, O_RDONLY | O_DIRECTORY);
    if (::fsync(folder.number()) != 0) fail("sync " + path.string());
}

std::string hexadecimal(const std::array<unsigned char, crypto_hash_sha256_BYTES>& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

ports::StoredBytes read_all(int file, const fs::path& path) {
    require_sodium();
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::vector<unsigned char> piece(std::size_t{256} * 1024);
    ports::StoredBytes read;
    while (true) {
        const ssize_t count = ::read(file, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail("read " + path.string());
        if (count == 0) break;
        crypto_hash_sha256_update(&state, piece.data(), static_cast<unsigned long long>(count));
        read.size_bytes += count;
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    read.digest = hexadecimal(digest);
    return read;
}

bool is_digest(std::string_view text) {
    return text.size() == digest_signs && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::int64_t taken_in_ms(const fs::path& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) fail("look at " + path.string());
    return std::int64_t{about.st_mtim.tv_sec} * 1'000 + about.st_mtim.tv_nsec / 1'000'000;
}

}  // namespace

fs::path DiskFiles::place_of(std::string_view digest) const {
    return folder_ / digest.substr(0, folder_signs) / digest.substr(folder_signs);
}

ports::StoredBytes DiskFiles::take_in(const std::string& path) {
    const Descriptor file(path, O_RDWR);
    const ports::StoredBytes stored = read_all(file.number(), path);
    // From now on it counts as new, however long it took to come.
    if (::futimens(file.number(), nullptr) != 0 || ::fsync(file.number()) != 0) fail("sync " + path);
    const fs::path place = place_of(stored.digest);
    const std::scoped_lock lock(mutex_);
    const bool is_first = fs::create_directories(place.parent_path());
    // Also over bytes that are there already: what was damaged is whole again, and who reads it reads on.
    fs::rename(path, place);
    sync_folder(place.parent_path());
    if (is_first) sync_folder(folder_);
    if (is_first) sync_folder(folder_.parent_path().empty() ? fs::path(".") : folder_.parent_path());
    return stored;
}

std::optional<std::string> DiskFiles::find(std::string_view digest) {
    if (!is_digest(digest)) return std::nullopt;
    const fs::path place = place_of(digest);
    if (!fs::exists(place)) return std::nullopt;
    return place.string();
}

ports::BytesState DiskFiles::check(std::string_view digest, std::int64_t size_bytes) {
    const auto place = find(digest);
    if (!place) return ports::BytesState::missing;
    const Descriptor file(*place, O_RDONLY);
    const ports::StoredBytes read = read_all(file.number(), *place);
    const bool is_whole = read.digest == digest && read.size_bytes == size_bytes;
    return is_whole ? ports::BytesState::whole : ports::BytesState::differs;
}

std::vector<std::string> DiskFiles::digests() {
    std::vector<std::string> found;
    if (!fs::exists(folder_)) return found;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
        if (!entry.is_regular_file()) continue;
        std::string digest = entry.path().parent_path().filename().string() + entry.path().filename().string();
        if (is_digest(digest)) found.push_back(std::move(digest));
    }
    std::ranges::sort(found);
    return found;
}

bool DiskFiles::drop(std::string_view digest, std::int64_t unless_after_ms) {
    const std::scoped_lock lock(mutex_);
    const auto place = find(digest);
    if (!place || taken_in_ms(*place) > unless_after_ms) return false;
    return fs::remove(*place);
}

}  // namespace commis::system
