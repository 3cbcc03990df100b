// What keeps secrets from being stored readable: digests of tokens, slow hashes of passwords, and a seal for what has
// to be read again.
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
};

}  // namespace commis::ports
