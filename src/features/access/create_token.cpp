// Tokens for programs: shown once, stored as their digest.
#include "features/access/access.hpp"

namespace commis::access {

// The rights a role brings that the caller has not.
bool goes_beyond(domain::Role role, domain::Rights own) {
    const domain::Rights wanted = domain::rights_of(role);
    for (const domain::Right right : domain::all_rights()) {
        const bool reads_own = right == domain::Right::read_own && own.has(domain::Right::read);
        if (wanted.has(right) && !own.has(right) && !reads_own) return true;
    }
    return false;
}

std::vector<domain::Role> roles_to_give(domain::Rights own) {
    std::vector<domain::Role> roles;
    for (const domain::RoleRow& row : domain::role_rows()) {
        if (row.role != domain::Role::admin && !goes_beyond(row.role, own)) roles.push_back(row.role);
    }
    return roles;
}

domain::Result<CreatedToken> create_token(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                          const NewToken& wanted) {
    const bool is_platform = wanted.role == domain::Role::admin;
    const domain::Rights own = caller.rights_in(wanted.shop_id);
    if (is_platform ? !caller.is_admin : !own.has(domain::Right::team)) {
        return domain::refuse(domain::Refusal::forbidden);
    }
    if (!is_platform && goes_beyond(wanted.role, own)) return domain::refuse(domain::Refusal::forbidden);
    std::vector<domain::FieldError> errors;
    if (wanted.name.empty() || wanted.name.size() > name_length_max) {
        errors.push_back({"/name", "required", "a token has a name of at most 100 bytes"});
    }
    if (wanted.expires_at_ms && *wanted.expires_at_ms <= services.clock.now_ms()) {
        errors.push_back({"/expires_at", "in_past", "a token must live for a while"});
    }
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    CreatedToken created;
    created.secret = "commis_" + services.ids.secret();
    created.token.id = services.ids.next();
    created.token.token_hash = services.secrets.digest(created.secret);
    created.token.shop_id = is_platform ? 0 : wanted.shop_id;
    created.token.name = wanted.name;
    created.token.role = wanted.role;
    created.token.created_at_ms = services.clock.now_ms();
    created.token.expires_at_ms = wanted.expires_at_ms;
    work.access().insert_token(created.token);
    return created;
}

}  // namespace commis::access
