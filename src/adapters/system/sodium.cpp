#include "adapters/system/sodium.hpp"

#include <sodium.h>

#include <stdexcept>

namespace commis::system {

void require_sodium() {
    static const int started = sodium_init();
    if (started < 0) throw std::runtime_error("libsodium can't be started");
}

std::string to_text(std::span<const unsigned char> bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();  // The library ends its text with a zero.
    return text;
}

std::string from_text(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    const int result = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                         text.size(), nullptr, &length, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (result != 0 || end != text.data() + text.size()) return {};
    bytes.resize(length);
    return bytes;
}

}  // namespace commis::system
