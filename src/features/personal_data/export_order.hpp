// One order in the document of a person's data.
#pragma once

#include "domain/shop.hpp"
#include "json/writer.hpp"
#include "ports/storage.hpp"

namespace commis::personal_data {

// With everything that stands beside it: mails as they left, the timeline with its words, downloads, papers.
void write_order(json::Writer& writer, ports::Snapshot& snapshot, const domain::Shop& shop, const domain::Order& order);

}  // namespace commis::personal_data
