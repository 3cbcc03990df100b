// Asks name servers with c-ares. Chosen over libunbound because it speaks to any server and port it is given, needs no
// root keys, and comes with libcurl already; whether a zone is signed is not asked here.
#pragma once

#include <string>

#include "ports/dns.hpp"

namespace commis::dns {

// Safe to use from several threads: each question has its own channel.
class AresResolver final : public ports::Resolver {
public:
    // `servers`: "127.0.0.1:5353" or several with commas; empty: those of the machine.
    explicit AresResolver(std::string servers) : servers_{std::move(servers)} {}

    ports::DnsAnswer txt(const std::string& name) override;
    ports::DnsAnswer mx(const std::string& name) override;
    ports::DnsAnswer addresses(const std::string& name) override;

private:
    std::string servers_;
};

}  // namespace commis::dns
