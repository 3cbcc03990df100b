#include "adapters/system/secrets.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

#include "adapters/system/sodium.hpp"

namespace commis::system {
namespace {

// A place at the hashing table, given back however the work ends.
template <class Semaphore>
class Seat {
public:
    explicit Seat(Semaphore& places) : places_(places) { places_.acquire(); }
    ~Seat() { places_.release(); }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;

private:
    Semaphore& places_;
};

}  // namespace

SodiumSecrets::SodiumSecrets(std::function<Sealer()> fetch_key) : fetch_key_(std::move(fetch_key)) { require_sodium(); }

Sealer SodiumSecrets::make_key() {
    require_sodium();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return *Sealer::from_key(to_text(bytes));
}

const Sealer& SodiumSecrets::sealer() {
    const std::scoped_lock lock(mutex_);
    if (!sealer_) sealer_.emplace(fetch_key_());
    return *sealer_;
}

std::string SodiumSecrets::seal(std::string_view text) { return sealer().seal(text); }

std::optional<std::string> SodiumSecrets::open(std::string_view sealed) { return sealer().open(sealed); }

std::string SodiumSecrets::digest(std::string_view text) {
    std::array<unsigned char, crypto_generichash_BYTES> bytes{};
    crypto_generichash(bytes.data(), bytes.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    std::string digest(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(digest.data(), digest.size(), bytes.data(), bytes.size());
    digest.pop_back();
    return digest;
}

std::string SodiumSecrets::hash_password(std::string_view password) {
    const Seat seat(places_);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int result =
        crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
    if (result != 0) throw std::runtime_error("not enough memory to hash a password");
    return hash.data();
}

bool SodiumSecrets::password_matches(std::string_view hash, std::string_view password) {
    // The library reads a fixed length and expects its end to be marked.
    std::array<char, crypto_pwhash_STRBYTES> stored{};
    if (hash.empty() || hash.size() >= stored.size()) return false;
    hash.copy(stored.data(), hash.size());
    const Seat seat(places_);
    return crypto_pwhash_str_verify(stored.data(), password.data(), password.size()) == 0;
}

}  // namespace commis::system
