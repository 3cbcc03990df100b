// The statements of operators, sessions and tokens. What is unique in the whole program is its own key.
#pragma once

#include <array>

#include "adapters/sql/engine/insert_family.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::sql::access_sql {

#define COMMIS_OPERATOR_COLUMNS \
    "operator_id, email, name, password_hash, language, is_admin, preferences, created_at_ms, last_seen_at_ms"
#define COMMIS_SESSION_COLUMNS \
    "token_hash, operator_id, csrf, created_at_ms, expires_at_ms, session_id, agent, address, last_seen_at_ms"
#define COMMIS_TOKEN_COLUMNS \
    "token_id, token_hash, shop_id, name, role, trusts_payment_claims, created_at_ms, last_used_at_ms, expires_at_ms"

inline constexpr Statement find_operator{"operator_find",
                                         "SELECT " COMMIS_OPERATOR_COLUMNS " FROM operators WHERE operator_id = $1"};
inline constexpr Statement lock_operator{
    "operator_lock", "SELECT " COMMIS_OPERATOR_COLUMNS " FROM operators WHERE operator_id = $1", true};
inline constexpr Statement find_operator_email{
    "operator_find_email", "SELECT " COMMIS_OPERATOR_COLUMNS " FROM operators WHERE email_key = $1"};
inline constexpr Statement insert_operator{"operator_insert",
                                           "INSERT INTO operators (" COMMIS_OPERATOR_COLUMNS
                                           ", email_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
inline constexpr Statement update_operator{
    "operator_update",
    "UPDATE operators SET name = $2, password_hash = $3, language = $4, is_admin = $5, preferences = $6 "
    "WHERE operator_id = $1"};
inline constexpr Statement touch_operator{"operator_touch",
                                          "UPDATE operators SET last_seen_at_ms = $2 WHERE operator_id = $1"};
inline constexpr Statement any_operator{"operators_any", "SELECT operator_id FROM operators LIMIT 1"};
inline constexpr Statement list_memberships{
    "memberships_list", "SELECT shop_id, role, since_ms FROM memberships WHERE operator_id = $1 ORDER BY shop_id"};
inline constexpr InsertFamily insert_memberships{"memberships_insert",
                                                 "INSERT INTO memberships (shop_id, operator_id, role, since_ms)", 4};

inline constexpr Statement list_members{
    "members_list",
    "SELECT m.operator_id, o.name, o.email, m.role, m.since_ms, o.last_seen_at_ms, "
    "CASE WHEN f.since_ms IS NULL THEN 0 ELSE 1 END "
    "FROM memberships m JOIN operators o ON o.operator_id = m.operator_id "
    "LEFT JOIN second_factors f ON f.operator_id = m.operator_id WHERE m.shop_id = $1 "
    "ORDER BY o.email_key LIMIT 500"};
inline constexpr Statement lock_members{
    "members_lock", "SELECT operator_id FROM memberships WHERE shop_id = $1 ORDER BY operator_id", true};
inline constexpr Statement delete_membership{"membership_delete",
                                             "DELETE FROM memberships WHERE shop_id = $1 AND operator_id = $2"};

inline constexpr Statement find_session{"session_find",
                                        "SELECT " COMMIS_SESSION_COLUMNS " FROM sessions WHERE token_hash = $1"};
inline constexpr Statement insert_session{
    "session_insert", "INSERT INTO sessions (" COMMIS_SESSION_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
inline constexpr Statement touch_session{"session_touch",
                                         "UPDATE sessions SET expires_at_ms = $2 WHERE token_hash = $1"};
inline constexpr Statement delete_session{"session_delete", "DELETE FROM sessions WHERE token_hash = $1"};
inline constexpr Statement delete_sessions{"sessions_delete_old", "DELETE FROM sessions WHERE expires_at_ms < $1"};

inline constexpr Statement count_sessions{
    "sessions_count", "SELECT count(*) FROM sessions WHERE operator_id = $1 AND expires_at_ms > $2"};
inline constexpr Statement delete_other_sessions{"sessions_delete_others",
                                                 "DELETE FROM sessions WHERE operator_id = $1 AND token_hash <> $2"};

#define COMMIS_INVITATION_COLUMNS \
    "shop_id, invitation_id, token_hash, email, name, role, language, invited_by, created_at_ms, expires_at_ms"

inline constexpr Statement list_invitations{"invitations_list",
                                            "SELECT " COMMIS_INVITATION_COLUMNS
                                            " FROM invitations WHERE shop_id = $1 ORDER BY email_key LIMIT 500"};
inline constexpr Statement find_invitation{
    "invitation_find", "SELECT " COMMIS_INVITATION_COLUMNS " FROM invitations WHERE token_hash = $1"};
inline constexpr Statement insert_invitation{"invitation_insert",
                                             "INSERT INTO invitations (" COMMIS_INVITATION_COLUMNS
                                             ", email_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};
inline constexpr Statement delete_invitation{"invitation_delete",
                                             "DELETE FROM invitations WHERE shop_id = $1 AND invitation_id = $2"};
inline constexpr Statement delete_invitation_email{"invitation_delete_email",
                                                   "DELETE FROM invitations WHERE shop_id = $1 AND email_key = $2"};

inline constexpr Statement find_token{"token_find",
                                      "SELECT " COMMIS_TOKEN_COLUMNS " FROM tokens WHERE token_hash = $1"};
inline constexpr Statement list_tokens{
    "tokens_list", "SELECT " COMMIS_TOKEN_COLUMNS " FROM tokens WHERE shop_id = $1 ORDER BY token_id LIMIT 200"};
inline constexpr Statement insert_token{
    "token_insert", "INSERT INTO tokens (" COMMIS_TOKEN_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
inline constexpr Statement touch_token{"token_touch", "UPDATE tokens SET last_used_at_ms = $2 WHERE token_hash = $1"};
inline constexpr Statement delete_token{"token_delete", "DELETE FROM tokens WHERE shop_id = $1 AND token_id = $2"};

inline constexpr std::array all{list_tokens,       delete_token,      list_members,
                                lock_members,      delete_membership, list_invitations,
                                insert_invitation, delete_invitation, delete_invitation_email};
inline constexpr std::array by_unique_key{
    find_operator,   find_operator_email, insert_operator, update_operator, touch_operator,
    any_operator,    list_memberships,    lock_operator,   find_session,    insert_session,
    touch_session,   delete_session,      delete_sessions, count_sessions,  delete_other_sessions,
    find_invitation, find_token,          insert_token,    touch_token};

}  // namespace commis::sql::access_sql
