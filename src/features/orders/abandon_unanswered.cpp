// Finds candidates by index, then decides each one in its own unit of work.
#include "features/orders/abandon_unanswered.hpp"

#include "domain/decisions/abandon.hpp"
#include "features/orders/run.hpp"

namespace commis::orders {
namespace {

constexpr std::int32_t batch_size = 100;

bool abandon_one(const Services& services, const domain::Shop& shop, const std::string& order_id) {
    const Caller caller = Caller::system("timer");
    std::optional<domain::Decision> done;
    services.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        done.reset();
        auto decision = run(work, services, Target{shop, order_id, {}}, caller, domain::abandon);
        if (decision) done = std::move(*decision);
    });
    if (done) announce(services, *done);
    return done.has_value();
}

}  // namespace

std::int64_t abandon_unanswered(const Services& services, bool dry_run) {
    std::vector<domain::Shop> shops;
    services.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    std::int64_t count = 0;
    for (const domain::Shop& shop : shops) {
        const std::int64_t before_ms = services.clock.now_ms() - services.profiles.of(shop)->abandoned_after_ms;
        for (bool more = true; more;) {
            std::vector<std::string> found;
            services.storage.read([&](ports::Snapshot& snapshot) {
                found = snapshot.orders().find_unanswered(shop.id, before_ms, batch_size);
            });
            std::int64_t marked = 0;
            for (const std::string& order_id : found) marked += dry_run || abandon_one(services, shop, order_id);
            count += marked;
            // A batch in which nothing could be marked would come back for ever.
            more = !dry_run && marked > 0 && static_cast<std::int32_t>(found.size()) == batch_size;
        }
    }
    return count;
}

}  // namespace commis::orders
