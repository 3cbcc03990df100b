#include "adapters/system/ids.hpp"

#include <sodium.h>

#include <algorithm>
#include <ranges>

#include "adapters/system/sodium.hpp"

namespace commis::system {
namespace {

constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// 48 bits of time and 80 of chance as 26 digits of five bits; the first digit holds the top three bits only.
std::string ulid(std::int64_t at_ms, const std::array<unsigned char, 10>& random) {
    std::string text(26, '0');
    auto time = static_cast<std::uint64_t>(at_ms);
    for (std::size_t i = 10; i-- > 0; time >>= 5) text[i] = crockford[time & 31];
    std::uint32_t held = 0;
    unsigned bits = 0;
    std::size_t out = 10;
    for (const unsigned char byte : random) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 5;) {
            bits -= 5;
            text[out++] = crockford[(held >> bits) & 31];
        }
    }
    return text;
}

// False when all bits were set and the count starts over.
bool increment(std::array<unsigned char, 10>& random) {
    for (unsigned char& byte : std::views::reverse(random)) {
        if (++byte != 0) return true;
    }
    return false;
}

}  // namespace

UlidIds::UlidIds(const ports::Clock& clock) : clock_(clock) { require_sodium(); }

std::string UlidIds::next() {
    const std::int64_t now_ms = clock_.now_ms();
    const std::scoped_lock lock(mutex_);
    if (now_ms > last_ms_) {
        last_ms_ = now_ms;
        randombytes_buf(random_.data(), random_.size());
    } else if (!increment(random_)) {
        last_ms_ += 1;
    }
    return ulid(last_ms_, random_);
}

std::string UlidIds::secret() {
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return to_text(bytes);
}

std::int64_t UlidIds::next_shop_id() {
    std::uint64_t bits = 0;
    while (bits == 0) {
        randombytes_buf(&bits, sizeof bits);
        bits &= (std::uint64_t{1} << 53) - 1;
    }
    return static_cast<std::int64_t>(bits);
}

}  // namespace commis::system
