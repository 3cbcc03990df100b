// From a request's body to a described struct, or to the answer that says what is wrong with it.
#pragma once

#include <expected>
#include <utility>

#include "http/message.hpp"
#include "http/preconditions.hpp"
#include "http/problem.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace commis::http {

// 415 for another media type, 400 for text that is no JSON.
std::expected<json::Value, Response> json_document(const Request& request);

// As above, and 422 `bad_field` with a pointer for every misfit.
template <class T>
std::expected<T, Response> json_body(const Request& request) {
    auto document = json_document(request);
    if (!document) return std::unexpected(std::move(document.error()));
    auto read = json::read<T>(*document);
    if (!read) {
        return std::unexpected(problem(422, "bad_field", "Some members are missing or wrong.", read.error()));
    }
    return std::move(*read);
}

// As json_body, but an absent body is the same as {}.
template <class T>
std::expected<T, Response> optional_json_body(const Request& request) {
    if (request.body.empty()) return T{};
    return json_body<T>(request);
}

// The described struct as the answer.
template <class T>
Response json_answer(int status, const T& content) {
    return json_response(status, json::write(content));
}

}  // namespace commis::http
