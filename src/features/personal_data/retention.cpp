// The rounds over old orders: found by index, decided one by one by the same command that a person gives.
#include "features/personal_data/retention.hpp"

#include <algorithm>
#include <optional>

#include "domain/decisions/erase.hpp"
#include "features/orders/run.hpp"

namespace commis::personal_data {
namespace {

using ports::Aged;

// Orders in one unit of work.
constexpr std::int32_t unit_size = 25;
constexpr std::int64_t days_of_a_month = 30;
constexpr std::int64_t days_of_a_year = 366;

class ShopRetention {
public:
    ShopRetention(const Services& services, const domain::Shop& shop, bool dry_run, RetentionReport& report)
        : services_(services), shop_(shop), dry_run_(dry_run), report_(report) {}

    void run(const std::function<bool()>& should_stop) {
        const domain::RetentionSettings& settings = shop_.retention;
        using Store = ports::RetentionStore;
        if (settings.erase_after_months > 0) {
            walk(&Store::with_people, months_ago(settings.erase_after_months), should_stop,
                 [this](ports::UnitOfWork& work, const Aged& order) { return erase(work, order.id); });
        }
        walk(&Store::bills_of_erased, years_ago(settings.keep_documents_years), should_stop,
             [this](ports::UnitOfWork& work, const Aged& bill) { return erase_bill(work, bill.id); });
        if (settings.archive_after_months > 0) {
            walk(&Store::with_live_events, months_ago(settings.archive_after_months), should_stop,
                 [this](ports::UnitOfWork& work, const Aged& order) { return archive(work, order.id); });
        }
    }

private:
    using Find = std::vector<Aged> (ports::RetentionStore::*)(std::int64_t, std::int64_t, const std::optional<Aged>&,
                                                              std::int32_t);

    std::int64_t months_ago(std::int64_t months) const { return days_ago(months * days_of_a_month); }
    // One year more than was set: the law counts from the end of the year in which a paper was issued.
    std::int64_t years_ago(std::int64_t years) const { return days_ago((years + 1) * days_of_a_year); }
    std::int64_t days_ago(std::int64_t days) const {
        return services_.clock.start_of_day(services_.clock.now_ms(), static_cast<std::int32_t>(-days), shop_.timezone);
    }

    template <class Act>
    void walk(Find find, std::int64_t before_ms, const std::function<bool()>& should_stop, const Act& act) {
        std::optional<Aged> after;
        for (bool more = true; more && !should_stop();) {
            std::vector<Aged> found;
            const RetentionReport before = report_;
            services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
                report_ = before;
                done_.clear();
                found = (work.retention().*find)(shop_.id, before_ms, after, unit_size);
                for (const Aged& each : found) act(work, each);
            });
            if (!dry_run_) {
                for (const domain::Decision& decision : done_) orders::announce(services_, decision);
            }
            more = static_cast<std::int32_t>(found.size()) == unit_size;
            if (!found.empty()) after = found.back();
        }
    }

    // What is still open is refused, and looked at again the next time.
    void erase(ports::UnitOfWork& work, const std::string& order_id) {
        const orders::Decide decide = [&](const domain::Order& order, const domain::Context& context) {
            if (has_event_ahead(work, order)) return domain::Result<domain::Decision>(not_yet());
            return domain::erase_people(order, context);
        };
        const orders::Target target{shop_, order_id, {}, domain::EntryPoint::bulk, dry_run_};
        auto decision = orders::run(work, services_, target, caller_, decide);
        if (!decision) return;
        report_.orders_erased += 1;
        done_.push_back(std::move(*decision));
    }

    static std::unexpected<domain::Error> not_yet() { return domain::refuse(domain::Refusal::goods_still_to_ship); }

    // Who holds a ticket is let in by name, whenever the ticket was sold.
    bool has_event_ahead(ports::UnitOfWork& work, const domain::Order& order) const {
        return std::ranges::any_of(order.lines, [&](const domain::Line& line) {
            if (line.kind != domain::LineKind::ticket || line.sku.empty()) return false;
            const auto article = work.reads().articles().find_sku(shop_.id, line.sku);
            return article && article->starts_at_ms && *article->starts_at_ms > services_.clock.now_ms();
        });
    }

    void erase_bill(ports::UnitOfWork& work, const std::string& document_id) {
        report_.bills_erased += 1;
        if (!dry_run_) work.retention().erase_bill(shop_.id, document_id);
    }

    void archive(ports::UnitOfWork& work, const std::string& order_id) {
        const auto order = work.orders().lock(shop_.id, order_id);
        if (!order) return;
        if (!is_done(*order)) return;
        report_.orders_archived += 1;
        report_.events_archived += dry_run_ ? order->event_count : work.retention().archive_events(shop_.id, order_id);
    }

    // Nothing is open that would keep its people from being erased.
    bool is_done(const domain::Order& order) const {
        const auto standing = domain::standing_of(order, *services_.profiles.of(shop_), services_.clock.now_ms());
        const auto reason = domain::ask(domain::Action::erase_people, standing).reason;
        return !reason || *reason == domain::Refusal::people_erased;
    }

    const Services& services_;
    const domain::Shop& shop_;
    const bool dry_run_;
    RetentionReport& report_;
    const Caller caller_ = Caller::system("retention");
    std::vector<domain::Decision> done_;
};

}  // namespace

RetentionReport run_retention(const Services& services, bool dry_run, const std::function<bool()>& should_stop) {
    std::vector<domain::Shop> shops;
    services.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    RetentionReport report;
    for (const domain::Shop& shop : shops) ShopRetention(services, shop, dry_run, report).run(should_stop);
    return report;
}

}  // namespace commis::personal_data
