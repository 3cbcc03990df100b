// Digests of tokens, slow hashes of passwords and sealed credentials, by libsodium.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <semaphore>

#include "adapters/system/sealing.hpp"
#include "ports/secrets.hpp"

namespace commis::system {

class SodiumSecrets final : public ports::Secrets {
public:
    // The key is fetched when the first text is sealed or opened; without a source it lives as long as the object.
    SodiumSecrets() : SodiumSecrets(make_key) {}
    explicit SodiumSecrets(std::function<Sealer()> fetch_key);

    std::string digest(std::string_view text) override;
    std::string hash_password(std::string_view password) override;
    bool password_matches(std::string_view hash, std::string_view password) override;
    std::string seal(std::string_view text) override;
    std::optional<std::string> open(std::string_view sealed) override;
    std::string mac(std::string_view purpose, std::string_view text) override;
    bool is_mac(std::string_view purpose, std::string_view text, std::string_view mac) override;
    std::string sign(std::string_view purpose, std::string_view text) override;
    std::string fingerprint(std::string_view text) override;
    std::string public_key(std::string_view purpose) override;
    std::string sha256(std::string_view text) override;
    std::string random_base32(std::size_t bytes) override;
    std::string one_time_code(std::string_view base32_key, std::int64_t counter) override;

private:
    static Sealer make_key();
    const Sealer& sealer();

    const std::function<Sealer()> fetch_key_;
    std::mutex mutex_;
    std::optional<Sealer> sealer_;
    // Each computation takes 64 MiB: without a bound, a flood of sign-ins would take the machine's memory.
    static constexpr std::ptrdiff_t concurrent_hashes_max = 2;
    std::counting_semaphore<concurrent_hashes_max> places_{concurrent_hashes_max};
};

}  // namespace commis::system
