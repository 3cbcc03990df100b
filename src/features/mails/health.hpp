// Whether mail of a shop's sender will be believed: what its domain publishes (MX, SPF, DKIM, DMARC), what is wrong
// with it, and exactly which record to publish (D-25).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/shop.hpp"
#include "ports/dns.hpp"

namespace commis::mails {

enum class HealthLevel : std::uint8_t { good, hint, bad, unknown };
std::string_view id_of(HealthLevel level);

struct DnsRecord {
    std::string name;
    std::string type;
    std::string value;
};

struct HealthCheck {
    std::string subject;  // "mx", "spf", "dkim" or "dmarc".
    HealthLevel level = HealthLevel::good;
    std::string code;                           // Its sentence is "mail_health.<code>" of the words.
    std::map<std::string, std::string> values;  // For the places of the sentence.
    std::vector<std::string> found;             // As published.
    std::optional<DnsRecord> publish;           // To make it good; with a record of the same name, in its place.
};

struct MailHealth {
    std::string domain;
    HealthLevel level = HealthLevel::good;  // The worst of the checks.
    std::vector<HealthCheck> checks;
};

// Our key for the domain's signatures, as its record holds it.
struct SigningKey {
    std::string selector;
    std::string public_key;  // Base64.
};

struct HealthQuestion {
    std::string domain;              // The sender's, in ASCII.
    std::vector<std::string> hosts;  // Names or addresses of the servers that our mail comes from.
    std::vector<SigningKey> keys;    // Empty: mail is not signed by us.
    std::string reports_to;          // An address for DMARC's reports; may be empty.
};

// Whom mail of a shop is from: its own sender, else the first of its people, else the program's. May be empty.
std::string sender_address(const domain::Shop& shop, const std::string& program_sender);

MailHealth check_mail_health(ports::Resolver& resolver, const HealthQuestion& question);

}  // namespace commis::mails
