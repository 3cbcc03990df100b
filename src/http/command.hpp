// Changing calls: run a command in a unit of work, answer it, and keep the first answer by Idempotency-Key in the
// command's own transaction (api.md).
#pragma once

#include <functional>

#include "domain/refusal.hpp"
#include "http/call.hpp"
#include "json/field_error.hpp"

namespace commis::http {

// May run more than once (a transient fault, a lost race), so it must not have effects outside the unit of work.
using Command = std::function<Response(ports::UnitOfWork&)>;

// `after` runs once, after the commit, unless the answer was an old one given again.
Response run_command(Call& call, const Command& command, const std::function<void()>& after = {});

// Whether the call's Idempotency-Key has its first answer already, so that work in several units may be left out.
bool was_answered(Call& call);

// A refusal as problem+json, its sentence in the call's language.
Response refusal_response(const Call& call, const domain::Error& error);

std::vector<json::FieldError> field_errors(const std::vector<domain::FieldError>& errors);

}  // namespace commis::http
