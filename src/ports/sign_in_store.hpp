// Signing in: second factors with their recovery codes, sign-ins that wait for their second step, where operators are
// signed in, and failed attempts. Secrets come sealed or as digests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/second_factor_rule.hpp"
#include "ports/access_store.hpp"

namespace commis::ports {

// The key that an operator's telephone has, too (RFC 6238).
struct SecondFactor {
    std::string operator_id;
    std::string sealed_key;
    std::optional<std::int64_t> since_ms;  // Nothing: shown, but not confirmed by a code yet; nobody is asked for one.
    std::int64_t last_step = 0;            // The newest step whose code was taken: none is taken twice.
    std::int64_t failures = 0;             // Wrong codes since the last right one.
    std::int64_t failed_at_ms = 0;

    bool is_on() const { return since_ms.has_value(); }
};

// The password was right; this opens nothing but the second step.
struct SignInStep {
    std::string token_hash;
    std::string operator_id;
    std::int64_t failures = 0;
    std::int64_t expires_at_ms = 0;
};

// Failed attempts so far, and until when they count.
struct SignInFailures {
    std::int64_t count = 0;
    std::int64_t until_ms = 0;
};

struct SignInReader {
    virtual ~SignInReader() = default;
    // Those still open, the one seen last first; at most 200.
    virtual std::vector<Session> sessions_of(std::string_view operator_id, std::int64_t now_ms) = 0;
    virtual std::optional<SecondFactor> find_second_factor(std::string_view operator_id) = 0;
    virtual std::int64_t count_recovery_codes(std::string_view operator_id) = 0;  // Those not used yet.
    virtual std::optional<SignInStep> find_step(std::string_view token_hash) = 0;
    // Nothing when there are none, or when their window is over.
    virtual std::optional<SignInFailures> find_failures(std::string_view key, std::int64_t now_ms) = 0;
    // What a shop demands; of one that demands nothing, a rule without roles.
    virtual domain::SecondFactorRule second_factor_rule(std::int64_t shop_id) = 0;
    // What is demanded of somebody: in the shops where they work or, of an administrator, in all.
    virtual std::vector<domain::SecondFactorDemand> second_factor_demands(std::string_view operator_id) = 0;
    virtual std::vector<domain::SecondFactorDemand> second_factor_demands_of_administrators() = 0;
};

struct SignInStore {
    virtual ~SignInStore() = default;
    virtual void touch_session(std::string_view token_hash, std::int64_t now_ms, std::string_view address) = 0;
    virtual bool delete_session(std::string_view operator_id, std::string_view session_id) = 0;
    // As it is now, and as it stays until the unit of work ends.
    virtual std::optional<SecondFactor> lock_second_factor(std::string_view operator_id) = 0;
    virtual void save_second_factor(const SecondFactor& factor) = 0;
    // With its recovery codes and the sign-ins that wait for it.
    virtual void delete_second_factor(std::string_view operator_id) = 0;
    virtual void replace_recovery_codes(std::string_view operator_id, const std::vector<std::string>& hashes) = 0;
    virtual bool use_recovery_code(std::string_view operator_id, std::string_view hash, std::int64_t now_ms) = 0;
    // Replaces one with the same digest; those that ran out by `now_ms` go.
    virtual void save_step(const SignInStep& step, std::int64_t now_ms) = 0;
    virtual void delete_step(std::string_view token_hash) = 0;
    // Counts a failure in a window that begins with its first one; answers the failures of the window so far. Windows
    // that ended by `now_ms` go.
    virtual std::int64_t count_failure(std::string_view key, std::int64_t now_ms, std::int64_t window_ms) = 0;
    virtual void take_back_failure(std::string_view key) = 0;  // One of them; what is not there stays so.
    virtual void forget_failures(std::string_view key) = 0;
    virtual void save_second_factor_rule(std::int64_t shop_id, const domain::SecondFactorRule& rule) = 0;
};

}  // namespace commis::ports
