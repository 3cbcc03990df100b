// HMAC-SHA256 over "time.body", compared in constant time.
#include "adapters/gateways/stripe_signature.hpp"

#include <sodium.h>

#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "adapters/system/sodium.hpp"

namespace commis::gateways {
namespace {

constexpr std::int64_t tolerance_s = 300;
constexpr std::size_t signatures_max = 16;
constexpr std::size_t header_bytes_max = 4'096;

using Digest = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

struct Header {
    std::optional<std::int64_t> at_s{};
    std::string_view at_text{};
    std::vector<Digest> digests{};
};

std::optional<Digest> digest_from_hex(std::string_view text) {
    Digest digest{};
    std::size_t length = 0;
    const char* end = nullptr;
    const int result = sodium_hex2bin(digest.data(), digest.size(), text.data(), text.size(), nullptr, &length, &end);
    const bool is_whole = result == 0 && length == digest.size() && end == text.data() + text.size();
    return is_whole ? std::optional(digest) : std::nullopt;
}

Header parse(std::string_view text) {
    Header header;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const std::string_view part = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        if (part.starts_with("t=")) {
            header.at_text = part.substr(2);
            std::int64_t at_s = 0;
            const char* last = header.at_text.data() + header.at_text.size();
            const auto [end, error] = std::from_chars(header.at_text.data(), last, at_s);
            header.at_s = error == std::errc{} && end == last && at_s >= 0 ? std::optional(at_s) : std::nullopt;
        }
        if (part.starts_with("v1=") && header.digests.size() < signatures_max) {
            if (const auto digest = digest_from_hex(part.substr(3))) header.digests.push_back(*digest);
        }
    }
    return header;
}

void add(crypto_auth_hmacsha256_state& state, std::string_view text) {
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

Digest digest_of(std::string_view secret, std::string_view at_text, std::string_view body) {
    crypto_auth_hmacsha256_state state;
    Digest digest{};
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    add(state, at_text);
    add(state, ".");
    add(state, body);
    crypto_auth_hmacsha256_final(&state, digest.data());
    return digest;
}

}  // namespace

std::string stripe_signature_fault(std::string_view header, std::string_view body, std::string_view secret,
                                   std::int64_t now_s) {
    system::require_sodium();
    if (header.empty()) return "signature_missing";
    if (header.size() > header_bytes_max) return "signature_invalid";
    const Header read = parse(header);
    if (!read.at_s || read.digests.empty()) return "signature_invalid";
    const Digest wanted = digest_of(secret, read.at_text, body);
    bool is_signed = false;
    for (const Digest& digest : read.digests) {
        is_signed |= sodium_memcmp(digest.data(), wanted.data(), wanted.size()) == 0;
    }
    // An empty secret signs nothing: anybody could.
    if (!is_signed || secret.empty()) return "signature_invalid";
    const bool is_fresh = *read.at_s <= now_s + tolerance_s && *read.at_s >= now_s - tolerance_s;
    return is_fresh ? "" : "too_old";
}

}  // namespace commis::gateways
