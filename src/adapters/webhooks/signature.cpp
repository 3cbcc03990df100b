#include "adapters/webhooks/signature.hpp"

#include <sodium.h>

#include <array>
#include <optional>

#include "adapters/system/sodium.hpp"

namespace commis::webhooks {
namespace {

std::optional<std::string> key_of(std::string_view secret) {
    constexpr std::string_view prefix = "whsec_";
    if (secret.starts_with(prefix)) secret.remove_prefix(prefix.size());
    std::string key(secret.size(), '\0');
    std::size_t length = 0;
    const int result = sodium_base642bin(reinterpret_cast<unsigned char*>(key.data()), key.size(), secret.data(),
                                         secret.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
    if (result != 0 || length == 0) return std::nullopt;
    key.resize(length);
    return key;
}

std::string digest_of(std::string_view key, std::string_view signed_text) {
    crypto_auth_hmacsha256_state state;
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> digest{};
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()), key.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(signed_text.data()),
                                  signed_text.size());
    crypto_auth_hmacsha256_final(&state, digest.data());
    std::string text(sodium_base64_ENCODED_LEN(digest.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), digest.data(), digest.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

}  // namespace

std::string signature_of(std::string_view id, std::int64_t timestamp_s, std::string_view body,
                         const std::vector<std::string>& secrets) {
    system::require_sodium();
    const std::string signed_text = std::string(id) + "." + std::to_string(timestamp_s) + "." + std::string(body);
    std::string signatures;
    for (const std::string& secret : secrets) {
        const auto key = key_of(secret);
        if (key) signatures += (signatures.empty() ? "v1," : " v1,") + digest_of(*key, signed_text);
    }
    return signatures;
}

}  // namespace commis::webhooks
