#include "adapters/fake/customers.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/sql/customer_store.hpp"
#include "adapters/sql/text_keys.hpp"

namespace commis::fake {
namespace {

using ports::Customer;

void require_unique(const Data& data, const Customer& customer) {
    for (const auto& [key, other] : data.customers) {
        const bool is_other = other.shop_id == customer.shop_id && other.id != customer.id;
        if (is_other && sql::case_key(other.email) == sql::case_key(customer.email)) {
            throw ports::AlreadyExists("customers (email_key)");
        }
    }
}

}  // namespace

ports::CustomerPage CustomerStore::list(const ports::CustomerPageRequest& request) {
    std::vector<std::pair<std::string, Customer>> found;
    const ports::CustomerCursor after = request.after.value_or(ports::CustomerCursor{});
    for (const auto& [key, stored] : data_.customers) {
        if (stored.shop_id != request.shop_id || !stored.merged_into.empty()) continue;
        std::string name_key = sql::customer_name_key(stored);
        if (std::tie(name_key, stored.id) <= std::tie(after.name_key, after.customer_id)) continue;
        const std::string text = sql::customer_search_text(*find(stored.shop_id, stored.id));
        if (text.find(sql::fold(request.q)) != std::string::npos) found.emplace_back(std::move(name_key), stored);
    }
    std::ranges::sort(found, {}, [](const auto& each) { return std::pair(each.first, each.second.id); });
    ports::CustomerPage page;
    for (auto& [name_key, customer] : found) {
        if (page.customers.size() == static_cast<std::size_t>(request.limit)) {
            const Customer& last = page.customers.back();
            page.next = ports::CustomerCursor{sql::customer_name_key(last), last.id};
            break;
        }
        page.customers.push_back(std::move(customer));
    }
    return page;
}

std::optional<Customer> CustomerStore::find(std::int64_t shop_id, std::string_view customer_id) {
    const auto found = data_.customers.find({shop_id, std::string(customer_id)});
    if (found == data_.customers.end()) return std::nullopt;
    Customer customer = found->second;
    customer.other_emails.clear();
    for (const auto& [key, other] : data_.customers) {
        const bool is_merged = other.shop_id == shop_id && other.merged_into == customer_id;
        if (is_merged) customer.other_emails.push_back(other.email);
    }
    std::ranges::sort(customer.other_emails, {}, sql::case_key);
    return customer;
}

std::optional<Customer> CustomerStore::find_email(std::int64_t shop_id, std::string_view email) {
    auto customer = lock_email(shop_id, email);
    if (customer && !customer->merged_into.empty()) return find(shop_id, customer->merged_into);
    return customer;
}

std::vector<ports::CustomerOrders> CustomerStore::orders_of(std::int64_t shop_id, std::span<const Customer> customers,
                                                            std::string_view currency) {
    std::vector<ports::CustomerOrders> figures(customers.size());
    for (const auto& [key, stored] : data_.orders) {
        const domain::Order& order = stored->order;
        if (order.shop_id != shop_id || order.draft || order.abandoned_at_ms || order.removed) continue;
        for (std::size_t at = 0; at < customers.size(); ++at) {
            auto addresses = find(shop_id, customers[at].id)->other_emails;
            addresses.push_back(customers[at].email);
            const auto is_buyer = [&](const std::string& email) {
                return sql::case_key(email) == sql::case_key(order.buyer.email);
            };
            if (std::ranges::none_of(addresses, is_buyer)) continue;
            figures[at].orders += 1;
            figures[at].open += stored->projection.queue != domain::Queue::none ? 1 : 0;
            if (order.currency.code() == currency) figures[at].total_minor += stored->projection.total_minor;
            figures[at].last_placed_at_ms = std::max(figures[at].last_placed_at_ms, std::optional(order.placed_at_ms));
        }
    }
    return figures;
}

void CustomerStore::remember(const domain::Order& order, std::string_view new_id) {
    if (order.buyer.email.empty() || lock_email(order.shop_id, order.buyer.email)) return;
    insert(sql::customer_of(order, new_id));
}

std::optional<Customer> CustomerStore::lock(std::int64_t shop_id, std::string_view customer_id) {
    return find(shop_id, customer_id);
}

std::optional<Customer> CustomerStore::lock_email(std::int64_t shop_id, std::string_view email) {
    for (const auto& [key, customer] : data_.customers) {
        const bool is_wanted = customer.shop_id == shop_id && sql::case_key(customer.email) == sql::case_key(email);
        if (is_wanted) return find(shop_id, customer.id);
    }
    return std::nullopt;
}

void CustomerStore::insert(const Customer& customer) {
    require_unique(data_, customer);
    data_.customers.emplace(Key{customer.shop_id, customer.id}, customer);
}

void CustomerStore::save(const Customer& customer) {
    require_unique(data_, customer);
    data_.customers.at({customer.shop_id, customer.id}) = customer;
}

void CustomerStore::remove(std::int64_t shop_id, std::string_view customer_id) {
    std::erase_if(data_.customers, [&](const auto& each) {
        const Customer& customer = each.second;
        return customer.shop_id == shop_id && (customer.id == customer_id || customer.merged_into == customer_id);
    });
}

void CustomerStore::redirect(std::int64_t shop_id, std::string_view from_id, std::string_view to_id) {
    for (auto& [key, customer] : data_.customers) {
        const bool is_merged = customer.shop_id == shop_id && customer.merged_into == from_id;
        if (is_merged) customer.merged_into = to_id;
    }
}

}  // namespace commis::fake
