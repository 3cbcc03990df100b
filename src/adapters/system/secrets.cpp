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

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string to_hex(std::span<const unsigned char> bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

struct KeyPair {
    KeyPair(const Sealer& sealer, std::string_view purpose) {
        auto seed = sealer.key_for(purpose);
        crypto_sign_seed_keypair(open.data(), secret.data(), seed.data());
        sodium_memzero(seed.data(), seed.size());
    }
    ~KeyPair() { sodium_memzero(secret.data(), secret.size()); }
    KeyPair(const KeyPair&) = delete;
    KeyPair& operator=(const KeyPair&) = delete;

    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
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

std::string SodiumSecrets::mac(std::string_view purpose, std::string_view text) {
    auto key = sealer().key_for(purpose);
    std::array<unsigned char, 16> bytes{};
    crypto_generichash(bytes.data(), bytes.size(), bytes_of(text), text.size(), key.data(), key.size());
    sodium_memzero(key.data(), key.size());
    return to_text(bytes);
}

bool SodiumSecrets::is_mac(std::string_view purpose, std::string_view text, std::string_view mac) {
    const std::string right = this->mac(purpose, text);
    return mac.size() == right.size() && sodium_memcmp(right.data(), mac.data(), right.size()) == 0;
}

std::string SodiumSecrets::sign(std::string_view purpose, std::string_view text) {
    KeyPair pair(sealer(), purpose);
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_of(text), text.size(), pair.secret.data());
    return to_text(signature);
}

std::string SodiumSecrets::public_key(std::string_view purpose) { return to_text(KeyPair(sealer(), purpose).open); }

std::string SodiumSecrets::fingerprint(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> bytes{};
    crypto_hash_sha256(bytes.data(), bytes_of(text), text.size());
    constexpr std::size_t kept = 12;
    return to_text(std::span(bytes).first<kept>());
}

std::string SodiumSecrets::sha256(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> bytes{};
    crypto_hash_sha256(bytes.data(), bytes_of(text), text.size());
    return to_hex(bytes);
}

std::string SodiumSecrets::digest(std::string_view text) {
    std::array<unsigned char, crypto_generichash_BYTES> bytes{};
    crypto_generichash(bytes.data(), bytes.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return to_hex(bytes);
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
