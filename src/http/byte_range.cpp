#include "http/byte_range.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "http/header_text.hpp"
#include "http/message.hpp"

namespace commis::http {
namespace {

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Numbers beyond any file count as the largest there is.
std::uint64_t number_in(std::string_view digits) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t number = 0;
    for (const char digit : digits) {
        const auto value = static_cast<std::uint64_t>(digit - '0');
        if (number > (most - value) / 10) return most;
        number = number * 10 + value;
    }
    return number;
}

// "-500": the last bytes.
ByteRange last_bytes(std::string_view digits, std::uint64_t size) {
    const std::uint64_t wanted = number_in(digits);
    if (wanted == 0 || size == 0) return {RangeKind::none};
    return {RangeKind::part, size - std::min(wanted, size), size - 1};
}

}  // namespace

ByteRange parse_range(std::string_view value, std::uint64_t size) {
    const std::size_t equals = value.find('=');
    if (equals == std::string_view::npos) return {};
    if (!equals_ignoring_case(trim(value.substr(0, equals)), "bytes")) return {};
    const std::string_view range = trim(value.substr(equals + 1));
    const std::size_t dash = range.find('-');
    if (dash == std::string_view::npos) return {};
    const std::string_view from = range.substr(0, dash);
    const std::string_view to = range.substr(dash + 1);
    if (from.empty()) return is_digits(to) ? last_bytes(to, size) : ByteRange{};
    if (!is_digits(from) || (!to.empty() && !is_digits(to))) return {};
    const std::uint64_t first = number_in(from);
    const std::uint64_t last = to.empty() ? std::numeric_limits<std::uint64_t>::max() : number_in(to);
    if (last < first) return {};
    if (first >= size) return {RangeKind::none};
    return {RangeKind::part, first, std::min(last, size - 1)};
}

}  // namespace commis::http
