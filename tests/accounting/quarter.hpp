// Ten thousand orders of a random quarter on SQLite: placed, paid, invoiced, refunded, charged back, each at its
// moment.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "histories/history_site.hpp"

namespace commis::test {

// What the orders themselves say was moved and issued, added up order by order.
struct QuarterSums {
    std::int64_t orders = 0;
    std::int64_t invoiced_minor = 0;
    std::int64_t invoiced_tax_minor = 0;
    std::int64_t credited_minor = 0;
    std::int64_t credited_tax_minor = 0;
    std::int64_t in_minor = 0;
    std::int64_t back_minor = 0;
    friend bool operator==(const QuarterSums&, const QuarterSums&) = default;
};

class Quarter {
public:
    explicit Quarter(StorageKind kind, unsigned seed);

    // Each order with what becomes of it, in batches of one unit of work.
    void live(int orders);
    QuarterSums sums() const;

    const Services& services() const { return site_.services(); }
    const domain::Shop& shop() const { return shop_; }
    HistorySite& site() { return site_; }

    static constexpr std::int64_t first_ms = 1'790'805'600'000;  // 2026-10-01, midnight in Zurich.
    static constexpr std::int64_t length_ms = 91LL * 86'400'000;

private:
    void one(ports::UnitOfWork& work);
    std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(random_() % sides); }

    HistorySite site_;
    domain::Shop shop_;
    std::mt19937 random_;
};

}  // namespace commis::test
