// The one rule for e-mail addresses: every address of the program (buyers, attendees, operators, senders) passes here
// before it is stored and again before it reaches a header or an SMTP command. Syntax follows RFC 5321 and RFC 6531.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace commis::domain {

inline constexpr std::size_t email_address_limit_bytes = 254;
inline constexpr std::size_t email_local_limit_bytes = 64;
inline constexpr std::size_t email_label_limit_bytes = 63;

// Each cause has its own name, so that a form can say what is wrong instead of "invalid address".
enum class EmailRefusal : std::uint8_t {
    empty = 1,
    too_long = 2,
    local_part_too_long = 3,
    line_break = 4,
    control_character = 5,
    space = 6,
    not_utf8 = 7,
    invisible_character = 8,
    at_sign_missing = 9,
    several_addresses = 10,
    local_part_missing = 11,
    local_part_dots = 12,
    quoted_local_part = 13,
    forbidden_character = 14,
    domain_missing = 15,
    domain_dots = 16,
    domain_without_dot = 17,
    domain_literal = 18,
    domain_hyphen = 19,
    domain_label_too_long = 20,
    domain_top_level_numeric = 21,
    comment = 22,
};

// The stable snake_case code of a refusal, e.g. "domain_without_dot".
std::string_view code_of(EmailRefusal refusal);

// An address that passed the rule, split at its only '@'.
struct EmailAddress {
    std::string local_part;
    std::string domain;

    std::string text() const { return local_part + "@" + domain; }
    bool is_ascii() const;
    // Two spellings of one mailbox compare equal: the domain ignores ASCII case, the local part does not.
    bool operator==(const EmailAddress& other) const;
};

// Checks and splits an address exactly as given: nothing is trimmed, unquoted or repaired.
std::expected<EmailAddress, EmailRefusal> parse_email_address(std::string_view text);

// For callers that keep the text as it is.
inline bool is_email_address(std::string_view text) { return parse_email_address(text).has_value(); }

}  // namespace commis::domain
