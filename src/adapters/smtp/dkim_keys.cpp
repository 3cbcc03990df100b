#include "adapters/smtp/dkim_keys.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

#include "domain/email_address.hpp"

namespace commis::smtp {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view middle = "._domainkey.";
constexpr std::string_view ending = ".pem";

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeBio {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Bio = std::unique_ptr<BIO, FreeBio>;

Key read_key(const std::string& pem) {
    const Bio bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    return Key{PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr)};
}

std::string pem_of(EVP_PKEY* key) {
    const Bio bio{BIO_new(BIO_s_mem())};
    // The traditional form, which every version of libopendkim reads.
    if (PEM_write_bio_PrivateKey_traditional(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1) return {};
    char* bytes = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, static_cast<std::size_t>(length)};
}

std::string public_part(EVP_PKEY* key) {
    unsigned char* bytes = nullptr;
    const int length = i2d_PUBKEY(key, &bytes);
    if (length <= 0) return {};
    std::string text(static_cast<std::size_t>((length + 2) / 3 * 4) + 1, '\0');
    const int written = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes, length);
    OPENSSL_free(bytes);
    text.resize(static_cast<std::size_t>(written));
    return text;
}

bool is_selector(std::string_view text) {
    return !text.empty() && text.size() <= 63 && std::ranges::all_of(text, [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-';
    });
}

bool is_domain(std::string_view text) {
    const bool is_plain = std::ranges::all_of(text, [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-' || sign == '.';
    });
    return is_plain && domain::is_email_address("a@" + std::string{text});
}

bool is_private(const fs::path& file) {
    struct stat facts{};
    return ::stat(file.c_str(), &facts) == 0 && (facts.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

std::optional<DkimKey> read_file(const fs::path& path, std::string_view domain) {
    const auto name = path.filename().string();
    const auto at = name.find(middle);
    if (at == std::string::npos ||
        name != name.substr(0, at) + std::string{middle} + std::string{domain} + std::string{ending}) {
        return std::nullopt;
    }
    if (!is_private(path)) return std::nullopt;
    std::ifstream file{path, std::ios::binary};
    DkimKey key{std::string{domain}, name.substr(0, at), {std::istreambuf_iterator<char>(file), {}}, {}};
    const auto read = read_key(key.private_key);
    if (!read || !is_selector(key.selector)) return std::nullopt;
    key.public_key = public_part(read.get());
    return key;
}

// Never over a file that is there, and never readable by others, not even for a moment.
bool write_private(const fs::path& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) return false;
    const bool is_written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool is_safe = ::fsync(file) == 0;
    ::close(file);
    return is_written && is_safe;
}

}  // namespace

std::optional<DkimKey> DkimKeys::find(std::string_view domain) const {
    std::error_code fault;
    std::optional<DkimKey> newest;
    fs::file_time_type newest_at;
    for (const auto& entry : fs::directory_iterator{folder_, fault}) {
        auto key = read_file(entry.path(), domain);
        const auto at = entry.last_write_time(fault);
        if (!key || (newest && at < newest_at)) continue;
        newest = std::move(key);
        newest_at = at;
    }
    return newest;
}

std::expected<DkimKey, std::string> DkimKeys::make(const std::string& domain, const std::string& selector) const {
    if (!is_domain(domain)) return std::unexpected{"bad_domain"};
    if (!is_selector(selector)) return std::unexpected{"bad_selector"};
    const auto path = folder_ / (selector + std::string{middle} + domain + std::string{ending});
    if (fs::exists(path)) return std::unexpected{"exists"};
    const Key key{EVP_RSA_gen(2048)};
    if (!key) return std::unexpected{"unwritable"};
    std::error_code fault;
    if (fs::create_directories(folder_, fault)) fs::permissions(folder_, fs::perms::owner_all, fault);
    DkimKey made{domain, selector, pem_of(key.get()), public_part(key.get())};
    if (!write_private(path, made.private_key)) return std::unexpected{"unwritable"};
    return made;
}

}  // namespace commis::smtp
