// Customers on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/customer_store.hpp"

namespace commis::sql {

class CustomerStore final : public ports::CustomerStore, public ports::CustomerReader {
public:
    explicit CustomerStore(Session& session) : session_(session) {}

    ports::CustomerPage list(const ports::CustomerPageRequest& request) override;
    std::optional<ports::Customer> find(std::int64_t shop_id, std::string_view customer_id) override;
    std::optional<ports::Customer> find_email(std::int64_t shop_id, std::string_view email) override;
    std::vector<ports::CustomerOrders> orders_of(std::int64_t shop_id, std::span<const ports::Customer> customers,
                                                 std::string_view currency) override;
    void remember(const domain::Order& order, std::string_view new_id) override;
    std::optional<ports::Customer> lock(std::int64_t shop_id, std::string_view customer_id) override;
    std::optional<ports::Customer> lock_email(std::int64_t shop_id, std::string_view email) override;
    void insert(const ports::Customer& customer) override;
    void save(const ports::Customer& customer) override;
    void remove(std::int64_t shop_id, std::string_view customer_id) override;
    void redirect(std::int64_t shop_id, std::string_view from_id, std::string_view to_id) override;

private:
    Session& session_;
};

// The record that an order's buyer makes; in memory it is the same.
ports::Customer customer_of(const domain::Order& order, std::string_view new_id);
// What the list is sorted by, and what a search looks through.
std::string customer_name_key(const ports::Customer& customer);
std::string customer_search_text(const ports::Customer& customer);

}  // namespace commis::sql
