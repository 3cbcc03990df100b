// The one storage fault that a feature may expect: a key that exists already.
#pragma once

#include <string>

#include "adapters/sql/engine/fault.hpp"
#include "ports/storage.hpp"

namespace commis::sql {

template <class Insert>
void or_already_exists(const Insert& insert) {
    try {
        insert();
    } catch (const Fault& fault) {
        if (fault.kind() != FaultKind::unique_violation) throw;
        throw ports::AlreadyExists(fault.table() + " (" + fault.columns() + ")");
    }
}

}  // namespace commis::sql
