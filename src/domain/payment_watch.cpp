// The waits, by what is waited for.
#include "domain/payment_watch.hpp"

#include <array>
#include <span>

namespace commis::domain {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;

// A buyer at a payment page is done within the hour or has left.
constexpr std::array begun_ms{10 * minute_ms, 30 * minute_ms, 2 * hour_ms, 6 * hour_ms,
                              18 * hour_ms,   2 * day_ms,     4 * day_ms,  7 * day_ms};
// Transfers and vouchers that the service awaits take days.
constexpr std::array awaited_ms{2 * hour_ms, 12 * hour_ms, day_ms};
constexpr std::array reserved_ms{day_ms};
constexpr std::array unclear_ms{minute_ms, 5 * minute_ms, 30 * minute_ms, 2 * hour_ms, 12 * hour_ms};

constexpr std::int64_t looks_of_awaited_max = 40;
constexpr std::int64_t looks_of_unclear_max = 60;

std::int64_t wait_of(std::span<const std::int64_t> waits_ms, std::int64_t looks) {
    const auto last = static_cast<std::int64_t>(waits_ms.size()) - 1;
    return waits_ms[static_cast<std::size_t>(looks < last ? looks : last)];
}

}  // namespace

bool wants_look(const Payment& payment) {
    if (payment.provider.empty() || payment.reference.empty()) return false;
    switch (payment.status) {
        case AttemptStatus::initiated:
        case AttemptStatus::pending:
        case AttemptStatus::authorized:
        case AttemptStatus::unknown:
            return true;
        case AttemptStatus::captured:
        case AttemptStatus::failed:
        case AttemptStatus::voided:
        case AttemptStatus::expired:
            break;
    }
    return false;
}

std::optional<std::int64_t> next_look_ms(const Payment& payment, std::int64_t looks, std::int64_t now_ms) {
    if (!wants_look(payment)) return std::nullopt;
    switch (payment.status) {
        case AttemptStatus::initiated:
            if (looks >= std::ssize(begun_ms)) return std::nullopt;
            return now_ms + wait_of(begun_ms, looks);
        case AttemptStatus::pending:
            if (looks >= looks_of_awaited_max) return std::nullopt;
            return now_ms + wait_of(awaited_ms, looks);
        case AttemptStatus::unknown:
            if (looks >= looks_of_unclear_max) return std::nullopt;
            return now_ms + wait_of(unclear_ms, looks);
        default:
            return now_ms + wait_of(reserved_ms, looks);
    }
}

}  // namespace commis::domain
