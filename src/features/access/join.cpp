// Joining by a link: the account is made, or known already, and the invitation is used up.
#include <algorithm>

#include "features/access/team.hpp"
#include "features/access/trail.hpp"
#include "features/audit/audit.hpp"

namespace commis::access {
namespace {

using domain::Refusal;

struct Joiner {
    ports::Invitation invitation;
    std::optional<ports::Operator> known;
    std::string shop_name;
};

std::optional<Joiner> look(ports::Snapshot& snapshot, const Services& services, const std::string& secret) {
    auto invitation = find_invitation(snapshot.access(), services, secret);
    if (!invitation) return std::nullopt;
    auto known = snapshot.access().find_operator_by_email(invitation->email);
    const auto shop = snapshot.shops().find(invitation->shop_id);
    return Joiner{std::move(*invitation), std::move(known), shop ? shop->name : ""};
}

std::vector<domain::FieldError> check(const Joiner& joiner, const Joining& wanted) {
    std::vector<domain::FieldError> errors;
    if (wanted.name.empty() || wanted.name.size() > name_length_max) {
        errors.push_back({"/name", "required", "a name of at most 100 bytes"});
    }
    check_password(errors, "/password", wanted.password, {wanted.name, joiner.invitation.email, joiner.shop_name});
    return errors;
}

ports::Operator new_operator(const Services& services, const ports::Invitation& invitation, const Joining& wanted) {
    ports::Operator made;
    made.id = services.ids.next();
    made.email = invitation.email;
    made.name = wanted.name;
    made.language = wanted.language.empty() ? invitation.language : wanted.language;
    made.created_at_ms = services.clock.now_ms();
    return made;
}

// Inside the unit of work: the link may have been used, and the account made, while the password was being computed.
domain::Result<Entered> settle(ports::UnitOfWork& work, const Services& services, const Joiner& joiner,
                               const ports::Operator& own, const std::string& secret, const Where& where) {
    const auto now = look(work.reads(), services, secret);
    if (!now || now->known.has_value() != joiner.known.has_value()) return domain::refuse(Refusal::invitation_gone);
    const ports::Invitation& invitation = now->invitation;
    if (!work.access().delete_invitation(invitation.shop_id, invitation.id)) {
        return domain::refuse(Refusal::invitation_gone);
    }
    if (!joiner.known) work.access().insert_operator(own);
    const auto membership = std::ranges::find(own.memberships, invitation.shop_id, &ports::Membership::shop_id);
    if (membership == own.memberships.end()) {
        work.access().save_membership(own.id, {invitation.shop_id, invitation.role, services.clock.now_ms()});
    }
    const ports::Operator joined = *work.reads().access().find_operator(own.id);
    audit::record(work, services, invitation.shop_id,
                  {"joined", actor_of(joined), joined.email, where.address,
                   R"({"role":")" + std::string(domain::id_of(invitation.role)) + R"("})"});
    return enter(work, services, joined, where);
}

}  // namespace

domain::Result<Entered> join(const Services& services, const std::string& secret, const Joining& wanted,
                             const Where& where) {
    std::optional<Joiner> joiner;
    services.storage.read([&](ports::Snapshot& snapshot) { joiner = look(snapshot, services, secret); });
    if (!joiner) return domain::refuse(Refusal::invitation_gone);
    ports::Operator own;
    if (joiner->known) {
        const bool is_right = wanted.password.size() <= password_length_max &&
                              services.secrets.password_matches(joiner->known->password_hash, wanted.password);
        if (!is_right) return domain::refuse(Refusal::forbidden, "another password");
        own = *joiner->known;
    } else {
        if (auto errors = check(*joiner, wanted); !errors.empty()) return domain::refuse_fields(std::move(errors));
        own = new_operator(services, joiner->invitation, wanted);
        own.password_hash = services.secrets.hash_password(wanted.password);
    }
    domain::Result<Entered> joined = domain::refuse(Refusal::invitation_gone);
    try {
        services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            joined = settle(work, services, *joiner, own, secret, where);
        });
    } catch (const ports::AlreadyExists&) {
        return domain::refuse(Refusal::invitation_gone);
    }
    return joined;
}

}  // namespace commis::access
