// Giving money back: for units, for the shipping, or a free amount; over several payments; never more than is there.
#pragma once

#include "domain/decisions/units.hpp"

namespace commis::domain {

// At least one of units, shipping and amount. An amount beside units replaces their value: less keeps a part back,
// more is goodwill on top. An amount alone first settles what is owed back; the rest is goodwill (P-15).
struct RefundOrder {
    Choice choice{};
    std::optional<std::int64_t> amount_minor{};
    std::optional<bool> restock{};
    bool reopens_due = false;  // The buyer owes the amount again: units stay wanted at full price.
    Telling telling{};
    std::string request_id{};  // Of a return that came back: it is settled with this.
};

// Refuses `nothing_captured`, `nothing_refundable`, `amount_exceeds_refundable`, `quantity_exceeds_units`,
// `provider_not_connected` (W-40), `nothing_named`, bad fields.
Result<Decision> refund(const Order& order, const RefundOrder& command, const Context& context);

// Money that was given back outside (P-15, W-41): carries out what was promised first, beyond that records a refund of
// the named units, else of all that is held.
struct MarkRefunded {
    std::optional<std::int64_t> amount_minor{};
    std::vector<std::string> units{};
    std::string reference{};
    Telling telling{};
};
Result<Decision> mark_refunded(const Order& order, const MarkRefunded& command, const Context& context);

}  // namespace commis::domain
