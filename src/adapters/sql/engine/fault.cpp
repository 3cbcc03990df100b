#include "adapters/sql/engine/fault.hpp"

#include <utility>

namespace commis::sql {

std::string_view to_string(FaultKind kind) {
    switch (kind) {
        case FaultKind::transient:
            return "transient";
        case FaultKind::gone:
            return "gone";
        case FaultKind::outcome_unknown:
            return "outcome_unknown";
        case FaultKind::unique_violation:
            return "unique_violation";
        case FaultKind::constraint:
            return "constraint";
        case FaultKind::corrupt:
            return "corrupt";
        case FaultKind::full:
            return "full";
        case FaultKind::read_only:
            return "read_only";
        case FaultKind::disk:
            return "disk";
        case FaultKind::other:
            return "other";
    }
    std::unreachable();
}

Fault::Fault(FaultKind kind, std::string code, const std::string& message)
    : std::runtime_error(message), kind_(kind), code_(std::move(code)) {}

Fault&& Fault::about(std::string table, std::string columns) && {
    table_ = std::move(table);
    columns_ = std::move(columns);
    return std::move(*this);
}

}  // namespace commis::sql
