// The lines of an acquirer's table as payouts, by a saved mapping; and the words for what payouts are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bank_table.hpp"
#include "domain/payout.hpp"
#include "domain/table_mapping.hpp"

namespace commis::domain {

inline constexpr int payout_status_count = 3;
inline constexpr int payout_item_kind_count = 5;
std::string_view id_of(PayoutStatus status);  // "on_its_way", "paid", "failed".
std::string_view id_of(PayoutItemKind kind);

struct PayoutTable {
    std::vector<PayoutReport> reports{};  // In the order of their first lines.
    std::vector<TableFault> faults{};
    std::int64_t left_out = 0;  // Lines without a day or an amount, and those that tell of the payout itself.
};

// Lines of one payout id, else of one day, are one payout; currencies are never added up. A missing one of gross, fee
// and net follows from the others; where all three are given they have to agree.
PayoutTable read_payout_table(const TableMapping& mapping, const Table& table);

// "Refund", "Rückerstattung", "remboursement": what a word of the report means; `adjustment` for one nobody knows.
PayoutItemKind read_item_kind(std::string_view word);

}  // namespace commis::domain
