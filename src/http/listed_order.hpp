// What the lists about money show of an order: who, how much, how, and what can be done from the list.
#pragma once

#include <initializer_list>
#include <string>

#include "domain/actions.hpp"
#include "http/order_json.hpp"

namespace commis::http {

// `currency` and its exponent.
void write_currency(json::Writer& writer, const std::string& code);

// Opens an object and leaves it open, so that a list adds what it is about.
void write_listed_order(json::Writer& writer, const OrderView& view, const domain::Order& order,
                        std::initializer_list<domain::Action> offered);

}  // namespace commis::http
