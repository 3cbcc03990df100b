// What the routes of customers share.
#pragma once

#include <optional>

#include "http/call.hpp"
#include "ports/customer_store.hpp"

namespace commis::http {

Response customer_not_found();

// The record of the path; or, where `as_who_speaks`, the one that it was merged into.
std::optional<ports::Customer> find_customer(const Call& call, bool as_who_speaks = false);

}  // namespace commis::http
