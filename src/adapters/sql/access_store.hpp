// Operators, sessions and tokens on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/access_store.hpp"

namespace commis::sql {

// A row of COMMIS_SESSION_COLUMNS.
ports::Session read_session(const Rows& rows);

class AccessStore final : public ports::AccessStore, public ports::AccessReader {
public:
    explicit AccessStore(Session& session) : session_(session) {}

    std::optional<ports::Operator> find_operator(std::string_view operator_id) override;
    std::optional<ports::Operator> find_operator_by_email(std::string_view email) override;
    std::optional<ports::Session> find_session(std::string_view token_hash) override;
    std::optional<ports::Token> find_token(std::string_view token_hash) override;
    std::vector<ports::Token> list_tokens(std::int64_t shop_id) override;
    bool has_operators() override;
    std::vector<ports::Member> list_members(std::int64_t shop_id) override;
    std::vector<ports::Invitation> list_invitations(std::int64_t shop_id) override;
    std::optional<ports::Invitation> find_invitation(std::string_view token_hash) override;
    std::int64_t count_sessions(std::string_view operator_id, std::int64_t now_ms) override;

    void insert_operator(const ports::Operator& operator_) override;
    std::optional<ports::Operator> lock_operator(std::string_view operator_id) override;
    void save_operator(const ports::Operator& operator_) override;
    void save_membership(std::string_view operator_id, const ports::Membership& membership) override;
    bool delete_membership(std::int64_t shop_id, std::string_view operator_id) override;
    void insert_session(const ports::Session& session) override;
    void touch_session(std::string_view token_hash, std::int64_t expires_at_ms) override;
    void delete_session(std::string_view token_hash) override;
    void delete_sessions_before(std::int64_t now_ms) override;
    void insert_token(const ports::Token& token) override;
    void touch_token(std::string_view token_hash, std::int64_t now_ms) override;
    bool delete_token(std::int64_t shop_id, std::string_view token_id) override;
    void touch_operator(std::string_view operator_id, std::int64_t now_ms) override;
    std::int64_t delete_other_sessions(std::string_view operator_id, std::string_view kept_hash) override;
    std::vector<ports::Member> lock_members(std::int64_t shop_id) override;
    void replace_invitation(const ports::Invitation& invitation) override;
    bool delete_invitation(std::int64_t shop_id, std::string_view invitation_id) override;

private:
    std::optional<ports::Operator> load_operator(const Statement& statement, std::string_view key);
    void insert_memberships(std::string_view operator_id, const std::vector<ports::Membership>& memberships);

    Session& session_;
};

}  // namespace commis::sql
