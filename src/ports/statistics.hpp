// Figures counted over many orders (O-05, W-45): what was sold in a time, and what is short of stock. Days that are
// over are counted once and kept; a change of one of their orders, at any later time, makes them be counted again, and
// until then they are counted from the facts. Nobody can tell the two apart: `commis check` proves it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace commis::ports {

// Orders by the day they were placed. Drafts, abandoned and removed orders are left out.
struct SalesFigures {
    std::int64_t orders = 0;
    std::int64_t units = 0;        // Fees are none.
    std::int64_t gross_minor = 0;  // What was ordered, shipping, discounts and tax included.
    std::int64_t discounts_minor = 0;
    std::int64_t tax_minor = 0;
    std::int64_t cancelled_minor = 0;   // Value of what is no longer wanted.
    std::int64_t allowances_minor = 0;  // Given up without taking anything back.
    std::int64_t refunds_minor = 0;     // Money that went back, chargebacks included.

    std::int64_t net_minor() const { return gross_minor - cancelled_minor - allowances_minor; }
    friend bool operator==(const SalesFigures&, const SalesFigures&) = default;
};
inline SalesFigures& operator+=(SalesFigures& whole, const SalesFigures& part) {
    whole.orders += part.orders;
    whole.units += part.units;
    whole.gross_minor += part.gross_minor;
    whole.discounts_minor += part.discounts_minor;
    whole.tax_minor += part.tax_minor;
    whole.cancelled_minor += part.cancelled_minor;
    whole.allowances_minor += part.allowances_minor;
    whole.refunds_minor += part.refunds_minor;
    return whole;
}
inline SalesFigures operator-(const SalesFigures& whole, const SalesFigures& part) {
    return {whole.orders - part.orders,
            whole.units - part.units,
            whole.gross_minor - part.gross_minor,
            whole.discounts_minor - part.discounts_minor,
            whole.tax_minor - part.tax_minor,
            whole.cancelled_minor - part.cancelled_minor,
            whole.allowances_minor - part.allowances_minor,
            whole.refunds_minor - part.refunds_minor};
}

enum class StatisticsBy : std::uint8_t { day, payment_type, state, item, promo_code, country, channel, hour };
inline constexpr std::array statistics_keys{StatisticsBy::day,     StatisticsBy::payment_type, StatisticsBy::state,
                                            StatisticsBy::item,    StatisticsBy::promo_code,   StatisticsBy::country,
                                            StatisticsBy::channel, StatisticsBy::hour};

// Rows of a time come in their order, others by what they brought.
constexpr bool is_of_time(StatisticsBy by) { return by == StatisticsBy::day || by == StatisticsBy::hour; }

// Days of the shop's calendar, counted from 1970-01-01; both are included.
struct StatisticsRequest {
    std::int64_t shop_id = 0;
    std::string currency;
    std::string timezone;
    std::int64_t now_ms = 0;
    std::optional<std::pair<std::int32_t, std::int32_t>> days;  // None: the thirty days that end today.
    StatisticsBy by = StatisticsBy::day;
    std::int32_t rows_max = 500;
    bool from_facts = false;  // Everything is counted anew: what the kept figures are compared with.
};

struct StatisticsRow {
    // A day as 2026-11-22, an hour of the shop's clocks as 2026-11-22T14, a method's or state's id, an item's name, a
    // promotion code, the two letters of the buyer's country or a channel; nothing where the order has none.
    std::string key;
    SalesFigures figures;
    friend bool operator==(const StatisticsRow&, const StatisticsRow&) = default;
};

struct Statistics {
    std::pair<std::int32_t, std::int32_t> days;
    std::vector<StatisticsRow> rows;  // Days and hours as they come, others by what they brought.
    SalesFigures sum;
    // What is in the sum and in no row: shipping and refunds belong to no item, and rows beyond the most are left off.
    std::optional<SalesFigures> rest;
    std::vector<std::pair<std::string, SalesFigures>> other_currencies;
};

// An article of which more is set aside than there is (C-20).
struct Shortage {
    std::string sku;
    std::string name;
    std::string supplier;
    std::int64_t on_hand = 0;
    std::int64_t reserved = 0;
};

// What is still to come from unpaid orders of one currency, method and age; `age` is the number of moments in the
// request that the orders are older than.
struct OpenBalance {
    std::string currency;
    std::string method;
    std::int32_t age = 0;
    std::int64_t orders = 0;
    std::int64_t due_minor = 0;
    friend bool operator==(const OpenBalance&, const OpenBalance&) = default;
};

// What cards hold, by the time it runs out: `span` is the number of moments in the request that lie at or before it.
struct HeldSum {
    std::string currency;
    std::int32_t span = 0;
    std::int64_t orders = 0;
    std::int64_t held_minor = 0;
    friend bool operator==(const HeldSum&, const HeldSum&) = default;
};

struct StatisticsReader {
    virtual ~StatisticsReader() = default;
    virtual Statistics count(const StatisticsRequest& request) = 0;
    // By supplier and SKU.
    virtual std::vector<Shortage> shortages(std::int64_t shop_id, std::int32_t limit) = 0;
    // Unpaid orders (summary `unpaid`) that are in no register. `older_than_ms`: from the latest to the earliest.
    virtual std::vector<OpenBalance> open_balances(std::int64_t shop_id,
                                                   const std::vector<std::int64_t>& older_than_ms) = 0;
    // `from_ms`: from the earliest to the latest.
    virtual std::vector<HeldSum> held_sums(std::int64_t shop_id, const std::vector<std::int64_t>& from_ms) = 0;
    // The days up to one that are to be counted, the newest first: not counted yet, or changed since.
    virtual std::vector<std::int32_t> days_to_count(std::int64_t shop_id, const std::string& timezone,
                                                    std::int32_t through_day, std::int32_t limit) = 0;
    // The first and the last day that is kept.
    virtual std::optional<std::pair<std::int32_t, std::int32_t>> kept_days(std::int64_t shop_id) = 0;
};

struct StatisticsStore {
    virtual ~StatisticsStore() = default;
    // Counts a day of the shop's calendar and keeps its figures. What changes meanwhile makes it be counted again.
    virtual void count_day(std::int64_t shop_id, const std::string& timezone, std::int32_t day) = 0;
};

}  // namespace commis::ports
