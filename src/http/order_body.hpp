// The JSON bodies of orders on their way in: `POST /orders` and `PATCH /orders/{id}`.
#pragma once

#include <expected>

#include "domain/decisions/edit.hpp"
#include "domain/decisions/place.hpp"
#include "http/message.hpp"

namespace commis::http {

struct PlaceCall {
    domain::PlaceOrder command;
    bool dry_run = false;
};

std::expected<PlaceCall, Response> read_place_body(const Request& request);

// Members of `buyer` and addresses that are left out stay as they are in `order`.
std::expected<domain::EditOrder, Response> read_edit_body(const Request& request, const domain::Order& order);

}  // namespace commis::http
