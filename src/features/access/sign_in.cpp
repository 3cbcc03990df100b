// Sessions: a random token in the cookie, its digest in the store, a second secret against forged requests.
#include "domain/email_address.hpp"
#include "domain/known_password.hpp"
#include "features/access/access.hpp"
#include "features/access/second_factor.hpp"
#include "features/access/trail.hpp"
#include "features/audit/audit.hpp"

namespace commis::access {
namespace {

Caller caller_of(const ports::Operator& found) {
    Caller caller;
    caller.actor = actor_of(found);
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
    // Of this browser, not of the operator: each is listed with its own time.
    caller.last_seen_at_ms = session.last_seen_at_ms;
}

// Wrong passwords of an hour make few entries: the first, the tenth, the hundredth.
void tell_failure(const Services& services, const ports::Operator& person, const Where& where) {
    constexpr std::int64_t hour_ms = 3'600'000;
    const std::string key = "told:" + services.secrets.mac("sign-in failures", person.id);
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        const std::int64_t count = work.sign_ins().count_failure(key, services.clock.now_ms(), hour_ms);
        if (count != 1 && count != 10 && count != 100 && count != 1'000) return;
        audit::record_of_person(work, services, person,
                                {"sign_in_failed",
                                 {domain::ActorKind::system, "", ""},
                                 person.email,
                                 where.address,
                                 R"({"failures":)" + std::to_string(count) + "}"});
    });
}

// What a password is compared with when nobody has the address, so that the answer takes as long.
const std::string& decoy_hash(const Services& services) {
    static const std::string hash = services.secrets.hash_password("nobody has this password");
    return hash;
}

}  // namespace

std::optional<Entered> sign_in(const Services& services, const std::string& email, const std::string& password,
                               const Where& where) {
    std::optional<ports::Operator> found;
    services.storage.read([&](ports::Snapshot& snapshot) { found = snapshot.access().find_operator_by_email(email); });
    const std::string& hash = found ? found->password_hash : decoy_hash(services);
    const bool is_right = services.secrets.password_matches(hash, password);
    if (!found) return std::nullopt;
    if (!is_right) {
        tell_failure(services, *found, where);
        return std::nullopt;
    }
    Entered entered;
    services.storage.write(ports::Priority::interactive,
                           [&](ports::UnitOfWork& work) { entered = enter(work, services, *found, where); });
    return entered;
}

Entered enter(ports::UnitOfWork& work, const Services& services, const ports::Operator& found, const Where& where) {
    const auto factor = work.reads().sign_ins().find_second_factor(found.id);
    if (!factor || !factor->is_on()) return {open_session(work, services, found, where)};
    const std::int64_t now_ms = services.clock.now_ms();
    Entered entered;
    entered.step_token = services.ids.secret();
    entered.step_expires_at_ms = now_ms + step_lifetime_ms;
    work.sign_ins().save_step({services.secrets.digest(entered.step_token), found.id, 0, entered.step_expires_at_ms},
                              now_ms);
    return entered;
}

SignedIn open_session(ports::UnitOfWork& work, const Services& services, const ports::Operator& found,
                      const Where& where) {
    constexpr std::size_t agent_length_max = 300;
    SignedIn signed_in{caller_of(found), services.ids.secret()};
    const std::int64_t now_ms = services.clock.now_ms();
    const ports::Session session{services.secrets.digest(signed_in.session_token),
                                 found.id,
                                 services.ids.secret(),
                                 now_ms,
                                 now_ms + session_lifetime_ms,
                                 services.ids.next(),
                                 where.agent.substr(0, agent_length_max),
                                 where.address,
                                 now_ms};
    work.access().delete_sessions_before(now_ms);
    work.access().insert_session(session);
    work.access().touch_operator(found.id, now_ms);
    tell(work, services, found, "signed_in", where);
    attach(signed_in.caller, session);
    return signed_in;
}

void sign_out(const Services& services, const Caller& caller, const Where& where) {
    if (caller.session_hash.empty()) return;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.access().delete_session(caller.session_hash);
        if (caller.operator_) tell(work, services, *caller.operator_, "signed_out", where);
    });
}

bool end_session(const Services& services, const Caller& caller, const std::string& session_id, const Where& where) {
    bool was_there = false;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        was_there = caller.operator_ && work.sign_ins().delete_session(caller.operator_->id, session_id);
        if (was_there) tell(work, services, *caller.operator_, "sessions_ended", where, R"({"sessions":1})");
    });
    return was_there;
}

void end_other_sessions(const Services& services, const Caller& caller, const Where& where) {
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        const std::int64_t ended = work.access().delete_other_sessions(caller.operator_->id, caller.session_hash);
        if (ended == 0) return;
        tell(work, services, *caller.operator_, "sessions_ended", where,
             R"({"sessions":)" + std::to_string(ended) + "}");
    });
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

void note_seen(const Services& services, const Caller& caller, const std::string& address) {
    const std::int64_t now_ms = services.clock.now_ms();
    const bool is_recent = caller.last_seen_at_ms && now_ms - *caller.last_seen_at_ms < seen_step_ms;
    if (is_recent || (!caller.operator_ && caller.token_hash.empty())) return;
    try {
        services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            if (caller.operator_) work.access().touch_operator(caller.operator_->id, now_ms);
            if (!caller.session_hash.empty()) {
                work.sign_ins().touch_session(caller.session_hash, now_ms, address);
            }
            if (!caller.token_hash.empty()) work.access().touch_token(caller.token_hash, now_ms);
        });
    } catch (const std::exception&) {
        // A courtesy to people: a full disk may not stop what only reads.
    }
}

void check_password(std::vector<domain::FieldError>& errors, const std::string& field, const std::string& password,
                    const std::vector<std::string>& own_words) {
    if (password.size() < password_length_min || password.size() > password_length_max) {
        errors.push_back({field, "password_length", "from 10 to 1,024 bytes"});
    } else if (domain::is_known_password(password, own_words)) {
        errors.push_back({field, "password_known", "one of the first that guessing programs try"});
    }
}

domain::Result<std::int64_t> change_password(const Services& services, const Caller& caller,
                                             const PasswordChange& wanted, const Where& where) {
    if (!caller.operator_) return domain::refuse(domain::Refusal::forbidden, "a token has no password");
    std::vector<domain::FieldError> errors;
    std::optional<ports::Operator> found;
    std::vector<std::string> own_words;
    services.storage.read([&](ports::Snapshot& snapshot) {
        found = snapshot.access().find_operator(caller.operator_->id);
        if (!found) return;
        own_words = {found->name, found->email};
        for (const ports::Membership& membership : found->memberships) {
            if (const auto shop = snapshot.shops().find(membership.shop_id)) own_words.push_back(shop->name);
        }
    });
    if (!found) return domain::refuse(domain::Refusal::not_found);
    check_password(errors, "/new_password", wanted.new_password, own_words);
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
        tell(work, services, *stored, "password_changed", where);
    });
    return ended;
}

domain::Result<ports::Operator> create_operator(const Services& services, const NewOperator& wanted) {
    std::vector<domain::FieldError> errors;
    if (!domain::is_email_address(wanted.email)) {
        errors.push_back({"/email", "invalid_email", "not an e-mail address"});
    }
    check_password(errors, "/password", wanted.password, {wanted.name, wanted.email});
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
