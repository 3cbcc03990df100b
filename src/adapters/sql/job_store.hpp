// Jobs, and first answers kept by Idempotency-Key, on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/idempotency_store.hpp"
#include "ports/job_store.hpp"

namespace commis::sql {

class JobStore final : public ports::JobStore, public ports::JobReader {
public:
    explicit JobStore(Session& session) : session_(session) {}

    void insert(const ports::Job& job) override;
    void save(const ports::Job& job) override;
    std::optional<ports::Job> claim(std::int64_t now_ms, std::int64_t lease_ms) override;
    void extend(std::int64_t shop_id, std::string_view job_id, std::int64_t lease_until_ms) override;
    bool cancel(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) override;
    bool resume(std::int64_t shop_id, std::string_view job_id, std::int64_t now_ms) override;
    void insert_items(std::int64_t shop_id, std::string_view job_id, std::int64_t after_position,
                      const std::vector<std::string>& order_ids) override;
    void delete_items(std::int64_t shop_id, std::string_view job_id) override;
    bool claim_item(std::int64_t shop_id, std::string_view job_id, std::int64_t position) override;
    void refuse_item(std::int64_t shop_id, std::string_view job_id, const ports::JobItem& item) override;
    std::vector<ports::JobItem> items(std::int64_t shop_id, std::string_view job_id,
                                      std::optional<ports::JobItemStatus> status, std::int64_t after_position,
                                      std::int32_t limit) override;
    std::map<ports::JobItemStatus, std::int64_t> count_items(std::int64_t shop_id, std::string_view job_id) override;
    std::vector<ports::Job> list(std::int64_t shop_id, std::string_view after_id, std::int32_t limit) override;
    std::optional<ports::Job> find(std::int64_t shop_id, std::string_view job_id) override;

private:
    Session& session_;
};

class IdempotencyStore final : public ports::IdempotencyStore {
public:
    explicit IdempotencyStore(Session& session) : session_(session) {}

    std::optional<ports::StoredAnswer> find(const ports::IdempotencyKey& key) override;
    void store(const ports::IdempotencyKey& key, const ports::StoredAnswer& answer, std::int64_t now_ms) override;
    void forget(const ports::IdempotencyKey& key) override;
    void delete_before(std::int64_t created_before_ms) override;

private:
    Session& session_;
};

}  // namespace commis::sql
