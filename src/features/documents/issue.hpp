// Gives documents their numbers and their places in the register: last of all in a unit of work, so that a refused
// command leaves no gap and a range is held for the shortest time (A-15; domain.md, "Numbers").
#pragma once

#include <string>

#include "domain/order.hpp"
#include "features/documents/make_paper.hpp"
#include "ports/storage.hpp"

namespace commis::documents {

// Every issued document of the order that has no number yet. Drafts have none.
void number_documents(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                      const domain::Profile& profile, domain::Order& order);

// What the digest of a row covers, the row before included.
std::string chain_text(const ports::IssuedDocument& issued);

}  // namespace commis::documents
