// What differs between an order as it was read and as it was decided, written table by table.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "domain/decisions/decision.hpp"
#include "domain/projection.hpp"

namespace commis::sql {

// Raises the version. False when the stored one is no longer that of `before`.
bool update_standing(Session& session, const domain::Order& before, const domain::Order& after,
                     const domain::Projection& projection);
void update_content(Session& session, const domain::Order& before, const domain::Order& after,
                    const domain::Projection& projection);
void update_lines(Session& session, const domain::Order& before, const domain::Order& after);
void update_ledger(Session& session, const domain::Order& before, const domain::Order& after);
void update_shipments(Session& session, const domain::Order& before, const domain::Order& after);

// All rows of a new order's lines, units, ledger, shipments and documents.
void insert_parts(Session& session, const domain::Order& order);
// The events of a decision with their words, and the mails it causes.
void insert_happenings(Session& session, const domain::Decision& decision, const domain::NewId& new_id);

}  // namespace commis::sql
