#include "features/statistics/statistics.hpp"

#include <fmt/core.h>

#include "domain/bank_days.hpp"

namespace commis::statistics {
namespace {

std::optional<std::int32_t> read_day(std::vector<domain::FieldError>& errors, std::string_view name,
                                     const std::optional<std::string>& text) {
    if (!text) {
        errors.push_back({std::string(name), "required", "give both days or neither"});
        return std::nullopt;
    }
    const auto day = domain::parse_day(*text);
    if (!day) errors.push_back({std::string(name), "invalid_date", "a day of the calendar such as 2026-11-22"});
    return day;
}

}  // namespace

domain::Result<ports::Statistics> count(ports::Snapshot& snapshot, const Services& services, const domain::Shop& shop,
                                        const Question& question) {
    ports::StatisticsRequest request;
    request.shop_id = shop.id;
    request.currency = shop.currency.code();
    request.timezone = shop.timezone;
    request.now_ms = services.clock.now_ms();
    request.by = question.by;
    if (question.from || question.to) {
        std::vector<domain::FieldError> errors;
        const auto from = read_day(errors, "from", question.from);
        const auto to = read_day(errors, "to", question.to);
        if (from && to && *to < *from) errors.push_back({"to", "out_of_range", "not before the first day"});
        if (from && to && *to - *from >= days_max) {
            errors.push_back({"to", "out_of_range", fmt::format("at most {} days", days_max)});
        }
        if (!errors.empty()) return domain::refuse_fields(std::move(errors));
        request.days = std::pair(*from, *to);
    }
    return snapshot.statistics().count(request);
}

std::int64_t count_ahead(const Services& services, const std::function<bool()>& is_stopping) {
    constexpr std::int32_t days_at_once = 50;
    std::vector<domain::Shop> shops;
    services.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    std::int64_t counted = 0;
    for (const domain::Shop& shop : shops) {
        const std::int32_t through = services.clock.day_of(services.clock.now_ms(), shop.timezone) - days_left_open;
        std::vector<std::int32_t> days;
        services.storage.read([&](ports::Snapshot& snapshot) {
            days = snapshot.statistics().days_to_count(shop.id, shop.timezone, through, days_at_once);
        });
        for (const std::int32_t day : days) {
            if (is_stopping()) return counted;
            services.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
                work.statistics().count_day(shop.id, shop.timezone, day);
            });
            ++counted;
        }
    }
    return counted;
}

}  // namespace commis::statistics
