// Plans and single steps of bulk jobs.
#include "features/orders/bulk.hpp"

#include <algorithm>
#include <cstdlib>

#include "domain/decisions/dispatch_capture.hpp"

namespace commis::orders {
namespace {

// A dry run reads in slices, so that it never holds the writer for long.
constexpr std::size_t slice_size = 50;

// What is held and stays, with what payment services are asked to take: that comes in later.
std::int64_t held_of(const domain::Order& order, const domain::Profile& profile) {
    const domain::Figures figures = domain::standing_of(order, profile).figures();
    return figures.held() - figures.refunds_open_minor + domain::asked_captures(order.ledger);
}

std::int64_t mails_of(const domain::Decision& decision) {
    return std::ranges::count(decision.mails, domain::Suppression::none, &domain::MailIntent::suppressed);
}

}  // namespace

std::int64_t batch_size(domain::Action action) {
    return action == domain::Action::resend_confirmation ? confirmations_max : bulk_orders_max;
}

domain::Result<bool> check_bulk(domain::Action action, std::int64_t orders, bool in_batches) {
    const std::int64_t size = batch_size(action);
    const std::int64_t limit = in_batches ? std::min(size * batches_max, bulk_orders_max) : size;
    if (orders > limit) return domain::refuse(domain::Refusal::too_many_orders, std::to_string(limit));
    return true;
}

std::vector<std::vector<std::string>> batches_of(domain::Action action, const std::vector<std::string>& order_ids) {
    const auto size = static_cast<std::size_t>(batch_size(action));
    std::vector<std::vector<std::string>> batches(1);
    for (const std::string& id : order_ids) {
        if (batches.back().size() == size) batches.emplace_back();
        batches.back().push_back(id);
    }
    return batches;
}

std::vector<std::string> orders_of(const Services& services, const ports::OrderFilter& filter) {
    ports::OrderPageRequest request;
    request.filter = filter;
    request.descending = false;
    return orders_of(services, std::move(request));
}

std::vector<std::string> orders_of(const Services& services, ports::OrderPageRequest request) {
    std::vector<std::string> ids;
    request.limit = 200;
    do {
        services.storage.read([&](ports::Snapshot& snapshot) {
            const ports::OrderPage page = snapshot.orders().list(request);
            for (const ports::OrderRow& row : page.rows) ids.push_back(row.id);
            request.after = page.next;
        });
    } while (request.after && static_cast<std::int64_t>(ids.size()) <= bulk_orders_max);
    return ids;
}

BulkPreview preview_bulk(const Services& services, const domain::Shop& shop, const Caller& caller,
                         const ParsedAction& action, const std::vector<std::string>& order_ids) {
    BulkPreview preview;
    const auto profile = services.profiles.of(shop);
    const auto look_at = [&](ports::UnitOfWork& work, const std::string& order_id) {
        std::int64_t before_minor = 0;
        std::string number;
        const Decide decide = [&](const domain::Order& order, const domain::Context& context) {
            before_minor = held_of(order, *profile);
            number = order.number;
            return action.decide(order, context);
        };
        const Target target{shop, order_id, {}, domain::EntryPoint::bulk, true};
        const auto decision = run(work, services, target, caller, decide);
        if (!decision) {
            preview.skip.push_back({order_id, number, std::string(domain::code_of(decision.error().refusal))});
            return;
        }
        preview.change += 1;
        preview.mails += mails_of(*decision);
        preview.money_minor += std::abs(held_of(decision->order, *profile) - before_minor);
    };
    for (std::size_t begin = 0; begin < order_ids.size(); begin += slice_size) {
        const std::size_t end = std::min(begin + slice_size, order_ids.size());
        const BulkPreview so_far = preview;
        services.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
            preview = so_far;
            for (std::size_t i = begin; i < end; ++i) look_at(work, order_ids[i]);
        });
    }
    return preview;
}

domain::Result<domain::Decision> run_bulk_item(ports::UnitOfWork& work, const Services& services,
                                               const domain::Shop& shop, const Caller& caller,
                                               const ParsedAction& action, const std::string& order_id) {
    return run(work, services, Target{shop, order_id, {}, domain::EntryPoint::bulk, false}, caller, action.decide);
}

}  // namespace commis::orders
