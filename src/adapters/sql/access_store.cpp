#include "adapters/sql/access_store.hpp"

#include "adapters/sql/access_statements.hpp"
#include "adapters/sql/already_exists.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/text_keys.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {
namespace {

ports::Token read_token(const Rows& rows) {
    Columns columns(rows);
    ports::Token token;
    token.id = columns.text();
    token.token_hash = columns.text();
    token.shop_id = columns.integer();
    token.name = columns.text();
    token.role = columns.code<domain::Role>();
    token.trusts_payment_claims = columns.flag();
    token.created_at_ms = columns.integer();
    token.last_used_at_ms = columns.optional_integer();
    token.expires_at_ms = columns.optional_integer();
    return token;
}

}  // namespace

ports::Session read_session(const Rows& rows) {
    Columns columns(rows);
    ports::Session session;
    session.token_hash = columns.text();
    session.operator_id = columns.text();
    session.csrf = columns.text();
    session.created_at_ms = columns.integer();
    session.expires_at_ms = columns.integer();
    session.id = columns.text();
    session.agent = columns.text();
    session.address = columns.text();
    session.last_seen_at_ms = columns.integer();
    return session;
}

std::optional<ports::Operator> AccessStore::load_operator(const Statement& statement, std::string_view key) {
    ports::Operator found;
    {
        Rows rows = session_.query(statement, {key});
        if (!rows.next()) return std::nullopt;
        Columns columns(rows);
        found.id = columns.text();
        found.email = columns.text();
        found.name = columns.text();
        found.password_hash = columns.text();
        found.language = columns.text();
        found.is_admin = columns.flag();
        found.preferences_json = columns.text();
        found.created_at_ms = columns.integer();
        found.last_seen_at_ms = columns.optional_integer();
    }
    Rows rows = session_.query(access_sql::list_memberships, {found.id});
    while (rows.next()) {
        found.memberships.push_back({rows.integer(0), from_code<domain::Role>(rows.view(1)), rows.integer(2)});
    }
    return found;
}

std::optional<ports::Operator> AccessStore::find_operator(std::string_view operator_id) {
    return load_operator(access_sql::find_operator, operator_id);
}

std::optional<ports::Operator> AccessStore::lock_operator(std::string_view operator_id) {
    return load_operator(access_sql::lock_operator, operator_id);
}

std::optional<ports::Operator> AccessStore::find_operator_by_email(std::string_view email) {
    return load_operator(access_sql::find_operator_email, case_key(email));
}

std::optional<ports::Session> AccessStore::find_session(std::string_view token_hash) {
    Rows rows = session_.query(access_sql::find_session, {token_hash});
    if (!rows.next()) return std::nullopt;
    return read_session(rows);
}

std::optional<ports::Token> AccessStore::find_token(std::string_view token_hash) {
    Rows rows = session_.query(access_sql::find_token, {token_hash});
    if (!rows.next()) return std::nullopt;
    return read_token(rows);
}

std::vector<ports::Token> AccessStore::list_tokens(std::int64_t shop_id) {
    std::vector<ports::Token> tokens;
    Rows rows = session_.query(access_sql::list_tokens, {shop_id});
    while (rows.next()) {
        tokens.push_back(read_token(rows));
        tokens.back().token_hash.clear();
    }
    return tokens;
}

bool AccessStore::has_operators() { return session_.query(access_sql::any_operator).next(); }

void AccessStore::insert_memberships(std::string_view operator_id, const std::vector<ports::Membership>& memberships) {
    Values values;
    for (const ports::Membership& membership : memberships) {
        values.add(membership.shop_id, operator_id, code_of(membership.role), membership.since_ms);
    }
    if (!values.empty()) insert_rows(session_, access_sql::insert_memberships, values.params());
}

void AccessStore::insert_operator(const ports::Operator& operator_) {
    const std::string email_key = case_key(operator_.email);
    or_already_exists([&] {
        session_.execute(access_sql::insert_operator,
                         {operator_.id, operator_.email, operator_.name, operator_.password_hash, operator_.language,
                          operator_.is_admin, operator_.preferences_json, operator_.created_at_ms,
                          operator_.last_seen_at_ms, email_key});
    });
    insert_memberships(operator_.id, operator_.memberships);
}

void AccessStore::save_operator(const ports::Operator& operator_) {
    session_.execute(access_sql::update_operator, {operator_.id, operator_.name, operator_.password_hash,
                                                   operator_.language, operator_.is_admin, operator_.preferences_json});
}

void AccessStore::save_membership(std::string_view operator_id, const ports::Membership& membership) {
    session_.execute(access_sql::delete_membership, {membership.shop_id, operator_id});
    insert_memberships(operator_id, {membership});
}

bool AccessStore::delete_membership(std::int64_t shop_id, std::string_view operator_id) {
    return session_.execute(access_sql::delete_membership, {shop_id, operator_id}) == 1;
}

void AccessStore::insert_session(const ports::Session& session) {
    session_.execute(access_sql::insert_session,
                     {session.token_hash, session.operator_id, session.csrf, session.created_at_ms,
                      session.expires_at_ms, session.id, session.agent, session.address, session.last_seen_at_ms});
}

void AccessStore::touch_session(std::string_view token_hash, std::int64_t expires_at_ms) {
    session_.execute(access_sql::touch_session, {token_hash, expires_at_ms});
}

void AccessStore::delete_session(std::string_view token_hash) {
    session_.execute(access_sql::delete_session, {token_hash});
}

void AccessStore::delete_sessions_before(std::int64_t now_ms) {
    session_.execute(access_sql::delete_sessions, {now_ms});
}

void AccessStore::insert_token(const ports::Token& token) {
    or_already_exists([&] {
        session_.execute(access_sql::insert_token, {token.id, token.token_hash, token.shop_id, token.name,
                                                    code_of(token.role), token.trusts_payment_claims,
                                                    token.created_at_ms, token.last_used_at_ms, token.expires_at_ms});
    });
}

void AccessStore::touch_token(std::string_view token_hash, std::int64_t now_ms) {
    session_.execute(access_sql::touch_token, {token_hash, now_ms});
}

bool AccessStore::delete_token(std::int64_t shop_id, std::string_view token_id) {
    return session_.execute(access_sql::delete_token, {shop_id, token_id}) == 1;
}

void AccessStore::touch_operator(std::string_view operator_id, std::int64_t now_ms) {
    session_.execute(access_sql::touch_operator, {operator_id, now_ms});
}

std::int64_t AccessStore::count_sessions(std::string_view operator_id, std::int64_t now_ms) {
    Rows rows = session_.query(access_sql::count_sessions, {operator_id, now_ms});
    return rows.next() ? rows.integer(0) : 0;
}

std::int64_t AccessStore::delete_other_sessions(std::string_view operator_id, std::string_view kept_hash) {
    return session_.execute(access_sql::delete_other_sessions, {operator_id, kept_hash});
}

}  // namespace commis::sql
