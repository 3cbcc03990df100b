// Questions to payment services and the sandbox's book on either engine.
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

class SandboxBook final : public ports::SandboxBook {
public:
    explicit SandboxBook(Session& session) : session_(session) {}

    std::vector<ports::SandboxMovement> movements(std::int64_t shop_id, std::string_view payment_id) override;
    void add(const ports::SandboxMovement& movement) override;

private:
    Session& session_;
};

}  // namespace commis::sql
