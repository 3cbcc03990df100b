// A revision: close what has left, price what stays, join both.
#include "domain/decisions/revise.hpp"

#include <algorithm>
#include <set>

#include "domain/decisions/access.hpp"
#include "domain/decisions/content.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/place_checks.hpp"
#include "domain/decisions/pricing.hpp"
#include "domain/money.hpp"
#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

std::int32_t with_buyer(const Line& line) { return line.shipped - line.gone_shipped - line.exchanged; }

void check_kept_line(std::vector<FieldError>& errors, const std::string& at, const Line& line, const PlaceLine& asked) {
    if (line.kind != asked.kind) errors.push_back({at + "/kind", "kind_fixed", "a line keeps its kind"});
    if (asked.quantity < with_buyer(line)) {
        errors.push_back({at + "/quantity", "below_shipped",
                          "of this line " + std::to_string(with_buyer(line)) + " units were shipped"});
    }
}

std::vector<FieldError> check(const Order& order, const Revise& command) {
    std::vector<FieldError> errors;
    std::vector<PlaceLine> contents;
    for (const ReviseLine& line : command.lines) contents.push_back(line.content);
    check_lines(errors, contents);
    if (command.shipping) check_shipping(errors, *command.shipping);
    if (command.discount_minor) check_discount(errors, *command.discount_minor);
    check_text(errors, "/note", command.telling.note, note_length_max);
    std::set<std::string> named;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const std::string& id = command.lines[i].line_id;
        const std::string at = "/lines/" + std::to_string(i);
        if (id.empty()) continue;
        const Line* line = order.find_line(id);
        if (line == nullptr) {
            errors.push_back({at + "/id", "unknown_line", "the order has no such line"});
        } else if (!named.insert(id).second) {
            errors.push_back({at + "/id", "named_twice", "this line is named before"});
        } else {
            check_kept_line(errors, at, *line, command.lines[i].content);
        }
    }
    for (const Line& line : order.lines) {
        if (with_buyer(line) == 0 || named.contains(line.id)) continue;
        errors.push_back({"/lines", "below_shipped", "units of '" + line.name + "' were shipped: the line stays"});
    }
    return errors;
}

// The units of a line that have left, as a line of their own at the figures they were frozen at.
Line closed_part(const Line& line, bool prices_include_tax) {
    Line closed = line;
    closed.quantity = line.gone();
    closed.tax_minor = share_of_units(line.tax_minor, 0, line.gone(), line.quantity);
    if (!line.units.empty()) closed.tax_minor = 0;
    closed.units.clear();
    for (const TicketUnit& unit : line.units) {
        if (unit.status == UnitStatus::active) continue;
        closed.units.push_back(unit);
        closed.tax_minor += unit.tax_minor;
    }
    closed.total_minor = line.left_minor;
    closed.shipped = line.gone_shipped;
    closed.returned = std::min(line.returned, line.gone_shipped);
    closed.exchanged = 0;
    closed.reserved = 0;
    // Price × quantity − discount + tax on top = total, exactly.
    const std::int64_t on_top_minor = prices_include_tax ? 0 : closed.tax_minor;
    const std::int64_t priced_minor = multiply_checked(line.unit_price_minor, closed.quantity).value();
    closed.discount_minor = priced_minor + on_top_minor - closed.total_minor;
    return closed;
}

// A kept line with its wanted units: tickets keep their codes as far as they are still wanted.
Line kept_line(const Line& line, const PlaceLine& asked, const Context& context) {
    Line kept = line_from(asked, context);
    kept.id = line.id;
    kept.shipped = line.shipped - line.gone_shipped;
    kept.exchanged = line.exchanged;
    kept.access = line.access;
    kept.granted_at_ms = line.granted_at_ms;
    kept.used_at_ms = line.used_at_ms;
    kept.returned = line.returned - std::min(line.returned, line.gone_shipped);
    std::size_t next = 0;
    for (const TicketUnit& unit : line.units) {
        if (unit.status != UnitStatus::active || next >= kept.units.size()) continue;
        const Attendee renamed = kept.units[next].attendee;
        kept.units[next] = unit;
        if (next < asked.attendees.size()) kept.units[next].attendee = renamed;
        ++next;
    }
    return kept;
}

// An order discount that was spread over units that have left stays with them.
std::int64_t discount_left(const Order& order) {
    std::int64_t live_minor = 0;
    std::int64_t all_minor = 0;
    for (const Line& line : order.lines) {
        live_minor += line.total_minor - line.left_minor;
        all_minor += line.total_minor;
    }
    return all_minor == 0 ? order.discount_minor : scale_half_away(order.discount_minor, live_minor, all_minor);
}

void set_aside(Order& order, const Profile& profile) {
    const bool tracks = profile.tracks_stock && !order.imported && !order.draft;
    for (Line& line : order.lines) line.reserved = tracks ? std::max(0, line.to_ship()) : 0;
}

// The content from now on: what is wanted, priced, then what has left.
Order with_content(const Order& order, const Revise& command, const Context& context, std::vector<FieldError>& errors) {
    Order after = order;
    after.lines.clear();
    for (const ReviseLine& asked : command.lines) {
        const Line* line = asked.line_id.empty() ? nullptr : order.find_line(asked.line_id);
        after.lines.push_back(line == nullptr ? line_from(asked.content, context)
                                              : kept_line(*line, asked.content, context));
    }
    if (command.shipping) after.shipping = shipping_from(*command.shipping);
    const bool shipping_goes = order.shipping.cancelled && !command.shipping;
    const Shipping gone = order.shipping;
    if (shipping_goes) after.shipping = {};
    after.discount_minor = command.discount_minor.value_or(discount_left(order));
    price(after, context.profile.tax_rounding, errors);
    if (shipping_goes) after.shipping = gone;
    for (const Line& line : order.lines) {
        if (line.gone() == 0) continue;
        Line closed = closed_part(line, order.prices_include_tax);
        // The id stays with the units that are still wanted.
        if (after.find_line(line.id) != nullptr) closed.id = context.new_id();
        after.lines.push_back(std::move(closed));
    }
    return after;
}

// Seats follow the difference, line by line of before and of now.
void move_seats(Decision& decision, const Order& before) {
    for (const Line& line : before.lines) take_seats(decision, line, -line.active());
    for (const Line& line : decision.order.lines) take_seats(decision, line, line.active());
}

void record_revision(Decision& decision, const Order& before, const Context& context, const std::string& note) {
    const Figures was = standing_of(before, context.profile).figures();
    const Figures is = standing_of(decision.order, context.profile).figures();
    record(decision, context, EventType::order_revised,
           {{"revision", std::to_string(decision.order.revision)},
            {"before", std::to_string(was.owed())},
            {"after", std::to_string(is.owed())},
            {"difference", std::to_string(is.owed() - was.owed())},
            {"currency", std::string(before.currency.code())},
            {"due", std::to_string(is.due())},
            {"owed_back", std::to_string(is.owed_back())}},
           note);
}

}  // namespace

Result<Decision> revise(const Order& order, const Revise& command, const Context& context) {
    if (const auto error = refused(Action::revise, order, context)) return std::unexpected(*error);
    auto errors = check(order, command);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    const std::int64_t version = decision.order.version;
    decision.order = with_content(decision.order, command, context, errors);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Order& after = decision.order;
    after.version = version;
    after.revision += 1;
    set_aside(after, context.profile);
    if (!order.draft) {
        if (auto error = beyond_seats(&order, after, context)) return std::unexpected(std::move(*error));
        move_seats(decision, order);
    }
    refresh_drafts(after);
    if (order.draft) {
        record_revision(decision, order, context, command.telling.note);
        return decision;
    }
    grant_access(after, context);
    record_revision(decision, order, context, command.telling.note);
    decision.notify = context.profile.notify.state_button;
    const auto suppression = decide_notify(decision.notify, command.telling.notify, after.notify_on_state);
    tell_buyer(decision, MailKind::order_revised, suppression, context.now_ms);
    return decision;
}

}  // namespace commis::domain
