// Changing a customer's record, its e-mail address with care: each address leads to one record.
#include "domain/decisions/place_checks.hpp"
#include "domain/language.hpp"
#include "features/customers/customers.hpp"

namespace commis::customers {
namespace {

using ports::Customer;

template <class T>
void apply(T& target, const std::optional<T>& wanted) {
    if (wanted) target = *wanted;
}

void lay_over(Customer& customer, const CustomerChange& wanted) {
    apply(customer.email, wanted.email);
    apply(customer.name, wanted.name);
    apply(customer.phone, wanted.phone);
    apply(customer.company, wanted.company);
    apply(customer.vat_id, wanted.vat_id);
    apply(customer.language, wanted.language);
    apply(customer.billing_address, wanted.billing_address);
    apply(customer.shipping_address, wanted.shipping_address);
    apply(customer.notes, wanted.notes);
    apply(customer.invoice_allowed, wanted.invoice_allowed);
}

// The same bounds as a buyer's, named as members of the customer.
std::vector<domain::FieldError> check(const Customer& customer) {
    std::vector<domain::FieldError> errors;
    const domain::Buyer buyer{customer.name, customer.email, customer.phone, customer.company, customer.vat_id};
    domain::check_buyer(errors, buyer, true);
    for (domain::FieldError& error : errors) error.field.erase(0, std::string_view("/buyer").size());
    domain::check_address(errors, "/billing_address", customer.billing_address);
    if (customer.shipping_address) domain::check_address(errors, "/shipping_address", *customer.shipping_address);
    domain::check_text(errors, "/notes", customer.notes, domain::note_length_max);
    if (!domain::is_language(customer.language)) {
        errors.push_back({"/language", "unknown_language", "one of en, fr, da, de"});
    }
    return errors;
}

domain::Error email_taken() {
    return {domain::Refusal::bad_field,
            {},
            {{"/email", "already_used", "another customer has this address; merge the two instead"}}};
}

// The old address stays with the customer: on a record of its own that points here, or on the one that held the new.
std::optional<domain::Error> change_email(ports::UnitOfWork& work, const Services& services, Customer& customer,
                                          const std::string& old_email) {
    auto holder = work.customers().lock_email(customer.shop_id, customer.email);
    if (holder && holder->id == customer.id) {
        work.customers().save(customer);  // Only its spelling changed.
        return std::nullopt;
    }
    if (holder && holder->merged_into != customer.id) return email_taken();
    std::erase(customer.other_emails, holder ? holder->email : std::string());
    customer.other_emails.push_back(old_email);
    if (!holder) {
        work.customers().save(customer);
        Customer former;
        former.shop_id = customer.shop_id;
        former.id = services.ids.next();
        former.email = old_email;
        former.name = customer.name;
        former.language = customer.language;
        former.merged_into = customer.id;
        former.created_at_ms = customer.updated_at_ms;
        former.updated_at_ms = customer.updated_at_ms;
        work.customers().insert(former);
        return std::nullopt;
    }
    // Addresses are unique at every moment, so one of the two steps aside while they change places.
    holder->email.clear();
    work.customers().save(*holder);
    work.customers().save(customer);
    holder->email = old_email;
    work.customers().save(*holder);
    return std::nullopt;
}

}  // namespace

domain::Result<Customer> update(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                Customer customer, const CustomerChange& wanted) {
    if (!caller.rights_in(customer.shop_id).has(domain::Right::edit)) return domain::refuse(domain::Refusal::forbidden);
    const std::string old_email = customer.email;
    lay_over(customer, wanted);
    auto errors = check(customer);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    customer.version += 1;
    customer.updated_at_ms = services.clock.now_ms();
    if (customer.email == old_email) {
        work.customers().save(customer);
        return customer;
    }
    std::optional<domain::Error> error;
    try {
        work.within_savepoint([&] { error = change_email(work, services, customer, old_email); });
    } catch (const ports::AlreadyExists&) {
        error = email_taken();
    }
    if (error) return std::unexpected(std::move(*error));
    return customer;
}

}  // namespace commis::customers
