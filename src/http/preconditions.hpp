// The request headers that guard a change: media type, Idempotency-Key, If-Match; and the entity tag of a version.
#pragma once

#include <cstdint>
#include <expected>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace commis::http {

// 415 `unsupported_media_type` unless the body is of one of these types; a charset may only be utf-8.
std::expected<void, Response> require_media_type(const Request& request,
                                                 std::initializer_list<std::string_view> media_types);

// The key when one was sent: 1 to 255 visible ASCII characters, once; else 400 `invalid_idempotency_key`.
std::expected<std::optional<std::string>, Response> idempotency_key(const Request& request);

// An order's version as its strong entity tag: 3 is "3" in quotes.
std::string entity_tag(std::int64_t version);

struct IfMatch {
    bool is_present = false;
    bool is_any = false;  // If-Match: *
    std::vector<std::int64_t> versions;

    bool allows(std::int64_t version) const;
    // The one version demanded, where there is exactly one.
    std::optional<std::int64_t> version() const;
};

// 400 `invalid_if_match` when the header is not a list of entity tags. Weak or foreign tags match no version.
std::expected<IfMatch, Response> if_match(const Request& request);

// Whether If-None-Match names this entity tag (weak comparison), so that 304 answers.
bool is_not_modified(const Request& request, std::string_view entity_tag);

}  // namespace commis::http
