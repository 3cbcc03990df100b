// What became of one item of a source: counts to add and rows to reject, kept until its unit of work is durable.
#pragma once

#include <string>
#include <vector>

#include "domain/refusal.hpp"
#include "features/imports/run.hpp"

namespace commis::imports {

struct Outcome {
    ImportCounts counts;
    std::vector<ports::RejectedRow> rejected;
};

Outcome all_imported(std::size_t rows);
Outcome all_known(std::size_t rows);
// A row without a fault of its own says which row spoilt the order.
Outcome all_rejected(const std::vector<ports::SourceRow>& rows, const std::vector<ports::RowFault>& faults);
void reject_row(Outcome& outcome, const ports::SourceRow& row, const ports::RowFault& fault);

// The domain's refusal of an order, as faults of the rows it came from.
std::vector<ports::RowFault> faults_of(const domain::Error& error, const ports::ImportedOrder& imported,
                                       const ports::OrderSource& source);

}  // namespace commis::imports
