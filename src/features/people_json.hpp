// Addresses and buyers as JSON, by the names that the API has for them.
#pragma once

#include <optional>

#include "domain/order.hpp"
#include "json/writer.hpp"

namespace commis {

void write_address(json::Writer& writer, const domain::Address& address);
// Null where there is none.
void write_address(json::Writer& writer, const std::optional<domain::Address>& address);
void write_buyer(json::Writer& writer, const domain::Buyer& buyer);

}  // namespace commis
