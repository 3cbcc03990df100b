// The team's rules, each command read from top to bottom.
#include "features/access/team.hpp"

#include <algorithm>

#include "domain/email_address.hpp"

namespace commis::access {
namespace {

using domain::Refusal;
using domain::Right;
using domain::Role;

std::vector<domain::FieldError> check_new(const NewMember& wanted) {
    std::vector<domain::FieldError> errors;
    if (!domain::is_email_address(wanted.email)) {
        errors.push_back({"/email", "invalid_email", "not an e-mail address"});
    }
    if (wanted.name.size() > name_length_max) errors.push_back({"/name", "too_long", "at most 100 bytes"});
    if (!is_for_people(wanted.role)) errors.push_back({"/role", "role_not_for_people", "not a role for people"});
    return errors;
}

bool is_last_owner(const std::vector<ports::Member>& members, const ports::Member& member) {
    return member.role == Role::owner && std::ranges::count(members, Role::owner, &ports::Member::role) == 1;
}

// A member who is to change, held until the unit of work ends; or why that may not be.
domain::Result<ports::Member> lock_other(ports::UnitOfWork& work, const Caller& caller, const domain::Shop& shop,
                                         std::string_view operator_id, bool stays_owner) {
    const domain::Rights own = caller.rights_in(shop.id);
    if (!own.has(Right::team)) return domain::refuse(Refusal::forbidden);
    const auto members = work.access().lock_members(shop.id);
    const auto at = std::ranges::find(members, operator_id, &ports::Member::operator_id);
    if (at == members.end()) return domain::refuse(Refusal::not_found);
    if (goes_beyond(at->role, own)) return domain::refuse(Refusal::forbidden);
    if (!stays_owner && is_last_owner(members, *at)) return domain::refuse(Refusal::last_owner);
    return *at;
}

Invited write_invitation(ports::UnitOfWork& work, const Services& services, ports::Invitation invitation) {
    Invited invited;
    invited.secret = services.ids.secret();
    invitation.token_hash = services.secrets.digest(invited.secret);
    invitation.created_at_ms = services.clock.now_ms();
    invitation.expires_at_ms = invitation.created_at_ms + invitation_lifetime_ms;
    work.access().replace_invitation(invitation);
    invited.invitation = std::move(invitation);
    return invited;
}

}  // namespace

bool is_for_people(Role role) { return role != Role::admin && role != Role::storefront; }

domain::Result<Invited> invite(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                               const domain::Shop& shop, const NewMember& wanted) {
    const domain::Rights own = caller.rights_in(shop.id);
    if (!own.has(Right::team)) return domain::refuse(Refusal::forbidden);
    if (auto errors = check_new(wanted); !errors.empty()) return domain::refuse_fields(std::move(errors));
    if (goes_beyond(wanted.role, own)) return domain::refuse(Refusal::forbidden);
    const auto members = work.access().lock_members(shop.id);
    if (const auto known = work.reads().access().find_operator_by_email(wanted.email)) {
        if (std::ranges::find(members, known->id, &ports::Member::operator_id) != members.end()) {
            return domain::refuse(Refusal::already_member);
        }
        const ports::Membership membership{shop.id, wanted.role, services.clock.now_ms()};
        work.access().save_membership(known->id, membership);
        const auto factor = work.reads().sign_ins().find_second_factor(known->id);
        return Invited{ports::Member{known->id, known->name, known->email, wanted.role, membership.since_ms,
                                     known->last_seen_at_ms, factor && factor->is_on()},
                       std::nullopt, ""};
    }
    ports::Invitation invitation;
    invitation.shop_id = shop.id;
    invitation.id = services.ids.next();
    invitation.email = wanted.email;
    invitation.name = wanted.name;
    invitation.role = wanted.role;
    invitation.language = wanted.language.empty() ? shop.language : wanted.language;
    invitation.invited_by = caller.actor.name;
    return write_invitation(work, services, std::move(invitation));
}

domain::Result<Invited> renew_invitation(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                         const domain::Shop& shop, std::string_view invitation_id) {
    const domain::Rights own = caller.rights_in(shop.id);
    if (!own.has(Right::team)) return domain::refuse(Refusal::forbidden);
    const auto invitations = work.reads().access().list_invitations(shop.id);
    const auto at = std::ranges::find(invitations, invitation_id, &ports::Invitation::id);
    if (at == invitations.end()) return domain::refuse(Refusal::not_found);
    if (goes_beyond(at->role, own)) return domain::refuse(Refusal::forbidden);
    ports::Invitation renewed = *at;
    renewed.invited_by = caller.actor.name;
    return write_invitation(work, services, std::move(renewed));
}

domain::Result<ports::Member> change_role(ports::UnitOfWork& work, const Caller& caller, const domain::Shop& shop,
                                          std::string_view operator_id, Role role) {
    if (!is_for_people(role)) {
        return domain::refuse_fields({{"/role", "role_not_for_people", "not a role for people"}});
    }
    if (goes_beyond(role, caller.rights_in(shop.id))) return domain::refuse(Refusal::forbidden);
    auto member = lock_other(work, caller, shop, operator_id, role == Role::owner);
    if (!member) return member;
    member->role = role;
    work.access().save_membership(member->operator_id, {shop.id, role, member->since_ms});
    return member;
}

domain::Result<void> remove_member(ports::UnitOfWork& work, const Caller& caller, const domain::Shop& shop,
                                   std::string_view operator_id) {
    const auto member = lock_other(work, caller, shop, operator_id, false);
    if (!member) return std::unexpected(member.error());
    work.access().delete_membership(shop.id, member->operator_id);
    const auto left = work.reads().access().find_operator(member->operator_id);
    if (left && left->memberships.empty() && !left->is_admin) {
        work.access().delete_other_sessions(member->operator_id, "");
    }
    return {};
}

std::optional<ports::Invitation> find_invitation(ports::AccessReader& access, const Services& services,
                                                 const std::string& secret) {
    auto found = access.find_invitation(services.secrets.digest(secret));
    if (!found || found->expires_at_ms <= services.clock.now_ms()) return std::nullopt;
    return found;
}

}  // namespace commis::access
