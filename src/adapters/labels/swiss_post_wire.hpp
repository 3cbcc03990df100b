// The Barcode service of Swiss Post's Digital Commerce API as its published models have it: what is asked, with the
// lengths of its manual, and what its answers mean.
#pragma once

#include <expected>
#include <string>

#include "adapters/gateways/rest_client.hpp"
#include "ports/label_service.hpp"

namespace commis::labels {

// The body of POST /barcode/v1/generateAddressLabel. `is_cut` becomes true when something of an address had no room.
std::string swiss_post_body(const std::string& licence, const ports::LabelWish& wish, bool& is_cut);

// Of the body of a 2xx: a label, or the words of item.errors. Neither of both is `unclear`.
std::expected<ports::Label, ports::LabelRefusal> read_swiss_post_label(const json::Value& body);

// Why there is none, by an answer that is no 2xx.
ports::LabelRefusal swiss_post_refusal(const gateways::RestAnswer& answer);

}  // namespace commis::labels
