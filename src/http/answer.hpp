// What happens to every answer between its handler and the wire: faults become a 500, security headers and the request
// id are put on, and the head is written.
#pragma once

#include <functional>
#include <string>

#include "http/message.hpp"

namespace commis::http {

using FaultHook = std::function<void(const std::string& request_id, const std::string& route, const std::string& what)>;

// Runs the handler; whatever it throws goes to the hook, never to the client.
Response run_handler(const Handler& handler, Request& request, const FaultHook& on_fault);

// Adds what is missing: content security policy and its company, X-Request-Id, Cache-Control: no-store, and the
// request id in a problem document. Headers the handler has set stay.
void complete_answer(Response& response, const Request& request);

// How the end of the body shows.
enum class BodyFraming { length, chunked, until_close };

// Status line and headers, with the empty line. Control characters in values become spaces.
std::string render_head(const Response& response, BodyFraming framing, bool is_keep_alive);

// 16 hexadecimal digits, different for every request.
std::string make_request_id();

}  // namespace commis::http
