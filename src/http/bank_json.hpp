// Bank entries as the API shows them: what the bank said, what it may pay now, and what became of it.
#pragma once

#include "domain/bank_match.hpp"
#include "http/call.hpp"
#include "json/writer.hpp"

namespace commis::http {

// An open entry is matched anew, because orders change while it waits. `known` is told in the answer to a file alone.
void write_bank_entry(json::Writer& writer, const Call& call, ports::Snapshot& snapshot,
                      const ports::BankRecord& record, std::optional<bool> known = std::nullopt);

}  // namespace commis::http
