// Find by index, decide one by one, go on behind what could not be done yet.
#include "features/orders/timers.hpp"

#include "features/bank/doubts.hpp"
#include "features/orders/run.hpp"

namespace commis::orders {
namespace {

constexpr std::int32_t batch_size = 200;
// More things than this are never due on one order at one moment; a guard against turning for ever.
constexpr int ticks_max = 8;

class ShopTimers {
public:
    ShopTimers(const Services& services, const domain::Shop& shop, bool dry_run, TimerReport& report)
        : services_(services), shop_(shop), dry_run_(dry_run), report_(report) {}

    void run() {
        std::optional<ports::DueOrder> after;
        for (bool more = true; more;) {
            std::vector<ports::DueOrder> found;
            services_.storage.read([&](ports::Snapshot& snapshot) {
                found = snapshot.orders().find_due(shop_.id, services_.clock.now_ms(), after, batch_size);
                if (!found.empty() && !in_doubt_) in_doubt_ = bank::orders_in_doubt(snapshot, services_, shop_);
            });
            for (const ports::DueOrder& order : found) look_at(order.id);
            more = static_cast<std::int32_t>(found.size()) == batch_size;
            if (!found.empty()) after = found.back();
        }
    }

private:
    void look_at(const std::string& order_id) {
        for (int tick = 0; tick < ticks_max && act(order_id) && !dry_run_; ++tick) {
        }
    }

    // Does the first thing that is due; false when nothing was.
    bool act(const std::string& order_id) {
        std::optional<domain::Decision> done;
        DueLine line{shop_.handle, order_id, {}, domain::Due::nothing};
        services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
            done.reset();
            const Decide decide = [&](const domain::Order& order, const domain::Context& context) {
                line.number = order.number;
                line.due = domain::due_now(order, context);
                const bool asks_mails = line.due == domain::Due::erase_people;
                const bool mails_open = asks_mails && work.reads().orders().count_open_mails(shop_.id, order.id) > 0;
                domain::Context asked = context;
                asked.may_be_paid = [&](std::string_view id) { return in_doubt_->contains(id); };
                return domain::tick(order, asked, mails_open);
            };
            const Target target{shop_, order_id, {}, domain::EntryPoint::button, dry_run_};
            auto decision = orders::run(work, services_, target, caller_, decide);
            if (decision) done = std::move(*decision);
        });
        if (!done) return false;
        report_.done.push_back(std::move(line));
        if (!dry_run_) announce(services_, *done);
        return true;
    }

    const Services& services_;
    const domain::Shop& shop_;
    const bool dry_run_;
    TimerReport& report_;
    const Caller caller_ = Caller::system("timer");
    std::optional<std::set<std::string, std::less<>>> in_doubt_;
};

}  // namespace

TimerReport run_timers(const Services& services, bool dry_run) {
    std::vector<domain::Shop> shops;
    services.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    TimerReport report;
    for (const domain::Shop& shop : shops) ShopTimers(services, shop, dry_run, report).run();
    return report;
}

}  // namespace commis::orders
