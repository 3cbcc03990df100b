#include "adapters/sql/sign_in_store.hpp"

#include "adapters/sql/access_store.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/sign_in_statements.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {
namespace {

std::optional<ports::SecondFactor> read_factor(Rows rows) {
    if (!rows.next()) return std::nullopt;
    Columns columns(rows);
    ports::SecondFactor factor;
    factor.operator_id = columns.text();
    factor.sealed_key = columns.text();
    factor.since_ms = columns.optional_integer();
    factor.last_step = columns.integer();
    factor.failures = columns.integer();
    factor.failed_at_ms = columns.integer();
    return factor;
}

domain::SecondFactorRule read_rule(Columns& columns) {
    domain::SecondFactorRule rule;
    for (const std::string& id : texts_from(columns.view())) {
        if (const auto role = domain::find_role(id)) rule.roles.push_back(*role);
    }
    rule.from_ms = columns.integer();
    return rule;
}

}  // namespace

std::vector<ports::Session> SignInStore::sessions_of(std::string_view operator_id, std::int64_t now_ms) {
    std::vector<ports::Session> sessions;
    Rows rows = session_.query(sign_in_sql::sessions_of, {operator_id, now_ms});
    while (rows.next()) sessions.push_back(read_session(rows));
    return sessions;
}

std::optional<ports::SecondFactor> SignInStore::find_second_factor(std::string_view operator_id) {
    return read_factor(session_.query(sign_in_sql::find_factor, {operator_id}));
}

std::int64_t SignInStore::count_recovery_codes(std::string_view operator_id) {
    Rows rows = session_.query(sign_in_sql::count_codes, {operator_id});
    return rows.next() ? rows.integer(0) : 0;
}

std::optional<ports::SignInStep> SignInStore::find_step(std::string_view token_hash) {
    Rows rows = session_.query(sign_in_sql::find_step, {token_hash});
    if (!rows.next()) return std::nullopt;
    return ports::SignInStep{rows.text(0), rows.text(1), rows.integer(2), rows.integer(3)};
}

void SignInStore::touch_session(std::string_view token_hash, std::int64_t now_ms, std::string_view address) {
    session_.execute(sign_in_sql::seen_session, {token_hash, now_ms, address});
}

bool SignInStore::delete_session(std::string_view operator_id, std::string_view session_id) {
    return session_.execute(sign_in_sql::delete_session, {operator_id, session_id}) == 1;
}

std::optional<ports::SecondFactor> SignInStore::lock_second_factor(std::string_view operator_id) {
    return read_factor(session_.query(sign_in_sql::lock_factor, {operator_id}));
}

void SignInStore::save_second_factor(const ports::SecondFactor& factor) {
    session_.execute(sign_in_sql::save_factor, {factor.operator_id, factor.sealed_key, factor.since_ms,
                                                factor.last_step, factor.failures, factor.failed_at_ms});
}

void SignInStore::delete_second_factor(std::string_view operator_id) {
    session_.execute(sign_in_sql::delete_factor, {operator_id});
    session_.execute(sign_in_sql::delete_codes, {operator_id});
    session_.execute(sign_in_sql::delete_steps, {operator_id});
}

void SignInStore::replace_recovery_codes(std::string_view operator_id, const std::vector<std::string>& hashes) {
    session_.execute(sign_in_sql::delete_codes, {operator_id});
    for (const std::string& hash : hashes) session_.execute(sign_in_sql::insert_code, {operator_id, hash});
}

bool SignInStore::use_recovery_code(std::string_view operator_id, std::string_view hash, std::int64_t now_ms) {
    return session_.execute(sign_in_sql::use_code, {operator_id, hash, now_ms}) == 1;
}

void SignInStore::save_step(const ports::SignInStep& step, std::int64_t now_ms) {
    session_.execute(sign_in_sql::delete_old_steps, {now_ms});
    session_.execute(sign_in_sql::save_step, {step.token_hash, step.operator_id, step.failures, step.expires_at_ms});
}

void SignInStore::delete_step(std::string_view token_hash) { session_.execute(sign_in_sql::delete_step, {token_hash}); }

std::int64_t SignInStore::count_failure(std::string_view key, std::int64_t now_ms, std::int64_t window_ms) {
    session_.execute(sign_in_sql::delete_old_failures, {now_ms});
    Rows rows = session_.query(sign_in_sql::count_failure, {key, now_ms, now_ms + window_ms});
    return rows.next() ? rows.integer(0) : 1;
}

std::optional<ports::SignInFailures> SignInStore::find_failures(std::string_view key, std::int64_t now_ms) {
    Rows rows = session_.query(sign_in_sql::find_failures, {key, now_ms});
    if (!rows.next()) return std::nullopt;
    return ports::SignInFailures{rows.integer(0), rows.integer(1)};
}

void SignInStore::take_back_failure(std::string_view key) { session_.execute(sign_in_sql::take_back_failure, {key}); }

void SignInStore::forget_failures(std::string_view key) { session_.execute(sign_in_sql::forget_failures, {key}); }

domain::SecondFactorRule SignInStore::second_factor_rule(std::int64_t shop_id) {
    Rows rows = session_.query(sign_in_sql::find_rule, {shop_id});
    if (!rows.next()) return {};
    Columns columns(rows);
    return read_rule(columns);
}

std::vector<domain::SecondFactorDemand> SignInStore::second_factor_demands(std::string_view operator_id) {
    std::vector<domain::SecondFactorDemand> demands;
    Rows rows = session_.query(sign_in_sql::rules_of_person, {operator_id});
    while (rows.next()) {
        Columns columns(rows);
        const auto role = columns.code<domain::Role>();
        demands.push_back({role, read_rule(columns)});
    }
    return demands;
}

std::vector<domain::SecondFactorDemand> SignInStore::second_factor_demands_of_administrators() {
    std::vector<domain::SecondFactorDemand> demands;
    Rows rows = session_.query(sign_in_sql::all_rules);
    while (rows.next()) {
        Columns columns(rows);
        demands.push_back({domain::Role::admin, read_rule(columns)});
    }
    return demands;
}

void SignInStore::save_second_factor_rule(std::int64_t shop_id, const domain::SecondFactorRule& rule) {
    if (rule.roles.empty()) {
        session_.execute(sign_in_sql::delete_rule, {shop_id});
        return;
    }
    std::vector<std::string> ids;
    for (const domain::Role role : rule.roles) ids.emplace_back(domain::id_of(role));
    Values values;
    values.add(shop_id).keep(to_json(ids)).add(rule.from_ms);
    session_.execute(sign_in_sql::save_rule, values.params());
}

}  // namespace commis::sql
