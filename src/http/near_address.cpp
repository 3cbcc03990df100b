// The ranges of RFC 1918 (IPv4), RFC 4193 and RFC 4291 (IPv6).
#include "http/near_address.hpp"

#include "http/address_ranges.hpp"

namespace commis::http {

bool is_near(const std::string& address) {
    static const AddressRanges near = *AddressRanges::parse(
        "127.0.0.0/8, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16, ::1, fc00::/7, fe80::/10");
    return near.hold(address);
}

}  // namespace commis::http
