// The idempotent wrapper around every command.
#include "http/command.hpp"

#include <optional>

#include "http/audited.hpp"
#include "http/preconditions.hpp"
#include "http/problem.hpp"
#include "json/parse.hpp"
#include "json/writer.hpp"
#include "ports/storage_fault.hpp"

namespace commis::http {
namespace {

// Only these headers belong to the answer itself; the others are made anew by the server.
constexpr std::string_view kept_headers[] = {"Content-Type", "Location", "ETag"};

ports::StoredAnswer stored_from(const Response& response, std::string fingerprint) {
    ports::StoredAnswer stored;
    stored.fingerprint = std::move(fingerprint);
    stored.status = response.status;
    stored.body = response.body;
    json::Writer writer(stored.headers_json);
    writer.object();
    for (const std::string_view name : kept_headers) {
        if (const std::string* value = response.headers.find(name)) writer.member(name, *value);
    }
    writer.end();
    return stored;
}

Response response_from(const ports::StoredAnswer& stored) {
    Response response;
    response.status = stored.status;
    response.body = stored.body;
    const auto headers = json::parse(stored.headers_json);
    if (headers) {
        for (const auto& [name, value] : headers->as_object()) {
            response.headers.set(std::string(name), std::string(value.as_string()));
        }
    }
    response.headers.set("Idempotency-Replayed", "true");
    return response;
}

ports::IdempotencyKey scope_of(const Call& call, std::string key) {
    return {call.shop.id, std::string(domain::id_of(call.caller.actor.kind)) + ":" + call.caller.actor.id,
            call.request.method + " " + call.request.path, std::move(key)};
}

// What a repeat has to say again: the body, behind the query where there is one.
std::string asked_in(const Request& request) {
    const auto query = request.target.find('?');
    return query == std::string::npos ? request.body : request.target.substr(query) + "\n" + request.body;
}

// What was said the first time, or 422 when this is another question.
Response repeated(const ports::StoredAnswer& first, const std::string& fingerprint) {
    if (first.fingerprint == fingerprint) return response_from(first);
    return problem(422, "idempotency_key_reused", "This key came with another body before.");
}

struct Attempt {
    Response response;
    bool is_replay = false;
};

// One try in one unit of work; throws AlreadyExists when a twin was faster.
Attempt attempt(Call& call, const Command& command, const std::optional<std::string>& key) {
    Attempt result;
    const Services& services = call.site.services;
    const std::string fingerprint = key ? services.secrets.digest(asked_in(call.request)) : std::string();
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        result = Attempt{};
        if (!key) {
            result.response = run_audited(call, work, command);
            return;
        }
        const ports::IdempotencyKey scope = scope_of(call, *key);
        if (const auto first = work.idempotency().find(scope)) {
            result.is_replay = true;
            result.response = repeated(*first, fingerprint);
            return;
        }
        result.response = run_audited(call, work, command);
        if (result.response.status >= 500) return;
        work.idempotency().store(scope, stored_from(result.response, fingerprint), services.clock.now_ms());
    });
    return result;
}

// When the database goes away during the commit, only the key can tell whether it happened: a second try finds the
// first one's answer, or does it now. Without a key the caller has to look.
Attempt attempt_surely(Call& call, const Command& command, const std::optional<std::string>& key) {
    try {
        return attempt(call, command, key);
    } catch (const ports::StorageFault& unknown) {
        if (!key || unknown.trouble() != ports::StorageTrouble::outcome_unknown) throw;
        try {
            Attempt again = attempt(call, command, key);
            again.is_replay = false;  // Nobody has been told yet.
            return again;
        } catch (const ports::StorageFault&) {
            throw unknown;
        }
    }
}

}  // namespace

Response run_command(Call& call, const Command& command, const std::function<void()>& after) {
    auto key = idempotency_key(call.request);
    if (!key) return std::move(key.error());
    Attempt done;
    try {
        done = attempt_surely(call, command, *key);
    } catch (const ports::AlreadyExists&) {
        // A twin committed between our look and our write: the second look finds what it left.
        try {
            done = attempt(call, command, *key);
        } catch (const ports::AlreadyExists&) {
            return problem(409, "in_progress", "A twin of this call is still running.");
        }
    } catch (const ports::StaleOrder&) {
        return refusal_response(call, {domain::Refusal::stale_version, "", {}});
    }
    // The answer given again happened once.
    if (done.is_replay) call.is_recorded = true;
    if (!done.is_replay && after) after();
    return std::move(done.response);
}

std::expected<std::optional<Repeatable>, Response> repeatable(Call& call) {
    auto key = idempotency_key(call.request);
    if (!key) return std::unexpected(std::move(key.error()));
    if (!*key) return std::nullopt;
    const Services& services = call.site.services;
    Repeatable asked{scope_of(call, std::move(**key)), services.secrets.digest(asked_in(call.request))};
    std::optional<ports::StoredAnswer> first;
    services.storage.write(ports::Priority::interactive,
                           [&](ports::UnitOfWork& work) { first = work.idempotency().find(asked.key); });
    if (!first) return asked;
    // Asked before, and nobody knows what came of it: that is for the command to say.
    if (first->status == 0 && first->fingerprint == asked.fingerprint) return asked;
    return std::unexpected(repeated(*first, asked.fingerprint));
}

ports::StoredAnswer kept_answer(const Repeatable& repeatable, const Response& response) {
    return stored_from(response, repeatable.fingerprint);
}

bool was_answered(Call& call) {
    const auto key = idempotency_key(call.request);
    if (!key || !*key) return false;
    bool is_known = false;
    call.site.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        is_known = work.idempotency().find(scope_of(call, **key)).has_value();
    });
    return is_known;
}

std::vector<json::FieldError> field_errors(const std::vector<domain::FieldError>& errors) {
    std::vector<json::FieldError> converted;
    converted.reserve(errors.size());
    for (const domain::FieldError& error : errors) converted.push_back({error.field, error.code, error.detail});
    return converted;
}

Response refusal_response(const Call& call, const domain::Error& error) {
    const std::string_view code = domain::code_of(error.refusal);
    const std::string& sentence = call.site.services.words.text(call.language, "refusal." + std::string(code));
    ProblemMembers more;
    if (error.refusal == domain::Refusal::stale_version && !error.detail.empty()) more = {{"version", error.detail}};
    if (error.refusal == domain::Refusal::number_range_only_up) more = {{"next_number", error.detail}};
    if (error.refusal == domain::Refusal::state_in_use) {
        std::string state;
        json::append_quoted(state, error.detail);
        more = {{"state", std::move(state)}};
    }
    const bool names_order =
        error.refusal == domain::Refusal::duplicate_external_id || error.refusal == domain::Refusal::removed;
    if (names_order && !error.detail.empty()) {
        std::string first;
        json::append_quoted(first, error.detail);
        more = {{"order", std::move(first)}};
    }
    // Its own words, in whatever language it has.
    const bool has_words = error.refusal == domain::Refusal::carrier_refused ||
                           error.refusal == domain::Refusal::carrier_credentials_refused;
    if (has_words && !error.detail.empty()) {
        std::string words;
        json::append_quoted(words, error.detail);
        more = {{"carrier_words", std::move(words)}};
    }
    auto errors = field_errors(error.fields);
    for (json::FieldError& field : errors) {
        // Elsewhere the sentence is for developers; here somebody reads it beside what was typed.
        const std::string key = "field." + field.code;
        if (call.site.services.words.has(key)) field.detail = call.site.services.words.text(call.language, key);
    }
    return problem(domain::http_status_of(error.refusal), code, sentence, errors, more);
}

}  // namespace commis::http
