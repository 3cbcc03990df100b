// What keeps secrets from being stored readable: digests of tokens, slow hashes of passwords, a seal for what has to be
// read again, and proofs that a text is this program's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commis::ports {

struct Secrets {
    virtual ~Secrets() = default;
    // The digest under which a token or session is stored and found: hexadecimal BLAKE2b-256.
    virtual std::string digest(std::string_view text) = 0;
    // argon2id with its parameters in the text. Waits when too many are being computed: each takes 64 MiB.
    virtual std::string hash_password(std::string_view password) = 0;
    virtual bool password_matches(std::string_view hash, std::string_view password) = 0;
    // Encrypted with a key that lies outside the database.
    virtual std::string seal(std::string_view text) = 0;
    // Nothing when it was sealed with another key.
    virtual std::optional<std::string> open(std::string_view sealed) = 0;
    // Proves that this program wrote a text, to itself: 22 signs of URL-safe base64 (BLAKE2b-128, keyed by the same key
    // and the purpose).
    virtual std::string mac(std::string_view purpose, std::string_view text) = 0;
    // In constant time.
    virtual bool is_mac(std::string_view purpose, std::string_view text, std::string_view mac) = 0;
    // Proves it to others, who have the public key: Ed25519 (RFC 8032), 86 signs of URL-safe base64. The key pair
    // follows from the same key and the purpose.
    virtual std::string sign(std::string_view purpose, std::string_view text) = 0;
    // A name for what nobody guesses anyway, as any program can compute it: the first 12 bytes of its SHA-256, 16 signs
    // of URL-safe base64.
    virtual std::string fingerprint(std::string_view text) = 0;
    // 32 bytes in URL-safe base64.
    virtual std::string public_key(std::string_view purpose) = 0;
    // Hexadecimal, as any program can compute it.
    virtual std::string sha256(std::string_view text) = 0;
    // So many random bytes as base32 (RFC 4648) in capitals, for people and telephones to read.
    virtual std::string random_base32(std::size_t bytes) = 0;
    // The six digits of RFC 4226 for a key in base32 and a counter, which is RFC 6238's step of time. Empty when the
    // key is none.
    virtual std::string one_time_code(std::string_view base32_key, std::int64_t counter) = 0;
};

}  // namespace commis::ports
