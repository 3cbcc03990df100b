// First answers by Idempotency-Key, kept in the command's own transaction, so that a repeat gives the same answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace commis::ports {

// Scope: shop, caller, route. The fingerprint is a digest of the body.
struct IdempotencyKey {
    std::int64_t shop_id = 0;
    std::string caller;
    std::string route;
    std::string key;
};

struct StoredAnswer {
    std::string fingerprint;
    std::int32_t status = 0;
    std::string headers_json;
    std::string body;
};

struct IdempotencyStore {
    virtual ~IdempotencyStore() = default;
    virtual std::optional<StoredAnswer> find(const IdempotencyKey& key) = 0;
    // A twin that stores first wins: the second gets a unique violation and its whole unit of work is taken back.
    virtual void store(const IdempotencyKey& key, const StoredAnswer& answer, std::int64_t now_ms) = 0;
    // For what is asked of somebody outside: `status` 0 says that it was asked and nobody knows the answer yet. Then
    // the answer takes its place or, when nothing came of it, nothing does.
    virtual void forget(const IdempotencyKey& key) = 0;
    virtual void delete_before(std::int64_t created_before_ms) = 0;
};

}  // namespace commis::ports
