// Customers in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class CustomerStore final : public ports::CustomerStore, public ports::CustomerReader {
public:
    explicit CustomerStore(Data& data) : data_(data) {}
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
    Data& data_;
};

}  // namespace commis::fake
