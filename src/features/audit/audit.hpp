// The audit trail: who changed which setting, who signed in, what was handed out. A chain of entries for each shop,
// each with a digest over what it says and over the digest before; written with the change it tells of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::audit {

struct Happening {
    std::string_view kind;  // One of `kinds`.
    domain::Actor actor;
    std::string subject{};      // What it happened to.
    std::string address{};      // Where the call came from.
    std::string detail = "{}";  // JSON without secrets.
};

// Adds to the chain of one shop, or of the platform (0).
void record(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id, const Happening& happening);

// What concerns a person stands in the trail of every shop they belong to; of whoever belongs to none, and of
// administrators, in the platform's.
void record_of_person(ports::UnitOfWork& work, const Services& services, const ports::Operator& person,
                      const Happening& happening);

// What the digest of an entry covers, byte for byte.
std::string canonical(const ports::AuditEntry& entry);

// Every kind there is, for filters: "signed_in", "team", …
const std::vector<std::string_view>& kinds();

struct Fault {
    std::int64_t position = 0;
    std::string code;  // "gap", "entry_changed", "chain_broken", "end_missing".
};
struct Proof {
    std::int64_t shop_id = 0;
    std::int64_t entries = 0;
    std::string last_digest;    // Kept elsewhere, it proves that nothing before it changed since.
    std::vector<Fault> faults;  // The first hundred.
};
Proof prove(const Services& services, std::int64_t shop_id);

}  // namespace commis::audit
