#include "adapters/transfer/accounting_folder.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace commis::transfer {
namespace {

namespace fs = std::filesystem;

// Numbers may hold what names of files may not. No two of them have one name: a sign that is not kept stands as its
// bytes.
std::string safe_name(const ports::AccountingDocument& document) {
    std::string name = std::string(id_of(document.kind)) + "-";
    for (const char c : document.number) {
        const bool is_kept =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
        name += is_kept ? std::string(1, c) : fmt::format("_{:02X}", static_cast<unsigned char>(c));
    }
    return name;
}

class File {
public:
    File(const fs::path& path, int flags) : file_(::open(path.c_str(), flags | O_CLOEXEC, 0640)) {
        if (file_ < 0) throw std::system_error(errno, std::generic_category());
    }
    ~File() { ::close(file_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) throw std::system_error(errno, std::generic_category());
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        if (::fsync(file_) != 0) throw std::system_error(errno, std::generic_category());
    }

private:
    int file_;
};

// Beside its place, onto the disk, then into its place in one step, and that onto the disk, too.
void write_whole(const fs::path& path, std::string_view bytes) {
    const fs::path passing = path.parent_path() / ("." + path.filename().string() + ".part");
    {
        const File file(passing, O_WRONLY | O_CREAT | O_TRUNC);
        file.write(bytes);
        file.sync();
    }
    fs::rename(passing, path);
    File(path.parent_path(), O_RDONLY | O_DIRECTORY).sync();
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
