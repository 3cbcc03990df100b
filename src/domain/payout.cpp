#include "domain/payout.hpp"

#include <array>

namespace commis::domain {

std::int64_t kept_minor(const PayoutItem& item) {
    return item.fee_minor - (item.kind == PayoutItemKind::fee ? item.gross_minor : 0);
}

std::string_view id_of(PayoutStanding standing) {
    static constexpr std::array<std::string_view, 5> ids{"on_its_way", "awaited", "overdue", "arrived", "failed"};
    return ids[static_cast<std::size_t>(standing)];
}

PayoutStanding standing_of(const PayoutReport& report, bool has_arrived, std::int64_t now_ms) {
    constexpr std::int64_t week_ms = 7LL * 24 * 60 * 60 * 1000;
    if (report.status == PayoutStatus::failed) return PayoutStanding::failed;
    if (has_arrived) return PayoutStanding::arrived;
    const std::int64_t late_ms = now_ms - report.arrives_at_ms;
    if (late_ms > week_ms) return PayoutStanding::overdue;
    const bool is_coming = report.status == PayoutStatus::on_its_way || late_ms < 0;
    return is_coming ? PayoutStanding::on_its_way : PayoutStanding::awaited;
}

}  // namespace commis::domain
