// Digests of tokens and slow hashes of passwords, by libsodium.
#pragma once

#include <semaphore>

#include "ports/secrets.hpp"

namespace commis::system {

class SodiumSecrets final : public ports::Secrets {
public:
    SodiumSecrets();

    std::string digest(std::string_view text) override;
    std::string hash_password(std::string_view password) override;
    bool password_matches(std::string_view hash, std::string_view password) override;

private:
    // Each computation takes 64 MiB: without a bound, a flood of sign-ins would take the machine's memory.
    static constexpr std::ptrdiff_t concurrent_hashes_max = 2;
    std::counting_semaphore<concurrent_hashes_max> places_{concurrent_hashes_max};
};

}  // namespace commis::system
