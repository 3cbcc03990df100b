#include "adapters/sql/engine/migrations.hpp"

#include "adapters/sql/engine/fault.hpp"
#include "adapters/sql/engine/retry.hpp"

#include <fmt/core.h>
#include <sodium.h>
#include <algorithm>
#include <array>

namespace commis::sql {
namespace {

constexpr std::string_view create_lock = "CREATE TABLE IF NOT EXISTS schema_lock (id bigint NOT NULL PRIMARY KEY)";
constexpr std::string_view create_list =
    "CREATE TABLE IF NOT EXISTS schema_migrations (version bigint NOT NULL PRIMARY KEY, name text NOT NULL, "
    "checksum text NOT NULL, applied_at_ms bigint NOT NULL)";
constexpr Statement add_lock_row{"schema_lock_add", "INSERT INTO schema_lock (id) VALUES (1) ON CONFLICT DO NOTHING"};
constexpr Statement take_lock{"schema_lock_take", "SELECT id FROM schema_lock WHERE id = 1", true};
constexpr Statement list_applied{"schema_migrations_list",
                                 "SELECT version, name, checksum FROM schema_migrations ORDER BY version"};
constexpr Statement add_applied{
    "schema_migrations_add",
    "INSERT INTO schema_migrations (version, name, checksum, applied_at_ms) VALUES ($1, $2, $3, $4)"};

struct Applied {
    std::int64_t version;
    std::string name;
    std::string checksum;
};

std::string checksum_of(const Migration& migration) {
    std::array<unsigned char, 32> digest{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, digest.size());
    const auto feed = [&state](std::string_view part) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
    };
    feed(migration.text);
    // The zero byte keeps the two texts apart: moving a line from one to the other is a change.
    feed(std::string_view("\0", 1));
    feed(migration.engine_text);
    crypto_generichash_final(&state, digest.data(), digest.size());
    std::string hex;
    for (const unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
    return hex;
}

std::vector<Applied> load_applied(Session& session) {
    std::vector<Applied> applied;
    Rows rows = session.query(list_applied);
    while (rows.next()) applied.push_back({rows.integer(0), rows.text(1), rows.text(2)});
    return applied;
}

void require_order(std::span<const Migration> known) {
    for (std::size_t index = 1; index < known.size(); ++index) {
        if (known[index - 1].version >= known[index].version) {
            throw MigrationRefused("migration_order", fmt::format("migration {} follows {}: each version once, rising",
                                                                  known[index].version, known[index - 1].version));
        }
    }
}

// The applied steps must be the first ones of ours, unchanged.
void require_same_beginning(const std::vector<Applied>& applied, std::span<const Migration> known) {
    for (std::size_t index = 0; index < applied.size(); ++index) {
        const Applied& row = applied[index];
        if (known.empty() || row.version > known.back().version) {
            throw MigrationRefused("database_newer",
                                   fmt::format("the database was changed by a newer version of this program (step {} "
                                               "{}); start that version, or restore a backup made before it",
                                               row.version, row.name));
        }
        const Migration* ours = index < known.size() ? &known[index] : nullptr;
        if (ours == nullptr || ours->version != row.version) {
            throw MigrationRefused("migration_unknown",
                                   fmt::format("the database has step {} {}, which this program does not know in "
                                               "that place; it was made by another build",
                                               row.version, row.name));
        }
        if (checksum_of(*ours) != row.checksum) {
            throw MigrationRefused("migration_changed",
                                   fmt::format("step {} {} was applied to the database with another text than this "
                                               "program has; a step that was released never changes",
                                               row.version, row.name));
        }
    }
}

void define(Session& session, const Migration& migration, const std::string& statement) {
    try {
        session.define(statement);
    } catch (const Fault& fault) {
        const auto first_line = std::string_view(statement).substr(0, statement.find('\n'));
        throw Fault(
            fault.kind(), fault.code(),
            fmt::format("step {} {}, at \"{}\": {}", migration.version, migration.name, first_line, fault.what()));
    }
}

void apply(Session& session, const Migration& migration, std::int64_t now_ms) {
    for (const std::string* text : {&migration.text, &migration.engine_text}) {
        for (const std::string& statement : split_statements(*text)) define(session, migration, statement);
    }
    session.execute(add_applied, {migration.version, migration.name, checksum_of(migration), now_ms});
}

// Two processes that create the same table at once collide in PostgreSQL's own catalogue, on the table or on its row
// type; the second try finds it.
bool has_collided(const Fault& fault) {
    constexpr std::string_view duplicate_table = "42P07";
    constexpr std::string_view duplicate_object = "42710";
    return fault.kind() == FaultKind::unique_violation || fault.code() == duplicate_table ||
           fault.code() == duplicate_object;
}

void prepare_tables(Engine& engine) {
    for (int tried = 1;; ++tried) {
        try {
            engine.write([](Session& session) {
                session.define(create_lock);
                session.define(create_list);
                session.execute(add_lock_row);
            });
            return;
        } catch (const Fault& fault) {
            if (!has_collided(fault) || tried == tries_max) throw;
        }
    }
}

}  // namespace

SchemaState schema_state(Engine& engine, std::span<const Migration> known) {
    require_order(known);
    prepare_tables(engine);
    std::vector<Applied> applied;
    engine.read(Snapshot::each, [&](Session& session) { applied = load_applied(session); });
    require_same_beginning(applied, known);
    return {applied.empty() ? 0 : applied.back().version, known.size() - applied.size()};
}

std::vector<std::int64_t> migrate(Engine& engine, std::span<const Migration> known, std::int64_t now_ms,
                                  const StepWatch& watch) {
    using Clock = std::chrono::steady_clock;
    require_order(known);
    prepare_tables(engine);
    std::vector<std::int64_t> applied_now;
    for (;;) {
        const Migration* step = nullptr;
        const Clock::time_point began = Clock::now();
        engine.write([&](Session& session) {
            step = nullptr;
            session.query(take_lock);
            const std::vector<Applied> applied = load_applied(session);
            require_same_beginning(applied, known);
            if (applied.size() == known.size()) return;
            step = &known[applied.size()];
            apply(session, *step, now_ms);
        });
        if (step == nullptr) return applied_now;
        applied_now.push_back(step->version);
        if (watch) watch(*step, std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began));
    }
}

bool is_migrated(Engine& engine, std::span<const Migration> known) {
    std::vector<Applied> applied;
    engine.read(Snapshot::each, [&](Session& session) { applied = load_applied(session); });
    const auto is_same = [](const Applied& row, const Migration& ours) { return row.version == ours.version; };
    return std::ranges::equal(applied, known, is_same);
}

std::vector<std::string> split_statements(std::string_view text) {
    std::vector<std::string> statements;
    std::string statement;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
        const auto begin = line.find_first_not_of(" \t");
        if (begin == std::string_view::npos || line.substr(begin).starts_with("--")) continue;
        const bool is_end = line.back() == ';';
        statement += is_end ? line.substr(0, line.size() - 1) : line;
        if (!is_end) {
            statement += '\n';
            continue;
        }
        statements.push_back(std::move(statement));
        statement.clear();
    }
    if (!statement.empty()) statements.push_back(std::move(statement));
    return statements;
}

}  // namespace commis::sql
