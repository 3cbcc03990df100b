// The state decision: may it be chosen, what follows from its stage, what is told.
#include "domain/decisions/change_state.hpp"

#include <algorithm>

#include "domain/decisions/cancel.hpp"
#include "domain/decisions/dispatch_capture.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/reopen.hpp"
#include "domain/decisions/ship.hpp"

namespace commis::domain {
namespace {

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
    } else if (standing.stage == Stage::cancelled && target.stage != Stage::cancelled && !may_revive(order, profile)) {
        choice.reason = Refusal::cancel_is_final;
    } else if (target.stage == Stage::cancelled && standing.units.active == 0) {
        choice.reason = Refusal::nothing_to_cancel;
    } else if (target.stage == Stage::shipped && standing.units.to_ship > 0) {
        const auto guard = ship_guard(standing);
        const bool blocks = guard == Refusal::payment_required_before_shipping;
        (blocks ? choice.reason : choice.warning) = guard;
    } else if (target.stage == Stage::completed && profile.ship_needs != GuardNeed::nothing &&
               !meets(GuardNeed::confirmed, standing.payment_status)) {
        // Completed says that the money is there, too (C-30); who never asks for it is not advised.
        choice.warning = Refusal::not_paid;
    }
    return choice;
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
    for (FieldError& error : check_tracking(*command.tracking)) errors.push_back(std::move(error));
    return errors;
}

MailKind mail_kind_of(const State& target) {
    return target.stage == Stage::shipped ? MailKind::order_sent : MailKind::state_changed;
}

NotifyRule rule_for(const Context& context) {
    const NotifySettings& notify = context.profile.notify;
    return context.entry == EntryPoint::button ? notify.state_button : notify.state_list;
}

Suppression suppression_of(const State& target, const Decision& decision, const Telling& telling) {
    const Suppression decided = decide_notify(decision.notify, telling.notify, decision.order.notify_on_state);
    if (decided == Suppression::none && !target.published) return Suppression::state_unpublished;
    return decided;
}

// What can be undone waits for the shop's hold period, and says how it is undone.
void hold(Decision& decision, const Context& context, const std::string& from, const std::string& shipment_id) {
    const std::int64_t until_ms = context.now_ms + context.profile.hold_period_ms;
    decision.order.undoable = UndoableMove{decision.order.event_count, until_ms, from, shipment_id};
}

// What leaves with the goods, once the change can't be undone any more.
void follow_dispatch(Decision& decision, const Context& context) {
    const auto& move = decision.order.undoable;
    const bool is_held = move && move->sequence == decision.order.event_count;
    const std::int64_t held_ms = is_held ? context.profile.hold_period_ms : 0;
    capture_for_goods(decision, context, context.now_ms + held_ms);
    invoice_automatically(decision, context, InvoiceAt::dispatch);
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
    auto errors = check(command);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const Standing before = standing_of(order, context.profile);
    const StateChoice choice = choice_of(*target, order, context.profile, before);
    if (choice.reason) return refuse(*choice.reason);
    if (target->stage == Stage::cancelled) {
        // No order is cancelled in label only: this is the cancel action, with its right and its rules.
        return cancel(order, {.state = target->id, .reason = command.reason, .telling = command.telling}, context);
    }

    Decision decision = begin(order, context);
    decision.warning = choice.warning;
    // Leaving a cancelled state wants the units again, and their goods.
    const bool revives = before.stage == Stage::cancelled && before.units.cancelled > 0;
    if (revives) {
        if (const auto reason = revive_units(decision, context)) return refuse(*reason);
    }
    std::string shipment_id;
    if (target->stage == Stage::shipped) shipment_id = send_what_is_left(decision, context);
    if (auto error = keep_tracking(decision.order, command.tracking)) return refuse_fields({std::move(*error)});
    decision.order.state = target->id;
    record(decision, context, EventType::state_changed,
           {{"from", order.state}, {"to", target->id}, {"shipment", shipment_id}}, command.telling.note)
        .reason = command.reason;
    if (!revives) hold(decision, context, order.state, shipment_id);
    if (target->stage == Stage::shipped) follow_dispatch(decision, context);
    decision.notify = rule_for(context);
    const auto suppression = suppression_of(*target, decision, command.telling);
    tell_buyer(decision, mail_kind_of(*target), suppression, context.now_ms + context.profile.hold_period_ms);
    return decision;
}

}  // namespace commis::domain
