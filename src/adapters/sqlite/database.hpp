// SQLite as an engine of Commis: one file, one writer with group commit, readers beside it.
#pragma once

#include "adapters/sql/engine/engine.hpp"
#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/readers.hpp"
#include "adapters/sqlite/writer.hpp"

namespace commis::sqlite {

class Database final : public sql::Engine {
public:
    explicit Database(const Settings& settings) : settings_(settings), writer_(settings), readers_(settings) {}

    using sql::Engine::read;
    using sql::Engine::write;
    void write(sql::Priority priority, const sql::Work& work) override;
    void read(sql::Snapshot snapshot, const sql::Work& work) override;
    [[nodiscard]] sql::EngineKind kind() const override { return sql::EngineKind::sqlite; }

    [[nodiscard]] const Settings& settings() const { return settings_; }

private:
    Settings settings_;
    Writer writer_;
    Readers readers_;
};

}  // namespace commis::sqlite
