// Changing calls: run a command in a unit of work, answer it, and keep the first answer by Idempotency-Key in the
// command's own transaction (api.md).
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>

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

// For a call that asks somebody outside between two units of work: where its answer is kept, when it names a key.
struct Repeatable {
    ports::IdempotencyKey key;
    std::string fingerprint;
};
// Nothing without a key; or the answer: the first one again, 400 for a malformed key, 422 for another body.
std::expected<std::optional<Repeatable>, Response> repeatable(Call& call);
ports::StoredAnswer kept_answer(const Repeatable& repeatable, const Response& response);

// A refusal as problem+json, its sentence in the call's language.
Response refusal_response(const Call& call, const domain::Error& error);

std::vector<json::FieldError> field_errors(const std::vector<domain::FieldError>& errors);

}  // namespace commis::http
