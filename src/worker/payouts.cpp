#include "worker/payouts.hpp"

#include <algorithm>

#include "features/payouts/payouts.hpp"

namespace commis::worker {
namespace {

constexpr std::int64_t hour_ms = 60LL * 60 * 1000;
constexpr std::int64_t day_ms = 24 * hour_ms;
// A payout changes for days after it left: each question looks back that far.
constexpr std::int64_t looks_back_ms = 14 * day_ms;
constexpr std::int64_t looks_back_first_ms = 60 * day_ms;

}  // namespace

bool PayoutWorker::is_due(const domain::Shop& shop, const domain::GatewayConnection& connection) const {
    if (!connection.is_connected()) return false;
    bool is_due = true;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        const auto last = snapshot.payouts().fetch(shop.id, connection.provider, connection.account);
        // What could not be asked is asked again sooner.
        const std::int64_t pause_ms = last && !last->fault.empty() && last->fault != "unsupported" ? hour_ms : day_ms;
        is_due = !last || services_.clock.now_ms() - last->fetched_at_ms >= pause_ms;
    });
    return is_due;
}

std::int64_t PayoutWorker::ask(const domain::Shop& shop, const domain::GatewayConnection& connection) {
    ports::PaymentGateway* gateway = services_.gateways->connected(connection);
    if (gateway == nullptr) return 0;
    const std::int64_t now_ms = services_.clock.now_ms();
    bool is_first = true;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        is_first = !snapshot.payouts().fetch(shop.id, connection.provider, connection.account);
    });
    const auto reports = gateway->payouts(now_ms - (is_first ? looks_back_first_ms : looks_back_ms));
    std::int64_t fresh = 0;
    if (reports) {
        const auto taken = payouts::take_in(services_, shop, Caller::system(connection.provider), *reports);
        fresh = std::ranges::count(taken, false, &payouts::TakenPayout::is_known);
    }
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        work.payouts().save_fetch(
            {shop.id, connection.provider, connection.account, now_ms, reports ? std::string() : reports.error()});
    });
    return fresh;
}

std::int64_t PayoutWorker::run_due(const std::stop_token& stopping) {
    if (services_.gateways == nullptr) return 0;
    std::vector<domain::Shop> shops;
    services_.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    std::int64_t fresh = 0;
    for (const domain::Shop& shop : shops) {
        for (const domain::GatewayConnection& connection : shop.connections) {
            if (stopping.stop_requested()) return fresh;
            if (is_due(shop, connection)) fresh += ask(shop, connection);
        }
    }
    return fresh;
}

}  // namespace commis::worker
