// Who calls: an operator with a session, a program with a token, or the program itself. Rights are asked per shop.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "domain/event.hpp"
#include "domain/rights.hpp"
#include "ports/access_store.hpp"

namespace commis {

struct Caller {
    domain::Actor actor;
    bool is_admin = false;  // The platform's administrator: every right in every shop.
    std::vector<ports::Membership> memberships;
    std::optional<ports::Operator> operator_;  // Only with a session.
    std::string session_hash;
    std::string csrf;
    std::int64_t session_expires_at_ms = 0;
    bool trusts_payment_claims = true;
    std::string language;                         // As the operator chose; empty: none.
    std::string token_hash;                       // Of a program's token.
    std::optional<std::int64_t> last_seen_at_ms;  // What is stored; see access::note_seen.

    std::optional<domain::Role> role_in(std::int64_t shop_id) const {
        if (is_admin) return domain::Role::admin;
        const auto at = std::ranges::find(memberships, shop_id, &ports::Membership::shop_id);
        if (at == memberships.end()) return std::nullopt;
        return at->role;
    }
    domain::Rights rights_in(std::int64_t shop_id) const {
        const auto role = role_in(shop_id);
        return role ? domain::rights_of(*role) : domain::Rights{};
    }
    // The command line and the timers.
    static Caller system(std::string name) {
        Caller caller;
        caller.actor = {domain::ActorKind::system, "", std::move(name)};
        caller.is_admin = true;
        return caller;
    }
    // Whoever holds a link that was given to the buyer.
    static Caller buyer() {
        Caller caller = system("");
        caller.actor.kind = domain::ActorKind::buyer;
        return caller;
    }
};

}  // namespace commis
