// Restoring an imported order's past: first the checks, then units, money and parcels with ids of this shop.
#include "domain/decisions/restore.hpp"

#include <algorithm>
#include <charconv>

#include "domain/decisions/access.hpp"
#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

using Errors = std::vector<FieldError>;

// The position that a reference names, or nothing when it is none or beyond the list.
std::optional<std::size_t> position(const std::string& reference, std::size_t count) {
    std::size_t at = 0;
    const auto [end, fault] = std::from_chars(reference.data(), reference.data() + reference.size(), at);
    if (fault != std::errc{} || end != reference.data() + reference.size() || at >= count) return std::nullopt;
    return at;
}

void check_line(Errors& errors, const std::string& at, const Line& line, const LineHistory& past) {
    const bool negative = past.cancelled < 0 || past.refunded < 0 || past.shipped < 0 || past.returned < 0;
    const bool too_many_gone = std::int64_t{past.cancelled} + past.refunded > line.quantity;
    if (negative || too_many_gone) {
        errors.push_back({at + "/cancelled", "exceeds_quantity", "more units are gone than were ordered"});
    }
    if (past.shipped > line.quantity) {
        errors.push_back({at + "/shipped", "exceeds_quantity", "more units were shipped than ordered"});
    }
    if (past.returned > past.shipped) {
        errors.push_back({at + "/returned", "exceeds_shipped", "more units came back than were shipped"});
    }
    if (past.tickets.empty()) return;
    const auto count = [&](UnitStatus status) {
        return std::ranges::count(past.tickets, status, &TicketHistory::status);
    };
    if (past.tickets.size() != line.units.size()) {
        errors.push_back({at + "/tickets", "wrong_count", "every ticket of the line is needed, or none"});
    } else if (count(UnitStatus::cancelled) != past.cancelled || count(UnitStatus::refunded) != past.refunded) {
        errors.push_back({at + "/tickets", "wrong_count", "the tickets' statuses differ from the line's counts"});
    }
}

void check_money(Errors& errors, const History& history, std::size_t payment_count) {
    const auto check_reference = [&](const std::string& field, const std::string& reference) {
        if (position(reference, payment_count)) return;
        errors.push_back({field, "unknown_payment", "there is no payment with this number"});
    };
    const auto check_amount = [&](const std::string& field, std::int64_t amount_minor) {
        if (amount_minor >= 0 && amount_minor <= amount_limit_minor) return;
        errors.push_back({field, "out_of_range", "an amount here is not negative"});
    };
    const std::vector<Refund>& refunds = history.ledger ? history.ledger->refunds : history.refunds;
    for (std::size_t i = 0; i < refunds.size(); ++i) {
        check_reference("/refunds/" + std::to_string(i) + "/payment", refunds[i].payment_id);
        check_amount("/refunds/" + std::to_string(i) + "/amount", refunds[i].amount_minor);
    }
    if (!history.ledger) return;
    for (std::size_t i = 0; i < history.ledger->entries.size(); ++i) {
        check_reference("/entries/" + std::to_string(i) + "/payment", history.ledger->entries[i].payment_id);
        check_amount("/entries/" + std::to_string(i) + "/amount", history.ledger->entries[i].amount_minor);
    }
    for (std::size_t i = 0; i < history.ledger->payments.size(); ++i) {
        check_amount("/payments/" + std::to_string(i) + "/amount", history.ledger->payments[i].amount_minor);
    }
}

Errors check(const Order& order, const History& history) {
    Errors errors;
    if (!history.lines.empty() && history.lines.size() != order.lines.size()) {
        errors.push_back({"/lines", "wrong_count", "the past of every line is needed, or of none"});
        return errors;
    }
    for (std::size_t i = 0; i < history.lines.size(); ++i) {
        check_line(errors, "/lines/" + std::to_string(i), order.lines[i], history.lines[i]);
    }
    check_money(errors, history, history.ledger ? history.ledger->payments.size() : order.ledger.payments.size());
    for (std::size_t i = 0; i < history.shipments.size(); ++i) {
        for (const LinePart& part : history.shipments[i].parts) {
            if (position(part.line_id, order.lines.size())) continue;
            errors.push_back({"/shipments/" + std::to_string(i), "unknown_line", "there is no such line"});
        }
    }
    check_text(errors, "/assignee", history.assignee, 100);
    return errors;
}

void restore_units(Line& line, const LineHistory& past) {
    line.cancelled = past.cancelled;
    line.refunded = past.refunded;
    line.shipped = past.shipped;
    line.returned = past.returned;
    line.left_minor = share_of_units(line.total_minor, 0, line.gone(), line.quantity);
    line.cancelled_minor = share_of_units(line.total_minor, line.refunded, line.gone(), line.quantity);
    // What came back is taken to be what is no longer wanted, as far as the counts allow.
    const std::int32_t least = std::max(0, line.shipped - line.active());
    line.gone_shipped = std::max(least, std::min(line.returned, line.gone()));
    if (line.units.empty()) return;
    line.left_minor = 0;
    line.cancelled_minor = 0;
    for (std::size_t i = 0; i < line.units.size(); ++i) {
        TicketUnit& unit = line.units[i];
        const auto at = static_cast<std::int32_t>(i);
        if (past.tickets.empty()) {
            unit.status = at < past.refunded                    ? UnitStatus::refunded
                          : at < past.refunded + past.cancelled ? UnitStatus::cancelled
                                                                : UnitStatus::active;
            unit.access = unit.status == UnitStatus::active ? unit.access : Access::revoked;
        } else {
            unit.status = past.tickets[i].status;
            unit.access = past.tickets[i].access;
            if (!past.tickets[i].code.empty()) unit.code = past.tickets[i].code;
        }
        if (unit.status != UnitStatus::active) line.left_minor += unit.value_minor;
        if (unit.status == UnitStatus::cancelled) line.cancelled_minor += unit.value_minor;
    }
}

void restore_money(Order& order, const History& history, const Context& context) {
    if (history.ledger) {
        order.ledger = *history.ledger;
        for (Payment& payment : order.ledger.payments) payment.id = context.new_id();
        for (LedgerEntry& entry : order.ledger.entries) {
            entry.id = context.new_id();
            entry.payment_id = order.ledger.payments[*position(entry.payment_id, order.ledger.payments.size())].id;
        }
    }
    const std::vector<Refund> refunds = history.ledger ? history.ledger->refunds : history.refunds;
    order.ledger.refunds.clear();
    for (Refund refund : refunds) {
        refund.id = context.new_id();
        refund.payment_id = order.ledger.payments[*position(refund.payment_id, order.ledger.payments.size())].id;
        order.ledger.refunds.push_back(std::move(refund));
    }
}

}  // namespace

Result<Decision> restore(Decision placed, const History& history, const Context& context) {
    Order& order = placed.order;
    Errors errors = check(order, history);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    for (std::size_t i = 0; i < history.lines.size(); ++i) restore_units(order.lines[i], history.lines[i]);
    restore_money(order, history, context);
    for (Shipment shipment : history.shipments) {
        shipment.id = context.new_id();
        for (auto& part : shipment.parts) part.line_id = order.lines[*position(part.line_id, order.lines.size())].id;
        order.shipments.push_back(std::move(shipment));
    }
    if (history.shipping_cancelled) order.shipping.cancelled = *history.shipping_cancelled;
    order.abandoned_at_ms = history.abandoned_at_ms;
    order.assignee = history.assignee;
    if (history.discount_included_minor > 0) order.discount_minor = history.discount_included_minor;
    // Without a word on access, what is paid now opens as it would have then.
    if (history.lines.empty()) grant_access(order, context);
    return placed;
}

}  // namespace commis::domain
