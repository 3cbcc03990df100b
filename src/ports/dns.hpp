// What the domain name system says, asked when somebody wants to know. Answers may be slow and are never remembered.
#pragma once

#include <string>
#include <vector>

namespace commis::ports {

enum class DnsStatus : std::uint8_t {
    found,
    nothing,  // There is no such name, or it has no record of this kind.
    failed,   // Nobody answered, or not as a name server should.
};

struct DnsAnswer {
    DnsStatus status = DnsStatus::nothing;
    std::vector<std::string> records;
    std::string words;  // Why it failed.
};

// Names are ASCII, without the dot at the end.
struct Resolver {
    virtual ~Resolver() = default;
    virtual DnsAnswer txt(const std::string& name) = 0;  // Strings of one record joined.
    virtual DnsAnswer mx(const std::string& name) = 0;   // "10 mail.example.org", best first; "0 ." takes no mail.
    virtual DnsAnswer addresses(const std::string& name) = 0;  // IPv4 and IPv6 as text.
};

}  // namespace commis::ports
