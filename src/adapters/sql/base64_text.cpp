#include "adapters/sql/base64_text.hpp"

#include <sodium.h>

#include "adapters/sql/engine/fault.hpp"

namespace commis::sql {

std::string to_base64(std::string_view bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // The zero byte at its end.
    return text;
}

std::string from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const int answer = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                         text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
    if (answer != 0) throw Fault(FaultKind::corrupt, "not_base64", "a stored file is no base64 text");
    bytes.resize(size);
    return bytes;
}

}  // namespace commis::sql
