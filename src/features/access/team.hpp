// Who works in a shop: members with their roles, invitations for those who have no account yet, and joining by one.
// Nobody gives or takes more rights than they have; a shop keeps an owner.
#pragma once

#include <optional>
#include <string>

#include "features/access/access.hpp"

namespace commis::access {

inline constexpr std::int64_t invitation_lifetime_ms = 7LL * 24 * 3'600'000;

// Roles that people may have in a shop: all but the platform's administrator and the storefront's program.
bool is_for_people(domain::Role role);

struct NewMember {
    std::string email;
    std::string name;
    domain::Role role = domain::Role::viewer;
    std::string language;  // Empty: the shop's.
};

// Either somebody who is a member now, or an invitation with the secret of its link, shown once.
struct Invited {
    std::optional<ports::Member> member;
    std::optional<ports::Invitation> invitation;
    std::string secret;
};

// An operator of the program becomes a member at once; anybody else is invited, and an older invitation of the same
// address ends. Refusals: already_member, forbidden, fields.
domain::Result<Invited> invite(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                               const domain::Shop& shop, const NewMember& wanted);
// A new link for the same invitation, living as long as a first one; the old link ends.
domain::Result<Invited> renew_invitation(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                         const domain::Shop& shop, std::string_view invitation_id);
// Refusals: not_found, forbidden, last_owner.
domain::Result<ports::Member> change_role(ports::UnitOfWork& work, const Caller& caller, const domain::Shop& shop,
                                          std::string_view operator_id, domain::Role role);
// Ends the membership at once, and the sessions of somebody who then belongs to no shop.
domain::Result<void> remove_member(ports::UnitOfWork& work, const Caller& caller, const domain::Shop& shop,
                                   std::string_view operator_id);

// The invitation a link stands for, while it lives.
std::optional<ports::Invitation> find_invitation(ports::AccessReader& access, const Services& services,
                                                 const std::string& secret);

struct Joining {
    std::string name;
    std::string password;  // To be set; of somebody who has an account meanwhile, the one they have.
    std::string language;
};
// Makes the account, or finds it, adds the membership, ends the invitation and signs in, or asks for the second factor.
// Refusals: invitation_gone, forbidden (an account with another password), fields.
domain::Result<Entered> join(const Services& services, const std::string& secret, const Joining& wanted,
                             const Where& where);

}  // namespace commis::access
