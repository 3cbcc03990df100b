// The one place where orders and time meet.
#include "domain/decisions/timers.hpp"

#include <algorithm>
#include <array>

#include "domain/decisions/abandon.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/erase.hpp"
#include "domain/decisions/messages.hpp"
#include "domain/decisions/remove.hpp"
#include "domain/dunning.hpp"

namespace commis::domain {
namespace {

using Moment = std::optional<std::int64_t>;

void take_earlier(Moment& first, const Moment& other) {
    if (other && (!first || *other < *first)) first = other;
}

// An open payment page is given the shop's delay.
Moment abandons_at(const Order& order, const Standing& standing, const Profile& profile) {
    // Imported orders have no timers but those of their money: an authorisation runs out wherever it was made.
    if (order.imported || order.abandoned_at_ms) return std::nullopt;
    if (standing.payment_status != PaymentStatus::awaiting) return std::nullopt;
    return order.placed_at_ms + profile.abandoned_after_ms;
}

Moment expires_at(const Order& order) {
    Moment first;
    for (const Payment& payment : order.ledger.payments) {
        if (payment.status == AttemptStatus::authorized) take_earlier(first, payment.expires_at_ms);
    }
    return first;
}

// None for a method that the profile does not know.
const PaymentMethod* schedule_of(const Order& order, const Profile& profile) {
    const PaymentMethod* method = profile.find_method(order.payment_method);
    return method != nullptr && !steps_ahead(*method, order.dunning_done).empty() ? method : nullptr;
}

Moment dunned_at(const Order& order, const Standing& standing, const Profile& profile, const Calendar& calendar) {
    const PaymentMethod* method = schedule_of(order, profile);
    if (order.imported || method == nullptr || !is_dunned(standing)) return std::nullopt;
    return acts_at(steps_ahead(*method, order.dunning_done).front(), order.placed_at_ms, *method, profile, calendar);
}

// After downtime several steps may have passed: the buyer hears of the last one only.
std::span<const DunningStep> steps_passed(const Order& order, const Context& context) {
    const PaymentMethod* method = schedule_of(order, context.profile);
    if (method == nullptr) return {};
    const auto steps = steps_ahead(*method, order.dunning_done);
    const auto has_passed = [&](const DunningStep& step) {
        return acts_at(step, order.placed_at_ms, *method, context.profile, context.calendar) <= context.now_ms;
    };
    return steps.first(static_cast<std::size_t>(std::ranges::count_if(steps, has_passed)));
}

Due due_of(const DunningStep& step) {
    if (step.action == "delete") return step.automatic ? Due::remove : Due::raise_removal;
    return step.automatic ? Due::remind : Due::raise_reminder;
}

bool is_past(const Moment& at, std::int64_t now_ms) { return at && *at <= now_ms; }

Result<Decision> raise_task(const Order& order, Task task, const Context& context) {
    Decision decision = begin(order, context);
    decision.order.task = task;
    record(decision, context, EventType::task_raised, {{"task", std::string(id_of(task))}});
    return decision;
}

Result<Decision> expire(const Order& order, const Context& context) {
    Decision decision = begin(order, context);
    std::string expired;
    for (Payment& payment : decision.order.ledger.payments) {
        const bool runs_out = payment.status == AttemptStatus::authorized;
        if (!runs_out || !is_past(payment.expires_at_ms, context.now_ms)) continue;
        payment.status = AttemptStatus::expired;
        expired += (expired.empty() ? "" : " ") + payment.id;
    }
    record(decision, context, EventType::authorization_expired, {{"payments", expired}});
    return decision;
}

Result<Decision> invoice_now(const Order& order, const Context& context) {
    Decision decision = begin(order, context);
    decision.order.invoice_due_at_ms.reset();
    if (!order.is_invoiced()) {
        issue_invoice(decision, context);
        send_if_wanted(decision, context);
    }
    return decision;
}

// A step of the schedule, whatever it does, lies behind the order afterwards.
Result<Decision> dun(const Order& order, Due due, const Context& context) {
    const std::int32_t done = order.dunning_done + static_cast<std::int32_t>(steps_passed(order, context).size());
    Context by_timer = context;
    by_timer.rights = Rights::all();
    auto decision = [&]() -> Result<Decision> {
        switch (due) {
            case Due::remind:
                return remind_by_schedule(order, done, by_timer);
            case Due::remove:
                return remove_order(order, {.reason = "unpaid", .notify = true}, by_timer);
            default:
                return raise_task(order, due == Due::raise_removal ? Task::remove : Task::remind, context);
        }
    }();
    // What may not be removed by itself becomes a person's task.
    if (!decision && due == Due::remove) decision = raise_task(order, Task::remove, context);
    if (!decision) decision = raise_task(order, Task::remind, context);
    decision->order.dunning_done = done;
    return decision;
}

}  // namespace

std::string_view id_of(Due due) {
    static constexpr std::array<std::string_view, due_count> ids{
        "nothing",       "abandon", "expire_authorization", "remind", "raise_reminder", "remove",
        "raise_removal", "invoice", "erase_people",
    };
    return ids[static_cast<std::size_t>(due)];
}

std::optional<std::int64_t> timer_at(const Order& order, const Profile& profile, const Calendar& calendar) {
    if (order.removed) return is_without_people(order) ? std::nullopt : Moment(order.removed->at_ms);
    if (order.draft) return std::nullopt;
    const Standing standing = standing_of(order, profile);
    Moment first = order.invoice_due_at_ms;
    take_earlier(first, abandons_at(order, standing, profile));
    take_earlier(first, expires_at(order));
    if (calendar) take_earlier(first, dunned_at(order, standing, profile, calendar));
    return first;
}

Due due_now(const Order& order, const Context& context) {
    if (order.removed) return is_without_people(order) ? Due::nothing : Due::erase_people;
    if (order.draft) return Due::nothing;
    const Standing standing = standing_of(order, context.profile);
    if (is_past(order.invoice_due_at_ms, context.now_ms)) return Due::invoice;
    if (is_past(expires_at(order), context.now_ms)) return Due::expire_authorization;
    if (is_past(abandons_at(order, standing, context.profile), context.now_ms)) return Due::abandon;
    if (!is_past(dunned_at(order, standing, context.profile, context.calendar), context.now_ms)) return Due::nothing;
    const auto passed = steps_passed(order, context);
    const Due due = due_of(passed.back());
    // Nobody was reminded while the program was down: then a person decides over the removal.
    return due == Due::remove && passed.size() > 1 ? Due::raise_removal : due;
}

Result<Decision> tick(const Order& order, const Context& context, bool mails_open) {
    const Due due = due_now(order, context);
    switch (due) {
        case Due::nothing:
            return refuse(Refusal::nothing_changed);
        case Due::abandon:
            return abandon(order, context);
        case Due::expire_authorization:
            return expire(order, context);
        case Due::invoice:
            return invoice_now(order, context);
        case Due::erase_people:
            if (mails_open) return refuse(Refusal::nothing_changed);
            return erase_removed(order, context);
        default:
            // What the bank may have brought already is looked at by a person first.
            if (context.may_be_paid && context.may_be_paid(order.id)) return refuse(Refusal::nothing_changed);
            return dun(order, due, context);
    }
}

}  // namespace commis::domain
