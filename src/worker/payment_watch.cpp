// Claim, look, bring in what was learned; and the notices before that, since they say where to look.
#include "worker/payment_watch.hpp"

#include <algorithm>

#include "domain/payment_watch.hpp"
#include "features/payments/notices.hpp"
#include "worker/provider_answers.hpp"

namespace commis::worker {
namespace {

using ports::NoticeProof;
using ports::NoticeStatus;

// Longer than a look may take, so that nobody else takes what is being looked at.
constexpr std::int64_t lease_ms = 40'000;
constexpr std::int32_t batch = 20;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 1'440 * minute_ms;
// A notice that names no payment of ours may be quicker than the storefront that places the order. After about a day
// it is kept as it is.
constexpr std::int64_t notice_attempts = 12;
constexpr std::int64_t notice_wait_max_ms = 180 * minute_ms;

std::int64_t notice_wait_ms(std::int64_t attempts) {
    return std::min(notice_wait_max_ms, minute_ms << std::min<std::int64_t>(attempts, 10));
}

}  // namespace

WatchCounts PaymentWatch::run_due(const std::stop_token& stopping) {
    WatchCounts counts;
    if (services_.gateways == nullptr) return counts;
    take_notices(counts, stopping);
    look_after(counts, stopping);
    return counts;
}

void PaymentWatch::take_notices(WatchCounts& counts, const std::stop_token& stopping) {
    std::vector<std::int64_t> shop_ids;
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        shop_ids = work.notices().due_shops(services_.clock.now_ms());
    });
    for (const std::int64_t shop_id : shop_ids) {
        std::vector<ports::StoredNotice> due;
        do {
            services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
                due = work.notices().claim(shop_id, services_.clock.now_ms(), lease_ms, batch);
            });
            for (const ports::StoredNotice& notice : due) {
                if (stopping.stop_requested()) return;
                counts.notices += take(notice) == NoticeStatus::waiting ? 0 : 1;
            }
        } while (!due.empty());
    }
}

NoticeProof PaymentWatch::confirm(const ports::StoredNotice& notice) {
    std::optional<domain::Shop> shop;
    services_.storage.read([&](ports::Snapshot& snapshot) { shop = snapshot.shops().find(notice.shop_id); });
    return shop ? payments::confirm(services_, *shop, notice) : NoticeProof::refused;
}

NoticeStatus PaymentWatch::take(const ports::StoredNotice& notice) {
    const bool is_unproven = notice.status == NoticeStatus::unproven;
    const NoticeProof proof = is_unproven ? confirm(notice) : NoticeProof::proven;
    const bool is_over = notice.attempts >= notice_attempts;
    const std::int64_t now_ms = services_.clock.now_ms();
    NoticeStatus status = NoticeStatus::waiting;
    services_.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        if (proof == NoticeProof::proven)
            status = payments::point_at_payments(work, notice, now_ms);
        else
            status = proof == NoticeProof::refused ? NoticeStatus::refused : NoticeStatus::unproven;
        const bool is_open = status == NoticeStatus::waiting || status == NoticeStatus::unproven;
        if (is_open && is_over) status = is_unproven ? NoticeStatus::refused : NoticeStatus::kept;
        work.notices().settle(notice, status, now_ms + notice_wait_ms(notice.attempts));
    });
    return status;
}

void PaymentWatch::look_after(WatchCounts& counts, const std::stop_token& stopping) {
    std::vector<std::int64_t> shop_ids;
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        shop_ids = work.payment_checks().due_shops(services_.clock.now_ms());
    });
    for (const std::int64_t shop_id : shop_ids) {
        std::vector<ports::DueCheck> due;
        do {
            services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
                due = work.payment_checks().claim(shop_id, services_.clock.now_ms(), lease_ms, batch);
            });
            for (const ports::DueCheck& check : due) {
                if (stopping.stop_requested()) return;
                ++counts.looked;
                counts.changed += look(check) ? 1 : 0;
            }
        } while (!due.empty());
    }
}

bool PaymentWatch::look(const ports::DueCheck& check) {
    std::optional<domain::Order> order;
    std::optional<domain::Shop> shop;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        order = snapshot.orders().find(check.shop_id, check.order_id);
        shop = snapshot.shops().find(check.shop_id);
    });
    const auto payment = order ? std::ranges::find(order->ledger.payments, check.payment_id, &domain::Payment::id)
                               : std::vector<domain::Payment>::iterator{};
    if (!order || !shop || payment == order->ledger.payments.end() || payment->reference.empty()) {
        finish(check, std::nullopt);
        return false;
    }
    const std::int64_t now_ms = services_.clock.now_ms();
    ports::PaymentGateway* gateway = services_.gateways->find(*shop, *payment);
    if (gateway == nullptr) {
        finish(check, domain::wants_look(*payment) ? std::optional(now_ms + day_ms) : std::nullopt);
        return false;
    }
    const auto truth = gateway->look_up({shop->id, *payment, order->currency});
    if (truth) return enter(check, *shop, *truth);
    // A service that does not answer is asked like one whose payment is unclear: soon, then ever more rarely.
    const bool is_passing = truth.error() == "unavailable" || truth.error() == "credentials_refused";
    domain::Payment unclear = *payment;
    if (is_passing) unclear.status = domain::AttemptStatus::unknown;
    finish(check, domain::next_look_ms(unclear, check.attempts, now_ms));
    return false;
}

bool PaymentWatch::enter(const ports::DueCheck& check, const domain::Shop& shop, const domain::PaymentTruth& truth) {
    std::optional<domain::Payment> payment;
    const auto decide = [&](const domain::Order& order, const domain::Context& context) {
        auto decided = domain::learn(order, check.payment_id, truth, context);
        const auto& payments = (decided ? decided->order : order).ledger.payments;
        const auto known = std::ranges::find(payments, check.payment_id, &domain::Payment::id);
        if (known != payments.end()) payment = *known;
        return decided;
    };
    const auto decided =
        bring_in(services_, shop, check.order_id, decide, [&](ports::UnitOfWork& work, const auto& came) {
            // What changed starts anew; what did not waits longer each time.
            const std::int64_t looks = came ? 0 : check.attempts;
            const auto next = payment ? domain::next_look_ms(*payment, looks, services_.clock.now_ms()) : std::nullopt;
            work.payment_checks().finish(check, next);
        });
    return decided.has_value();
}

void PaymentWatch::finish(const ports::DueCheck& check, std::optional<std::int64_t> next_at_ms) {
    services_.storage.write(ports::Priority::bulk,
                            [&](ports::UnitOfWork& work) { work.payment_checks().finish(check, next_at_ms); });
}

}  // namespace commis::worker
