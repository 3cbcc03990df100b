// Questions to payment services, payments that are looked after, notices and the sandbox's book on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/gateway_store.hpp"

namespace commis::sql {

class GatewayCallStore final : public ports::GatewayCallStore {
public:
    explicit GatewayCallStore(Session& session) : session_(session) {}

    std::vector<std::int64_t> due_shops(std::int64_t now_ms) override;
    std::vector<ports::DueCall> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                      std::int32_t limit) override;
    void postpone(const ports::DueCall& call, std::int64_t due_at_ms) override;

private:
    Session& session_;
};

class PaymentCheckStore final : public ports::PaymentCheckStore {
public:
    explicit PaymentCheckStore(Session& session) : session_(session) {}

    void plan(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
              std::int64_t due_at_ms) override;
    void hurry(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
               std::int64_t now_ms) override;
    std::vector<std::int64_t> due_shops(std::int64_t now_ms) override;
    std::vector<ports::DueCheck> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                       std::int32_t limit) override;
    void finish(const ports::DueCheck& check, std::optional<std::int64_t> next_at_ms) override;

private:
    Session& session_;
};

class NoticeStore final : public ports::NoticeStore, public ports::NoticeReader {
public:
    explicit NoticeStore(Session& session) : session_(session) {}

    bool add(const ports::StoredNotice& notice) override;
    std::vector<ports::PaymentAt> find_payments(std::int64_t shop_id, std::string_view provider,
                                                const std::vector<std::string>& references) override;
    std::vector<std::int64_t> due_shops(std::int64_t now_ms) override;
    std::vector<ports::StoredNotice> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                           std::int32_t limit) override;
    void settle(const ports::StoredNotice& notice, ports::NoticeStatus status, std::int64_t next_at_ms) override;
    std::vector<ports::StoredNotice> list(std::int64_t shop_id, std::string_view provider, std::int32_t limit) override;

private:
    Session& session_;
};

class SandboxBook final : public ports::SandboxBook {
public:
    explicit SandboxBook(Session& session) : session_(session) {}

    std::vector<ports::SandboxMovement> movements(std::int64_t shop_id, std::string_view payment_id) override;
    void add(const ports::SandboxMovement& movement) override;

private:
    Session& session_;
};

}  // namespace commis::sql
