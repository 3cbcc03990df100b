// Signing in and out, finding out who calls, and tokens for programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/refusal.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::access {

inline constexpr std::int64_t session_lifetime_ms = 14LL * 24 * 3'600'000;
inline constexpr std::size_t password_length_min = 10;

struct SignedIn {
    Caller caller;
    std::string session_token;  // For the cookie; stored only as its digest.
};

// Nothing when the address is unknown or the password wrong: the two can't be told apart, not even by the time taken.
std::optional<SignedIn> sign_in(const Services& services, const std::string& email, const std::string& password);
void sign_out(const Services& services, const Caller& caller);

// Who a bearer token or a session cookie stands for; nothing when it is unknown or has run out.
std::optional<Caller> caller_of_token(ports::AccessReader& access, const Services& services, const std::string& token);
std::optional<Caller> caller_of_session(ports::AccessReader& access, const Services& services,
                                        const std::string& session_token);

struct NewOperator {
    std::string email;
    std::string name;
    std::string password;
    std::string language;
    bool is_admin = false;
    std::vector<ports::Membership> memberships;
};
// Refuses a bad address, a short password, an address that is taken.
domain::Result<ports::Operator> create_operator(const Services& services, const NewOperator& wanted);

struct NewToken {
    std::int64_t shop_id = 0;  // 0 with role `admin` only.
    std::string name;
    domain::Role role = domain::Role::viewer;
    std::optional<std::int64_t> expires_at_ms;
};
struct CreatedToken {
    ports::Token token;
    std::string secret;  // Shown once.
};
// Nobody hands out a role with rights beyond their own.
domain::Result<CreatedToken> create_token(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                          const NewToken& wanted);

}  // namespace commis::access
