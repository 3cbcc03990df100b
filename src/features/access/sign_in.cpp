// Sessions: a random token in the cookie, its digest in the store, a second secret against forged requests.
#include "domain/email_address.hpp"
#include "features/access/access.hpp"

namespace commis::access {
namespace {

Caller caller_of(const ports::Operator& found) {
    Caller caller;
    caller.actor = {domain::ActorKind::operator_, found.id, found.name.empty() ? found.email : found.name};
    caller.is_admin = found.is_admin;
    caller.memberships = found.memberships;
    caller.language = found.language;
    caller.operator_ = found;
    caller.operator_->password_hash.clear();
    return caller;
}

void attach(Caller& caller, const ports::Session& session) {
    caller.session_hash = session.token_hash;
    caller.csrf = session.csrf;
    caller.session_expires_at_ms = session.expires_at_ms;
}

// What a password is compared with when nobody has the address, so that the answer takes as long.
const std::string& decoy_hash(const Services& services) {
    static const std::string hash = services.secrets.hash_password("nobody has this password");
    return hash;
}

}  // namespace

std::optional<SignedIn> sign_in(const Services& services, const std::string& email, const std::string& password) {
    std::optional<ports::Operator> found;
    services.storage.read([&](ports::Snapshot& snapshot) { found = snapshot.access().find_operator_by_email(email); });
    const std::string& hash = found ? found->password_hash : decoy_hash(services);
    if (!services.secrets.password_matches(hash, password) || !found) return std::nullopt;
    SignedIn signed_in{caller_of(*found), services.ids.secret()};
    const std::int64_t now_ms = services.clock.now_ms();
    const ports::Session session{services.secrets.digest(signed_in.session_token), found->id, services.ids.secret(),
                                 now_ms, now_ms + session_lifetime_ms};
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.access().delete_sessions_before(now_ms);
        work.access().insert_session(session);
    });
    attach(signed_in.caller, session);
    return signed_in;
}

void sign_out(const Services& services, const Caller& caller) {
    if (caller.session_hash.empty()) return;
    services.storage.write(ports::Priority::interactive,
                           [&](ports::UnitOfWork& work) { work.access().delete_session(caller.session_hash); });
}

std::optional<Caller> caller_of_session(ports::AccessReader& access, const Services& services,
                                        const std::string& session_token) {
    const auto session = access.find_session(services.secrets.digest(session_token));
    if (!session || session->expires_at_ms <= services.clock.now_ms()) return std::nullopt;
    const auto found = access.find_operator(session->operator_id);
    if (!found) return std::nullopt;
    Caller caller = caller_of(*found);
    attach(caller, *session);
    return caller;
}

std::optional<Caller> caller_of_token(ports::AccessReader& access, const Services& services, const std::string& token) {
    const auto found = access.find_token(services.secrets.digest(token));
    if (!found || (found->expires_at_ms && *found->expires_at_ms <= services.clock.now_ms())) return std::nullopt;
    Caller caller;
    caller.actor = {domain::ActorKind::token, found->id, found->name};
    caller.is_admin = found->role == domain::Role::admin;
    // A storefront's "captured" is a claim until the provider confirms; other programs speak for the shop.
    caller.trusts_payment_claims = found->role != domain::Role::storefront || found->trusts_payment_claims;
    if (!caller.is_admin) caller.memberships = {{found->shop_id, found->role}};
    return caller;
}

domain::Result<ports::Operator> create_operator(const Services& services, const NewOperator& wanted) {
    std::vector<domain::FieldError> errors;
    if (!domain::is_email_address(wanted.email)) {
        errors.push_back({"/email", "invalid_email", "not an e-mail address"});
    }
    if (wanted.password.size() < password_length_min || wanted.password.size() > 1'024) {
        errors.push_back({"/password", "password_length", "from 10 to 1,024 bytes"});
    }
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    ports::Operator made;
    made.id = services.ids.next();
    made.email = wanted.email;
    made.name = wanted.name;
    made.password_hash = services.secrets.hash_password(wanted.password);
    made.language = wanted.language;
    made.is_admin = wanted.is_admin;
    made.created_at_ms = services.clock.now_ms();
    made.memberships = wanted.memberships;
    try {
        services.storage.write(ports::Priority::interactive,
                               [&](ports::UnitOfWork& work) { work.access().insert_operator(made); });
    } catch (const ports::AlreadyExists&) {
        return domain::refuse(domain::Refusal::duplicate_id, "an operator has this address already");
    }
    return made;
}

}  // namespace commis::access
