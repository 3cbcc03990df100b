// Accounts at payment services that a shop is connected to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/refusal.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::payments {

struct ConnectionChange {
    std::optional<std::string> client_id{};
    std::optional<std::string> secret{};         // Absent: the account that is connected stays, with what else is new.
    std::optional<std::string> notice_secret{};  // Empty: notices are refused from now on.
};

// Asks the service whose account the credentials open, then keeps them sealed. The same account is connected once more,
// another one stands beside it: refunds of earlier payments go through the account that took them (W-40). Waits for the
// service, so not inside a unit of work. Errors: `not_found` for a service that nobody knows, `bad_field` with
// "required", "too_long" or "credentials_refused", `provider_unavailable`.
domain::Result<domain::GatewayConnection> connect(const Services& services, std::int64_t shop_id,
                                                  const std::string& provider, const ConnectionChange& wanted);

// Inside a unit of work: its credentials are forgotten, its name stays. Refuses `not_found`.
domain::Result<void> disconnect(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id,
                                std::string_view provider, std::string_view account);

}  // namespace commis::payments
