// Request parsing on Beast's basic_parser, plus the checks it leaves to its user: Host, transfer codings, targets.
#include "http/request_parser.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <limits>

#include "http/header_text.hpp"

namespace commis::http {

namespace {

namespace beast_http = boost::beast::http;
using boost::beast::error_code;
using BeastView = boost::beast::string_view;

constexpr std::size_t last_chunk_bytes_min = 5;  // "0", and two line ends.

std::string_view view(BeastView text) { return {text.data(), text.size()}; }

FramingError explain(const error_code& error) {
    if (error == beast_http::error::header_limit) {
        return {431, "headers_too_large", "The request's headers are too large."};
    }
    if (error == beast_http::error::body_limit) {
        return {413, "body_too_large", "The request's body is too large."};
    }
    if (error == beast_http::error::bad_version) {
        return {505, "unsupported_http_version", "Only HTTP/1.1 and HTTP/1.0 are spoken here."};
    }
    return {400, "malformed_request", "The request is not well-formed HTTP: " + error.message() + "."};
}

// "http://host/path" is allowed to any server; what counts is the path.
std::string origin_form(std::string_view target) {
    const std::size_t scheme_end = target.find("://");
    if (target.starts_with('/') || scheme_end == std::string_view::npos) return std::string(target);
    const std::size_t path = target.find_first_of("/?", scheme_end + 3);
    if (path == std::string_view::npos) return "/";
    return (target[path] == '?' ? "/" : "") + std::string(target.substr(path));
}

// A name or address with a port. This also catches a folded line, which Beast joins with a space.
bool is_host(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        const bool is_letter_or_digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return is_letter_or_digit || std::string_view(".-_:[]%~").find(c) != std::string_view::npos;
    });
}

}  // namespace

class RequestParser::Implementation final : public beast_http::basic_parser<true> {
public:
    explicit Implementation(const Limits& limits)
        : header_fields_max_(limits.header_fields), head_bytes_max_(limits.header_bytes) {
        header_limit(static_cast<std::uint32_t>(limits.header_bytes));
        body_limit(boost::none);  // Depends on the route, which the head decides; counted in take_body.
        eager(false);
    }

    std::size_t feed(std::string_view bytes) {
        std::size_t taken = 0;
        while (!failure_ && !is_done()) {
            const bool was_head_complete = is_header_done();
            // Beast asserts that the last chunk's header comes in no smaller pieces; no body ends in fewer bytes.
            if (was_head_complete && chunked() && bytes.size() - taken < last_chunk_bytes_min) break;
            error_code error;
            const std::size_t consumed = put({bytes.data() + taken, bytes.size() - taken}, error);
            taken += consumed;
            // Beast takes complete lines as they come and would let a patient client send headers for ever.
            if (!was_head_complete) {
                head_bytes_ += consumed;
                refuse_folding(bytes.substr(taken - consumed, consumed));
            }
            if (head_bytes_ > head_bytes_max_) refuse(431, "headers_too_large", "The request's headers are too large.");
            if (error == beast_http::error::need_more) break;
            if (error && !failure_) failure_ = std::make_unique<FramingError>(explain(error));
            if (failure_) break;
            if (!was_head_complete && is_header_done()) {
                check_head();
                break;
            }
            if (taken == bytes.size()) break;
        }
        return taken;
    }

    void refuse(int status, std::string code, std::string detail) {
        if (!failure_) {
            failure_ = std::make_unique<FramingError>(FramingError{status, std::move(code), std::move(detail)});
        }
    }

    Request request_;
    std::string body_;
    std::uint64_t body_bytes_ = 0;
    std::uint64_t body_bytes_max_ = std::numeric_limits<std::uint64_t>::max();
    std::unique_ptr<FramingError> failure_;

private:
    // A line that begins with a blank: Beast joins it with the one before, others read a field of its own.
    void refuse_folding(std::string_view head) {
        for (const char character : head) {
            const bool is_blank = character == ' ' || character == '\t';
            if (is_line_start_ && is_blank) refuse(400, "malformed_request", "A header's line is folded.");
            is_line_start_ = character == '\n';
        }
    }

    // What Beast lets pass although peers could read it differently.
    void check_head() {
        const Headers& headers = request_.headers;
        const std::size_t hosts = headers.count("Host");
        if (hosts > 1 || (hosts == 0 && !request_.is_http_1_0) || !is_host(headers.get("Host"))) {
            return refuse(400, "invalid_host", "Exactly one well-formed Host header is needed.");
        }
        // Beast takes a length that is said twice, alike; which one counts is nothing to be agreed about.
        const auto lengths = headers.all("Content-Length");
        if (lengths.size() > 1 || (!lengths.empty() && lengths[0].find(',') != std::string_view::npos)) {
            return refuse(400, "invalid_content_length", "Content-Length may be said once, as one number.");
        }
        const auto codings = headers.all("Transfer-Encoding");
        const bool is_chunked = codings.size() == 1 && equals_ignoring_case(trim(codings[0]), "chunked");
        if (!codings.empty() && (!is_chunked || request_.is_http_1_0 || headers.find("Content-Length") != nullptr)) {
            return refuse(400, "invalid_transfer_encoding",
                          "Transfer-Encoding may only be chunked, in HTTP/1.1, and without Content-Length.");
        }
        if (headers.size() > header_fields_max_) {
            return refuse(431, "headers_too_large", "The request has too many headers.");
        }
        request_.target = origin_form(request_.target);
        for (const std::string_view expected : headers.all("Expect")) {
            if (!equals_ignoring_case(trim(expected), "100-continue")) {
                return refuse(417, "expectation_failed", "Only 100-continue can be expected.");
            }
        }
    }

    std::size_t take_body(BeastView bytes, error_code& error) {
        body_bytes_ += bytes.size();
        if (body_bytes_ > body_bytes_max_) {
            error = beast_http::make_error_code(beast_http::error::body_limit);
            return 0;
        }
        body_.append(bytes.data(), bytes.size());
        return bytes.size();
    }

    void on_request_impl(beast_http::verb, BeastView method, BeastView target, int version, error_code&) override {
        request_.method = view(method);
        request_.target = view(target);
        request_.is_http_1_0 = version == 10;
    }
    void on_response_impl(int, BeastView, int, error_code&) override {}
    void on_field_impl(beast_http::field, BeastView name, BeastView value, error_code&) override {
        // Fields after a chunked body come from nobody we trust and mean nothing here.
        if (is_header_done()) return;
        request_.headers.add(std::string(view(name)), std::string(view(value)));
    }
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(BeastView bytes, error_code& error) override { return take_body(bytes, error); }
    void on_chunk_header_impl(std::uint64_t size, BeastView, error_code& error) override {
        if (size > body_bytes_max_) error = beast_http::make_error_code(beast_http::error::body_limit);
    }
    std::size_t on_chunk_body_impl(std::uint64_t, BeastView bytes, error_code& error) override {
        return take_body(bytes, error);
    }
    void on_finish_impl(error_code&) override {}

    std::size_t header_fields_max_;
    std::size_t head_bytes_max_;
    std::size_t head_bytes_ = 0;
    bool is_line_start_ = false;
};

RequestParser::RequestParser(const Limits& limits) : implementation_(std::make_unique<Implementation>(limits)) {}
RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser&&) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&&) noexcept = default;

std::size_t RequestParser::feed(std::string_view bytes) { return implementation_->feed(bytes); }
bool RequestParser::is_head_complete() const { return implementation_->is_header_done(); }
bool RequestParser::is_complete() const { return implementation_->is_done(); }
const FramingError* RequestParser::error() const { return implementation_->failure_.get(); }
Request& RequestParser::request() { return implementation_->request_; }
bool RequestParser::is_keep_alive() const { return implementation_->keep_alive(); }

bool RequestParser::expects_continue() const {
    const Request& request = implementation_->request_;
    return !request.is_http_1_0 && request.headers.find("Expect") != nullptr && has_body();
}

std::uint64_t RequestParser::content_length() const { return implementation_->content_length().value_or(0); }
bool RequestParser::has_body() const { return content_length() > 0 || implementation_->chunked(); }

void RequestParser::limit_body(std::uint64_t bytes_max) {
    implementation_->body_bytes_max_ = bytes_max;
    if (content_length() > bytes_max) {
        implementation_->refuse(413, "body_too_large",
                                "The body may have at most " + std::to_string(bytes_max) + " bytes.");
    }
}

std::string& RequestParser::body() { return implementation_->body_; }
std::uint64_t RequestParser::body_bytes() const { return implementation_->body_bytes_; }

}  // namespace commis::http
