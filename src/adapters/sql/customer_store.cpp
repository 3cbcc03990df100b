#include "adapters/sql/customer_store.hpp"

#include <algorithm>
#include <map>

#include "adapters/sql/already_exists.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/customer_statements.hpp"
#include "adapters/sql/id_list.hpp"
#include "adapters/sql/json_text.hpp"
#include "adapters/sql/order_search.hpp"
#include "adapters/sql/text_keys.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {
namespace {

using ports::Customer;

constexpr int name_key_column = 16;

Customer read_customer(const Rows& rows) {
    Columns columns(rows);
    Customer customer;
    customer.shop_id = columns.integer();
    customer.id = columns.text();
    customer.email = columns.text();
    customer.name = columns.text();
    customer.phone = columns.text();
    customer.company = columns.text();
    customer.vat_id = columns.text();
    customer.language = columns.text();
    customer.billing_address = address_from(columns.view());
    const auto shipping = columns.optional_text();
    if (shipping) customer.shipping_address = address_from(*shipping);
    customer.notes = columns.text();
    customer.invoice_allowed = columns.flag();
    customer.merged_into = columns.text();
    customer.version = columns.integer();
    customer.created_at_ms = columns.integer();
    customer.updated_at_ms = columns.integer();
    return customer;
}

// In the order of the columns, which inserting and saving share.
Values customer_values(const Customer& customer) {
    Values values;
    values.add(customer.shop_id, customer.id, customer.email, customer.name, customer.phone, customer.company,
               customer.vat_id, customer.language);
    values.keep(to_json(customer.billing_address));
    if (customer.shipping_address) {
        values.keep(to_json(*customer.shipping_address));
    } else {
        values.add(nullptr);
    }
    values.add(customer.notes, customer.invoice_allowed, customer.merged_into, customer.version, customer.created_at_ms,
               customer.updated_at_ms);
    values.keep(case_key(customer.email)).keep(customer_name_key(customer)).keep(customer_search_text(customer));
    return values;
}

std::optional<Customer> first_customer(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return read_customer(rows);
}

void load_other_emails(Session& session, std::optional<Customer>& customer) {
    if (!customer || !customer->merged_into.empty()) return;
    Rows rows = session.query(customer_sql::other_emails, {customer->shop_id, customer->id});
    while (rows.next()) customer->other_emails.push_back(rows.text(0));
}

template <class Visit>
void for_each_list(std::int64_t shop_id, const std::vector<std::string>& values, const Visit& visit) {
    const std::span all(values);
    for (std::size_t begin = 0; begin < all.size(); begin += list_length_max) {
        visit(list_params(shop_id, all.subspan(begin, std::min(list_length_max, all.size() - begin))));
    }
}

// Whose orders stand under which address: the place of each customer in the list by its own address and those of the
// records merged into it.
std::map<std::string, std::size_t> owners_of(Session& session, std::int64_t shop_id,
                                             std::span<const Customer> customers) {
    std::map<std::string, std::size_t> owners;
    std::map<std::string, std::size_t> places;
    std::vector<std::string> ids;
    for (const Customer& customer : customers) {
        owners.emplace(case_key(customer.email), ids.size());
        places.emplace(customer.id, ids.size());
        ids.push_back(customer.id);
    }
    for_each_list(shop_id, ids, [&](const std::vector<Param>& params) {
        Rows rows = session.query(
            with_list(customer_sql::merged_addresses, customer_sql::into_these, params.size() - 1, ""), params);
        while (rows.next()) owners.emplace(rows.text(1), places.at(rows.text(0)));
    });
    return owners;
}

}  // namespace

Customer customer_of(const domain::Order& order, std::string_view new_id) {
    Customer customer;
    customer.shop_id = order.shop_id;
    customer.id = new_id;
    customer.email = order.buyer.email;
    customer.name = order.buyer.name;
    customer.phone = order.buyer.phone;
    customer.company = order.buyer.company;
    customer.vat_id = order.buyer.vat_id;
    customer.language = order.language;
    customer.billing_address = order.billing_address;
    customer.shipping_address = order.shipping_address;
    customer.created_at_ms = order.created_at_ms;
    customer.updated_at_ms = order.created_at_ms;
    return customer;
}

std::string customer_name_key(const Customer& customer) {
    return sort_key(customer.name.empty() ? customer.email : customer.name);
}

std::string customer_search_text(const Customer& customer) {
    std::string text = customer.name + "\n" + customer.company + "\n" + customer.phone + "\n" + customer.email;
    for (const std::string& email : customer.other_emails) text += "\n" + email;
    return fold(text);
}

ports::CustomerPage CustomerStore::list(const ports::CustomerPageRequest& request) {
    const ports::CustomerCursor after = request.after.value_or(ports::CustomerCursor{});
    const std::string pattern = like_pattern(fold(request.q));
    // One more than asked tells whether there is another page.
    const std::int64_t limit = request.limit + 1;
    Rows rows = request.q.empty()
                    ? session_.query(customer_sql::list, {request.shop_id, after.name_key, after.customer_id, limit})
                    : session_.query(customer_sql::search,
                                     {request.shop_id, after.name_key, after.customer_id, pattern, limit});
    ports::CustomerPage page;
    std::string key;
    while (rows.next()) {
        if (page.customers.size() == static_cast<std::size_t>(request.limit)) {
            page.next = ports::CustomerCursor{key, page.customers.back().id};
            break;
        }
        page.customers.push_back(read_customer(rows));
        key = rows.text(name_key_column);
    }
    return page;
}

std::optional<Customer> CustomerStore::find(std::int64_t shop_id, std::string_view customer_id) {
    auto customer = first_customer(session_.query(customer_sql::find, {shop_id, customer_id}));
    load_other_emails(session_, customer);
    return customer;
}

std::optional<Customer> CustomerStore::find_email(std::int64_t shop_id, std::string_view email) {
    const std::string key = case_key(email);
    auto customer = first_customer(session_.query(customer_sql::find_email, {shop_id, key}));
    if (customer && !customer->merged_into.empty()) return find(shop_id, customer->merged_into);
    load_other_emails(session_, customer);
    return customer;
}

std::vector<ports::CustomerOrders> CustomerStore::orders_of(std::int64_t shop_id, std::span<const Customer> customers,
                                                            std::string_view currency) {
    std::vector<ports::CustomerOrders> figures(customers.size());
    const auto owners = owners_of(session_, shop_id, customers);
    std::vector<std::string> addresses;
    for (const auto& [address, owner] : owners) addresses.push_back(address);
    for_each_list(shop_id, addresses, [&](const std::vector<Param>& params) {
        Rows rows = session_.query(with_list(customer_sql::order_figures, customer_sql::under_these, params.size() - 1,
                                             customer_sql::by_address),
                                   params);
        while (rows.next()) {
            ports::CustomerOrders& sum = figures[owners.at(rows.text(0))];
            sum.orders += rows.integer(2);
            sum.open += rows.integer(3);
            if (rows.view(1) == currency) sum.total_minor += rows.integer(4);
            sum.last_placed_at_ms = std::max(sum.last_placed_at_ms, std::optional(rows.integer(5)));
        }
    });
    return figures;
}

void CustomerStore::remember(const domain::Order& order, std::string_view new_id) {
    if (order.buyer.email.empty()) return;
    const Customer customer = customer_of(order, new_id);
    session_.send(customer_sql::remember, customer_values(customer).params());
}

std::optional<Customer> CustomerStore::lock(std::int64_t shop_id, std::string_view customer_id) {
    auto customer = first_customer(session_.query(customer_sql::lock, {shop_id, customer_id}));
    load_other_emails(session_, customer);
    return customer;
}

std::optional<Customer> CustomerStore::lock_email(std::int64_t shop_id, std::string_view email) {
    const std::string key = case_key(email);
    auto customer = first_customer(session_.query(customer_sql::lock_email, {shop_id, key}));
    load_other_emails(session_, customer);
    return customer;
}

void CustomerStore::insert(const Customer& customer) {
    const Values values = customer_values(customer);
    or_already_exists([&] { session_.execute(customer_sql::insert, values.params()); });
}

void CustomerStore::save(const Customer& customer) {
    const Values values = customer_values(customer);
    or_already_exists([&] { session_.execute(customer_sql::update, values.params()); });
}

void CustomerStore::remove(std::int64_t shop_id, std::string_view customer_id) {
    session_.execute(customer_sql::remove_merged, {shop_id, customer_id});
    session_.execute(customer_sql::remove, {shop_id, customer_id});
}

void CustomerStore::redirect(std::int64_t shop_id, std::string_view from_id, std::string_view to_id) {
    session_.execute(customer_sql::redirect, {shop_id, from_id, to_id});
}

}  // namespace commis::sql
