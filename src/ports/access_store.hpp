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
    std::int64_t since_ms = 0;
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
    std::optional<std::int64_t> last_seen_at_ms = {};  // Kept to a few minutes, not to the second.
};

// Somebody of a shop's team, as its list shows them.
struct Member {
    std::string operator_id;
    std::string name;
    std::string email;
    domain::Role role = domain::Role::viewer;
    std::int64_t since_ms = 0;
    std::optional<std::int64_t> last_seen_at_ms;
    bool has_second_factor = false;
};

// Somebody asked to join who has no account yet. The link that was handed over is stored as its digest only.
struct Invitation {
    std::int64_t shop_id = 0;
    std::string id;
    std::string token_hash;
    std::string email;  // One invitation an address and shop, without case.
    std::string name;
    domain::Role role = domain::Role::viewer;
    std::string language;
    std::string invited_by;
    std::int64_t created_at_ms = 0;
    std::int64_t expires_at_ms = 0;
};

struct Session {
    std::string token_hash;
    std::string operator_id;
    std::string csrf;
    std::int64_t created_at_ms = 0;
    std::int64_t expires_at_ms = 0;
    std::string id = {};     // Names it where it is listed; opens nothing.
    std::string agent = {};  // The browser as it calls itself, cut to 300 bytes.
    std::string address = {};
    std::int64_t last_seen_at_ms = 0;  // Kept to a few minutes.
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
    virtual std::vector<Member> list_members(std::int64_t shop_id) = 0;          // By e-mail; at most 500.
    virtual std::vector<Invitation> list_invitations(std::int64_t shop_id) = 0;  // By e-mail; without hashes.
    virtual std::optional<Invitation> find_invitation(std::string_view token_hash) = 0;
    virtual std::int64_t count_sessions(std::string_view operator_id, std::int64_t now_ms) = 0;  // Those still open.
};

struct AccessStore {
    virtual ~AccessStore() = default;
    virtual void insert_operator(const Operator& operator_) = 0;  // Unique violation when the e-mail is taken.
    // As it is now, and as it stays until the unit of work ends.
    virtual std::optional<Operator> lock_operator(std::string_view operator_id) = 0;
    virtual void save_operator(const Operator& operator_) = 0;  // Name, password, language and preferences only.
    virtual void save_membership(std::string_view operator_id, const Membership& membership) = 0;
    virtual bool delete_membership(std::int64_t shop_id, std::string_view operator_id) = 0;
    virtual void insert_session(const Session& session) = 0;
    virtual void touch_session(std::string_view token_hash, std::int64_t expires_at_ms) = 0;
    virtual void delete_session(std::string_view token_hash) = 0;
    virtual void delete_sessions_before(std::int64_t now_ms) = 0;
    virtual void insert_token(const Token& token) = 0;
    virtual void touch_token(std::string_view token_hash, std::int64_t now_ms) = 0;
    virtual bool delete_token(std::int64_t shop_id, std::string_view token_id) = 0;
    virtual void touch_operator(std::string_view operator_id, std::int64_t now_ms) = 0;  // Was seen.
    // Ends every session of an operator but the one named; an empty hash spares none.
    virtual std::int64_t delete_other_sessions(std::string_view operator_id, std::string_view kept_hash) = 0;
    // The team, locked: two changes of one shop's team run one after the other, so that its last owner stays.
    virtual std::vector<Member> lock_members(std::int64_t shop_id) = 0;
    // An older invitation of the same address and shop ends with it.
    virtual void replace_invitation(const Invitation& invitation) = 0;
    virtual bool delete_invitation(std::int64_t shop_id, std::string_view invitation_id) = 0;
};

}  // namespace commis::ports
