// Whose word about a client counts (X-Forwarded-For, X-Forwarded-Proto): the proxies that who runs the program named,
// or those of the same machine. The one place for that rule.
#pragma once

#include <array>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace commis::http {

class TrustedProxies {
public:
    // Addresses and networks, "10.0.0.0/8, 2001:db8::7", between commas or blanks; or the entry that is none. A network
    // of everybody is none: then each client could say who it is.
    static std::expected<TrustedProxies, std::string> parse(std::string_view list);
    // Those of the list or, without one, what stands on this machine when browsers come by https and nobody else than
    // such a proxy can have spoken it.
    static std::expected<TrustedProxies, std::string> chosen(std::string_view list, bool is_behind_https);

    bool believes(const std::string& address) const;
    const std::vector<std::string>& entries() const { return entries_; }  // As they were written.

    // Writes address and scheme of the client into a request that came from `remote_address`: from the right, the first
    // address that is no proxy of ours. What stands left of that was written by whoever liked to.
    void apply(Request& request) const;

private:
    using Bytes = std::array<unsigned char, 16>;  // IPv4 within IPv6.
    struct Network {
        Bytes bytes{};
        unsigned bits = 0;
    };
    static bool read(const std::string& address, Bytes& bytes);
    static bool read(std::string_view entry, Network& network);
    static bool holds(const Network& network, const Bytes& bytes);

    std::vector<Network> networks_;
    std::vector<std::string> entries_;
};

}  // namespace commis::http
