// Operators, their sessions, and tokens of programs. Secrets are stored hashed; who finds a row has proven nothing yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/rights.hpp"

namespace commis::ports {

struct Membership {
    std::int64_t shop_id = 0;
    domain::Role role = domain::Role::viewer;
};

struct Operator {
    std::string id;
    std::string email;  // As typed; unique without case.
    std::string name;
    std::string password_hash;  // argon2id, with its parameters.
    std::string language;       // Empty: the shop's.
    bool is_admin = false;
    std::string preferences_json = "{}";
    std::int64_t created_at_ms = 0;
    std::vector<Membership> memberships;
};

struct Session {
    std::string token_hash;
    std::string operator_id;
    std::string csrf;
    std::int64_t created_at_ms = 0;
    std::int64_t expires_at_ms = 0;
};

struct Token {
    std::string id;
    std::string token_hash;
    std::int64_t shop_id = 0;  // 0: the platform's admin token.
    std::string name;
    domain::Role role = domain::Role::viewer;
    bool trusts_payment_claims = false;
    std::int64_t created_at_ms = 0;
    std::optional<std::int64_t> last_used_at_ms;
    std::optional<std::int64_t> expires_at_ms;
};

struct AccessReader {
    virtual ~AccessReader() = default;
    virtual std::optional<Operator> find_operator(std::string_view operator_id) = 0;
    virtual std::optional<Operator> find_operator_by_email(std::string_view email) = 0;
    virtual std::optional<Session> find_session(std::string_view token_hash) = 0;
    virtual std::optional<Token> find_token(std::string_view token_hash) = 0;
    virtual std::vector<Token> list_tokens(std::int64_t shop_id) = 0;  // Without hashes; at most 200.
    virtual bool has_operators() = 0;
};

struct AccessStore {
    virtual ~AccessStore() = default;
    virtual void insert_operator(const Operator& operator_) = 0;  // Unique violation when the e-mail is taken.
    virtual void save_operator(const Operator& operator_) = 0;    // Name, password, language, preferences, memberships.
    virtual void insert_session(const Session& session) = 0;
    virtual void touch_session(std::string_view token_hash, std::int64_t expires_at_ms) = 0;
    virtual void delete_session(std::string_view token_hash) = 0;
    virtual void delete_sessions_before(std::int64_t now_ms) = 0;
    virtual void insert_token(const Token& token) = 0;
    virtual void touch_token(std::string_view token_hash, std::int64_t now_ms) = 0;
    virtual bool delete_token(std::int64_t shop_id, std::string_view token_id) = 0;
};

}  // namespace commis::ports
