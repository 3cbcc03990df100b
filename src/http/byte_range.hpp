// Which part of a file a request asks for (RFC 9110, 14): one range of bytes. What is no such range, and several
// ranges at once, ask for the whole, as the standard allows.
#pragma once

#include <cstdint>
#include <string_view>

namespace commis::http {

enum class RangeKind : std::uint8_t { whole, part, none };  // `none`: no byte of it is there (416).

struct ByteRange {
    RangeKind kind = RangeKind::whole;
    std::uint64_t first = 0;
    std::uint64_t last = 0;  // Included.
    std::uint64_t length() const { return last - first + 1; }
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// Of a `Range` header's value, empty where there is none.
ByteRange parse_range(std::string_view value, std::uint64_t size);

}  // namespace commis::http
