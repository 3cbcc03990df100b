// Customers: changing a record, bringing doubles together, and who may order on invoice.
#pragma once

#include <optional>
#include <string>

#include "domain/decisions/place.hpp"
#include "domain/refusal.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"

namespace commis::customers {

// Only what is set changes.
struct CustomerChange {
    std::optional<std::string> email;
    std::optional<std::string> name;
    std::optional<std::string> phone;
    std::optional<std::string> company;
    std::optional<std::string> vat_id;
    std::optional<std::string> language;
    std::optional<domain::Address> billing_address;
    std::optional<std::optional<domain::Address>> shipping_address;  // Set to nothing: as the billing address.
    std::optional<std::string> notes;
    std::optional<bool> invoice_allowed;
};

// The orders that stand under the customer's e-mail addresses are theirs; orders themselves are never rewritten. A new
// e-mail address keeps the old one as one of the others. Expects a record that speaks for itself, locked.
domain::Result<ports::Customer> update(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                       ports::Customer customer, const CustomerChange& wanted);

// Lets `into` speak for `doubled`: its addresses and orders count with it, what `into` lacks is filled in, and notes
// are kept. Answers the record that stays. Both are locked and speak for themselves.
domain::Result<ports::Customer> merge(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                      ports::Customer doubled, ports::Customer into);

// All e-mail addresses whose orders are the customer's.
std::vector<std::string> emails_of(const ports::Customer& customer);

// A method that is offered per customer needs the customer's record to say so (C-34). Asks the storage only then.
std::optional<domain::Error> refused_method(ports::UnitOfWork& work, const domain::Profile& profile,
                                            std::int64_t shop_id, const domain::PlaceOrder& command);

}  // namespace commis::customers
