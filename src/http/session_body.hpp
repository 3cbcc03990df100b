// The session as it is answered, and the cookie that carries it: shared by signing in, joining and asking.
#pragma once

#include <string>
#include <string_view>

#include "features/access/access.hpp"
#include "http/call.hpp"

namespace commis::http {

// Who is signed in, the shops with their rights, and the words of the desk's filters.
Response session_response(const Site& site, const Caller& caller, const std::string& language);

// The same after a sign-in, with the cookie set.
Response signed_in_response(const Request& request, const Site& site, const access::SignedIn& signed_in);

// That, or 202 with the step that awaits the code.
Response entered_response(const Request& request, const Site& site, const access::Entered& entered);

// Where a call comes from, as the list of sessions and the audit trail show it.
access::Where where_of(const Request& request);

// A cookie that no script reads and no other site sends; a lifetime of 0 takes it away.
struct Cookie {
    std::string_view name;
    std::string_view value;
    std::string_view path = "/";
    std::int64_t lifetime_s = 0;
};
void set_cookie(Response& response, const Site& site, const Cookie& cookie);

}  // namespace commis::http
