// The two database engines behind one interface: a durable unit of work for changes, a snapshot for reading.
#pragma once

#include "adapters/sql/engine/session.hpp"

#include <cstdint>
#include <functional>

namespace commis::sql {

// Interactive commands go first; a bulk job holds SQLite's one writer for at most 20 ms at a time.
enum class Priority : std::uint8_t { interactive, bulk };

// What a reader of several statements needs: `whole` shows them all the same moment, `each` is cheaper on PostgreSQL.
enum class Snapshot : std::uint8_t { whole, each };

using Work = std::function<void(Session&)>;

class Engine {
public:
    virtual ~Engine() = default;

    // Runs one command and returns once it is durable. An exception from `work` leaves no trace of the command and
    // comes back to the caller; transient faults run the whole command again, so `work` must have no effect outside.
    // Never call it from inside another unit of work.
    virtual void write(Priority priority, const Work& work) = 0;
    virtual void read(Snapshot snapshot, const Work& work) = 0;
    [[nodiscard]] virtual EngineKind kind() const = 0;

    void write(const Work& work) { write(Priority::interactive, work); }
    void read(const Work& work) { read(Snapshot::whole, work); }
};

}  // namespace commis::sql
