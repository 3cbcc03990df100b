// The one place where calls of settings and team come into the audit trail: every changing route with such a right, and
// every route that hands out personal data. Who adds a route has nothing to do.
#pragma once

#include <string>
#include <string_view>

#include "http/call.hpp"
#include "http/command.hpp"

namespace commis::http {

// "team", "tokens", "states" …: the first part of the route's pattern. Empty: such calls leave no trace.
std::string audit_kind_of(std::string_view method, std::string_view pattern, domain::Right right,
                          const RouteOptions& options);

// Runs a command and records it in the same unit of work, with the shop's settings as they were and as they are.
Response run_audited(Call& call, ports::UnitOfWork& work, const Command& command);

// For handlers that answered with success and did not run a command.
void record_afterwards(Call& call, const Response& response);

// Every difference of two JSON texts as [{"at": pointer, "before": …, "after": …}]; members that hold secrets show
// none.
std::string differences(std::string_view before, std::string_view after);

// A body without its secrets, and without what is too long to be kept.
std::string without_secrets(std::string_view body);

}  // namespace commis::http
