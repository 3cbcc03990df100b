// Amounts that explain themselves: every total the product shows opens into the rows that make it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/order.hpp"

namespace commis::domain {

// One row behind an amount. The rows add up to the amount exactly.
struct AmountRow {
    std::string kind;   // "line", "shipping", "capture", "reversal", "chargeback", "refund", or the name of an amount.
    std::string id;     // Of the line, entry or refund; empty for an amount.
    std::string label;  // The line's name, the payment's method and reference; empty where the kind says it all.
    std::int64_t amount_minor = 0;
    std::optional<std::int64_t> at_ms;  // When the money moved.
    friend bool operator==(const AmountRow&, const AmountRow&) = default;
};

struct ExplainedAmount {
    std::string name;
    std::int64_t amount_minor = 0;
    std::vector<AmountRow> rows;
};

// The names of api.md's `totals`, and `held`; nothing for any other name.
std::optional<ExplainedAmount> explain(const Order& order, std::string_view name);
std::vector<std::string_view> amount_names();

}  // namespace commis::domain
