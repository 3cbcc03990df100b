#include "features/mails/health.hpp"

#include <algorithm>
#include <array>

#include "features/mails/mail_records.hpp"
#include "features/mails/spf_walk.hpp"

namespace commis::mails {
namespace {

using ports::DnsAnswer;
using ports::DnsStatus;

constexpr std::array<std::string_view, 4> level_ids{"good", "hint", "bad", "unknown"};

HealthCheck failed(std::string subject, const DnsAnswer& answer) {
    HealthCheck check{std::move(subject), HealthLevel::unknown, "dns_failed", {}, {}, {}};
    check.values["words"] = answer.words;
    return check;
}

bool is_address(const std::string& host) { return is_in_network(host, host); }

HealthCheck check_mx(ports::Resolver& resolver, const HealthQuestion& question) {
    const auto answer = resolver.mx(question.domain);
    if (answer.status == DnsStatus::failed) return failed("mx", answer);
    HealthCheck check{"mx", HealthLevel::good, "mx_good", {{"domain", question.domain}}, answer.records, {}};
    if (answer.status == DnsStatus::nothing) {
        check.level = HealthLevel::bad;
        check.code = "mx_missing";
    } else if (std::ranges::find(answer.records, "0 .") != answer.records.end()) {
        check.level = HealthLevel::bad;
        check.code = "mx_refuses";
    }
    return check;
}

// Where our mail comes from, as addresses. Loopback says nothing about what the world sees.
std::vector<std::string> addresses_of(ports::Resolver& resolver, const HealthQuestion& question) {
    std::vector<std::string> found;
    for (const std::string& host : question.hosts) {
        if (is_address(host)) {
            found.push_back(host);
        } else {
            std::ranges::copy(resolver.addresses(host).records, std::back_inserter(found));
        }
    }
    return found;
}

std::string mechanism_for(const HealthQuestion& question) {
    if (question.hosts.empty()) return "mx";
    const auto& host = question.hosts.front();
    if (!is_address(host)) return "a:" + host;
    return (host.find(':') == std::string::npos ? "ip4:" : "ip6:") + host;
}

// Ours before the last word, which says what becomes of all others.
std::string spf_with_us(const std::string& record, const HealthQuestion& question) {
    const auto all = record.find_last_of(' ');
    const bool has_all = all != std::string::npos && record.substr(all + 1).ends_with("all");
    if (!has_all) return record + " " + mechanism_for(question) + " ~all";
    return record.substr(0, all) + " " + mechanism_for(question) + record.substr(all);
}

std::string spf_with_ending(const std::string& record) {
    const auto all = record.find_last_of(' ');
    const bool has_all = all != std::string::npos && record.substr(all + 1).ends_with("all");
    return (has_all ? record.substr(0, all) : record) + " ~all";
}

char qualifier_of_all(const SpfRecord& record) {
    const auto all = std::ranges::find(record.terms, "all", &SpfTerm::mechanism);
    if (all != record.terms.end()) return all->qualifier;
    return record.redirect.empty() ? '?' : '-';  // Another domain's record ends it.
}

void judge_spf(HealthCheck& check, ports::Resolver& resolver, const HealthQuestion& question,
               const std::string& record) {
    const auto set = [&](HealthLevel level, const char* code, const std::string& value) {
        check.level = level;
        check.code = code;
        if (!value.empty()) check.publish = DnsRecord{question.domain, "TXT", value};
    };
    const auto parsed = parse_spf(record);
    if (!parsed) return set(HealthLevel::bad, "spf_broken", "v=spf1 " + mechanism_for(question) + " ~all");
    const char ending = qualifier_of_all(*parsed);
    if (ending == '+') return set(HealthLevel::bad, "spf_allows_all", spf_with_ending(record));
    const auto addresses = addresses_of(resolver, question);
    const auto walk = walk_spf(resolver, question.domain, addresses);
    check.values["count"] = std::to_string(walk.lookups);
    check.values["at"] = walk.broken_at;
    if (walk.lookups > spf_lookup_limit) return set(HealthLevel::bad, "spf_too_many", {});
    if (walk.is_broken) return set(HealthLevel::bad, "spf_include_broken", {});
    if (walk.has_failed) return set(HealthLevel::unknown, "spf_unanswered", {});
    if (addresses.empty()) return set(HealthLevel::unknown, "spf_host_unknown", {});
    if (!walk.includes_us) return set(HealthLevel::bad, "spf_without_us", spf_with_us(record, question));
    if (ending == '?') return set(HealthLevel::hint, "spf_neutral", spf_with_ending(record));
    set(HealthLevel::good, "spf_good", {});
}

HealthCheck check_spf(ports::Resolver& resolver, const HealthQuestion& question) {
    const auto answer = resolver.txt(question.domain);
    if (answer.status == DnsStatus::failed) return failed("spf", answer);
    HealthCheck check{"spf", HealthLevel::bad, "spf_missing", {{"domain", question.domain}}, {}, {}};
    check.values["host"] = question.hosts.empty() ? "" : question.hosts.front();
    std::ranges::copy_if(answer.records, std::back_inserter(check.found), is_spf);
    if (check.found.empty()) {
        check.publish = DnsRecord{question.domain, "TXT", "v=spf1 mx " + mechanism_for(question) + " ~all"};
        if (question.hosts.empty()) check.publish->value = "v=spf1 mx ~all";
    } else if (check.found.size() > 1) {
        check.code = "spf_two";
    } else {
        judge_spf(check, resolver, question, check.found.front());
    }
    return check;
}

HealthCheck check_key(ports::Resolver& resolver, const HealthQuestion& question, const SigningKey& key) {
    const std::string name = key.selector + "._domainkey." + question.domain;
    const auto answer = resolver.txt(name);
    if (answer.status == DnsStatus::failed) return failed("dkim", answer);
    HealthCheck check{"dkim", HealthLevel::good, "dkim_good", {{"name", name}}, answer.records, {}};
    const auto set = [&](const char* code) {
        check.level = HealthLevel::bad;
        check.code = code;
        check.publish = DnsRecord{name, "TXT", "v=DKIM1; k=rsa; p=" + key.public_key};
    };
    const auto tags = answer.records.empty() ? std::nullopt : parse_mail_tags(answer.records.front());
    if (answer.records.empty()) {
        set("dkim_missing");
    } else if (answer.records.size() > 1) {
        set("dkim_two");
    } else if (!tags || !tags->contains("p")) {
        set("dkim_broken");
    } else {
        std::string published = tags->at("p");
        std::erase_if(published, [](char sign) { return sign == ' ' || sign == '\t'; });
        if (published.empty())
            set("dkim_revoked");
        else if (published != key.public_key)
            set("dkim_other_key");
        else if (tags->contains("t") && tags->at("t").find('y') != std::string::npos) {
            set("dkim_testing");
            check.level = HealthLevel::hint;
        }
    }
    return check;
}

HealthCheck check_dkim(ports::Resolver& resolver, const HealthQuestion& question) {
    if (question.keys.empty()) {
        return {"dkim", HealthLevel::hint, "dkim_off", {{"domain", question.domain}}, {}, {}};
    }
    return check_key(resolver, question, question.keys.front());
}

// A name without a record of its own follows its parents; one label is nobody's domain.
HealthCheck check_dmarc(ports::Resolver& resolver, const HealthQuestion& question) {
    // Reports go to another domain only where that one says so, which is not asked here.
    const bool is_own = question.reports_to.ends_with("@" + question.domain);
    const std::string reports = is_own ? "; rua=mailto:" + question.reports_to : "";
    HealthCheck check{"dmarc", HealthLevel::bad, "dmarc_missing", {{"domain", question.domain}}, {}, {}};
    check.publish = DnsRecord{"_dmarc." + question.domain, "TXT", "v=DMARC1; p=none" + reports};
    std::string name = question.domain;
    while (check.found.empty() && name.find('.') != std::string::npos) {
        const auto answer = resolver.txt("_dmarc." + name);
        if (answer.status == DnsStatus::failed) return failed("dmarc", answer);
        std::ranges::copy_if(answer.records, std::back_inserter(check.found), is_dmarc);
        if (check.found.empty()) name.erase(0, name.find('.') + 1);
    }
    if (check.found.empty()) return check;
    check.values["domain"] = name;
    check.publish->name = "_dmarc." + name;
    if (check.found.size() > 1) {
        check.code = "dmarc_two";
        check.publish.reset();
        return check;
    }
    const auto tags = parse_mail_tags(check.found.front());
    const bool is_parent = name != question.domain;
    std::string policy = tags && tags->contains("p") ? tags->at("p") : "";
    if (is_parent && tags && tags->contains("sp")) policy = tags->at("sp");
    check.values["policy"] = policy;
    if (policy != "none" && policy != "quarantine" && policy != "reject") {
        check.code = "dmarc_broken";
        return check;
    }
    check.publish.reset();
    check.level = policy == "none" ? HealthLevel::hint : HealthLevel::good;
    check.code = policy == "none" ? "dmarc_none" : "dmarc_good";
    if (policy == "none") {
        const auto rua = tags->contains("rua") ? "; rua=" + tags->at("rua") : reports;
        check.publish = DnsRecord{"_dmarc." + name, "TXT", "v=DMARC1; p=quarantine" + rua};
    }
    return check;
}

// What can't be known is worse than a hint and better than what is known to be wrong.
int badness(HealthLevel level) {
    constexpr std::array<int, 4> ranks{0, 1, 3, 2};
    return ranks[static_cast<std::size_t>(level)];
}

}  // namespace

std::string sender_address(const domain::Shop& shop, const std::string& program_sender) {
    if (!shop.mail_sender_address.empty()) return shop.mail_sender_address;
    return shop.operator_addresses.empty() ? program_sender : shop.operator_addresses.front();
}

std::string_view id_of(HealthLevel level) { return level_ids[static_cast<std::size_t>(level)]; }

MailHealth check_mail_health(ports::Resolver& resolver, const HealthQuestion& question) {
    MailHealth health{question.domain, HealthLevel::good, {}};
    health.checks = {check_spf(resolver, question), check_dkim(resolver, question), check_dmarc(resolver, question),
                     check_mx(resolver, question)};
    for (const HealthCheck& check : health.checks) {
        if (badness(check.level) > badness(health.level)) health.level = check.level;
    }
    return health;
}

}  // namespace commis::mails
