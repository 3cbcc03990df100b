// What is stored, as far as it tells of the server's health: mail, queues, payment services, orders of the future.
#include "cli/doctor.hpp"
#include "cli/open_storage.hpp"
#include "cli/world.hpp"
#include "features/checks/check_secrets.hpp"
#include "ports/mailer.hpp"

namespace commis::cli {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t due_soon_ms = 3 * hour_ms;

std::vector<domain::Shop> shops_of(World& world) {
    std::vector<domain::Shop> shops;
    world.storage().read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    return shops;
}

std::optional<std::int64_t> newest_order_at_ms(World& world, const domain::Shop& shop) {
    std::optional<std::int64_t> newest;
    world.storage().read([&](ports::Snapshot& snapshot) {
        ports::OrderPageRequest request;
        request.filter.shop_ids = {shop.id};
        request.limit = 1;
        for (const auto& row : snapshot.orders().list(request).rows) newest = row.placed_at_ms;
    });
    return newest;
}

}  // namespace

Diagnoses look_at_orders(World& world) {
    const std::int64_t now_ms = world.services().clock.now_ms();
    const auto shops = shops_of(world);
    if (shops.empty()) {
        return {{Level::warning, "shops", "there is none yet", "commis shop create, then commis operator create"}};
    }
    Diagnoses all;
    for (const domain::Shop& shop : shops) {
        const auto newest = newest_order_at_ms(world, shop);
        if (!newest || *newest <= now_ms + clock_slack_ms) continue;
        all.push_back({Level::problem, "clock",
                       "shop " + shop.handle + " has an order of the future, by " + shown_duration(*newest - now_ms),
                       "see that this machine's clock is right"});
    }
    const std::string count = std::to_string(shops.size()) + (shops.size() == 1 ? " shop" : " shops");
    all.push_back({Level::ok, "shops", count, ""});
    return all;
}

Diagnoses look_at_mail(World& world) {
    const auto mailer = world.make_mailer();
    if (!mailer) {
        return {{Level::warning, "mail", "no mail server is set, so mail waits in the outbox",
                 "set smtp_url in the settings"}};
    }
    const auto features = mailer->features();
    if (!features) {
        return {{Level::problem, "mail", "the mail server does not take us: " + features.error().words,
                 "see smtp_url in the settings, and that server's log"}};
    }
    return {{Level::ok, "mail", "the mail server answers", ""}};
}

Diagnoses look_at_queues(World& world) {
    const std::int64_t now_ms = world.services().clock.now_ms();
    Diagnoses all;
    std::int64_t waiting = 0;
    for (const sql::QueueLength& length : queue_lengths(world.storage())) {
        waiting += length.waiting;
        if (!length.oldest_at_ms || now_ms - *length.oldest_at_ms < due_soon_ms) continue;
        const std::string queue(length.queue);
        all.push_back(
            {Level::warning, "queue-" + queue,
             std::to_string(length.waiting) + " wait, the oldest for " + shown_duration(now_ms - *length.oldest_at_ms),
             "is commis serve running? its log says what it tries"});
    }
    if (all.empty()) all.push_back({Level::ok, "queues", std::to_string(waiting) + " things wait, none for long", ""});
    return all;
}

Diagnoses look_at_services(World& world) {
    Diagnoses all;
    const Services& services = world.services();
    for (const domain::Shop& shop : shops_of(world)) {
        for (const domain::GatewayConnection& connection : shop.connections) {
            if (!connection.is_connected()) continue;
            const std::string subject = "payments";
            const std::string words =
                "shop " + shop.handle + ": " + connection.provider + (connection.is_live ? "" : " in its test mode");
            if (services.gateways->service(connection.provider) == nullptr) {
                all.push_back({Level::problem, subject, words + " is a service this program does not know",
                               "is this an older program than the one that connected it?"});
            } else if (services.gateways->open(connection)) {
                all.push_back({Level::ok, subject, words + " is connected", ""});
            }
        }
    }
    if (all.empty()) all.push_back({Level::ok, "payments", "no payment service is connected", ""});
    return all;
}

Diagnoses look_at_secrets(World& world) {
    Diagnoses all;
    for (const checks::LockedSecret& locked : checks::locked_secrets(world.services())) {
        all.push_back({Level::problem, "secrets",
                       "shop " + locked.shop + ": " + locked.owner + " is sealed with another key",
                       "bring back the secret key that belongs to this database, or enter it anew"});
    }
    if (all.empty()) all.push_back({Level::ok, "secrets", "the key opens all that is sealed", ""});
    return all;
}

}  // namespace commis::cli
