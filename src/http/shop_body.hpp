// The bodies of `POST /shops` and `PATCH /shops/{shop}`.
#pragma once

#include <expected>

#include "features/shops/shops.hpp"
#include "http/message.hpp"

namespace commis::http {

std::expected<shops::ShopChange, Response> read_shop_create(const Request& request);
std::expected<shops::ShopChange, Response> read_shop_patch(const Request& request);

}  // namespace commis::http
