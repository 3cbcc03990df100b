#include "http/customer_calls.hpp"

#include "http/problem.hpp"

namespace commis::http {

Response customer_not_found() { return problem(404, "not_found", "There is no such customer in this shop."); }

std::optional<ports::Customer> find_customer(const Call& call, bool as_who_speaks) {
    std::optional<ports::Customer> customer;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        customer = snapshot.customers().find(call.shop.id, call.request.param("id"));
        if (as_who_speaks && customer && !customer->merged_into.empty()) {
            customer = snapshot.customers().find(call.shop.id, customer->merged_into);
        }
    });
    return customer;
}

}  // namespace commis::http
