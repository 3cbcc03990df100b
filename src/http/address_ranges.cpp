// With the functions of the system: Asio's types would make this one of the files that take half a minute to compile.
#include "http/address_ranges.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <ranges>

#include "http/header_text.hpp"

namespace commis::http {
namespace {

using Bytes = std::array<unsigned char, 16>;

constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned mapped_bits = 96;
constexpr unsigned counted_bits = 64;

bool is_v4(const Bytes& bytes) { return std::ranges::equal(mapped, bytes | std::views::take(mapped.size())); }

std::optional<Bytes> read_address(std::string_view text) {
    const std::string address(text);
    Bytes bytes{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return bytes;
    std::ranges::copy(mapped, bytes.begin());
    if (inet_pton(AF_INET, address.c_str(), bytes.data() + mapped.size()) == 1) return bytes;
    return std::nullopt;
}

std::string written(const Bytes& bytes) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool is_short = is_v4(bytes);
    const void* const start = is_short ? bytes.data() + mapped.size() : bytes.data();
    return inet_ntop(is_short ? AF_INET : AF_INET6, start, text.data(), text.size()) == nullptr ? "" : text.data();
}

// The first address of the network around one.
Bytes first_of(Bytes bytes, unsigned bits) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::size_t kept = std::min<std::size_t>(8, bits - std::min<std::size_t>(bits, at * 8));
        bytes[at] = static_cast<unsigned char>(bytes[at] & (0xFF00U >> kept));
    }
    return bytes;
}

std::optional<unsigned> read_number(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::string plain_address(std::string_view text) {
    const auto bytes = read_address(text);
    return bytes ? written(*bytes) : "";
}

std::string counted_address(const std::string& address) {
    const auto bytes = read_address(address);
    if (!bytes) return address;
    return is_v4(*bytes) ? written(*bytes) : written(first_of(*bytes, counted_bits)) + "/64";
}

std::expected<AddressRanges, std::string> AddressRanges::parse(std::string_view list) {
    // What stands behind the network's own part is a slip of whoever wrote it.
    const auto read = [](std::string_view entry) -> std::optional<Network> {
        const auto slash = entry.find('/');
        const auto address = read_address(entry.substr(0, slash));
        if (!address) return std::nullopt;
        const unsigned before = entry.find(':') == std::string_view::npos ? mapped_bits : 0;
        const unsigned all = static_cast<unsigned>(address->size()) * 8 - before;
        const auto bits = slash == std::string_view::npos ? all : read_number(entry.substr(slash + 1));
        if (!bits || *bits == 0 || *bits > all || first_of(*address, before + *bits) != *address) return std::nullopt;
        return Network{*address, before + *bits};
    };
    AddressRanges ranges;
    for (const auto part : std::views::split(list, ',')) {
        std::string_view left = trim(std::string_view(part.begin(), part.end()));
        while (!left.empty()) {
            const auto end = std::min(left.find_first_of(" \t"), left.size());
            const std::string_view entry = left.substr(0, end);
            left = trim(left.substr(end));
            const auto network = read(entry);
            if (!network) return std::unexpected(std::string(entry));
            ranges.networks_.push_back(*network);
            ranges.entries_.emplace_back(entry);
        }
    }
    return ranges;
}

bool AddressRanges::hold(std::string_view address) const {
    const auto bytes = networks_.empty() ? std::nullopt : read_address(address);
    return bytes && std::ranges::any_of(networks_, [&](const Network& network) {
               return first_of(*bytes, network.bits) == network.first;
           });
}

}  // namespace commis::http
