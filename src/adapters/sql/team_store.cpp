// The team of a shop and the invitations to it: the part of the access store that lists people.
#include "adapters/sql/access_statements.hpp"
#include "adapters/sql/access_store.hpp"
#include "adapters/sql/already_exists.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::sql {
namespace {

ports::Invitation read_invitation(const Rows& rows) {
    Columns columns(rows);
    ports::Invitation invitation;
    invitation.shop_id = columns.integer();
    invitation.id = columns.text();
    invitation.token_hash = columns.text();
    invitation.email = columns.text();
    invitation.name = columns.text();
    invitation.role = columns.code<domain::Role>();
    invitation.language = columns.text();
    invitation.invited_by = columns.text();
    invitation.created_at_ms = columns.integer();
    invitation.expires_at_ms = columns.integer();
    return invitation;
}

}  // namespace

std::vector<ports::Member> AccessStore::list_members(std::int64_t shop_id) {
    std::vector<ports::Member> members;
    Rows rows = session_.query(access_sql::list_members, {shop_id});
    while (rows.next()) {
        Columns columns(rows);
        ports::Member& member = members.emplace_back();
        member.operator_id = columns.text();
        member.name = columns.text();
        member.email = columns.text();
        member.role = columns.code<domain::Role>();
        member.since_ms = columns.integer();
        member.last_seen_at_ms = columns.optional_integer();
        member.has_second_factor = columns.flag();
    }
    return members;
}

std::vector<ports::Member> AccessStore::lock_members(std::int64_t shop_id) {
    session_.execute(access_sql::lock_members, {shop_id});
    return list_members(shop_id);
}

std::vector<ports::Invitation> AccessStore::list_invitations(std::int64_t shop_id) {
    std::vector<ports::Invitation> invitations;
    Rows rows = session_.query(access_sql::list_invitations, {shop_id});
    while (rows.next()) {
        invitations.push_back(read_invitation(rows));
        invitations.back().token_hash.clear();
    }
    return invitations;
}

std::optional<ports::Invitation> AccessStore::find_invitation(std::string_view token_hash) {
    Rows rows = session_.query(access_sql::find_invitation, {token_hash});
    if (!rows.next()) return std::nullopt;
    return read_invitation(rows);
}

void AccessStore::replace_invitation(const ports::Invitation& invitation) {
    const std::string email_key = case_key(invitation.email);
    session_.execute(access_sql::delete_invitation_email, {invitation.shop_id, email_key});
    or_already_exists([&] {
        session_.execute(access_sql::insert_invitation,
                         {invitation.shop_id, invitation.id, invitation.token_hash, invitation.email, invitation.name,
                          code_of(invitation.role), invitation.language, invitation.invited_by,
                          invitation.created_at_ms, invitation.expires_at_ms, email_key});
    });
}

bool AccessStore::delete_invitation(std::int64_t shop_id, std::string_view invitation_id) {
    return session_.execute(access_sql::delete_invitation, {shop_id, invitation_id}) == 1;
}

}  // namespace commis::sql
