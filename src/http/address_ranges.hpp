// Lists of addresses and networks, and one spelling for an address: IPv4 in IPv6's clothes (RFC 4291, 2.5.5.2) is
// itself everywhere.
#pragma once

#include <array>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace commis::http {

// As it is written and compared everywhere; empty for what is no address.
std::string plain_address(std::string_view text);
// An address as it is counted: one of IPv6 by its first 64 bits, since whoever has one has them all; one of IPv4 by
// itself; what is no address as it came.
std::string counted_address(const std::string& address);

class AddressRanges {
public:
    // "10.0.0.0/8, 2001:db8::7", between commas or blanks; or the entry that is none. A network of everybody is none.
    static std::expected<AddressRanges, std::string> parse(std::string_view list);

    bool hold(std::string_view address) const;
    const std::vector<std::string>& entries() const { return entries_; }  // As they were written.

private:
    struct Network {
        std::array<unsigned char, 16> first{};  // IPv4 within IPv6.
        unsigned bits = 0;
    };
    std::vector<Network> networks_;
    std::vector<std::string> entries_;
};

}  // namespace commis::http
