// The one word an operator reads first, derived from money and units (W-13 … W-18, A-01, A-04).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace commis::domain {

struct Standing;

enum class SummaryStatus : std::uint8_t {
    draft,
    abandoned,
    refunded,
    cancelled,
    refunded_cancelled,
    unpaid,
    open,
    partial,
    complete,
};
inline constexpr int summary_status_count = 9;

struct SummaryRow {
    SummaryStatus status;
    bool (*holds)(const Standing&);
    std::string_view when;
};

// Ordered: the first row that holds names the summary. Printed to docs/states.md.
const std::vector<SummaryRow>& summary_rows();
SummaryStatus summary_status(const Standing& standing);

}  // namespace commis::domain
