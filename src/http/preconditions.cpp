// Media types, idempotency keys and entity tags.
#include "http/preconditions.hpp"

#include <algorithm>
#include <charconv>

#include "http/header_text.hpp"
#include "http/problem.hpp"

namespace commis::http {

bool read_entity_tags(std::string_view text, const std::function<void(bool is_weak, std::string_view tag)>& each) {
    text = trim(text);
    if (text.empty()) return false;
    while (true) {
        const bool is_weak = text.starts_with("W/");
        if (is_weak) text.remove_prefix(2);
        if (!text.starts_with('"')) return false;
        const std::size_t end = text.find('"', 1);
        if (end == std::string_view::npos) return false;
        each(is_weak, text.substr(0, end + 1));
        text = trim(text.substr(end + 1));
        if (text.empty()) return true;
        if (!text.starts_with(',')) return false;
        text = trim(text.substr(1));
    }
}

namespace {

// "application/json; charset=utf-8" names application/json; any other charset names nothing.
bool is_media_type(std::string_view content_type, std::string_view wanted) {
    bool is_wanted = false;
    bool is_first = true;
    bool has_foreign_charset = false;
    for_each_part(content_type, ';', [&](std::string_view part) {
        if (is_first) is_wanted = equals_ignoring_case(part, wanted);
        is_first = false;
        constexpr std::string_view charset = "charset=";
        if (part.size() < charset.size() || !equals_ignoring_case(part.substr(0, charset.size()), charset)) return;
        const std::string_view name = part.substr(charset.size());
        if (!equals_ignoring_case(name, "utf-8") && !equals_ignoring_case(name, "\"utf-8\""))
            has_foreign_charset = true;
    });
    return is_wanted && !has_foreign_charset;
}

std::optional<std::int64_t> version_of(std::string_view tag) {
    const std::string_view digits = tag.substr(1, tag.size() - 2);
    std::int64_t version = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
    if (error != std::errc{} || end != digits.data() + digits.size() || version < 0) return std::nullopt;
    if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
    return version;
}

}  // namespace

std::expected<void, Response> require_media_type(const Request& request,
                                                 std::initializer_list<std::string_view> media_types) {
    const auto sent = request.headers.all("Content-Type");
    if (sent.size() == 1 &&
        std::ranges::any_of(media_types, [&](std::string_view wanted) { return is_media_type(sent[0], wanted); })) {
        return {};
    }
    std::string wanted;
    for (const std::string_view type : media_types) wanted += (wanted.empty() ? "" : ", ") + std::string(type);
    Response response =
        problem(415, "unsupported_media_type", "The body must be sent as one of: " + wanted + ", in UTF-8.");
    response.headers.set("Accept", wanted);
    return std::unexpected(std::move(response));
}

std::expected<std::optional<std::string>, Response> idempotency_key(const Request& request) {
    constexpr std::size_t length_max = 255;
    const auto sent = request.headers.all("Idempotency-Key");
    if (sent.empty()) return std::nullopt;
    const bool is_visible = std::ranges::all_of(sent[0], [](char c) { return c > ' ' && c < '\x7f'; });
    if (sent.size() > 1 || sent[0].empty() || sent[0].size() > length_max || !is_visible) {
        return std::unexpected(problem(400, "invalid_idempotency_key",
                                       "Idempotency-Key must be sent once, with 1 to 255 visible ASCII characters."));
    }
    return std::string(sent[0]);
}

std::string entity_tag(std::int64_t version) { return '"' + std::to_string(version) + '"'; }

bool IfMatch::allows(std::int64_t version) const {
    return !is_present || is_any || std::ranges::find(versions, version) != versions.end();
}

std::optional<std::int64_t> IfMatch::version() const {
    if (versions.size() != 1) return std::nullopt;
    return versions.front();
}

std::expected<IfMatch, Response> if_match(const Request& request) {
    IfMatch found;
    for (const std::string_view value : request.headers.all("If-Match")) {
        found.is_present = true;
        if (trim(value) == "*") {
            found.is_any = true;
            continue;
        }
        const bool is_list = read_entity_tags(value, [&](bool is_weak, std::string_view tag) {
            const auto version = version_of(tag);
            if (version && !is_weak) found.versions.push_back(*version);
        });
        if (!is_list) {
            return std::unexpected(
                problem(400, "invalid_if_match", "If-Match must be * or a list of entity tags such as \"3\"."));
        }
    }
    return found;
}

bool is_not_modified(const Request& request, std::string_view entity_tag) {
    bool is_same = false;
    for (const std::string_view value : request.headers.all("If-None-Match")) {
        if (trim(value) == "*") is_same = true;
        read_entity_tags(value, [&](bool, std::string_view tag) { is_same |= tag == entity_tag; });
    }
    return is_same;
}

}  // namespace commis::http
