// Payouts as the API shows them: what came, what it is made of, where it arrived, and what is still to come.
#pragma once

#include "http/call.hpp"
#include "json/writer.hpp"

namespace commis::http {

void write_payout(json::Writer& writer, const Call& call, const ports::PayoutRecord& record);
// As above, with its items, the bank entry it arrived in, and those that it may have arrived in.
void write_payout_whole(json::Writer& writer, const Call& call, ports::Snapshot& snapshot,
                        const ports::PayoutRecord& record);

// "2026-11-23" of the day that a payout is to arrive.
std::string payout_day(const ports::PayoutRecord& record);

}  // namespace commis::http
