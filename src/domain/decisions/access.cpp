// Access of tickets and downloads, and who hears of it.
#include "domain/decisions/access.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "domain/decisions/tickets.hpp"
#include "domain/decisions/units.hpp"
#include "domain/email_address.hpp"
#include "domain/openings.hpp"

namespace commis::domain {
namespace {

void add_word(std::string& words, const std::string& word) {
    if (!words.empty()) words += ' ';
    words += word;
}

// What opened and what closed between two moments, by id.
struct Changes {
    std::string granted;
    std::string revoked;
    std::vector<const TicketUnit*> tickets;
    bool has_download = false;
};

// By the ids of lines and tickets.
std::map<std::string_view, Access> access_of(const Order* order) {
    std::map<std::string_view, Access> access;
    if (order == nullptr) return access;
    for (const Line& line : order->lines) {
        access.emplace(line.id, line.access);
        for (const TicketUnit& unit : line.units) access.emplace(unit.id, unit.access);
    }
    return access;
}

Changes changes_of(const Order* before, const Order& after, const Context& context) {
    Changes changes;
    const auto known = access_of(before);
    std::vector<std::string> opened_skus;
    const auto follow = [&](const std::string& id, Access is) {
        const auto at = known.find(id);
        const Access was = at == known.end() ? Access::none : at->second;
        if (was == is) return false;
        if (is == Access::granted) add_word(changes.granted, id);
        // A ticket that was never open has nothing to lose.
        if (is == Access::revoked && was != Access::none) add_word(changes.revoked, id);
        return is == Access::granted;
    };
    for (const Line& line : after.lines) {
        if (follow(line.id, line.access)) opened_skus.push_back(line.sku);
        for (const TicketUnit& unit : line.units) {
            if (follow(unit.id, unit.access)) changes.tickets.push_back(&unit);
        }
    }
    changes.has_download = !opened_skus.empty() && context.has_files && context.has_files(opened_skus);
    return changes;
}

void close_refunded(Order& order, const Profile& profile) {
    if (!profile.refund_closes_access) return;
    if (standing_of(order, profile).payment_status != PaymentStatus::refunded) return;
    for (Line& line : order.lines) {
        if (line.access == Access::granted) line.access = Access::revoked;
        for (TicketUnit& unit : line.units) {
            if (unit.access == Access::granted) unit.access = Access::revoked;
        }
    }
}

bool is_named(const std::vector<std::string>& names, const std::string& id) {
    return names.empty() || std::ranges::find(names, id) != names.end();
}

std::vector<FieldError> check_access(const Order& order, const std::vector<std::string>& names) {
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Line* line = order.find_line(names[i]);
        const bool is_download = line != nullptr && line->kind == LineKind::digital;
        if (is_download || find_ticket(order, names[i]) != nullptr) continue;
        errors.push_back(
            {"/units/" + std::to_string(i), "unknown_unit", "the order has no such ticket or digital line"});
    }
    return errors;
}

}  // namespace

void grant_access(Order& order, const Context& context) {
    if (!meets(GuardNeed::paid, standing_of(order, context.profile).payment_status)) return;
    for (Line& line : order.lines) {
        if (line.kind == LineKind::digital && line.active() > 0 && line.access == Access::none) {
            line.access = Access::granted;
            line.granted_at_ms = context.now_ms;
        }
        for (TicketUnit& unit : line.units) {
            if (unit.status == UnitStatus::active && unit.access == Access::none) unit.access = Access::granted;
        }
    }
}

void follow_access(Decision& decision, const Order* before, const Context& context) {
    if (decision.events.empty() || decision.order.draft) return;
    close_refunded(decision.order, context.profile);
    const Changes changes = changes_of(before, decision.order, context);
    const bool is_told = decision.events.back().type == EventType::access_changed;
    if (!changes.revoked.empty() && !is_told) {
        record(decision, context, EventType::access_revoked, {{"units", changes.revoked}});
    }
    if (changes.granted.empty() || decision.order.imported) return;
    if (!is_told) record(decision, context, EventType::access_granted, {{"units", changes.granted}});
    tell_holders(decision, changes.tickets, {}, context);
    if (changes.has_download) tell_buyer(decision, MailKind::downloads, Suppression::none, context.now_ms);
}

std::vector<std::string> addresses_to_block(const Order& before, const Order& after, const Profile& profile) {
    std::vector<std::string> addresses;
    const auto is_news = [&](const TicketUnit& unit) {
        const TicketUnit* was = find_ticket(before, unit.id);
        return was == nullptr || was->status != unit.status;
    };
    const Standing standing = standing_of(after, profile);
    for (const Line& line : after.lines) {
        for (const TicketUnit& unit : line.units) {
            const bool is_closed = closed_by(Door::registration, unit_standing(standing, unit, profile)).has_value();
            const std::string& address = holder_address(before, unit);
            if (!is_closed || address.empty() || !is_news(unit)) continue;
            if (std::ranges::find(addresses, address) == addresses.end()) addresses.push_back(address);
        }
    }
    return addresses;
}

Result<Decision> change_access(const Order& order, const ChangeAccess& command, const Context& context) {
    const Action action = command.block ? Action::block_access : Action::unblock_access;
    if (const auto error = refused(action, order, context)) return std::unexpected(*error);
    auto errors = check_access(order, command.units);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    std::string changed;
    const auto change = [&](Access& access, const std::string& id, bool is_live) {
        if (!is_named(command.units, id) || access != (command.block ? Access::granted : Access::blocked)) return;
        access = command.block ? Access::blocked : is_live ? Access::none : Access::revoked;
        add_word(changed, id);
    };
    for (Line& line : decision.order.lines) {
        change(line.access, line.id, line.active() > 0);
        for (TicketUnit& unit : line.units) change(unit.access, unit.id, unit.status == UnitStatus::active);
    }
    if (changed.empty()) return refuse(Refusal::no_access_to_block);
    if (!command.block) grant_access(decision.order, context);
    record(decision, context, EventType::access_changed,
           {{"units", changed}, {"access", command.block ? "blocked" : "unblocked"}});
    return decision;
}

Result<Decision> renew_downloads(const Order& order, const std::vector<std::string>& lines, const Context& context) {
    if (const auto error = refused(Action::renew_downloads, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line* line = order.find_line(lines[i]);
        if (line != nullptr && line->kind == LineKind::digital) continue;
        errors.push_back({"/lines/" + std::to_string(i), "unknown_line", "the order has no such digital line"});
    }
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    std::string renewed;
    for (Line& line : decision.order.lines) {
        if (line.access != Access::granted || !is_named(lines, line.id)) continue;
        line.granted_at_ms = context.now_ms;
        add_word(renewed, line.id);
    }
    if (renewed.empty()) return refuse(Refusal::no_download);
    record(decision, context, EventType::access_renewed, {{"lines", renewed}});
    tell_buyer(decision, MailKind::downloads, Suppression::none, context.now_ms);
    return decision;
}

Result<Decision> renew_link(const Order& order, const Context& context) {
    if (const auto error = refused(Action::renew_link, order, context)) return std::unexpected(*error);
    Decision decision = begin(order, context);
    decision.order.link_generation += 1;
    record(decision, context, EventType::access_renewed, {{"access", "link"}});
    return decision;
}

Result<Decision> begin_download(const Order& order, const std::string& line_id, const Context& context) {
    const Line* line = order.find_line(line_id);
    if (line == nullptr) return refuse(Refusal::not_found);
    if (line->used_at_ms) return Decision{.order = order};
    Decision decision = begin(order, context);
    decision.order.find_line(line_id)->used_at_ms = context.now_ms;
    record(decision, context, EventType::download_begun, {{"line", line_id}});
    return decision;
}

const std::string& holder_address(const Order& order, const TicketUnit& unit) {
    return is_email_address(unit.attendee.email) ? unit.attendee.email : order.buyer.email;
}

}  // namespace commis::domain
