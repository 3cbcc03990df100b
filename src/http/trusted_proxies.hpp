// Whose word about a client counts (X-Forwarded-For, X-Forwarded-Proto): the proxies that who runs the program named,
// or those of the same machine. The one place for that rule.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "http/address_ranges.hpp"
#include "http/message.hpp"

namespace commis::http {

class TrustedProxies {
public:
    // Addresses and networks as AddressRanges has them; or the entry that is none. A network of everybody is none: then
    // each client could say who it is.
    static std::expected<TrustedProxies, std::string> parse(std::string_view list);
    // Those of the list or, without one, what stands on this machine when browsers come by https and nobody else than
    // such a proxy can have spoken it.
    static std::expected<TrustedProxies, std::string> chosen(std::string_view list, bool is_behind_https);

    bool believes(std::string_view address) const { return ranges_.hold(address); }
    const std::vector<std::string>& entries() const { return ranges_.entries(); }  // As they were written.

    // Writes address and scheme of the client into a request that came from `remote_address`: from the right, the first
    // address that is no proxy of ours. What stands left of that was written by whoever liked to.
    void apply(Request& request) const;

private:
    AddressRanges ranges_;
};

}  // namespace commis::http
