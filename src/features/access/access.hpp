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
inline constexpr std::size_t password_length_max = 1'024;
inline constexpr std::size_t name_length_max = 100;
// How exactly "last seen" and "last used" are kept: one small write in that time, not one a request.
inline constexpr std::int64_t seen_step_ms = 5LL * 60'000;

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

// Notes that an operator or a token was there, when the last note is old.
void note_seen(const Services& services, const Caller& caller);

// Opens a session for an operator whose password was checked, or who has just set it.
SignedIn open_session(ports::UnitOfWork& work, const Services& services, const ports::Operator& found);

// The field errors of a password that is to be set; `field` is where it was typed.
void check_password(std::vector<domain::FieldError>& errors, const std::string& field, const std::string& password);

// Sets another password and ends every other session of the caller; answers how many those were. Refuses a wrong
// current one (field error `wrong_password`) and one too short.
struct PasswordChange {
    std::string current_password;
    std::string new_password;
};
domain::Result<std::int64_t> change_password(const Services& services, const Caller& caller,
                                             const PasswordChange& wanted);

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
// True when a role brings a right that these rights have not: nobody hands out more than they have.
bool goes_beyond(domain::Role role, domain::Rights own);
// The roles that these rights may give in a shop, to people or to programs.
std::vector<domain::Role> roles_to_give(domain::Rights own);
// Nobody hands out a role with rights beyond their own.
domain::Result<CreatedToken> create_token(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                          const NewToken& wanted);

}  // namespace commis::access
