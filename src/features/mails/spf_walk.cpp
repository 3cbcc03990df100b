#include "features/mails/spf_walk.hpp"

#include <algorithm>
#include <set>

#include "features/mails/mail_records.hpp"

namespace commis::mails {
namespace {

using ports::DnsStatus;

constexpr int walk_limit = 30;  // Above the limit, to tell how far above it is, and no further.

class Walk {
public:
    Walk(ports::Resolver& resolver, const std::vector<std::string>& addresses, SpfFinding& finding)
        : resolver_{resolver}, addresses_{addresses}, finding_{finding} {}

    // Whether the record of this domain allows one of our addresses.
    bool allows(const std::string& domain) {
        if (finding_.lookups > walk_limit || !visited_.insert(domain).second) return false;
        const auto record = record_of(domain);
        if (!record) return false;
        bool is_allowed = false;
        for (const SpfTerm& term : record->terms) {
            const bool is_match = matches(term, domain);
            if (is_match && term.mechanism != "all" && term.qualifier == '+') is_allowed = true;
        }
        if (!record->redirect.empty()) {
            ++finding_.lookups;
            is_allowed = allows(record->redirect) || is_allowed;
        }
        return is_allowed;
    }

private:
    std::optional<SpfRecord> record_of(const std::string& domain) {
        const auto answer = resolver_.txt(domain);
        if (answer.status == DnsStatus::failed) finding_.has_failed = true;
        std::vector<std::string> found;
        std::ranges::copy_if(answer.records, std::back_inserter(found), is_spf);
        auto record = found.size() == 1 ? parse_spf(found.front()) : std::nullopt;
        if (!record && answer.status != DnsStatus::failed) {
            finding_.is_broken = true;
            finding_.broken_at = domain;
        }
        return record;
    }

    bool is_ours(const std::string& name, std::string_view length) {
        const auto answer = resolver_.addresses(name);
        if (answer.status == DnsStatus::failed) finding_.has_failed = true;
        return std::ranges::any_of(answer.records,
                                   [&](const std::string& address) { return holds_us(address + std::string{length}); });
    }

    bool holds_us(const std::string& network) const {
        return std::ranges::any_of(addresses_,
                                   [&](const std::string& address) { return is_in_network(address, network); });
    }

    bool matches(const SpfTerm& term, const std::string& domain) {
        if (term.mechanism == "ip4" || term.mechanism == "ip6") return holds_us(term.value);
        if (term.mechanism == "all") return false;
        ++finding_.lookups;
        const auto slash = std::min(term.value.find('/'), term.value.size());
        const auto name = slash == 0 ? domain : term.value.substr(0, slash);
        const auto length = term.value.substr(slash, term.value.find("//") - slash);
        if (term.mechanism == "include") return allows(term.value);
        if (term.mechanism == "a") return is_ours(name, length);
        if (term.mechanism != "mx") return false;
        const auto hosts = resolver_.mx(name);
        if (hosts.status == DnsStatus::failed) finding_.has_failed = true;
        return std::ranges::any_of(
            hosts.records, [&](const std::string& host) { return is_ours(host.substr(host.find(' ') + 1), length); });
    }

    ports::Resolver& resolver_;
    const std::vector<std::string>& addresses_;
    SpfFinding& finding_;
    std::set<std::string> visited_;
};

}  // namespace

SpfFinding walk_spf(ports::Resolver& resolver, const std::string& domain, const std::vector<std::string>& addresses) {
    SpfFinding finding;
    finding.includes_us = Walk{resolver, addresses, finding}.allows(domain);
    return finding;
}

}  // namespace commis::mails
