// What a domain publishes about its mail, read: who may send for it (SPF, RFC 7208), what becomes of mail that fails
// (DMARC, RFC 7489), and the key of its signatures (DKIM, RFC 6376).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::mails {

struct SpfTerm {
    char qualifier = '+';   // + - ~ ?
    std::string mechanism;  // In small letters: all, include, a, mx, ip4, ip6, ptr, exists.
    std::string value;      // What follows ':' or '=': a name or an address, with its length behind '/'.
};

struct SpfRecord {
    std::vector<SpfTerm> terms;
    std::string redirect;
};

bool is_spf(std::string_view text);
// Nothing when a term is none that SPF knows.
std::optional<SpfRecord> parse_spf(std::string_view text);

// "v=DMARC1; p=none" as names and values; names in small letters. Nothing when a part has no '='.
using MailTags = std::map<std::string, std::string, std::less<>>;
std::optional<MailTags> parse_mail_tags(std::string_view text);
bool is_dmarc(std::string_view text);

// Whether the address lies in "192.0.2.0/24" or "2001:db8::/32"; without a length it must be the same.
bool is_in_network(std::string_view address, std::string_view network);

}  // namespace commis::mails
