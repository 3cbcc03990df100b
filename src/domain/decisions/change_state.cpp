// The state decision: may it be chosen, what follows from its stage, what is told.
#include "domain/decisions/change_state.hpp"

#include <algorithm>

#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

// A ticket never revives: its code was revoked and is never reissued (W-22).
bool has_cancelled_ticket(const Order& order) {
    return std::ranges::any_of(order.lines,
                               [](const Line& line) { return line.kind == LineKind::ticket && line.cancelled > 0; });
}

bool is_allowed_from(const State& target, const std::string& from) {
    return target.allowed_from.empty() || std::ranges::find(target.allowed_from, from) != target.allowed_from.end();
}

StateChoice choice_of(const State& target, const Order& order, const Profile& profile, const Standing& standing) {
    StateChoice choice{&target, std::nullopt, std::nullopt};
    if (target.id == order.state) {
        choice.reason = Refusal::already_in_state;
    } else if (target.initial_only) {
        choice.reason = Refusal::state_initial_only;
    } else if (!is_allowed_from(target, order.state)) {
        choice.reason = Refusal::state_not_reachable;
    } else if (standing.stage == Stage::cancelled && target.stage != Stage::cancelled &&
               (profile.cancel_is_final || has_cancelled_ticket(order))) {
        choice.reason = Refusal::cancel_is_final;
    } else if (target.stage == Stage::cancelled && standing.units.active == 0) {
        choice.reason = Refusal::nothing_to_cancel;
    } else if (target.stage == Stage::shipped && standing.units.to_ship > 0) {
        const auto guard = ship_guard(standing);
        const bool blocks = guard == Refusal::payment_required_before_shipping;
        (blocks ? choice.reason : choice.warning) = guard;
    }
    return choice;
}

// Fees go with the last unit, as the shipping does; one that is kept is a new line.
void cancel_what_is_left(Order& order) {
    for (Line& line : order.lines) {
        line.left_minor = line.total_minor;
        line.cancelled += line.active();
        for (TicketUnit& unit : line.units) {
            if (unit.status == UnitStatus::active) unit.status = UnitStatus::cancelled;
            if (unit.access != Access::blocked) unit.access = Access::revoked;
        }
    }
    order.shipping.cancelled = true;
}

// Leaving a cancelled state wants the units again; what was refunded stays gone.
void revive_cancelled(Order& order) {
    for (Line& line : order.lines) {
        if (line.cancelled == 0) continue;
        line.cancelled = 0;
        line.left_minor = share_of_units(line.total_minor, 0, line.refunded, line.quantity);
    }
    order.shipping.cancelled = false;
}

void record_parcel(Order& order, const Context& context) {
    Shipment shipment;
    for (Line& line : order.lines) {
        const std::int32_t left = line.kind == LineKind::goods ? line.active() - line.shipped : 0;
        if (left <= 0) continue;
        shipment.parts.push_back({line.id, left});
        line.shipped += left;
    }
    if (!shipment.parts.empty()) {
        shipment.id = context.new_id();
        shipment.created_at_ms = context.now_ms;
        shipment.handed_over_at_ms = context.now_ms;
        order.shipments.push_back(std::move(shipment));
    }
}

// A number that no parcel could keep would be lost without a word.
std::optional<FieldError> keep_tracking(Order& order, const std::optional<Tracking>& tracking) {
    if (!tracking || *tracking == Tracking{}) return std::nullopt;
    if (order.shipments.empty()) return FieldError{"/tracking", "no_parcel", "no parcel leaves with this change"};
    order.shipments.back().tracking = *tracking;
    return std::nullopt;
}

std::vector<FieldError> check(const ChangeState& command) {
    std::vector<FieldError> errors;
    check_text(errors, "/note", command.telling.note, note_length_max);
    check_text(errors, "/reason", command.reason, 500);
    if (!command.tracking) return errors;
    check_text(errors, "/tracking/carrier", command.tracking->carrier, 100);
    check_text(errors, "/tracking/number", command.tracking->number, 100);
    check_text(errors, "/tracking/url", command.tracking->url, 1'000);
    const std::string& url = command.tracking->url;
    if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://")) {
        errors.push_back({"/tracking/url", "invalid_url", "a link starts with https:// or http://"});
    }
    return errors;
}

MailKind mail_kind_of(const State& target) {
    if (target.stage == Stage::cancelled) return MailKind::order_cancelled;
    return target.stage == Stage::shipped ? MailKind::order_sent : MailKind::state_changed;
}

NotifyRule rule_for(const State& target, const Context& context) {
    const NotifySettings& notify = context.profile.notify;
    if (target.stage == Stage::cancelled) return notify.cancel;
    return context.entry == EntryPoint::button ? notify.state_button : notify.state_list;
}

Suppression suppression_of(const State& target, const Decision& decision, const Telling& telling) {
    const Suppression decided = decide_notify(decision.notify, telling.notify, decision.order.notify_on_state);
    if (decided == Suppression::none && !target.published) return Suppression::state_unpublished;
    return decided;
}

}  // namespace

std::vector<StateChoice> state_choices(const Order& order, const Profile& profile) {
    const Standing standing = standing_of(order, profile);
    std::vector<StateChoice> choices;
    for (const State& state : profile.states) choices.push_back(choice_of(state, order, profile, standing));
    return choices;
}

Result<Decision> change_state(const Order& order, const ChangeState& command, const Context& context) {
    const State* target = context.profile.find_state(command.state);
    if (target == nullptr) {
        return refuse_fields({{"/state", "unknown_state", "the shop has no state '" + command.state + "'"}});
    }
    if (const auto error = refused(Action::change_state, order, context)) return std::unexpected(*error);
    const bool cancels = target->stage == Stage::cancelled;
    if (cancels && !context.rights.has(Right::edit)) return refuse(Refusal::forbidden);
    auto errors = check(command);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const Standing before = standing_of(order, context.profile);
    const StateChoice choice = choice_of(*target, order, context.profile, before);
    if (choice.reason) return refuse(*choice.reason);

    Decision decision = begin(order, context);
    decision.warning = choice.warning;
    if (before.stage == Stage::cancelled && !cancels) revive_cancelled(decision.order);
    if (cancels) cancel_what_is_left(decision.order);
    if (target->stage == Stage::shipped) record_parcel(decision.order, context);
    if (auto error = keep_tracking(decision.order, command.tracking)) return refuse_fields({std::move(*error)});
    decision.order.state = target->id;
    const std::int64_t owed_back = standing_of(decision.order, context.profile).figures().owed_back();
    record(decision, context, EventType::state_changed,
           {{"from", order.state}, {"to", target->id}, {"owed_back", std::to_string(owed_back)}}, command.telling.note)
        .reason = command.reason;
    // What can be undone waits for the shop's hold period; a cancellation is reversed by new entries only.
    const std::int64_t due_at_ms = context.now_ms + (cancels ? 0 : context.profile.hold_period_ms);
    decision.notify = rule_for(*target, context);
    const auto suppression = suppression_of(*target, decision, command.telling);
    tell_buyer(decision, mail_kind_of(*target), suppression, due_at_ms);
    return decision;
}

}  // namespace commis::domain
