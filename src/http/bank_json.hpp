// Bank entries as the API shows them: what the bank said, what it may pay now, and what became of it.
#pragma once

#include "domain/bank_match.hpp"
#include "http/call.hpp"
#include "json/writer.hpp"

namespace commis::http {

// Open entries are matched anew, because orders change while they wait.
void write_bank_entry(json::Writer& writer, const Call& call, ports::Snapshot& snapshot,
                      const ports::BankRecord& record);
// Many of them, matched together. `known` goes with the answer to a file alone, one for each record; else it is empty.
void write_bank_entries(json::Writer& writer, const Call& call, ports::Snapshot& snapshot,
                        const std::vector<ports::BankRecord>& records, const std::vector<bool>& known = {});

}  // namespace commis::http
