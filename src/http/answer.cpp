// From handler to wire.
#include "http/answer.hpp"

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <ctime>
#include <exception>
#include <random>
#include <utility>

#include "http/problem.hpp"
#include "json/writer.hpp"
#include "ports/storage_fault.hpp"

namespace commis::http {

namespace {

constexpr std::string_view content_security_policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'self'";

// The gate scans with the camera; nothing else of the device is asked for.
constexpr std::string_view permissions_policy =
    "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()";

void add_missing(Headers& headers, std::string_view name, std::string_view value) {
    if (headers.find(name) == nullptr) headers.add(std::string(name), std::string(value));
}

void add_request_id(Response& response, const std::string& id) {
    if (response.headers.get("Content-Type") != "application/problem+json" || !response.body.ends_with('}')) return;
    response.body.pop_back();
    response.body += ",\"request_id\":";
    json::append_quoted(response.body, id);
    response.body += '}';
}

void append_field(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    for (const char character : value) {
        const bool is_control = (character >= '\0' && character < ' ') || character == '\x7f';
        head += is_control ? ' ' : character;
    }
    head += "\r\n";
}

// IMF-fixdate, written without the C library's locale.
std::string http_date(std::time_t now) {
    static constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days.at(static_cast<std::size_t>(parts.tm_wday)),
                       parts.tm_mday, months.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900,
                       parts.tm_hour, parts.tm_min, parts.tm_sec);
}

const std::string& current_date() {
    thread_local std::time_t known_at = -1;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != known_at) {
        known_at = now;
        text = http_date(now);
    }
    return text;
}

Response internal_error() {
    return problem(500, "internal_error", "Something went wrong here; the log knows more under the request id.");
}

// Whoever asks again later may find the storage well; with its idempotency key it is done once all the same.
Response storage_problem(ports::StorageTrouble trouble) {
    const std::string_view code = ports::code_of(trouble);
    switch (trouble) {
        case ports::StorageTrouble::busy:
            return problem_retry(503, code, "Others were in the way. Nothing was changed; ask again.", 1);
        case ports::StorageTrouble::unreachable:
            return problem_retry(503, code, "The database does not answer. Nothing was changed; ask again.", 5);
        case ports::StorageTrouble::outcome_unknown:
            return problem_retry(503, code,
                                 "The database went away while this was being stored: it is there as a whole, or not "
                                 "at all. Ask again with the same Idempotency-Key, or look first.",
                                 5);
        case ports::StorageTrouble::full:
            return problem_retry(503, code, "There is no room left to store anything. Nothing was changed.", 30);
        case ports::StorageTrouble::read_only:
            return problem_retry(503, code, "The database may not be written. Nothing was changed.", 30);
        case ports::StorageTrouble::disk:
            return problem_retry(503, code, "The disk under the database fails. Nothing was changed.", 30);
        case ports::StorageTrouble::damaged:
            return problem(500, code, "The database is damaged: run commis check, and restore a backup.");
        case ports::StorageTrouble::mistake:
            return internal_error();
    }
    std::unreachable();
}

}  // namespace

Response run_handler(const Handler& handler, Request& request, const FaultHook& on_fault) {
    try {
        return handler(request);
    } catch (const ports::StorageFault& fault) {
        if (on_fault) on_fault(request.id, request.route, fault.what());
        return storage_problem(fault.trouble());
    } catch (const std::exception& fault) {
        if (on_fault) on_fault(request.id, request.route, fault.what());
    } catch (...) {
        if (on_fault) on_fault(request.id, request.route, "an exception that is no std::exception");
    }
    return internal_error();
}

void complete_answer(Response& response, const Request& request) {
    add_request_id(response, request.id);
    Headers& headers = response.headers;
    headers.set("X-Request-Id", request.id);
    if (response.events) {
        headers.set("Content-Type", "text/event-stream");
        headers.set("X-Accel-Buffering", "no");  // A proxy that collects events defeats them.
    }
    add_missing(headers, "Cache-Control", "no-store");
    add_missing(headers, "Content-Security-Policy", content_security_policy);
    add_missing(headers, "X-Content-Type-Options", "nosniff");
    add_missing(headers, "Referrer-Policy", "no-referrer");
    add_missing(headers, "Permissions-Policy", permissions_policy);
    add_missing(headers, "Cross-Origin-Opener-Policy", "same-origin");
    add_missing(headers, "Cross-Origin-Resource-Policy", "same-origin");
    if (request.is_secure) add_missing(headers, "Strict-Transport-Security", "max-age=31536000");
}

std::string render_head(const Response& response, BodyFraming framing, bool is_keep_alive) {
    std::string head;
    head.reserve(768);
    head += fmt::format("HTTP/1.1 {} {}\r\n", response.status, status_title(response.status));
    append_field(head, "Date", current_date());
    for (const Headers::Field& field : response.headers) append_field(head, field.name, field.value);
    const bool has_no_body = response.status == 204 || response.status == 304;
    if (framing == BodyFraming::chunked) append_field(head, "Transfer-Encoding", "chunked");
    if (framing == BodyFraming::length && !has_no_body) {
        append_field(head, "Content-Length", std::to_string(response.stream_bytes.value_or(response.content().size())));
    }
    append_field(head, "Connection", is_keep_alive ? "keep-alive" : "close");
    head += "\r\n";
    return head;
}

std::string make_request_id() {
    static std::atomic<std::uint64_t> counter{(std::uint64_t{std::random_device{}()} << 32U) ^ std::random_device{}()};
    // splitmix64: neighbours in the counter share no digits, and none comes twice.
    std::uint64_t mixed = counter.fetch_add(0x9E3779B97F4A7C15U, std::memory_order_relaxed);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return fmt::format("{:016x}", mixed ^ (mixed >> 31U));
}

}  // namespace commis::http
