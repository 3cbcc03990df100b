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

class SandboxBook final : public ports::SandboxBook {
public:
    explicit SandboxBook(Data& data) : data_(data) {}

    std::vector<ports::SandboxMovement> movements(std::int64_t shop_id, std::string_view payment_id) override;
    void add(const ports::SandboxMovement& movement) override { data_.movements.push_back(movement); }

private:
    Data& data_;
};

}  // namespace commis::fake
