#include "adapters/system/sealing.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "adapters/system/sodium.hpp"

namespace commis::system {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string key_bytes(std::string_view text) {
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    if (text.size() != 64) return from_text(text);
    std::string bytes(32, '\0');
    std::size_t length = 0;
    const int result = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                      text.size(), nullptr, &length, nullptr);
    return result == 0 && length == bytes.size() ? bytes : std::string{};
}

// Created by exclusion, so that of two programs that start at once only one key is made.
std::expected<void, std::string> make_key_file(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST) return {};
    if (file < 0) return std::unexpected("the key file " + path.string() + " can't be made: " + std::strerror(errno));
    std::array<unsigned char, 32> key{};
    randombytes_buf(key.data(), key.size());
    const std::string text = to_text(key) + "\n";
    const bool is_written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    if (is_written) return {};
    ::unlink(path.c_str());
    return std::unexpected("the key file " + path.string() + " can't be written");
}

}  // namespace

Sealer::~Sealer() { sodium_memzero(key_.data(), key_.size()); }

std::optional<Sealer> Sealer::from_key(std::string_view text) {
    require_sodium();
    const std::string bytes = key_bytes(text);
    Sealer sealer;
    if (bytes.size() != sealer.key_.size()) return std::nullopt;
    std::memcpy(sealer.key_.data(), bytes.data(), bytes.size());
    return sealer;
}

std::expected<Sealer, std::string> Sealer::from_file(const std::filesystem::path& path) {
    require_sodium();
    if (auto made = make_key_file(path); !made) return std::unexpected(std::move(made.error()));
    struct stat facts {};
    if (::stat(path.c_str(), &facts) == 0 && (facts.st_mode & 077) != 0) {
        return std::unexpected("the key file " + path.string() + " can be read by others: set its mode to 0600");
    }
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    auto sealer = from_key(text);
    if (!sealer) return std::unexpected("the key file " + path.string() + " holds no key");
    return *sealer;
}

std::array<unsigned char, 32> Sealer::key_for(std::string_view purpose) const {
    std::array<unsigned char, 32> key{};
    crypto_generichash(key.data(), key.size(), bytes_of(purpose), purpose.size(), key_.data(), key_.size());
    return key;
}

std::string Sealer::seal(std::string_view text) const {
    std::string sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
    auto* nonce = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, bytes_of(text), text.size(), nonce, key_.data());
    return to_text({nonce, sealed.size()});
}

std::optional<std::string> Sealer::open(std::string_view sealed) const {
    const std::string bytes = from_text(sealed);
    if (bytes.size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) return std::nullopt;
    const std::string_view box = std::string_view(bytes).substr(crypto_secretbox_NONCEBYTES);
    std::string text(box.size() - crypto_secretbox_MACBYTES, '\0');
    const int result = crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()), bytes_of(box),
                                                  box.size(), bytes_of(bytes), key_.data());
    if (result != 0) return std::nullopt;
    return text;
}

}  // namespace commis::system
