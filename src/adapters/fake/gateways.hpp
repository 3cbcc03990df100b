// Questions to payment services and the sandbox's book in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class GatewayCallStore final : public ports::GatewayCallStore {
public:
    explicit GatewayCallStore(Data& data) : data_(data) {}

    std::vector<std::int64_t> due_shops(std::int64_t now_ms) override;
    std::vector<ports::DueCall> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                      std::int32_t limit) override;
    void postpone(const ports::DueCall& call, std::int64_t due_at_ms) override;

private:
    Data& data_;
};

class PaymentCheckStore final : public ports::PaymentCheckStore {
public:
    explicit PaymentCheckStore(Data& data) : data_(data) {}

    void plan(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
              std::int64_t due_at_ms) override;
    void hurry(std::int64_t shop_id, std::string_view order_id, std::string_view payment_id,
               std::int64_t now_ms) override;
    std::vector<std::int64_t> due_shops(std::int64_t now_ms) override;
    std::vector<ports::DueCheck> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                       std::int32_t limit) override;
    void finish(const ports::DueCheck& check, std::optional<std::int64_t> next_at_ms) override;

private:
    Data& data_;
};

class NoticeStore final : public ports::NoticeStore, public ports::NoticeReader {
public:
    explicit NoticeStore(Data& data) : data_(data) {}

    bool add(const ports::StoredNotice& notice) override;
    std::vector<ports::PaymentAt> find_payments(std::int64_t shop_id, std::string_view provider,
                                                const std::vector<std::string>& references) override;
    std::vector<std::int64_t> due_shops(std::int64_t now_ms) override;
    std::vector<ports::StoredNotice> claim(std::int64_t shop_id, std::int64_t now_ms, std::int64_t lease_ms,
                                           std::int32_t limit) override;
    void settle(const ports::StoredNotice& notice, ports::NoticeStatus status, std::int64_t next_at_ms) override;
    std::vector<ports::StoredNotice> list(std::int64_t shop_id, std::string_view provider, std::int32_t limit) override;

private:
    Data& data_;
};

class SandboxBook final : public ports::SandboxBook {
public:
    explicit SandboxBook(Data& data) : data_(data) {}

    std::vector<ports::SandboxMovement> movements(std::int64_t shop_id, std::string_view payment_id) override;
    void add(const ports::SandboxMovement& movement) override { data_.movements.push_back(movement); }

private:
    Data& data_;
};

}  // namespace commis::fake
