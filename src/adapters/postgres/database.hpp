// PostgreSQL as an engine of Commis: a pool, one transaction per command, run again whole after passing faults.
#pragma once

#include "adapters/postgres/pool.hpp"
#include "adapters/sql/engine/engine.hpp"

namespace commis::postgres {

class Database final : public sql::Engine {
public:
    explicit Database(Settings settings) : pool_(std::move(settings)) {}

    using sql::Engine::read;
    using sql::Engine::write;
    // When the connection breaks during COMMIT the fault is `outcome_unknown` and nothing is run again here: only the
    // command's idempotency key, looked up by the caller, can tell whether it happened.
    void write(sql::Priority priority, const sql::Work& work) override;
    void read(sql::Snapshot snapshot, const sql::Work& work) override;
    [[nodiscard]] sql::EngineKind kind() const override { return sql::EngineKind::postgres; }

private:
    Pool pool_;
};

}  // namespace commis::postgres
