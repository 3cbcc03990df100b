// Bringing doubles together.
#include <algorithm>

#include "features/customers/customers.hpp"

namespace commis::customers {
namespace {

using ports::Customer;

void fill(std::string& target, const std::string& other) {
    if (target.empty()) target = other;
}

void fill_from(Customer& into, const Customer& doubled) {
    fill(into.name, doubled.name);
    fill(into.phone, doubled.phone);
    fill(into.company, doubled.company);
    fill(into.vat_id, doubled.vat_id);
    if (into.billing_address == domain::Address{}) into.billing_address = doubled.billing_address;
    if (!into.shipping_address) into.shipping_address = doubled.shipping_address;
    const bool fits = into.notes.size() + doubled.notes.size() < domain::note_length_max;
    // Notes that would grow beyond all bounds stay readable on the merged record.
    if (!doubled.notes.empty() && fits) into.notes += (into.notes.empty() ? "" : "\n") + doubled.notes;
}

}  // namespace

domain::Result<Customer> merge(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                               Customer doubled, Customer into) {
    if (!caller.rights_in(into.shop_id).has(domain::Right::edit)) return domain::refuse(domain::Refusal::forbidden);
    fill_from(into, doubled);
    into.other_emails.push_back(doubled.email);
    std::ranges::copy(doubled.other_emails, std::back_inserter(into.other_emails));
    work.customers().redirect(into.shop_id, doubled.id, into.id);
    doubled.merged_into = into.id;
    for (Customer* each : {&doubled, &into}) {
        each->version += 1;
        each->updated_at_ms = services.clock.now_ms();
        work.customers().save(*each);
    }
    return into;
}

std::vector<std::string> emails_of(const Customer& customer) {
    std::vector<std::string> emails{customer.email};
    std::ranges::copy(customer.other_emails, std::back_inserter(emails));
    return emails;
}

}  // namespace commis::customers
