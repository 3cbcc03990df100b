// A schedule is a list of steps with rising days; how many lie behind an order is a fact of the order.
#include "domain/dunning.hpp"

#include <algorithm>

#include "domain/bank_days.hpp"

namespace commis::domain {
namespace {

bool reminds(const DunningStep& step) { return step.action == "remind"; }

std::size_t behind(const PaymentMethod& method, std::int32_t steps_done) {
    return std::min(method.dunning.size(), static_cast<std::size_t>(std::max(0, steps_done)));
}

}  // namespace

DunningPlace place_of(const Order& order) { return {order.placed_at_ms, order.dunning_done, order.task}; }

bool is_dunned(const Standing& standing) {
    using enum PaymentStatus;
    const bool waits = standing.payment_status == pending || standing.payment_status == partially_paid;
    return waits && standing.figures().due() > 0 && standing.authorized_minor == 0;
}

std::span<const DunningStep> steps_ahead(const PaymentMethod& method, std::int32_t steps_done) {
    return std::span<const DunningStep>(method.dunning).subspan(behind(method, steps_done));
}

std::int64_t acts_at(const DunningStep& step, std::int64_t placed_at_ms, const PaymentMethod& method,
                     const Profile& profile, const Calendar& calendar) {
    if (method.grace_days == 0) return calendar(placed_at_ms, step.day);
    const std::int32_t placed_on = calendar.day_of(placed_at_ms);
    const std::int32_t acted_on = after_bank_days(placed_on + step.day, method.grace_days, profile.bank_days);
    return calendar(placed_at_ms, acted_on - placed_on);
}

Upcoming upcoming(const DunningPlace& place, const PaymentMethod& method, const Profile& profile,
                  const Calendar& calendar) {
    Upcoming next;
    for (const DunningStep& step : steps_ahead(method, place.steps_done)) {
        auto& kind = reminds(step) ? next.reminder : next.removal;
        if (!kind) kind = NextDunning{acts_at(step, place.placed_at_ms, method, profile, calendar), step.automatic};
    }
    return next;
}

std::int32_t level_reached(const DunningPlace& place, const PaymentMethod& method) {
    const auto done = std::span<const DunningStep>(method.dunning).first(behind(method, place.steps_done));
    const auto count = static_cast<std::int32_t>(std::ranges::count_if(done, reminds));
    // Asked of a person, who has not done it yet.
    return place.task == Task::remind ? std::max(0, count - 1) : count;
}

std::int32_t levels_of(const PaymentMethod& method) {
    return static_cast<std::int32_t>(std::ranges::count_if(method.dunning, reminds));
}

std::optional<std::int64_t> pay_by(const DunningPlace& place, const PaymentMethod& method, const Calendar& calendar) {
    const auto ahead = steps_ahead(method, place.steps_done);
    if (ahead.empty()) return std::nullopt;
    return calendar(place.placed_at_ms, ahead.front().day - 1);
}

}  // namespace commis::domain
