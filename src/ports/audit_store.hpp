// The audit trail: a chain of entries for each shop, append-only. Nothing here changes or removes an entry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commis::ports {

struct AuditEntry {
    std::int64_t shop_id = 0;   // 0: the platform.
    std::int64_t position = 0;  // From 1, without gaps.
    std::int64_t at_ms = 0;
    std::string kind;        // Stable: "signed_in", "settings", …
    std::string actor_kind;  // As domain::ActorKind is written.
    std::string actor_id;
    std::string actor_name;
    std::string subject;        // What it happened to: a setting, a person, a token.
    std::string address;        // Where the call came from; empty for the program itself.
    std::string detail = "{}";  // JSON, without secrets.
    std::string previous_digest;
    std::string digest;  // SHA-256 over what the entry says and the digest before.
};

struct AuditEnd {
    std::int64_t position = 0;  // 0: no entry yet.
    std::string digest;
};

struct AuditFilter {
    std::int64_t shop_id = 0;
    std::string actor_id = {};  // Empty: anybody.
    std::string kind = {};      // Empty: any.
    std::int64_t from_ms = 0;
    std::int64_t to_ms = INT64_MAX;            // Not included.
    std::int64_t before_position = INT64_MAX;  // Not included.
    std::int32_t limit = 50;
};

struct AuditReader {
    virtual ~AuditReader() = default;
    virtual std::vector<AuditEntry> list(const AuditFilter& filter) = 0;  // The newest first.
    // In their order, behind a position.
    virtual std::vector<AuditEntry> after(std::int64_t shop_id, std::int64_t position, std::int32_t limit) = 0;
    virtual AuditEnd end(std::int64_t shop_id) = 0;
};

struct AuditStore {
    virtual ~AuditStore() = default;
    // Where the chain ends; nobody else adds to it until the unit of work ends.
    virtual AuditEnd lock_end(std::int64_t shop_id) = 0;
    // Behind the end that was locked.
    virtual void append(const AuditEntry& entry) = 0;
};

}  // namespace commis::ports
