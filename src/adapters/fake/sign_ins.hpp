// Second factors, second steps, open sessions, failed attempts and the audit trail in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class SignInStore final : public ports::SignInStore, public ports::SignInReader {
public:
    explicit SignInStore(Data& data) : data_(data) {}

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
    Data& data_;
};

class AuditStore final : public ports::AuditStore, public ports::AuditReader {
public:
    explicit AuditStore(Data& data) : data_(data) {}

    std::vector<ports::AuditEntry> list(const ports::AuditFilter& filter) override;
    std::vector<ports::AuditEntry> after(std::int64_t shop_id, std::int64_t position, std::int32_t limit) override;
    ports::AuditEnd end(std::int64_t shop_id) override;
    ports::AuditEnd lock_end(std::int64_t shop_id) override;
    void append(const ports::AuditEntry& entry) override;

private:
    Data& data_;
};

}  // namespace commis::fake
