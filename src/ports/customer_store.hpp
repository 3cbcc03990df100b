// Customers: one record per shop and e-mail address, made when an order comes in and kept by people afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/order.hpp"

namespace commis::ports {

struct Customer {
    std::int64_t shop_id = 0;
    std::string id;
    std::string email;
    std::string name;
    std::string phone;
    std::string company;
    std::string vat_id;
    std::string language;
    domain::Address billing_address;
    std::optional<domain::Address> shipping_address;  // None: as the billing address.
    std::string notes;                                // For the shop's own eyes.
    bool invoice_allowed = false;                     // May choose the methods that are offered per customer (C-34).
    std::string merged_into;  // The record that speaks for this one; a record that speaks for others has none.
    std::vector<std::string> other_emails;  // Of the records merged into this one; at most 100.
    std::int64_t version = 1;
    std::int64_t created_at_ms = 0;
    std::int64_t updated_at_ms = 0;
};

struct CustomerCursor {
    std::string name_key;
    std::string customer_id;
};

struct CustomerPageRequest {
    std::int64_t shop_id = 0;
    std::string q;  // Part of the name, company, phone or one of the e-mail addresses; empty: all.
    std::optional<CustomerCursor> after;
    std::int32_t limit = 50;
};

// By name, or by e-mail address where there is no name. Merged records and `other_emails` are left out.
struct CustomerPage {
    std::vector<Customer> customers;
    std::optional<CustomerCursor> next;
};

// What a customer has ordered under all of its addresses, counted when asked. Drafts, abandoned and removed orders are
// left out.
struct CustomerOrders {
    std::int64_t orders = 0;
    std::int64_t open = 0;         // Of these, orders in which something is to be done next.
    std::int64_t total_minor = 0;  // As the orders stand now; only orders in the currency that was asked for.
    std::optional<std::int64_t> last_placed_at_ms;
    friend bool operator==(const CustomerOrders&, const CustomerOrders&) = default;
};

struct CustomerReader {
    virtual ~CustomerReader() = default;
    virtual CustomerPage list(const CustomerPageRequest& request) = 0;
    virtual std::optional<Customer> find(std::int64_t shop_id, std::string_view customer_id) = 0;
    // Whoever speaks for this e-mail address, compared without case.
    virtual std::optional<Customer> find_email(std::int64_t shop_id, std::string_view email) = 0;
    // One for each of these customers of one shop, none of them merged into another.
    virtual std::vector<CustomerOrders> orders_of(std::int64_t shop_id, std::span<const Customer> customers,
                                                  std::string_view currency) = 0;
};

struct CustomerStore {
    virtual ~CustomerStore() = default;
    // Makes the record of the order's buyer unless the shop knows the e-mail address already. Nothing without one.
    virtual void remember(const domain::Order& order, std::string_view new_id) = 0;
    virtual std::optional<Customer> lock(std::int64_t shop_id, std::string_view customer_id) = 0;
    // The record with exactly this e-mail address, merged or not.
    virtual std::optional<Customer> lock_email(std::int64_t shop_id, std::string_view email) = 0;
    virtual void insert(const Customer& customer) = 0;  // Unique violation when the e-mail address is taken.
    virtual void save(const Customer& customer) = 0;    // The same; the caller has raised the version.
    // With the records merged into it.
    virtual void remove(std::int64_t shop_id, std::string_view customer_id) = 0;
    // Lets whatever was merged into one record point to another.
    virtual void redirect(std::int64_t shop_id, std::string_view from_id, std::string_view to_id) = 0;
};

}  // namespace commis::ports
