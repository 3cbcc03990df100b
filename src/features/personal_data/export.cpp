// One person's data, member by member: the names are those of the API where it has them.
#include "features/personal_data/export.hpp"

#include "features/audit/audit.hpp"
#include "features/customers/customers.hpp"
#include "features/people_json.hpp"
#include "features/personal_data/export_order.hpp"
#include "json/time.hpp"

namespace commis::personal_data {
namespace {

constexpr std::int32_t page_size = 20;

void write_customer(json::Writer& writer, const std::optional<ports::Customer>& customer) {
    writer.key("customer");
    if (!customer) {
        writer.null();
        return;
    }
    writer.object().member("id", customer->id).member("email", customer->email).member("name", customer->name);
    writer.member("phone", customer->phone).member("company", customer->company).member("vat_id", customer->vat_id);
    writer.member("language", customer->language).key("billing_address");
    write_address(writer, customer->billing_address);
    writer.key("shipping_address");
    write_address(writer, customer->shipping_address);
    writer.member("notes", customer->notes).member("invoice_allowed", customer->invoice_allowed);
    writer.member("created_at", json::format_time_ms(customer->created_at_ms));
    writer.member("updated_at", json::format_time_ms(customer->updated_at_ms)).end();
}

}  // namespace

Person person_of(const ports::Customer& customer) { return {customer, customers::emails_of(customer)}; }

Person person_of(ports::Snapshot& snapshot, std::int64_t shop_id, std::string_view email) {
    auto customer = snapshot.customers().find_email(shop_id, email);
    if (customer) return person_of(*customer);
    return {std::nullopt, {std::string(email)}};
}

void record_export(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id, const Person& person,
                   const domain::Actor& actor, std::string address) {
    const std::string whom = person.customer ? "customer " + person.customer->id : "an address";
    audit::record(
        work, services, shop_id,
        {.kind = "export", .actor = actor, .subject = "personal data of " + whom, .address = std::move(address)});
}

PersonExport::PersonExport(const Services& services, const domain::Shop& shop, Person person)
    : services_(services), shop_(shop), person_(std::move(person)) {
    filter_.shop_ids = {shop_.id};
    filter_.customers = person_.emails;
}

bool PersonExport::next(std::string& text) {
    bool has_more = true;
    if (!is_begun_) {
        is_begun_ = true;
        begin();
    } else {
        std::vector<domain::Order> orders;
        services_.storage.read(
            [&](ports::Snapshot& snapshot) { orders = snapshot.orders().scan(filter_, after_, page_size); });
        for (const domain::Order& order : orders) add(order);
        has_more = static_cast<std::int32_t>(orders.size()) == page_size;
        if (has_more) after_ = ports::OrderCursor{{}, orders.back().placed_at_ms, shop_.id, orders.back().id};
        if (!has_more) writer_.end().end();
    }
    text += part_;
    part_.clear();
    return has_more;
}

// The document stays open behind `orders`, which follow part by part.
void PersonExport::begin() {
    std::vector<std::string> blocked;
    services_.storage.read(
        [&](ports::Snapshot& snapshot) { blocked = snapshot.openings().blocked_among(shop_.id, person_.emails); });
    writer_.object().member("made_at", json::format_time_ms(services_.clock.now_ms()));
    writer_.key("shop").object().member("id", shop_.handle).member("name", shop_.name);
    writer_.member("legal_name", shop_.legal_name).end();
    writer_.member("keep_documents_years", shop_.retention.keep_documents_years).key("emails").array();
    for (const std::string& email : person_.emails) writer_.value(email);
    writer_.end().key("blocked_addresses").array();
    for (const std::string& email : blocked) writer_.value(email);
    writer_.end();
    write_customer(writer_, person_.customer);
    writer_.key("orders").array();
}

void PersonExport::add(const domain::Order& order) {
    std::string text;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        text.clear();
        json::Writer writer(text);
        write_order(writer, snapshot, shop_, order);
    });
    writer_.raw(text);
}

}  // namespace commis::personal_data
