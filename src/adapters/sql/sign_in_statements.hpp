// The statements of signing in: second factors, recovery codes, second steps, open sessions and failed attempts. All of
// it belongs to operators, who are known in the whole program.
#pragma once

#include <array>

#include "adapters/sql/access_statements.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::sql::sign_in_sql {

inline constexpr Statement sessions_of{"sessions_of_operator",
                                       "SELECT " COMMIS_SESSION_COLUMNS
                                       " FROM sessions WHERE operator_id = $1 AND expires_at_ms > $2 "
                                       "ORDER BY last_seen_at_ms DESC, session_id LIMIT 200"};
inline constexpr Statement seen_session{"session_seen",
                                        "UPDATE sessions SET last_seen_at_ms = $2, address = $3 WHERE token_hash = $1"};
inline constexpr Statement delete_session{"session_delete_named",
                                          "DELETE FROM sessions WHERE operator_id = $1 AND session_id = $2"};

#define COMMIS_FACTOR_COLUMNS "operator_id, sealed_key, since_ms, last_step, failures, failed_at_ms"

inline constexpr Statement find_factor{"second_factor_find",
                                       "SELECT " COMMIS_FACTOR_COLUMNS " FROM second_factors WHERE operator_id = $1"};
inline constexpr Statement lock_factor{
    "second_factor_lock", "SELECT " COMMIS_FACTOR_COLUMNS " FROM second_factors WHERE operator_id = $1", true};
inline constexpr Statement save_factor{
    "second_factor_save",
    "INSERT INTO second_factors (" COMMIS_FACTOR_COLUMNS
    ") VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (operator_id) DO UPDATE SET sealed_key = $2, since_ms = $3, "
    "last_step = $4, failures = $5, failed_at_ms = $6"};
inline constexpr Statement delete_factor{"second_factor_delete", "DELETE FROM second_factors WHERE operator_id = $1"};

inline constexpr Statement count_codes{
    "recovery_codes_count", "SELECT count(*) FROM recovery_codes WHERE operator_id = $1 AND used_at_ms IS NULL"};
inline constexpr Statement insert_code{
    "recovery_code_insert", "INSERT INTO recovery_codes (operator_id, code_hash, used_at_ms) VALUES ($1, $2, NULL)"};
inline constexpr Statement use_code{"recovery_code_use",
                                    "UPDATE recovery_codes SET used_at_ms = $3 WHERE operator_id = $1 AND "
                                    "code_hash = $2 AND used_at_ms IS NULL"};
inline constexpr Statement delete_codes{"recovery_codes_delete", "DELETE FROM recovery_codes WHERE operator_id = $1"};

inline constexpr Statement find_step{
    "sign_in_step_find",
    "SELECT token_hash, operator_id, failures, expires_at_ms FROM sign_in_steps WHERE token_hash = $1"};
inline constexpr Statement save_step{
    "sign_in_step_save",
    "INSERT INTO sign_in_steps (token_hash, operator_id, failures, expires_at_ms) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (token_hash) DO UPDATE SET failures = $3, expires_at_ms = $4"};
inline constexpr Statement delete_step{"sign_in_step_delete", "DELETE FROM sign_in_steps WHERE token_hash = $1"};
inline constexpr Statement delete_old_steps{"sign_in_steps_delete_old",
                                            "DELETE FROM sign_in_steps WHERE expires_at_ms <= $1"};
inline constexpr Statement delete_steps{"sign_in_steps_delete", "DELETE FROM sign_in_steps WHERE operator_id = $1"};

inline constexpr Statement count_failure{
    "sign_in_failure_count",
    "INSERT INTO sign_in_failures (failure_key, failures, until_ms) VALUES ($1, 1, $3) "
    "ON CONFLICT (failure_key) DO UPDATE SET "
    "failures = CASE WHEN sign_in_failures.until_ms <= $2 THEN 1 ELSE sign_in_failures.failures + 1 END, "
    "until_ms = CASE WHEN sign_in_failures.until_ms <= $2 THEN $3 ELSE sign_in_failures.until_ms END "
    "RETURNING failures"};
inline constexpr Statement find_failures{
    "sign_in_failures_find",
    "SELECT failures, until_ms FROM sign_in_failures WHERE failure_key = $1 AND until_ms > $2"};
inline constexpr Statement take_back_failure{
    "sign_in_failure_take_back",
    "UPDATE sign_in_failures SET failures = failures - 1 WHERE failure_key = $1 AND failures > 0"};
inline constexpr Statement forget_failures{"sign_in_failures_forget",
                                           "DELETE FROM sign_in_failures WHERE failure_key = $1"};
inline constexpr Statement delete_old_failures{"sign_in_failures_delete_old",
                                               "DELETE FROM sign_in_failures WHERE until_ms <= $1"};

inline constexpr Statement find_rule{"second_factor_rule_find",
                                     "SELECT roles, from_ms FROM second_factor_rules WHERE shop_id = $1"};
inline constexpr Statement save_rule{"second_factor_rule_save",
                                     "INSERT INTO second_factor_rules (shop_id, roles, from_ms) VALUES ($1, $2, $3) "
                                     "ON CONFLICT (shop_id) DO UPDATE SET roles = $2, from_ms = $3"};
inline constexpr Statement delete_rule{"second_factor_rule_delete",
                                       "DELETE FROM second_factor_rules WHERE shop_id = $1"};
inline constexpr Statement rules_of_person{
    "second_factor_rules_of_person",
    "SELECT m.role, r.roles, r.from_ms FROM memberships m JOIN second_factor_rules r ON r.shop_id = m.shop_id "
    "WHERE m.operator_id = $1"};
// Only shops that demand something have a row.
inline constexpr Statement all_rules{"second_factor_rules_all",
                                     "SELECT roles, from_ms FROM second_factor_rules ORDER BY shop_id"};

inline constexpr std::array all{find_rule, save_rule, delete_rule};
inline constexpr std::array by_unique_key{
    sessions_of,     seen_session,        delete_session,    find_factor,     lock_factor,   save_factor,
    delete_factor,   count_codes,         insert_code,       use_code,        delete_codes,  find_step,
    save_step,       delete_step,         delete_old_steps,  delete_steps,    count_failure, find_failures,
    forget_failures, delete_old_failures, take_back_failure, rules_of_person, all_rules};

}  // namespace commis::sql::sign_in_sql
