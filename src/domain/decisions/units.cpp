// Positions and frozen values of units that leave.
#include "domain/decisions/units.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

std::optional<std::size_t> line_of_unit(const Order& order, const std::string& unit_id) {
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        if (std::ranges::find(order.lines[i].units, unit_id, &TicketUnit::id) != order.lines[i].units.end()) return i;
    }
    return std::nullopt;
}

// How many of the leaving units had been shipped.
std::int32_t shipped_part(const Line& line, std::int32_t quantity, Leaving leaving) {
    if (line.kind != LineKind::goods) return 0;
    const std::int32_t in_house = std::max(0, line.to_ship());
    if (leaving == Leaving::unshipped_first) return std::max(0, quantity - in_house);
    const std::int32_t came_back = std::clamp(line.returned - line.exchanged - line.gone_shipped, 0, quantity);
    return came_back + std::max(0, quantity - came_back - in_house);
}

// The tickets to take: those named, then the first others of that status.
std::vector<TicketUnit*> choose(Line& line, std::int32_t quantity, const std::vector<std::string>& units,
                                UnitStatus status) {
    std::vector<TicketUnit*> chosen;
    const auto is_named = [&](const TicketUnit& unit) { return std::ranges::find(units, unit.id) != units.end(); };
    for (const bool named : {true, false}) {
        for (TicketUnit& unit : line.units) {
            const bool is_full = static_cast<std::int32_t>(chosen.size()) == quantity;
            if (!is_full && unit.status == status && is_named(unit) == named) chosen.push_back(&unit);
        }
    }
    return chosen;
}

void close(TicketUnit& unit, UnitStatus status) {
    unit.status = status;
    if (unit.access != Access::blocked) unit.access = Access::revoked;
}

// A unit is refunded at what it was frozen at when it was cancelled. Units leave by position: those cancelled stand
// behind the refunded ones, or before them all. Where both are mixed, they share what they were frozen at together.
std::int64_t value_of_cancelled(const Line& line, std::int32_t quantity) {
    const auto frozen = [&](std::int64_t from, std::int64_t to) {
        return share_of_units(line.total_minor, from, to, line.quantity);
    };
    const bool is_plain = line.left_minor == frozen(0, line.gone());
    if (is_plain && line.cancelled_minor == frozen(line.refunded, line.gone())) {
        return frozen(line.refunded, line.refunded + quantity);
    }
    if (is_plain && line.cancelled_minor == frozen(0, line.cancelled)) return frozen(0, quantity);
    return share_of_units(line.cancelled_minor, 0, quantity, line.cancelled);
}

}  // namespace

std::vector<FieldError> check_choice(const Order& order, const Choice& choice) {
    std::vector<FieldError> errors;
    std::set<std::string> lines;
    for (std::size_t i = 0; i < choice.lines.size(); ++i) {
        const LineChoice& named = choice.lines[i];
        const std::string at = "/lines/" + std::to_string(i);
        if (order.find_line(named.line_id) == nullptr) {
            errors.push_back({at + "/line", "unknown_line", "the order has no such line"});
        } else if (!lines.insert(named.line_id).second) {
            errors.push_back({at + "/line", "named_twice", "this line is named before"});
        }
        if (named.quantity < 1 || named.quantity > 1'000'000) {
            errors.push_back({at + "/quantity", "out_of_range", "between 1 and 1000000"});
        }
    }
    std::set<std::string> units;
    for (std::size_t i = 0; i < choice.units.size(); ++i) {
        const std::string at = "/units/" + std::to_string(i);
        const auto line = line_of_unit(order, choice.units[i]);
        if (!line) {
            errors.push_back({at, "unknown_unit", "the order has no such ticket"});
        } else if (!units.insert(choice.units[i]).second || lines.contains(order.lines[*line].id)) {
            errors.push_back({at, "named_twice", "this ticket is named before, by itself or with its line"});
        }
    }
    return errors;
}

std::vector<Pick> picks_of(const Order& order, const Choice& choice, bool restock_default) {
    std::vector<Pick> picks;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const auto named = std::ranges::find(choice.lines, order.lines[i].id, &LineChoice::line_id);
        Pick pick{.line = i, .restock = restock_default};
        if (named != choice.lines.end()) {
            pick.quantity = static_cast<std::int32_t>(named->quantity);
            pick.restock = named->restock.value_or(restock_default);
        }
        for (const std::string& unit : choice.units) {
            if (line_of_unit(order, unit) != i) continue;
            pick.units.push_back(unit);
            ++pick.quantity;
        }
        if (pick.quantity > 0) picks.push_back(std::move(pick));
    }
    return picks;
}

Taken& Taken::operator+=(const Taken& other) {
    value_minor += other.value_minor;
    tax_minor += other.tax_minor;
    count += other.count;
    released += other.released;
    return *this;
}

Taken take_active(Line& line, std::int32_t quantity, const std::vector<std::string>& units, UnitStatus as,
                  Leaving leaving) {
    Taken taken{.count = quantity};
    if (line.units.empty()) {
        // Up to what is gone after this one. A reopened line may have kept a cent more or less for its refunded units.
        const std::int64_t left_minor = share_of_units(line.total_minor, 0, line.gone() + quantity, line.quantity);
        taken.value_minor = std::max<std::int64_t>(0, left_minor - line.left_minor);
        taken.tax_minor = share_of_units(line.tax_minor, line.gone(), line.gone() + quantity, line.quantity);
    }
    for (TicketUnit* unit : choose(line, quantity, units, UnitStatus::active)) {
        close(*unit, as);
        taken.value_minor += unit->value_minor;
        taken.tax_minor += unit->tax_minor;
    }
    const std::int32_t had_left = shipped_part(line, quantity, leaving);
    taken.released = std::min(line.reserved, quantity - had_left);
    line.reserved -= taken.released;
    line.gone_shipped += had_left;
    (as == UnitStatus::cancelled ? line.cancelled : line.refunded) += quantity;
    if (as == UnitStatus::cancelled) line.cancelled_minor += taken.value_minor;
    line.left_minor += taken.value_minor;
    if (line.active() == 0 && line.access == Access::granted) line.access = Access::revoked;
    return taken;
}

std::int64_t refund_cancelled(Line& line, std::int32_t quantity, const std::vector<std::string>& units) {
    std::int64_t value_minor = 0;
    if (line.units.empty()) value_minor = value_of_cancelled(line, quantity);
    for (TicketUnit* unit : choose(line, quantity, units, UnitStatus::cancelled)) {
        close(*unit, UnitStatus::refunded);
        value_minor += unit->value_minor;
    }
    line.cancelled -= quantity;
    line.refunded += quantity;
    line.cancelled_minor -= value_minor;
    return value_minor;
}

void leave_stock(Decision& decision, const Line& line, const Taken& taken, bool restock) {
    if (!restock) move_stock(decision, line.sku, -taken.released);
    if (restock) take_seats(decision, line, -taken.count);
}

std::optional<Error> beyond_seats(const Order* before, const Order& after, const Context& context) {
    if (!context.seats_left || after.imported) return std::nullopt;
    std::map<std::string, std::int64_t> wanted;
    const auto count = [&](const Order& order, std::int64_t sign) {
        for (const Line& line : order.lines) {
            if (line.kind == LineKind::ticket && !line.sku.empty()) wanted[line.sku] += sign * line.active();
        }
    };
    count(after, 1);
    if (before != nullptr) count(*before, -1);
    // In the order of their SKUs, so that two who want the same never wait for each other.
    for (const auto& [sku, seats] : wanted) {
        const auto left = seats > 0 ? context.seats_left(sku) : std::nullopt;
        if (left && *left < seats) {
            return Error{
                Refusal::sold_out,
                sku,
                {{"/lines", "sold_out", std::to_string(std::max<std::int64_t>(0, *left)) + " left of " + sku}}};
        }
    }
    return std::nullopt;
}

void take_seats(Decision& decision, const Line& line, std::int64_t seats) {
    if (line.kind == LineKind::ticket && !decision.order.imported) move_stock(decision, line.sku, -seats);
}

void move_stock(Decision& decision, const std::string& sku, std::int64_t quantity) {
    if (sku.empty() || quantity == 0) return;
    auto& moves = decision.stock_moves;
    const auto at = std::ranges::lower_bound(moves, sku, {}, &StockMove::sku);
    if (at != moves.end() && at->sku == sku) {
        at->quantity += quantity;
        if (at->quantity == 0) moves.erase(at);
    } else {
        moves.insert(at, {sku, quantity});
    }
}

std::string describe(const std::vector<LinePart>& parts) {
    std::string text;
    for (const LinePart& part : parts) {
        if (!text.empty()) text += ' ';
        text += part.line_id + ':' + std::to_string(part.quantity);
    }
    return text;
}

}  // namespace commis::domain
