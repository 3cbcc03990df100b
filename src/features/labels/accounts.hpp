// What a shop has agreed with carriers whose labels it buys, and at which of them a parcel's label is bought.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/parcel_actions.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::labels {

struct AccountChange {
    std::optional<std::string> client_id{};
    std::optional<std::string> secret{};  // Absent: the one that is kept.
    std::optional<std::string> licence{};
    std::optional<std::string> product{};
    std::optional<std::string> size{};
};

// By its id; null when the program knows no such carrier.
ports::LabelService* find_service(const Services& services, std::string_view carrier);

// Asks the carrier whether it knows the client, then keeps the secret sealed. Waits for the carrier, so not inside a
// unit of work. Errors: `not_found` for a carrier whose labels nobody can buy, `bad_field` with "required", "too_long",
// "invalid_value", "not_offered" or "client_refused", `carrier_unavailable`.
domain::Result<domain::LabelAccount> connect(const Services& services, std::int64_t shop_id, const std::string& carrier,
                                             const AccountChange& wanted);

// Inside a unit of work: what was agreed is forgotten, labels stay. Refuses `not_found`.
domain::Result<void> disconnect(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id,
                                std::string_view carrier);

// Who would make a parcel's label: nothing and null where the shop has agreed with nobody.
struct Maker {
    const domain::LabelAccount* account = nullptr;
    ports::LabelService* service = nullptr;
};
Maker maker_of(const Services& services, const domain::Shop& shop, const domain::Shipment& parcel);

// From where to where, each with a name.
domain::Address sender_of(const domain::Shop& shop);
domain::Address recipient_of(const domain::Order& order);

domain::ParcelSubject subject_of(const Services& services, const domain::Shop& shop, const domain::Order& order,
                                 const domain::Shipment& parcel);

}  // namespace commis::labels
