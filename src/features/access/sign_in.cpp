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
    caller.last_seen_at_ms = found.last_seen_at_ms;
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
    std::optional<SignedIn> signed_in;
    services.storage.write(ports::Priority::interactive,
                           [&](ports::UnitOfWork& work) { signed_in = open_session(work, services, *found); });
    return signed_in;
}

SignedIn open_session(ports::UnitOfWork& work, const Services& services, const ports::Operator& found) {
    SignedIn signed_in{caller_of(found), services.ids.secret()};
    const std::int64_t now_ms = services.clock.now_ms();
    const ports::Session session{services.secrets.digest(signed_in.session_token), found.id, services.ids.secret(),
                                 now_ms, now_ms + session_lifetime_ms};
    work.access().delete_sessions_before(now_ms);
    work.access().insert_session(session);
    work.access().touch_operator(found.id, now_ms);
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
    caller.token_hash = found->token_hash;
    caller.last_seen_at_ms = found->last_used_at_ms;
    caller.is_admin = found->role == domain::Role::admin;
    // A storefront's "captured" is a claim until the provider confirms; other programs speak for the shop.
    caller.trusts_payment_claims = found->role != domain::Role::storefront || found->trusts_payment_claims;
    if (!caller.is_admin) caller.memberships = {{found->shop_id, found->role}};
    return caller;
}

void note_seen(const Services& services, const Caller& caller) {
    const std::int64_t now_ms = services.clock.now_ms();
    const bool is_recent = caller.last_seen_at_ms && now_ms - *caller.last_seen_at_ms < seen_step_ms;
    if (is_recent || (!caller.operator_ && caller.token_hash.empty())) return;
    try {
        services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            if (caller.operator_) work.access().touch_operator(caller.operator_->id, now_ms);
            if (!caller.token_hash.empty()) work.access().touch_token(caller.token_hash, now_ms);
        });
    } catch (const std::exception&) {
        // A courtesy to people: a full disk may not stop what only reads.
    }
}

void check_password(std::vector<domain::FieldError>& errors, const std::string& field, const std::string& password) {
    if (password.size() >= password_length_min && password.size() <= password_length_max) return;
    errors.push_back({field, "password_length", "from 10 to 1,024 bytes"});
}

domain::Result<std::int64_t> change_password(const Services& services, const Caller& caller,
                                             const PasswordChange& wanted) {
    if (!caller.operator_) return domain::refuse(domain::Refusal::forbidden, "a token has no password");
    std::vector<domain::FieldError> errors;
    check_password(errors, "/new_password", wanted.new_password);
    std::optional<ports::Operator> found;
    services.storage.read(
        [&](ports::Snapshot& snapshot) { found = snapshot.access().find_operator(caller.operator_->id); });
    if (!found) return domain::refuse(domain::Refusal::not_found);
    if (wanted.current_password.size() > password_length_max ||
        !services.secrets.password_matches(found->password_hash, wanted.current_password)) {
        errors.push_back({"/current_password", "wrong_password", "not the password of now"});
    }
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    // Slow on purpose, and so outside the unit of work.
    const std::string hash = services.secrets.hash_password(wanted.new_password);
    std::int64_t ended = 0;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        auto stored = work.access().lock_operator(found->id);
        if (!stored) return;
        stored->password_hash = hash;
        work.access().save_operator(*stored);
        ended = work.access().delete_other_sessions(stored->id, caller.session_hash);
    });
    return ended;
}

domain::Result<ports::Operator> create_operator(const Services& services, const NewOperator& wanted) {
    std::vector<domain::FieldError> errors;
    if (!domain::is_email_address(wanted.email)) {
        errors.push_back({"/email", "invalid_email", "not an e-mail address"});
    }
    check_password(errors, "/password", wanted.password);
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
    for (ports::Membership& membership : made.memberships) membership.since_ms = made.created_at_ms;
    try {
        services.storage.write(ports::Priority::interactive,
                               [&](ports::UnitOfWork& work) { work.access().insert_operator(made); });
    } catch (const ports::AlreadyExists&) {
        return domain::refuse(domain::Refusal::duplicate_id, "an operator has this address already");
    }
    return made;
}

}  // namespace commis::access
