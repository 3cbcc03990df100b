// The second factor: codes of a telephone (RFC 6238: six digits, 30 seconds, one step early or late) and recovery
// codes. A code counts once. Wrong ones make the next wait longer and longer; only who has the password can give any.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "features/access/access.hpp"

namespace commis::access {

inline constexpr std::int64_t code_step_ms = 30'000;
inline constexpr std::int64_t free_failures = 5;  // Wrong codes before the first wait.
inline constexpr std::int64_t code_wait_max_ms = 24LL * 3'600'000;
inline constexpr std::int64_t step_lifetime_ms = 10LL * 60'000;
inline constexpr std::int64_t step_failures_max = 5;
inline constexpr std::size_t recovery_code_count = 10;

// How long after that many wrong codes: 30 seconds, then twice as long each time, at most a day.
std::int64_t code_wait_ms(std::int64_t failures);

struct SecondFactorState {
    std::optional<std::int64_t> since_ms;  // Nothing: it is off.
    std::int64_t recovery_codes_left = 0;
};
SecondFactorState second_factor_of(ports::Snapshot& snapshot, std::string_view operator_id);

// A key to be typed or photographed; it counts when a code has confirmed it. Asks for the password: somebody who found
// an open desk must not lock its owner out. Field errors: /password wrong_password, /password second_factor_on.
struct NewKey {
    std::string key;  // Base32.
    std::string uri;  // otpauth://, what the QR code says.
};
domain::Result<NewKey> begin_second_factor(const Services& services, const Caller& caller, const std::string& password);

// Answers ten recovery codes, shown now and never again; every other session ends. Field error: /code wrong_code.
domain::Result<std::vector<std::string>> confirm_second_factor(const Services& services, const Caller& caller,
                                                               const std::string& code, const Where& where);

struct Proven {
    std::string password;
    std::string code;  // Of the telephone, or a recovery code.
};
// Field errors: /password wrong_password, /code wrong_code, /code code_wait.
domain::Result<void> end_second_factor(const Services& services, const Caller& caller, const Proven& proven,
                                       const Where& where);
domain::Result<std::vector<std::string>> renew_recovery_codes(const Services& services, const Caller& caller,
                                                              const Proven& proven, const Where& where);

// The second step of a sign-in. `again`: the step is over, the password has to be given again.
enum class StepFault : std::uint8_t { wrong_code, wait, again };
struct StepRefused {
    StepFault fault = StepFault::wrong_code;
    int wait_seconds = 0;
};
std::expected<SignedIn, StepRefused> finish_sign_in(const Services& services, const std::string& step_token,
                                                    const std::string& code, const Where& where);

// Takes away a colleague's, who lost telephone and codes; their sessions end. Only of somebody in whose every shop the
// caller may do as much as they. Refusals: not_found, forbidden.
domain::Result<void> reset_second_factor(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                         const domain::Shop& shop, std::string_view operator_id,
                                         const std::string& address);

}  // namespace commis::access
