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

// Where a call comes from.
struct Where {
    std::string address;  // Of the net.
    std::string agent{};  // The browser as it calls itself.
};

struct SignedIn {
    Caller caller;
    std::string session_token;  // For the cookie; stored only as its digest.
};

// What a right password gives: a session; or, to somebody with a second factor, a step that opens nothing but the way
// to give the code.
struct Entered {
    std::optional<SignedIn> signed_in{};
    std::string step_token{};
    std::int64_t step_expires_at_ms = 0;
};

// Nothing when the address is unknown or the password wrong: the two can't be told apart, not even by the time taken.
std::optional<Entered> sign_in(const Services& services, const std::string& email, const std::string& password,
                               const Where& where);
void sign_out(const Services& services, const Caller& caller, const Where& where);

// Who a bearer token or a session cookie stands for; nothing when it is unknown or has run out.
std::optional<Caller> caller_of_token(ports::AccessReader& access, const Services& services, const std::string& token);
std::optional<Caller> caller_of_session(ports::AccessReader& access, const Services& services,
                                        const std::string& session_token);

// Notes that an operator or a token was there, when the last note is old.
void note_seen(const Services& services, const Caller& caller, const std::string& address);

// Opens a session, always with a new token, for an operator who has proven everything that is asked for.
SignedIn open_session(ports::UnitOfWork& work, const Services& services, const ports::Operator& found,
                      const Where& where);
// For an operator whose password was checked, or who has just set it: a session, or the second step.
Entered enter(ports::UnitOfWork& work, const Services& services, const ports::Operator& found, const Where& where);

// The field errors of a password that is to be set; `field` is where it was typed, `own_words` what anybody knows of
// the person and of the shop.
void check_password(std::vector<domain::FieldError>& errors, const std::string& field, const std::string& password,
                    const std::vector<std::string>& own_words);

// Sets another password and ends every other session of the caller; answers how many those were. Refuses a wrong
// current one (field error `wrong_password`) and one too short.
struct PasswordChange {
    std::string current_password;
    std::string new_password;
};
domain::Result<std::int64_t> change_password(const Services& services, const Caller& caller,
                                             const PasswordChange& wanted, const Where& where);

// Ends one session of the caller's own, named by its id; false when there is none.
bool end_session(const Services& services, const Caller& caller, const std::string& session_id, const Where& where);
// All but the one that asks.
void end_other_sessions(const Services& services, const Caller& caller, const Where& where);

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
