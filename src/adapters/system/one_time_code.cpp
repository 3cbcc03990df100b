// The codes of RFC 4226 and 6238, by OpenSSL's HMAC: telephones compute them with SHA-1, which is sound in an HMAC.
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <boost/archive/iterators/transform_width.hpp>
#include <boost/endian/conversion.hpp>
#include <vector>

#include "adapters/system/secrets.hpp"

namespace commis::system {
namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::uint32_t code_count = 1'000'000;

// Nothing when a sign is none of base32's.
std::optional<std::string> bytes_of_base32(std::string_view text) {
    std::string fives;
    for (const char sign : text) {
        const auto at = digits.find(sign);
        if (at == std::string_view::npos) return std::nullopt;
        fives.push_back(static_cast<char>(at));
    }
    // Whole bytes only; bits that are left over belong to none.
    fives.resize(fives.size() - fives.size() % 8);
    using Bytes = boost::archive::iterators::transform_width<std::string::const_iterator, 8, 5>;
    return std::string(Bytes(fives.cbegin()), Bytes(fives.cend()));
}

}  // namespace

std::string SodiumSecrets::random_base32(std::size_t bytes) {
    std::string random(bytes, '\0');
    randombytes_buf(random.data(), random.size());
    using Fives = boost::archive::iterators::transform_width<std::string::const_iterator, 5, 8>;
    std::string text;
    for (Fives five(random.cbegin()); text.size() < bytes * 8 / 5; ++five) {
        text.push_back(digits[static_cast<std::size_t>(static_cast<unsigned char>(*five))]);
    }
    sodium_memzero(random.data(), random.size());
    return text;
}

std::string SodiumSecrets::one_time_code(std::string_view base32_key, std::int64_t counter) {
    const auto key = bytes_of_base32(base32_key);
    if (!key || key->empty()) return "";
    std::array<unsigned char, 8> message{};
    boost::endian::store_big_u64(message.data(), static_cast<std::uint64_t>(counter));
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int length = 0;
    const auto* made = HMAC(EVP_sha1(), key->data(), static_cast<int>(key->size()), message.data(), message.size(),
                            mac.data(), &length);
    if (made == nullptr || length != 20) throw std::runtime_error("no HMAC can be computed");
    // RFC 4226, 5.3: where to look stands in the last four bits, the first bit is left out.
    const std::size_t offset = mac[length - 1] & 0x0FU;
    const std::uint32_t number = boost::endian::load_big_u32(mac.data() + offset) & 0x7FFF'FFFFU;
    std::string text = std::to_string(number % code_count);
    return std::string(6 - text.size(), '0') + text;
}

}  // namespace commis::system
