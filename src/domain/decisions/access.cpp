// Access of tickets and downloads, and who hears of it.
#include "domain/decisions/access.hpp"

#include <algorithm>

#include "domain/decisions/tickets.hpp"
#include "domain/decisions/units.hpp"
#include "domain/email_address.hpp"

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

Access access_before(const Order* before, const std::string& line_id, const std::string& unit_id) {
    const Line* line = before != nullptr ? before->find_line(line_id) : nullptr;
    if (line == nullptr) return Access::none;
    if (unit_id.empty()) return line->access;
    const auto unit = std::ranges::find(line->units, unit_id, &TicketUnit::id);
    return unit == line->units.end() ? Access::none : unit->access;
}

Changes changes_of(const Order* before, const Order& after, const Context& context) {
    Changes changes;
    const auto follow = [&](Access was, Access is, const std::string& id) {
        if (was == is) return false;
        if (is == Access::granted) add_word(changes.granted, id);
        // A ticket that was never open has nothing to lose.
        if (is == Access::revoked && was != Access::none) add_word(changes.revoked, id);
        return is == Access::granted;
    };
    for (const Line& line : after.lines) {
        const bool opened = follow(access_before(before, line.id, ""), line.access, line.id);
        changes.has_download |= opened && context.has_files && context.has_files(line.sku);
        for (const TicketUnit& unit : line.units) {
            if (follow(access_before(before, line.id, unit.id), unit.access, unit.id)) changes.tickets.push_back(&unit);
        }
    }
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
    if (is_told && decision.order.removed) return;
    tell_holders(decision, changes.tickets, {}, context);
    if (changes.has_download) tell_buyer(decision, MailKind::downloads, Suppression::none, context.now_ms);
}

std::vector<std::string> addresses_to_block(const Order& before, const Order& after, const Profile& profile) {
    std::vector<std::string> addresses;
    if (!profile.refund_blocks_registration) return addresses;
    for (const Line& line : after.lines) {
        for (const TicketUnit& unit : line.units) {
            const TicketUnit* was = find_ticket(before, unit.id);
            if (unit.status != UnitStatus::refunded || (was != nullptr && was->status == UnitStatus::refunded))
                continue;
            const std::string& address = holder_address(before, unit);
            if (!address.empty() && std::ranges::find(addresses, address) == addresses.end()) {
                addresses.push_back(address);
            }
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
