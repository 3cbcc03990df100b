// The shops and buyers of the table of mails: one house for each profile, somebody for each language.
#pragma once

#include <string>
#include <string_view>

#include "domain/order.hpp"

namespace commis::tests {

struct ShopData {
    std::string_view name, legal_name, line1, postal_code, city, country, currency, zone, sender, phone, color, iban,
        vat_id, registration;
};

struct BuyerData {
    domain::Buyer buyer;
    domain::Address address;
    std::string order_note;
    std::string shop_note;
    std::string subject;
    std::string message;
};

// What a mail says of the shop comes from here.
const ShopData& data_of(std::string_view profile);

// Somebody who speaks the language; what people write is written in it, too.
BuyerData buyer_of(std::string_view language);

// As text in a body.
std::string in_json(std::string_view text);

}  // namespace commis::tests
