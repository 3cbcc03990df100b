// The ordered table of summaries.
#include "domain/summary.hpp"

#include <algorithm>

#include "domain/standing.hpp"

namespace commis::domain {
namespace {

bool is_draft(const Standing& s) { return s.draft; }
bool is_abandoned(const Standing& s) { return s.abandoned; }
bool has_units(const Standing& s) { return s.units.total > 0; }
bool all_refunded(const Standing& s) { return has_units(s) && s.units.refunded == s.units.total; }
bool all_cancelled(const Standing& s) { return has_units(s) && s.units.cancelled == s.units.total; }
bool none_live(const Standing& s) { return has_units(s) && s.units.active == 0; }
bool is_due(const Standing& s) { return s.figures().due() > 0; }
bool is_covered(const Standing& s) {
    return s.method_kind == MethodKind::on_delivery || s.authorized_minor >= s.figures().due();
}
bool is_due_uncovered(const Standing& s) { return is_due(s) && !is_covered(s); }
bool some_gone(const Standing& s) { return s.units.active < s.units.total; }
bool otherwise(const Standing&) { return true; }

}  // namespace

const std::vector<SummaryRow>& summary_rows() {
    using enum SummaryStatus;
    // clang-format off
    static const std::vector<SummaryRow> rows{
        {draft,              is_draft,         "not placed yet"},
        {abandoned,          is_abandoned,     "the online payment never answered within the shop's delay"},
        {refunded,           all_refunded,     "every unit refunded"},
        {cancelled,          all_cancelled,    "every unit cancelled, none refunded"},
        {refunded_cancelled, none_live,        "some units refunded, all others cancelled"},
        {unpaid,             is_due_uncovered, "something is due that no authorisation or cash on delivery covers"},
        {open,               is_due,           "what is due is covered by an authorisation or cash on delivery"},
        {partial,            some_gone,        "nothing due, some units cancelled or refunded"},
        {complete,           otherwise,        "nothing due, every unit live"},
    };
    // clang-format on
    return rows;
}

SummaryStatus summary_status(const Standing& standing) {
    const auto& rows = summary_rows();
    return std::ranges::find_if(rows, [&](const SummaryRow& row) { return row.holds(standing); })->status;
}

}  // namespace commis::domain
