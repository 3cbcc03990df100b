// Editing what is not content: buyer, addresses, words, switches. Lines and amounts change by `revise` only.
#pragma once

#include "domain/decisions/decision.hpp"

namespace commis::domain {

// Only what is set changes.
struct EditOrder {
    std::optional<Buyer> buyer;
    std::optional<Address> billing_address;
    std::optional<std::optional<Address>> shipping_address;  // Set to nothing: as the billing address.
    std::optional<std::string> note;
    std::optional<std::string> promo_code;
    std::optional<std::string> language;
    std::optional<bool> notify_on_state;
    std::optional<std::vector<std::string>> tags;
    std::optional<std::string> assignee;
    std::optional<std::string> shipping_name;  // The wording of the delivery; its amounts stay.
    std::optional<std::string> external_id;    // The reference outside; that it is one order's own is asked at saving.
};

// Changing nothing is no event and no new version: the answer then holds the order as it was and no events.
Result<Decision> edit_order(const Order& order, const EditOrder& command, const Context& context);

}  // namespace commis::domain
