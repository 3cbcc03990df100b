#include "histories/history_oracle.hpp"

#include <algorithm>

#include "domain/actions.hpp"

namespace commis::test {
namespace {

__extension__ typedef __int128 Wide;

// round(total·part/count), half up; totals here are never negative.
std::int64_t share(std::int64_t total, std::int64_t part, std::int64_t count) {
    return static_cast<std::int64_t>((2 * static_cast<Wide>(total) * part + count) / (2 * static_cast<Wide>(count)));
}

// Units are alike but for their status: what was shipped, came back or is set aside is laid over them in order.
struct Counts {
    std::int64_t gone_shipped = 0;
    std::int64_t live_shipped = 0;
    std::int64_t returned = 0;
    std::int64_t reserved = 0;
};

void lay_over(OracleLine& line, Counts counts) {
    for (OracleUnit& unit : line.units) {
        unit.shipped = (unit.status == 'a' ? counts.live_shipped : counts.gone_shipped)-- > 0;
        unit.returned = false;
        unit.reserved = unit.status == 'a' && !unit.shipped && counts.reserved-- > 0;
    }
    for (const bool gone : {true, false}) {
        for (OracleUnit& unit : line.units) {
            if (unit.shipped && (unit.status != 'a') == gone) unit.returned = counts.returned-- > 0;
        }
    }
}

OracleLine line_from(const domain::Line& line) {
    OracleLine mine{line.id, line.sku, line.kind, line.total_minor, line.left_minor, line.cancelled_minor, {}};
    mine.units.resize(static_cast<std::size_t>(line.quantity));
    std::int32_t to_refund = line.refunded;
    std::int32_t to_cancel = line.cancelled;
    for (std::size_t at = 0; at < mine.units.size(); ++at) {
        char& status = mine.units[at].status;
        if (!line.units.empty()) {
            status = "acr"[static_cast<std::size_t>(line.units[at].status)];
            mine.units[at].value = line.units[at].value_minor;
        } else if (to_refund-- > 0) {
            status = 'r';
        } else if (to_cancel-- > 0) {
            status = 'c';
        }
    }
    lay_over(mine, {line.gone_shipped, line.shipped - line.gone_shipped, line.returned, line.reserved});
    return mine;
}

}  // namespace

std::int64_t OracleLine::count(char status) const { return std::ranges::count(units, status, &OracleUnit::status); }

Oracle::Oracle(const domain::Order& order, const domain::Profile& profile)
    : shipping_total(order.shipping.total_minor),
      tracks_stock_(profile.tracks_stock),
      promises_(profile.offline_refund == domain::RefundExecution::initiated) {
    for (const domain::Line& line : order.lines) lines.push_back(line_from(line));
    move_seats(-1);
}

std::int64_t Oracle::total() const {
    std::int64_t sum = shipping_total;
    for (const OracleLine& line : lines) sum += line.total;
    return sum;
}

std::int64_t Oracle::cancelled() const {
    std::int64_t sum = shipping_gone ? shipping_total : 0;
    for (const OracleLine& line : lines) sum += line.left;
    return sum;
}

std::int64_t Oracle::live() const {
    std::int64_t count = 0;
    for (const OracleLine& line : lines) count += line.kind == domain::LineKind::fee ? 0 : line.count('a');
    return count;
}

std::int64_t Oracle::to_ship() const {
    std::int64_t count = 0;
    for (const OracleLine& line : lines) {
        if (line.kind != domain::LineKind::goods) continue;
        count += std::ranges::count_if(line.units, [](const OracleUnit& u) { return u.status == 'a' && !u.shipped; });
    }
    return count;
}

std::int64_t Oracle::take_live(OracleLine& line, std::int64_t quantity, char as, bool restock) {
    const auto wanted_now = [&](const OracleUnit& unit, int round) {
        if (unit.status != 'a') return false;
        if (line.kind != domain::LineKind::goods) return round == 0;
        if (as == 'c') return round == 0 ? !unit.shipped : round == 1 ? unit.returned : true;
        return round == 0 ? unit.returned : round == 1 ? !unit.shipped : true;
    };
    std::int64_t value = 0;
    auto gone = line.units.size() - static_cast<std::size_t>(line.count('a'));
    for (int round = 0; round < 3; ++round) {
        for (std::size_t at = 0; at < line.units.size() && quantity > 0; ++at) {
            OracleUnit& unit = line.units[at];
            if (!wanted_now(unit, round)) continue;
            unit.status = as;
            if (unit.reserved && !restock) stock_moved[line.sku] -= 1;
            unit.reserved = false;
            if (line.kind == domain::LineKind::ticket && restock) stock_moved[line.sku] += 1;
            if (line.kind == domain::LineKind::ticket) value += unit.value;
            ++gone;
            --quantity;
        }
    }
    if (line.kind != domain::LineKind::ticket) {
        const auto all = static_cast<std::int64_t>(line.units.size());
        value = std::max(line.left, share(line.total, static_cast<std::int64_t>(gone), all)) - line.left;
    }
    line.left += value;
    if (as == 'c') line.pool += value;
    return value;
}

std::int64_t Oracle::refund_cancelled(OracleLine& line, std::int64_t quantity) {
    const auto all = static_cast<std::int64_t>(line.units.size());
    const std::int64_t gone_r = line.count('r');
    const std::int64_t gone_c = line.count('c');
    // Positions are frozen as they leave; while the cancelled ones stand together, each keeps its own value.
    const bool in_order = line.left == share(line.total, gone_r + gone_c, all);
    const bool behind = in_order && line.pool == line.left - share(line.total, gone_r, all);
    const bool before = in_order && line.pool == share(line.total, gone_c, all);
    std::int64_t value = behind   ? share(line.total, gone_r + quantity, all) - share(line.total, gone_r, all)
                         : before ? share(line.total, quantity, all)
                                  : share(line.pool, quantity, gone_c);
    if (line.kind == domain::LineKind::ticket) value = 0;
    for (std::size_t at = 0; at < line.units.size(); ++at) {
        if (line.units[at].status != 'c' || quantity == 0) continue;
        line.units[at].status = 'r';
        if (line.kind == domain::LineKind::ticket) value += line.units[at].value;
        --quantity;
    }
    line.pool -= value;
    return value;
}

void Oracle::close_when_empty(bool with_fees) {
    const bool has_units = std::ranges::any_of(lines, [](const auto& l) { return l.kind != domain::LineKind::fee; });
    if (!has_units || live() > 0) return;
    shipping_gone = true;
    for (OracleLine& line : lines) {
        if (with_fees && line.kind == domain::LineKind::fee) take_live(line, line.count('a'), 'c', true);
    }
}

bool Oracle::pay(std::optional<std::int64_t> amount) {
    if (due() == 0 || amount.value_or(1) <= 0 || amount.value_or(0) > due()) return false;
    captured += amount.value_or(due());
    return true;
}

bool Oracle::cancel(const std::vector<std::pair<std::size_t, std::int64_t>>& named, bool shipping, bool restock) {
    if (live() == 0) return false;
    for (const auto& [at, quantity] : named) {
        if (quantity < 1 || quantity > lines[at].count('a')) return false;
    }
    if (named.empty() && !shipping) {
        for (OracleLine& line : lines) take_live(line, line.count('a'), 'c', restock || !tracks_stock_);
    }
    for (const auto& [at, quantity] : named) take_live(lines[at], quantity, 'c', restock || !tracks_stock_);
    close_when_empty(true);
    shipping_gone = shipping_gone || shipping;
    return true;
}

bool Oracle::refund(const OracleRefund& asked) {
    const bool names_nothing = asked.lines.empty() && !asked.shipping;
    if (captured <= 0 || refundable() <= 0 || (names_nothing && !asked.amount)) return false;
    if (asked.amount && (*asked.amount <= 0 || *asked.amount > refundable())) return false;
    for (const auto& [at, quantity] : asked.lines) {
        if (quantity < 1 || quantity > lines[at].count('a') + lines[at].count('c')) return false;
    }
    const std::int64_t open_before = owed_back() - promised;
    const std::int64_t limit = refundable();
    std::int64_t value = 0;
    if (asked.shipping) {
        value = shipping_gone ? std::clamp<std::int64_t>(owed_back(), 0, shipping_total) : shipping_total;
        shipping_gone = true;
    }
    for (const auto& [at, quantity] : asked.lines) {
        const std::int64_t before = std::min(quantity, lines[at].count('c'));
        if (before > 0) value += refund_cancelled(lines[at], before);
        if (quantity > before) value += take_live(lines[at], quantity - before, 'r', asked.restock || !tracks_stock_);
    }
    close_when_empty(false);
    const std::int64_t amount = asked.amount.value_or(std::min(value, limit));
    const std::int64_t settled =
        names_nothing ? std::clamp<std::int64_t>(open_before, 0, amount) : std::min(amount, value);
    if (!asked.reopens_due) allowances += amount - settled;
    (promises_ ? promised : refunded) += amount;
    return true;
}

bool Oracle::mark_refunded(std::optional<std::int64_t> amount) {
    const std::int64_t limit = refundable();
    if (captured <= 0 || (promised == 0 && limit <= 0)) return false;
    const std::int64_t sum = amount.value_or(promised > 0 ? promised : limit);
    if (sum <= 0 || sum > promised + limit) return false;
    const std::int64_t carried = std::min(sum, promised);
    const std::int64_t open_before = owed_back() - promised;
    const std::int64_t settled = std::clamp<std::int64_t>(open_before, 0, sum - carried);
    promised -= carried;
    allowances += sum - carried - settled;
    refunded += sum;
    return true;
}

bool Oracle::ship(const std::vector<std::pair<std::size_t, std::int64_t>>& named) {
    if (to_ship() == 0) return false;
    const auto waits = [](const OracleUnit& unit) { return unit.status == 'a' && !unit.shipped; };
    for (const auto& [at, quantity] : named) {
        const bool is_goods = lines[at].kind == domain::LineKind::goods;
        if (quantity < 1 || !is_goods || quantity > std::ranges::count_if(lines[at].units, waits)) return false;
    }
    const auto send = [&](OracleLine& line, std::int64_t quantity) {
        for (OracleUnit& unit : line.units) {
            if (quantity == 0 || !waits(unit)) continue;
            unit.shipped = true;
            if (unit.reserved) stock_moved[line.sku] -= 1;
            unit.reserved = false;
            --quantity;
        }
    };
    for (const auto& [at, quantity] : named) send(lines[at], quantity);
    if (!named.empty()) return true;
    for (OracleLine& line : lines) {
        if (line.kind == domain::LineKind::goods) send(line, static_cast<std::int64_t>(line.units.size()));
    }
    return true;
}

bool Oracle::take_back(std::size_t at, std::int64_t quantity, bool restock) {
    OracleLine& line = lines[at];
    const auto is_out = [](const OracleUnit& unit) { return unit.shipped && !unit.returned; };
    if (quantity < 1 || quantity > std::ranges::count_if(line.units, is_out)) return false;
    if (restock && tracks_stock_) stock_moved[line.sku] += quantity;
    // What is no longer wanted comes back first: the engine counts units, it does not name them.
    for (const bool gone : {true, false}) {
        for (OracleUnit& unit : line.units) {
            if (quantity == 0 || !is_out(unit) || (unit.status != 'a') != gone) continue;
            unit.returned = true;
            --quantity;
        }
    }
    return true;
}

void Oracle::reopen() {
    for (OracleLine& line : lines) {
        line.left -= line.pool;
        line.pool = 0;
        Counts counts;
        for (OracleUnit& unit : line.units) {
            (unit.status == 'a' ? counts.live_shipped : counts.gone_shipped) += unit.shipped ? 1 : 0;
            counts.returned += unit.returned ? 1 : 0;
        }
        const std::int64_t had_left = std::min(counts.gone_shipped, line.count('c'));
        counts.gone_shipped -= had_left;
        counts.live_shipped += had_left;
        for (OracleUnit& unit : line.units) unit.status = unit.status == 'c' ? 'a' : unit.status;
        counts.reserved = line.kind == domain::LineKind::goods && tracks_stock_ ? line.count('a') : 0;
        lay_over(line, counts);
    }
    shipping_gone = false;
}

std::string Oracle::revise(const domain::Order& after) {
    const std::int64_t cancelled_before = cancelled();
    std::map<std::string, std::int64_t> shipped_before;
    for (const OracleLine& line : lines) {
        shipped_before[line.sku] += std::ranges::count(line.units, true, &OracleUnit::shipped);
    }
    move_seats(1);
    lines.clear();
    for (const domain::Line& line : after.lines) lines.push_back(line_from(line));
    move_seats(-1);
    shipping_total = after.shipping.total_minor;
    shipping_gone = after.shipping.cancelled;
    if (cancelled() != cancelled_before)
        return differs("value gone before the revision", cancelled(), cancelled_before);
    for (const OracleLine& line : lines) {
        shipped_before[line.sku] -= std::ranges::count(line.units, true, &OracleUnit::shipped);
        if (line.kind != domain::LineKind::goods || !tracks_stock_) continue;
        const auto waits = [](const OracleUnit& u) { return u.status == 'a' && !u.shipped && !u.reserved; };
        if (std::ranges::any_of(line.units, waits)) return "a unit still to ship is not set aside after the revision";
    }
    for (const auto& [sku, left] : shipped_before) {
        if (left != 0) return "units of " + sku + " that were shipped got lost in the revision";
    }
    return {};
}

std::string Oracle::summary() const {
    std::int64_t all = 0, gone_c = 0, gone_r = 0;
    for (const OracleLine& line : lines) {
        if (line.kind == domain::LineKind::fee) continue;
        all += static_cast<std::int64_t>(line.units.size());
        gone_c += line.count('c');
        gone_r += line.count('r');
    }
    if (all > 0 && gone_r == all) return "refunded";
    if (all > 0 && gone_c == all) return "cancelled";
    if (all > 0 && gone_c + gone_r == all) return "refunded_cancelled";
    if (due() > 0) return "unpaid";
    return gone_c + gone_r > 0 ? "partial" : "complete";
}

std::string Oracle::compare_lines(const domain::Order& order) const {
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const OracleLine& mine = lines[at];
        const domain::Line& line = order.lines[at];
        const auto flag = [&](bool OracleUnit::*member) { return std::ranges::count(mine.units, true, member); };
        if (line.cancelled != mine.count('c'))
            return differs("cancelled of " + line.name, line.cancelled, mine.count('c'));
        if (line.refunded != mine.count('r'))
            return differs("refunded of " + line.name, line.refunded, mine.count('r'));
        if (line.left_minor != mine.left) return differs("value gone of " + line.name, line.left_minor, mine.left);
        if (line.cancelled_minor != mine.pool) return differs("pool of " + line.name, line.cancelled_minor, mine.pool);
        if (line.left_minor < 0 || line.left_minor > line.total_minor) return "more value is gone than there was";
        if (line.kind != domain::LineKind::goods) continue;
        if (line.shipped != flag(&OracleUnit::shipped))
            return differs("shipped", line.shipped, flag(&OracleUnit::shipped));
        if (line.returned != flag(&OracleUnit::returned)) {
            return differs("returned", line.returned, flag(&OracleUnit::returned));
        }
        if (line.reserved != flag(&OracleUnit::reserved)) {
            return differs("reserved", line.reserved, flag(&OracleUnit::reserved));
        }
    }
    return {};
}

std::string Oracle::compare(const domain::Order& order, const domain::Profile& profile) const {
    if (order.lines.size() != lines.size()) return "another number of lines";
    if (auto difference = compare_lines(order); !difference.empty()) return difference;
    const domain::Standing standing = domain::standing_of(order, profile);
    const domain::Figures& figures = standing.figures();
    const std::pair<const char*, std::pair<std::int64_t, std::int64_t>> pairs[] = {
        {"total", {figures.total_minor, total()}},
        {"cancelled", {figures.cancelled_minor, cancelled()}},
        {"allowances", {figures.allowances_minor, allowances}},
        {"captured", {figures.captured_minor, captured}},
        {"refunded", {figures.refunded_minor, refunded}},
        {"promised", {figures.refunds_open_minor, promised}},
        {"due", {figures.due(), due()}},
        {"owed back", {figures.owed_back(), owed_back()}},
        {"to ship", {standing.units.to_ship, to_ship()}},
    };
    for (const auto& [what, values] : pairs) {
        if (values.first != values.second) return differs(what, values.first, values.second);
    }
    if (figures.held() < 0 || figures.refundable() < 0) return "more went back than came";
    for (const domain::Payment& payment : order.ledger.payments) {
        if (domain::refundable_of(order.ledger, payment.id) < 0) return "more went back of a payment than it brought";
    }
    if (order.invoiced_minor() < 0) return "credit notes took back more than was invoiced";
    if (domain::id_of(standing.summary) != summary()) {
        return "summary: the engine says " + std::string(domain::id_of(standing.summary)) + ", the oracle " + summary();
    }
    return {};
}

std::string Oracle::compare_actions(const domain::Order& order, const domain::Profile& profile) const {
    const domain::Standing standing = domain::standing_of(order, profile);
    const bool event = profile.uses_registration_matrix;
    const std::string_view summary = domain::id_of(standing.summary);
    const bool unpaid = summary == "unpaid";
    const bool complete = summary == "complete" || summary == "partial";
    const bool waits_for_refund =
        summary == "cancelled" || (summary == "refunded_cancelled" && standing.units.cancelled > 0);
    const bool has_money = captured > 0 && refundable() > 0;
    const std::pair<domain::Action, bool> expected[] = {
        {domain::Action::mark_paid, event ? unpaid : due() > 0},
        {domain::Action::refund, has_money && (!event || complete || waits_for_refund)},
        {domain::Action::cancel, live() > 0 && (!event || unpaid || complete)},
        {domain::Action::revise, !order.is_invoiced()},
    };
    for (const auto& [action, allowed] : expected) {
        if (domain::ask(action, standing).allowed != allowed) {
            return std::string(domain::id_of(action)) + " is " + (allowed ? "refused" : "allowed") + " in " +
                   std::string(summary);
        }
    }
    return {};
}

}  // namespace commis::test
