#include "features/unpaid/unpaid.hpp"

#include "features/bank/doubts.hpp"
#include "features/orders/run.hpp"

namespace commis::unpaid {
namespace {

using domain::Order;

// Whole orders, as the page has them: what may be done with each is asked of its facts.
std::vector<Order> load(ports::Snapshot& snapshot, const ports::OrderPage& page, std::int64_t shop_id) {
    std::vector<std::string> ids;
    for (const ports::OrderRow& row : page.rows) ids.push_back(row.id);
    return snapshot.orders().find_many(shop_id, ids);
}

// From the latest to the earliest: an order before the first is older than the first limit.
std::vector<std::int64_t> age_moments(const domain::Calendar& calendar, std::int64_t now_ms) {
    std::vector<std::int64_t> moments;
    for (const std::int32_t days : age_limits) moments.push_back(calendar(now_ms, -days));
    return moments;
}

Line line_of(Order order, const domain::Profile& profile, const domain::Calendar& calendar, std::int64_t now_ms) {
    Line line;
    line.days = calendar.day_of(now_ms) - calendar.day_of(order.placed_at_ms);
    if (const domain::PaymentMethod* method = profile.find_method(order.payment_method)) {
        const domain::DunningPlace place = domain::place_of(order);
        line.level = domain::level_reached(place, *method);
        line.levels = domain::levels_of(*method);
        // Imported orders have no schedule, and only what the timers wait for is told.
        const domain::Standing standing = domain::standing_of(order, profile);
        if (!order.imported && domain::is_dunned(standing)) {
            line.next = domain::upcoming(place, *method, profile, calendar);
        }
    }
    line.order = std::move(order);
    return line;
}

}  // namespace

Page list(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop, const Question& question) {
    const std::int64_t now_ms = services.clock.now_ms();
    const domain::Calendar calendar = orders::calendar_of(services, shop);
    const std::vector<std::int64_t> moments = age_moments(calendar, now_ms);
    ports::OrderPageRequest request;
    request.filter.shop_ids = {shop.id};
    request.filter.summaries = {domain::SummaryStatus::unpaid};
    request.filter.payment_methods = question.methods;
    if (question.age) {
        const std::size_t age = *question.age;
        if (age < moments.size()) request.filter.placed_from_ms = moments[age];
        if (age > 0) request.filter.placed_to_ms = moments[age - 1];
    }
    request.descending = false;
    request.limit = question.limit;
    request.after = question.after;
    const ports::OrderPage found = snapshot.orders().list(request);
    Page page;
    page.next = found.next;
    const auto profile = services.profiles.of(shop);
    const auto in_doubt = bank::orders_in_doubt(snapshot, services, shop);
    for (Order& order : load(snapshot, found, shop.id)) {
        page.lines.push_back(line_of(std::move(order), *profile, calendar, now_ms));
        page.lines.back().may_be_paid = in_doubt.contains(page.lines.back().order.id);
    }
    if (!question.after) page.balances = snapshot.statistics().open_balances(shop.id, moments);
    return page;
}

Held list_held(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop, std::int32_t limit,
               const std::optional<ports::OrderCursor>& after) {
    const std::int64_t now_ms = services.clock.now_ms();
    Held held;
    held.pressing_until_ms = now_ms + warned_ms;
    for (std::int32_t day = 0; day <= strip_days; ++day) {
        held.days_from_ms.push_back(services.clock.start_of_day(now_ms, day, shop.timezone));
    }
    // What ran out today is over already.
    std::vector<std::int64_t> moments = held.days_from_ms;
    moments.front() = now_ms;
    ports::OrderPageRequest request;
    request.filter.shop_ids = {shop.id};
    request.filter.has_hold = true;
    request.sort = ports::OrderSort::hold_until;
    request.descending = false;
    request.limit = limit;
    request.after = after;
    const ports::OrderPage found = snapshot.orders().list(request);
    held.next = found.next;
    held.orders = load(snapshot, found, shop.id);
    if (after) return held;
    held.sums = snapshot.statistics().held_sums(shop.id, moments);
    held.pressing = snapshot.statistics().held_sums(shop.id, {held.pressing_until_ms});
    return held;
}

}  // namespace commis::unpaid
