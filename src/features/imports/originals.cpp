// Finding the originals of credits, and which credits were applied before.
#include "features/imports/originals.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "domain/event_value.hpp"

namespace commis::imports {
namespace {

constexpr std::size_t customers_max = 20'000;  // Then the memory is emptied and filled anew.
constexpr std::size_t orders_max = 2'000;      // Of one customer.
constexpr std::int32_t page_size = 200;

Original original_from(const domain::Order& order) {
    Original original{order.id, order.placed_at_ms, {}};
    for (const domain::Line& line : order.lines) {
        original.lines.push_back({line.id, line.sku, line.unit_price_minor, line.active()});
    }
    return original;
}

bool can_take(const Original& original, const OriginalLine& line, const ports::CreditedRow& row,
              std::int64_t before_ms) {
    return original.placed_at_ms <= before_ms && line.left > 0 && line.sku == row.sku &&
           line.unit_price_minor == row.unit_price_minor;
}

std::vector<std::string> find_orders(ports::UnitOfWork& work, std::int64_t shop_id, const std::string& channel,
                                     const std::string& customer) {
    ports::OrderPageRequest request;
    request.filter.shop_ids = {shop_id};
    request.filter.channels = {channel};
    request.filter.q = customer;
    request.limit = page_size;
    std::vector<std::string> order_ids;
    do {
        ports::OrderPage page = work.reads().orders().list(request);
        for (const ports::OrderRow& row : page.rows) {
            if (row.buyer_name == customer) order_ids.push_back(row.id);
        }
        request.after = std::move(page.next);
    } while (request.after && order_ids.size() < orders_max);
    return order_ids;
}

}  // namespace

void Originals::load(ports::UnitOfWork& work, const std::string& customer) {
    if (by_customer_.contains(customer)) return;
    if (by_customer_.size() >= customers_max) clear();
    std::vector<Original>& originals = by_customer_[customer];
    for (const std::string& order_id : find_orders(work, shop_id_, channel_, customer)) {
        const auto order = work.reads().orders().find(shop_id_, order_id);
        if (!order || !order->imported) continue;
        originals.push_back(original_from(*order));
        const auto is_credited = [](const domain::Line& line) { return line.refunded > 0; };
        if (std::ranges::any_of(order->lines, is_credited)) read_applied(work, *order);
    }
    std::ranges::stable_sort(originals, std::ranges::greater{}, &Original::placed_at_ms);
}

void Originals::read_applied(ports::UnitOfWork& work, const domain::Order& order) {
    for (const auto& entry : work.reads().orders().timeline(shop_id_, order.id, std::nullopt, page_size)) {
        if (entry.event.type != domain::EventType::credit_imported) continue;
        const std::string* document = domain::find_value(entry.event, "document");
        const std::string* lines = domain::find_value(entry.event, "lines");
        if (document == nullptr || lines == nullptr) continue;
        std::istringstream parts(*lines);
        for (std::string part; parts >> part;) {
            const auto colon = part.find(':');
            const auto line = std::ranges::find(order.lines, part.substr(0, colon), &domain::Line::id);
            if (colon == std::string::npos || line == order.lines.end()) continue;
            std::int64_t quantity = 0;
            std::from_chars(part.data() + colon + 1, part.data() + part.size(), quantity);
            applied_[{*document, line->sku, line->unit_price_minor}] += quantity;
        }
    }
}

void Originals::add(const domain::Order& order) {
    const auto at = by_customer_.find(order.buyer.name);
    if (at == by_customer_.end()) return;  // Loaded with the others if a credit ever asks.
    auto& originals = at->second;
    const auto place =
        std::ranges::lower_bound(originals, order.placed_at_ms, std::ranges::greater{}, &Original::placed_at_ms);
    originals.insert(place, original_from(order));
}

bool Originals::take_applied(const std::string& document, const ports::CreditedRow& row) {
    const auto at = applied_.find({document, row.sku, row.unit_price_minor});
    if (at == applied_.end() || at->second < row.quantity) return false;
    at->second -= row.quantity;
    return true;
}

std::int64_t Originals::available(const std::string& customer, const ports::CreditedRow& row,
                                  std::int64_t before_ms) const {
    std::int64_t sum = 0;
    const auto at = by_customer_.find(customer);
    if (at == by_customer_.end()) return 0;
    for (const Original& original : at->second) {
        for (const OriginalLine& line : original.lines) {
            if (can_take(original, line, row, before_ms)) sum += line.left;
        }
    }
    return sum;
}

std::vector<Share> Originals::take(const std::string& customer, const ports::CreditedRow& row, std::int64_t before_ms) {
    std::vector<Share> shares;
    std::int64_t wanted = row.quantity;
    for (Original& original : by_customer_[customer]) {
        for (OriginalLine& line : original.lines) {
            if (wanted == 0) return shares;
            if (!can_take(original, line, row, before_ms)) continue;
            const auto part = static_cast<std::int32_t>(std::min<std::int64_t>(wanted, line.left));
            line.left -= part;
            wanted -= part;
            shares.push_back({original.order_id, line.line_id, part});
        }
    }
    return shares;
}

void Originals::clear() {
    by_customer_.clear();
    applied_.clear();
}

}  // namespace commis::imports
