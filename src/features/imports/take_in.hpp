// One item of a source taken into the shop, inside a unit of work: an order, a credit, or rows to reject.
#pragma once

#include <unordered_set>

#include "features/imports/originals.hpp"
#include "features/imports/outcome.hpp"

namespace commis::imports {

// What a run needs for every item.
struct Desk {
    const ImportTarget& target;
    const ports::OrderSource& source;
    domain::Context context;
    domain::PlaceRules rules;
    Originals originals;
    std::unordered_set<std::string> ids_seen;      // External ids of this file, in units that are durable …
    std::unordered_set<std::string> ids_seen_now;  // … and in the one that is being written.
};

Outcome take_order(ports::UnitOfWork& work, Desk& desk, const ports::ImportedOrder& imported);
Outcome take_credit(ports::UnitOfWork& work, Desk& desk, const ports::ImportedCredit& credit);

}  // namespace commis::imports
