#include "features/audit/audit.hpp"

#include <algorithm>

#include "json/writer.hpp"

namespace commis::audit {
namespace {

constexpr std::int32_t page_size = 500;
constexpr std::size_t faults_max = 100;

std::string digest_of(const Services& services, const ports::AuditEntry& entry) {
    return services.secrets.sha256(canonical(entry));
}

struct Walk {
    const Services& services;
    Proof& proof;
    std::int64_t position = 0;

    void find(std::int64_t at, std::string code) const {
        if (proof.faults.size() < faults_max) proof.faults.push_back({at, std::move(code)});
    }
    void look(const ports::AuditEntry& entry) {
        proof.entries += 1;
        if (entry.position != position + 1) find(entry.position, "gap");
        if (entry.previous_digest != proof.last_digest) find(entry.position, "chain_broken");
        if (digest_of(services, entry) != entry.digest) find(entry.position, "entry_changed");
        position = entry.position;
        proof.last_digest = entry.digest;
    }
};

}  // namespace

std::string canonical(const ports::AuditEntry& entry) {
    std::string text;
    json::Writer writer(text);
    writer.object().member("shop", entry.shop_id).member("position", entry.position).member("at_ms", entry.at_ms);
    writer.member("kind", entry.kind).member("actor_kind", entry.actor_kind).member("actor_id", entry.actor_id);
    writer.member("actor_name", entry.actor_name).member("subject", entry.subject).member("address", entry.address);
    // As a text: its bytes count, not its meaning.
    writer.member("detail", entry.detail).member("previous", entry.previous_digest).end();
    return text;
}

void record(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id, const Happening& happening) {
    const ports::AuditEnd end = work.audit().lock_end(shop_id);
    ports::AuditEntry entry;
    entry.shop_id = shop_id;
    entry.position = end.position + 1;
    entry.at_ms = services.clock.now_ms();
    entry.kind = happening.kind;
    entry.actor_kind = domain::id_of(happening.actor.kind);
    entry.actor_id = happening.actor.id;
    entry.actor_name = happening.actor.name;
    entry.subject = happening.subject;
    entry.address = happening.address;
    entry.detail = happening.detail;
    entry.previous_digest = end.digest;
    entry.digest = digest_of(services, entry);
    work.audit().append(entry);
}

void record_of_person(ports::UnitOfWork& work, const Services& services, const ports::Operator& person,
                      const Happening& happening) {
    // In one order, so that two of them never wait for each other's end.
    std::vector<std::int64_t> shop_ids;
    for (const ports::Membership& membership : person.memberships) shop_ids.push_back(membership.shop_id);
    if (person.is_admin || shop_ids.empty()) shop_ids.push_back(0);
    std::ranges::sort(shop_ids);
    for (const std::int64_t shop_id : shop_ids) record(work, services, shop_id, happening);
}

const std::vector<std::string_view>& kinds() {
    static const std::vector<std::string_view> all{"signed_in",
                                                   "sign_in_failed",
                                                   "signed_out",
                                                   "sessions_ended",
                                                   "password_changed",
                                                   "password_reset",
                                                   "second_factor_on",
                                                   "second_factor_off",
                                                   "second_factor_reset",
                                                   "recovery_codes_made",
                                                   "recovery_code_used",
                                                   "joined",
                                                   "team",
                                                   "tokens",
                                                   "shop",
                                                   "states",
                                                   "payment-methods",
                                                   "payment-services",
                                                   "number-ranges",
                                                   "accounting",
                                                   "documents",
                                                   "templates",
                                                   "webhooks",
                                                   "imports",
                                                   "settings",
                                                   "erasure",
                                                   "export"};
    return all;
}

Proof prove(const Services& services, std::int64_t shop_id) {
    Proof proof;
    proof.shop_id = shop_id;
    Walk walk{services, proof};
    services.storage.read([&](ports::Snapshot& snapshot) {
        proof = Proof{shop_id, 0, "", {}};
        walk.position = 0;
        for (;;) {
            const auto entries = snapshot.audit().after(shop_id, walk.position, page_size);
            for (const ports::AuditEntry& entry : entries) walk.look(entry);
            if (std::ssize(entries) < page_size) break;
        }
        const ports::AuditEnd end = snapshot.audit().end(shop_id);
        if (end.position != walk.position || end.digest != proof.last_digest) walk.find(end.position, "end_missing");
    });
    return proof;
}

}  // namespace commis::audit
