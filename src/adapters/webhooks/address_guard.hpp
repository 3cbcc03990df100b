// Which addresses a webhook may reach: the public internet, and nothing that lies beside or behind the program. Asked
// with the address that is really connected to, so that a name that changes its answer between two looks gains nothing.
#pragma once

#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::webhooks {

// An address of either family: IPv4 stands in its mapped form, ::ffff:0:0/96.
using AddressBytes = std::array<std::uint8_t, 16>;

struct AddressRange {
    AddressBytes first{};
    int bits = 0;  // Of the 128.
    bool holds(const AddressBytes& address) const;
    friend bool operator==(const AddressRange&, const AddressRange&) = default;
};

// "10.0.0.0/8", "fd00::/8", "192.0.2.7"; nothing when it is none.
std::optional<AddressRange> parse_range(std::string_view text);
// Ranges between commas and blanks; the error is the first that is none.
std::expected<std::vector<AddressRange>, std::string> parse_ranges(std::string_view text);

// Nothing for a family that is neither IPv4 nor IPv6.
std::optional<AddressBytes> bytes_of(const sockaddr& address);

class AddressGuard {
public:
    // `allowed`: what the installer opened besides.
    explicit AddressGuard(std::vector<AddressRange> allowed) : allowed_(std::move(allowed)) {}

    bool allows(const AddressBytes& address) const;
    bool allows(const sockaddr& address) const;
    // A host that is an address in any spelling the resolver takes for one ("127.1", "0x7f000001"). True for names:
    // they are judged by what they resolve to when something is sent.
    bool allows_host(const std::string& host) const;

private:
    std::vector<AddressRange> allowed_;
};

}  // namespace commis::webhooks
