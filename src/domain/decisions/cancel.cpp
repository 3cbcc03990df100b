// Units first, then what goes with the last of them, then the paper, then the state.
#include "domain/decisions/cancel.hpp"

#include <algorithm>

#include "domain/decisions/capture.hpp"
#include "domain/decisions/dispatch_capture.hpp"
#include "domain/decisions/documents.hpp"

namespace commis::domain {
namespace {

std::vector<FieldError> check(const Order& order, const Cancel& command) {
    auto errors = check_choice(order, command.choice);
    check_text(errors, "/note", command.telling.note, note_length_max);
    check_text(errors, "/reason", command.reason, 500);
    return errors;
}

std::optional<Refusal> beyond_units(const Order& order, const std::vector<Pick>& picks) {
    for (const Pick& pick : picks) {
        const Line& line = order.lines[pick.line];
        if (pick.quantity > line.active()) return Refusal::quantity_exceeds_units;
        for (const std::string& id : pick.units) {
            const auto unit = std::ranges::find(line.units, id, &TicketUnit::id);
            if (unit->status != UnitStatus::active) return Refusal::quantity_exceeds_units;
        }
    }
    return std::nullopt;
}

std::vector<LinePart> parts_of(const Order& order, const std::vector<Pick>& picks) {
    std::vector<LinePart> parts;
    for (const Pick& pick : picks) parts.push_back({order.lines[pick.line].id, pick.quantity});
    return parts;
}

// Every active unit, line by line.
std::vector<Pick> all_active(const Order& order, bool restock) {
    std::vector<Pick> picks;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        if (order.lines[i].active() > 0) picks.push_back({i, order.lines[i].active(), {}, restock});
    }
    return picks;
}

// Units, what goes with the last of them, and stock; answers what left.
Taken cancel_units(Decision& decision, const Context& context, const std::vector<Pick>& picks) {
    Taken sum;
    for (const Pick& pick : picks) {
        Line& line = decision.order.lines[pick.line];
        const Taken taken =
            take_active(line, pick.quantity, pick.units, UnitStatus::cancelled, Leaving::unshipped_first);
        leave_stock(decision, line, taken, pick.restock || !context.profile.tracks_stock);
        sum += taken;
    }
    sum += close_when_empty(decision, true);
    return sum;
}

// Where the provider is connected, it hears that the card is not needed any more.
void ask_to_release(Decision& decision, const Order& before, const Context& context) {
    for (std::size_t index = 0; index < before.ledger.payments.size(); ++index) {
        const Payment& was = before.ledger.payments[index];
        const bool is_released = was.status == AttemptStatus::authorized &&
                                 decision.order.ledger.payments[index].status == AttemptStatus::voided;
        if (!is_released || !is_connected(was, context)) continue;
        ask_provider(decision, was, CallKind::release, reserved_of(before.ledger, was), context);
    }
}

}  // namespace

std::string release_authorizations(Order& order) {
    std::string released;
    for (Payment& payment : order.ledger.payments) {
        // Money that is being taken this moment comes in first, and is owed back then.
        if (payment.status != AttemptStatus::authorized || is_being_settled(order.ledger, payment.id)) continue;
        payment.status = AttemptStatus::voided;
        if (!released.empty()) released += ' ';
        released += payment.id;
    }
    return released;
}

Taken close_when_empty(Decision& decision, bool with_fees) {
    Taken gone;
    Order& order = decision.order;
    const UnitCounts counts = unit_counts(order);
    if (counts.total == 0 || counts.active > 0) return gone;
    for (Line& line : order.lines) {
        if (!with_fees || line.kind != LineKind::fee || line.active() == 0) continue;
        gone += take_active(line, line.active(), {}, UnitStatus::cancelled, Leaving::unshipped_first);
    }
    if (order.shipping.cancelled) return gone;
    order.shipping.cancelled = true;
    gone += {order.shipping.total_minor, order.shipping.tax_minor, 0, 0};
    return gone;
}

Result<Decision> cancel(const Order& order, const Cancel& command, const Context& context) {
    if (const auto error = refused(Action::cancel, order, context)) return std::unexpected(*error);
    auto errors = check(order, command);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const bool restock = command.restock.value_or(context.profile.restock_default);
    const bool names_nothing = command.choice.is_empty();
    const auto picks = names_nothing ? all_active(order, restock) : picks_of(order, command.choice, restock);
    if (const auto reason = beyond_units(order, picks)) return refuse(*reason);
    if (picks.empty() && order.shipping.cancelled) return refuse(Refusal::nothing_to_cancel);

    Decision decision = begin(order, context);
    Taken gone = cancel_units(decision, context, picks);
    Order& after = decision.order;
    if (command.choice.shipping && !after.shipping.cancelled) {
        after.shipping.cancelled = true;
        gone.value_minor += after.shipping.total_minor;
    }
    credit(decision, context, order);
    refresh_drafts(after);
    const bool is_whole = unit_counts(after).active == 0;
    // What was to be taken for goods in a while is not asked for any more.
    if (is_whole) withdraw_captures(after, std::nullopt, context.now_ms);
    const std::string released = is_whole ? release_authorizations(after) : std::string();
    const State* cancelled = context.profile.first_of(Stage::cancelled);
    if (is_whole && cancelled != nullptr) after.state = command.state.empty() ? cancelled->id : command.state;
    if (is_whole) after.task = Task::none;
    const std::int64_t owed_back = standing_of(after, context.profile).figures().owed_back();
    record(decision, context, EventType::units_cancelled,
           {{"lines", describe(parts_of(after, picks))},
            {"amount", std::to_string(gone.value_minor)},
            {"currency", std::string(after.currency.code())},
            {"from", order.state},
            {"to", after.state},
            {"restocked", restock ? "yes" : "no"},
            {"released", released},
            {"owed_back", std::to_string(owed_back)}},
           command.telling.note)
        .reason = command.reason;
    ask_to_release(decision, order, context);
    decision.notify = context.profile.notify.cancel;
    const auto suppression = decide_notify(decision.notify, command.telling.notify, after.notify_on_state);
    tell_buyer(decision, MailKind::order_cancelled, suppression, context.now_ms);
    return decision;
}

}  // namespace commis::domain
