// What differs between an order as it was read and as it was decided, written table by table.
#pragma once

#include <string_view>

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
// Parcels and documents: an undone parcel and a discarded draft go, the others follow their facts.
void update_papers(Session& session, const domain::Order& before, const domain::Order& after);
void update_removal(Session& session, const domain::Order& before, const domain::Order& after);

// All rows of a new order's lines, units, ledger, shipments and documents.
void insert_parts(Session& session, const domain::Order& order);
// The events of a decision with their words, the mails it causes, and the goods that enter or leave the stock.
// `before` is what it changed, as a patch back.
void insert_happenings(Session& session, const domain::Decision& decision, std::string_view before,
                       const domain::NewId& new_id);
// Mails of events that were taken back, as far as they still wait.
void withdraw_mails(Session& session, const domain::Decision& decision);
void update_erasure(Session& session, const domain::Order& before, const domain::Order& after);
// What is said about an order's people beside it: event words, mails as they left, a revision in waiting, names in the
// books, addresses that were blocked for it.
void erase_words(Session& session, const domain::Order& before);

}  // namespace commis::sql
