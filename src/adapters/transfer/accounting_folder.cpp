#include "adapters/transfer/accounting_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

namespace commis::transfer {
namespace {

namespace fs = std::filesystem;

// Numbers may hold what names of files may not.
std::string safe_name(const ports::AccountingDocument& document) {
    std::string name = std::string(id_of(document.kind)) + "-";
    for (const char c : document.number) {
        const bool is_kept = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
        name += is_kept ? c : '_';
    }
    return name;
}

void write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::system_error(errno, std::generic_category());
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

// Beside its place, onto the disk, and then into its place in one step.
void write_whole(const fs::path& path, std::string_view bytes) {
    const fs::path passing = path.parent_path() / ("." + path.filename().string() + ".part");
    const int file = ::open(passing.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
    if (file < 0) throw std::system_error(errno, std::generic_category());
    try {
        write_all(file, bytes);
        if (::fsync(file) != 0) throw std::system_error(errno, std::generic_category());
    } catch (...) {
        ::close(file);
        throw;
    }
    ::close(file);
    fs::rename(passing, path);
}

}  // namespace

std::expected<std::string, std::string> AccountingFolder::hand_over(const ports::AccountingDocument& document) {
    try {
        const fs::path folder = folder_ / document.shop;
        fs::create_directories(folder);
        const std::string name = safe_name(document);
        // The JSON comes last: whoever watches for it finds the page beside it.
        if (!document.pdf.empty()) write_whole(folder / (name + ".pdf"), document.pdf);
        write_whole(folder / (name + ".json"), document.content);
        return document.shop + "/" + name + ".json";
    } catch (const std::system_error& fault) {
        return std::unexpected(std::string(fault.what()));
    }
}

}  // namespace commis::transfer
