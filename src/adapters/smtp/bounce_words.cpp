// Words come first, codes second: many servers send 5.0.0 or 5.7.1 for everything and say in words what they mean.
#include "adapters/smtp/bounce_words.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <utility>

#include "adapters/smtp/markdown.hpp"
#include "domain/email_address.hpp"

namespace commis::smtp {
namespace {

using domain::BounceCause;

constexpr std::size_t shown_limit_bytes = 500;
constexpr std::size_t addresses_limit = 50;

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

// The length of the number at the start, at most three digits; 0 for none or more.
std::size_t number_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) ++length;
    return length <= 3 ? length : 0;
}

// The code that begins at this place, or nothing.
std::string_view status_at(std::string_view text, std::size_t at) {
    const bool is_class = text[at] == '2' || text[at] == '4' || text[at] == '5';
    const bool is_begin = at == 0 || (!g_ascii_isalnum(text[at - 1]) && text[at - 1] != '.' && text[at - 1] != '-');
    if (!is_class || !is_begin || at + 1 >= text.size() || text[at + 1] != '.') return {};
    const auto subject = number_length(text.substr(at + 2));
    const auto dot = at + 2 + subject;
    if (subject == 0 || dot >= text.size() || text[dot] != '.') return {};
    const auto detail = number_length(text.substr(dot + 1));
    const auto end = dot + 1 + detail;
    if (detail == 0) return {};
    // A fourth number makes it an address of a machine or a version.
    if (end < text.size() && (g_ascii_isalpha(text[end]) || text[end] == '-')) return {};
    if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) return {};
    return text.substr(at, end - at);
}

struct Phrase {
    std::string_view words;
    BounceCause cause;
};

// In small letters, the first that is found decides: what is said of the mailbox before what is said of the mail.
constexpr std::array phrases{
    Phrase{"mailbox full", BounceCause::mailbox_full},
    Phrase{"mailbox is full", BounceCause::mailbox_full},
    Phrase{"mailbox for user is full", BounceCause::mailbox_full},
    Phrase{"over quota", BounceCause::mailbox_full},
    Phrase{"overquota", BounceCause::mailbox_full},
    Phrase{"quota exceeded", BounceCause::mailbox_full},
    Phrase{"exceeded their quota", BounceCause::mailbox_full},
    Phrase{"exceeded storage", BounceCause::mailbox_full},
    Phrase{"insufficient disk", BounceCause::mailbox_full},
    Phrase{"out of storage", BounceCause::mailbox_full},
    Phrase{"disk space quota", BounceCause::mailbox_full},
    Phrase{"receiving email at a rate", BounceCause::unreachable},
    Phrase{"is disabled", BounceCause::address_disabled},
    Phrase{"mailbox disabled", BounceCause::address_disabled},
    Phrase{"account disabled", BounceCause::address_disabled},
    Phrase{"account is inactive", BounceCause::address_disabled},
    Phrase{"account has been suspended", BounceCause::address_disabled},
    Phrase{"account is disabled", BounceCause::address_disabled},
    Phrase{"account has been disabled", BounceCause::address_disabled},
    Phrase{"user is inactive", BounceCause::address_disabled},
    Phrase{"mailbox is frozen", BounceCause::address_disabled},
    Phrase{"deactivated", BounceCause::address_disabled},
    Phrase{"suspended", BounceCause::address_disabled},
    Phrase{"does not accept mail", BounceCause::domain_unknown},
    Phrase{"nullmx", BounceCause::domain_unknown},
    Phrase{"host unknown", BounceCause::domain_unknown},
    Phrase{"unknown host", BounceCause::domain_unknown},
    Phrase{"host not found", BounceCause::domain_unknown},
    Phrase{"host or domain name not found", BounceCause::domain_unknown},
    Phrase{"domain not found", BounceCause::domain_unknown},
    Phrase{"domain name not found", BounceCause::domain_unknown},
    Phrase{"no such domain", BounceCause::domain_unknown},
    Phrase{"domain does not exist", BounceCause::domain_unknown},
    Phrase{"illegal host/domain", BounceCause::domain_unknown},
    Phrase{"unrouteable mail domain", BounceCause::domain_unknown},
    Phrase{"unrouteable address", BounceCause::domain_unknown},
    Phrase{"could not find a gateway", BounceCause::domain_unknown},
    Phrase{"nxdomain", BounceCause::domain_unknown},
    Phrase{"dns type 'mx' lookup", BounceCause::domain_unknown},
    Phrase{"no mx", BounceCause::domain_unknown},
    Phrase{"too large", BounceCause::too_large},
    Phrase{"too big", BounceCause::too_large},
    Phrase{"size limit", BounceCause::too_large},
    Phrase{"maximum message size", BounceCause::too_large},
    Phrase{"message size exceeds", BounceCause::too_large},
    Phrase{"authentication check", BounceCause::sender_refused},
    Phrase{"not authenticated", BounceCause::sender_refused},
    Phrase{"unauthenticated", BounceCause::sender_refused},
    Phrase{"dmarc", BounceCause::sender_refused},
    Phrase{"dkim", BounceCause::sender_refused},
    Phrase{"spf ", BounceCause::sender_refused},
    Phrase{"ptr record", BounceCause::sender_refused},
    Phrase{"reverse dns", BounceCause::sender_refused},
    Phrase{"reverse hostname", BounceCause::sender_refused},
    Phrase{"blacklist", BounceCause::sender_refused},
    Phrase{"blocklist", BounceCause::sender_refused},
    Phrase{"block list", BounceCause::sender_refused},
    Phrase{"spamhaus", BounceCause::sender_refused},
    Phrase{"sender was rejected", BounceCause::sender_refused},
    Phrase{"sender address rejected", BounceCause::sender_refused},
    Phrase{"sender denied", BounceCause::sender_refused},
    Phrase{"relay", BounceCause::sender_refused},
    Phrase{"invalid rdns", BounceCause::sender_refused},
    Phrase{"mismatches client ip", BounceCause::sender_refused},
    Phrase{"network not allowed", BounceCause::sender_refused},
    Phrase{"frequency limited", BounceCause::sender_refused},
    Phrase{"virus", BounceCause::content_refused},
    Phrase{"spam", BounceCause::content_refused},
    Phrase{"bulk email filter", BounceCause::content_refused},
    Phrase{"banned", BounceCause::content_refused},
    Phrase{"message content", BounceCause::content_refused},
    Phrase{"phishing", BounceCause::content_refused},
    Phrase{"user unknown", BounceCause::address_unknown},
    Phrase{"unknown user", BounceCause::address_unknown},
    Phrase{"no such user", BounceCause::address_unknown},
    Phrase{"no such recipient", BounceCause::address_unknown},
    Phrase{"no such address", BounceCause::address_unknown},
    Phrase{"no such mailbox", BounceCause::address_unknown},
    Phrase{"no mailbox", BounceCause::address_unknown},
    Phrase{"unknown recipient", BounceCause::address_unknown},
    Phrase{"recipient unknown", BounceCause::address_unknown},
    Phrase{"recipient not found", BounceCause::address_unknown},
    Phrase{"user not found", BounceCause::address_unknown},
    Phrase{"mailbox not found", BounceCause::address_unknown},
    Phrase{"mailbox unavailable", BounceCause::address_unknown},
    Phrase{"mailbox does not exist", BounceCause::address_unknown},
    Phrase{"address does not exist", BounceCause::address_unknown},
    Phrase{"account that you tried to reach does not exist", BounceCause::address_unknown},
    Phrase{"account does not exist", BounceCause::address_unknown},
    Phrase{"doesn't have a", BounceCause::address_unknown},
    Phrase{"not listed in", BounceCause::address_unknown},
    Phrase{"invalid recipient", BounceCause::address_unknown},
    Phrase{"invalid mailbox", BounceCause::address_unknown},
    Phrase{"invalid address", BounceCause::address_unknown},
    Phrase{"unknown address", BounceCause::address_unknown},
    Phrase{"recipientnotfound", BounceCause::address_unknown},
    Phrase{"unknown in virtual", BounceCause::address_unknown},
    Phrase{"not a valid recipient", BounceCause::address_unknown},
    Phrase{"user not exist", BounceCause::address_unknown},
    Phrase{"user does not exist", BounceCause::address_unknown},
    Phrase{"no longer on server", BounceCause::address_unknown},
    Phrase{"not our user", BounceCause::address_unknown},
    Phrase{"not our customer", BounceCause::address_unknown},
    Phrase{"timed out", BounceCause::unreachable},
    Phrase{"could not deliver for the last", BounceCause::unreachable},
    Phrase{"after multiple retries", BounceCause::unreachable},
    Phrase{"hop count exceeded", BounceCause::unreachable},
    Phrase{"domain is not reachable", BounceCause::unreachable},
    Phrase{"time out", BounceCause::unreachable},
    Phrase{"connection refused", BounceCause::unreachable},
    Phrase{"network is unreachable", BounceCause::unreachable},
    Phrase{"could not connect", BounceCause::unreachable},
    Phrase{"did not accept our requests to connect", BounceCause::unreachable},
    Phrase{"too many hops", BounceCause::unreachable},
    Phrase{"mail loop", BounceCause::unreachable},
    Phrase{"loops back", BounceCause::unreachable},
    Phrase{"lost connection", BounceCause::unreachable},
    Phrase{"retry timeout", BounceCause::unreachable},
    Phrase{"rejected by", BounceCause::content_refused},
    Phrase{"access denied", BounceCause::sender_refused},
};

bool is_address_sign(char sign) {
    return g_ascii_isalnum(sign) || static_cast<unsigned char>(sign) >= 0x80 ||
           std::string_view{"!#$%&'*+-/=?^_`{|}~.@"}.find(sign) != std::string_view::npos;
}

}  // namespace

std::string enhanced_status(std::string_view text) {
    std::string_view vague;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto status = status_at(text, at);
        if (status.empty() || status.front() == '2') continue;
        if (!status.ends_with(".0.0")) return std::string{status};
        if (vague.empty()) vague = status;
    }
    return std::string{vague};
}

int reply_code(std::string_view text) {
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        const bool is_begin = at == 0 || (!g_ascii_isalnum(text[at - 1]) && text[at - 1] != '.' && text[at - 1] != '-');
        const bool is_code = (text[at] == '4' || text[at] == '5') && text[at + 1] >= '0' && text[at + 1] <= '5' &&
                             is_digit(text[at + 2]);
        const bool is_end = at + 3 == text.size() || text[at + 3] == ' ' || text[at + 3] == '-' || text[at + 3] == ':';
        if (is_begin && is_code && is_end)
            return (text[at] - '0') * 100 + (text[at + 1] - '0') * 10 + text[at + 2] - '0';
    }
    return 0;
}

std::vector<std::string> addresses_in(std::string_view text) {
    std::vector<std::string> found;
    for (auto at = text.find('@'); at != std::string_view::npos && found.size() < addresses_limit;
         at = text.find('@', at + 1)) {
        auto begin = at;
        while (begin > 0 && at - begin < domain::email_local_limit_bytes && is_address_sign(text[begin - 1])) --begin;
        auto end = at + 1;
        while (end < text.size() && end - at < domain::email_address_limit_bytes && is_address_sign(text[end])) ++end;
        auto candidate = text.substr(begin, end - begin);
        while (!candidate.empty() && candidate.back() == '.') candidate.remove_suffix(1);
        if (!domain::is_email_address(candidate)) continue;
        if (std::ranges::find(found, candidate) == found.end()) found.emplace_back(candidate);
    }
    return found;
}

BounceCause cause_of_words(std::string_view words) {
    std::string small{words};
    std::ranges::transform(small, small.begin(), [](char sign) { return sign == '\n' ? ' ' : g_ascii_tolower(sign); });
    const auto at = std::ranges::find_if(
        phrases, [&](const Phrase& phrase) { return small.find(phrase.words) != std::string::npos; });
    return at == phrases.end() ? BounceCause::other : at->cause;
}

BounceCause cause_of_status(std::string_view status) {
    if (status.size() < 5) return BounceCause::other;
    const auto detail = status.substr(2);
    constexpr std::array<std::pair<std::string_view, BounceCause>, 16> known{{
        {"1.1", BounceCause::address_unknown},
        {"1.3", BounceCause::address_unknown},
        {"1.6", BounceCause::address_unknown},
        {"1.2", BounceCause::domain_unknown},
        {"1.10", BounceCause::domain_unknown},
        {"4.4", BounceCause::domain_unknown},
        {"1.7", BounceCause::sender_refused},
        {"1.8", BounceCause::sender_refused},
        {"2.1", BounceCause::address_disabled},
        {"2.2", BounceCause::mailbox_full},
        {"2.3", BounceCause::too_large},
        {"3.4", BounceCause::too_large},
        {"7.9", BounceCause::sender_refused},
        {"7.23", BounceCause::sender_refused},
        {"7.25", BounceCause::sender_refused},
        {"7.26", BounceCause::sender_refused},
    }};
    const auto at = std::ranges::find(known, detail, [](const auto& entry) { return entry.first; });
    if (at != known.end()) return at->second;
    if (detail.starts_with("4.")) return BounceCause::unreachable;
    if (detail.starts_with("6.") || detail.starts_with("7.")) return BounceCause::content_refused;
    return BounceCause::other;
}

std::string shown_line(std::string_view text) {
    std::string line = single_line(text);
    if (line.size() <= shown_limit_bytes) return line;
    std::size_t end = shown_limit_bytes;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80) --end;
    return line.substr(0, end);
}

}  // namespace commis::smtp
