// Second factors, second steps, open sessions and failed attempts on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/sign_in_store.hpp"

namespace commis::sql {

class SignInStore final : public ports::SignInStore, public ports::SignInReader {
public:
    explicit SignInStore(Session& session) : session_(session) {}

    std::vector<ports::Session> sessions_of(std::string_view operator_id, std::int64_t now_ms) override;
    std::optional<ports::SecondFactor> find_second_factor(std::string_view operator_id) override;
    std::int64_t count_recovery_codes(std::string_view operator_id) override;
    std::optional<ports::SignInStep> find_step(std::string_view token_hash) override;
    std::optional<ports::SignInFailures> find_failures(std::string_view key, std::int64_t now_ms) override;
    domain::SecondFactorRule second_factor_rule(std::int64_t shop_id) override;
    std::vector<domain::SecondFactorDemand> second_factor_demands(std::string_view operator_id) override;
    std::vector<domain::SecondFactorDemand> second_factor_demands_of_administrators() override;

    void touch_session(std::string_view token_hash, std::int64_t now_ms, std::string_view address) override;
    bool delete_session(std::string_view operator_id, std::string_view session_id) override;
    std::optional<ports::SecondFactor> lock_second_factor(std::string_view operator_id) override;
    void save_second_factor(const ports::SecondFactor& factor) override;
    void delete_second_factor(std::string_view operator_id) override;
    void replace_recovery_codes(std::string_view operator_id, const std::vector<std::string>& hashes) override;
    bool use_recovery_code(std::string_view operator_id, std::string_view hash, std::int64_t now_ms) override;
    void save_step(const ports::SignInStep& step, std::int64_t now_ms) override;
    void delete_step(std::string_view token_hash) override;
    std::int64_t count_failure(std::string_view key, std::int64_t now_ms, std::int64_t window_ms) override;
    void take_back_failure(std::string_view key) override;
    void forget_failures(std::string_view key) override;
    void save_second_factor_rule(std::int64_t shop_id, const domain::SecondFactorRule& rule) override;

private:
    Session& session_;
};

}  // namespace commis::sql
