// Customers: found, read, changed, brought together, with their orders.
#include "features/customers/customers.hpp"
#include "features/people_json.hpp"
#include "http/address_body.hpp"
#include "http/command.hpp"
#include "http/customer_calls.hpp"
#include "http/json_body.hpp"
#include "http/order_json.hpp"
#include "http/order_words.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using ports::Customer;
using Text = std::optional<std::string>;

struct PatchBody {
    Text email, name, phone, company, vat_id, language, notes;
    std::optional<AddressBody> billing_address;
    json::Patch<AddressBody> shipping_address;
    std::optional<bool> invoice_allowed;
};
BOOST_DESCRIBE_STRUCT(PatchBody, (),
                      (email, name, phone, company, vat_id, language, notes, billing_address, shipping_address,
                       invoice_allowed))

struct MergeBody {
    std::string into;
};
BOOST_DESCRIBE_STRUCT(MergeBody, (), (into))

// What the newest report about the customer's address said, when it was that nothing arrives there.
void write_bounce(json::Writer& writer, const Call& call, const std::optional<ports::Bounce>& bounce) {
    writer.key("bounce");
    if (!bounce) {
        writer.null();
        return;
    }
    const std::string cause(domain::id_of(bounce->cause));
    const auto& words = call.site.services.words;
    writer.object().member("at", json::format_time_ms(bounce->reported_at_ms)).member("email", bounce->email);
    writer.member("cause", cause).member("cause_text", words.text(call.language, "bounce_cause." + cause));
    writer.member("advice_text", words.text(call.language, "bounce_advice." + cause));
    writer.member("code", bounce->code).member("words", bounce->words);
    writer.member("order", bounce->order_id).member("mail", bounce->mail_id).end();
}

void write_customer(json::Writer& writer, const Call& call, const Customer& customer,
                    const std::optional<ports::Bounce>& bounce) {
    writer.object().member("id", customer.id).member("shop", call.shop.handle).member("email", customer.email);
    writer.key("other_emails").array();
    for (const std::string& email : customer.other_emails) writer.value(email);
    writer.end();
    writer.member("name", customer.name).member("phone", customer.phone).member("company", customer.company);
    writer.member("vat_id", customer.vat_id).member("language", customer.language);
    writer.key("billing_address");
    write_address(writer, customer.billing_address);
    writer.key("shipping_address");
    write_address(writer, customer.shipping_address);
    writer.member("notes", customer.notes).member("invoice_allowed", customer.invoice_allowed);
    writer.key("merged_into");
    customer.merged_into.empty() ? writer.null() : writer.value(customer.merged_into);
    write_bounce(writer, call, bounce);
    writer.member("version", customer.version);
    writer.member("created_at", json::format_time_ms(customer.created_at_ms));
    writer.member("updated_at", json::format_time_ms(customer.updated_at_ms)).end();
}

// A row of the list: the record with what was ordered under its addresses.
struct Listed {
    Customer customer;
    ports::CustomerOrders orders;
};

std::vector<Listed> with_orders(ports::CustomerReader& reader, const domain::Shop& shop,
                                std::vector<Customer> customers) {
    const auto orders = reader.orders_of(shop.id, customers, shop.currency.code());
    std::vector<Listed> listed;
    for (std::size_t at = 0; at < customers.size(); ++at) listed.push_back({std::move(customers[at]), orders.at(at)});
    return listed;
}

void write_customer_row(json::Writer& writer, const Call& call, const Listed& listed) {
    const auto& [customer, orders] = listed;
    writer.object().member("id", customer.id).member("shop", call.shop.handle).member("email", customer.email);
    writer.member("name", customer.name).member("phone", customer.phone).member("company", customer.company);
    writer.member("city", customer.billing_address.city).member("country", customer.billing_address.country);
    writer.member("invoice_allowed", customer.invoice_allowed).member("has_notes", !customer.notes.empty());
    writer.member("orders", orders.orders).member("open", orders.open).member("total", orders.total_minor);
    writer.member("currency", call.shop.currency.code()).key("last_order_at");
    orders.last_placed_at_ms ? writer.value(json::format_time_ms(*orders.last_placed_at_ms)) : writer.null();
    writer.member("created_at", json::format_time_ms(customer.created_at_ms)).end();
}

// Of the addresses that the customer orders with, the first that mail came back from.
std::optional<ports::Bounce> find_bounce(const Call& call, const Customer& customer, ports::Snapshot& reads) {
    for (const std::string& email : customers::emails_of(customer)) {
        auto bounce = reads.outbox().newest_bounce(call.shop.id, email);
        if (bounce && ports::says_dead(*bounce)) return bounce;
    }
    return std::nullopt;
}

// `reads`: of the unit of work that changed the customer, or of the snapshot that found it.
Response customer_response(const Call& call, const Customer& customer, ports::Snapshot& reads) {
    std::string body;
    json::Writer writer(body);
    write_customer(writer, call, customer, find_bounce(call, customer, reads));
    Response response = json_response(200, std::move(body));
    response.headers.set("ETag", entity_tag(customer.version));
    return response;
}

// The program that asks goes on with the record that speaks for this one.
Response merged_response(const Customer& customer) {
    std::string into;
    json::append_quoted(into, customer.merged_into);
    return problem(409, "customer_merged", "This customer was merged into another one.", {}, {{"merged_into", into}});
}

Response bad_parameter(const char* name, const char* detail) {
    return problem(422, "bad_field", "Some parameters are unknown or wrong.", {{name, "invalid_value", detail}});
}

Response found_by_email(const Call& call, std::string_view email) {
    std::vector<Listed> found;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        found.clear();
        auto customer = snapshot.customers().find_email(call.shop.id, email);
        if (customer) found = with_orders(snapshot.customers(), call.shop, {std::move(*customer)});
    });
    return list_response(found, "",
                         [&](json::Writer& writer, const Listed& listed) { write_customer_row(writer, call, listed); });
}

Response list_customers(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    if (const auto email = call.request.query_value("email")) return found_by_email(call, *email);
    ports::CustomerPageRequest request;
    request.shop_id = call.shop.id;
    request.q = std::string(call.request.query_value("q").value_or(""));
    request.limit = *limit;
    if (request.q.size() > 200) return bad_parameter("q", "At most 200 bytes.");
    if (const auto cursor = call.request.query_value("cursor")) {
        const auto place = decode_cursor(*cursor);
        if (!place) return bad_parameter("cursor", "This cursor is not one of ours.");
        request.after = ports::CustomerCursor{place->key_text, place->order_id};
    }
    std::vector<Listed> found;
    std::string next;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        ports::CustomerPage page = snapshot.customers().list(request);
        next = page.next ? encode_cursor({page.next->name_key, 0, 0, page.next->customer_id}) : std::string();
        found = with_orders(snapshot.customers(), call.shop, std::move(page.customers));
    });
    return list_response(found, next,
                         [&](json::Writer& writer, const Listed& listed) { write_customer_row(writer, call, listed); });
}

Response get_customer(Call& call) {
    Response response = customer_not_found();
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto customer = snapshot.customers().find(call.shop.id, call.request.param("id"));
        if (customer) response = customer_response(call, *customer, snapshot);
    });
    return response;
}

// Left-out members of an address keep what is there now.
customers::CustomerChange change_from(const PatchBody& body, const Customer& customer) {
    customers::CustomerChange change;
    change.email = body.email;
    change.name = body.name;
    change.phone = body.phone;
    change.company = body.company;
    change.vat_id = body.vat_id;
    change.language = body.language;
    change.notes = body.notes;
    change.invoice_allowed = body.invoice_allowed;
    if (body.billing_address) {
        change.billing_address = customer.billing_address;
        lay_over(*change.billing_address, *body.billing_address);
    }
    if (body.shipping_address.is_null()) change.shipping_address.emplace();
    if (body.shipping_address.has_value()) {
        domain::Address address = customer.shipping_address.value_or(domain::Address{});
        lay_over(address, body.shipping_address.value());
        change.shipping_address = std::optional(std::move(address));
    }
    return change;
}

using Change = std::function<Response(ports::UnitOfWork&, Customer&)>;

// Locks the customer of the path and goes on when it speaks for itself, at a version that the caller named.
Response change_customer(Call& call, const Change& change) {
    const auto match = if_match(call.request);
    if (!match) return match.error();
    const std::string id(call.request.param("id"));
    return run_command(call, [&](ports::UnitOfWork& work) {
        auto customer = work.customers().lock(call.shop.id, id);
        if (!customer) return customer_not_found();
        if (!customer->merged_into.empty()) return merged_response(*customer);
        if (!match->allows(customer->version)) {
            return refusal_response(call, {domain::Refusal::stale_version, std::to_string(customer->version), {}});
        }
        return change(work, *customer);
    });
}

Response update_customer(Call& call) {
    auto body = json_body<PatchBody>(call.request);
    if (!body) return std::move(body.error());
    return change_customer(call, [&](ports::UnitOfWork& work, Customer& customer) {
        const auto changed =
            customers::update(work, call.site.services, call.caller, customer, change_from(*body, customer));
        return changed ? customer_response(call, *changed, work.reads()) : refusal_response(call, changed.error());
    });
}

Response bad_target(const char* code, const char* detail) {
    return problem(422, "bad_field", "Some members are missing or wrong.", {{"/into", code, detail}});
}

Response merge_customer(Call& call) {
    auto body = json_body<MergeBody>(call.request);
    if (!body) return std::move(body.error());
    return change_customer(call, [&](ports::UnitOfWork& work, Customer& doubled) {
        if (body->into == doubled.id) return bad_target("same_customer", "A customer is not merged into itself.");
        const auto into = work.customers().lock(call.shop.id, body->into);
        if (!into) return bad_target("unknown_customer", "There is no such customer in this shop.");
        if (!into->merged_into.empty())
            return bad_target("merged_itself", "That customer was merged into another one.");
        const auto merged = customers::merge(work, call.site.services, call.caller, doubled, *into);
        return merged ? customer_response(call, *merged, work.reads()) : refusal_response(call, merged.error());
    });
}

Response lift_bounce(Call& call) {
    const std::string id(call.request.param("id"));
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto customer = work.customers().lock(call.shop.id, id);
        if (!customer) return customer_not_found();
        if (!customer->merged_into.empty()) return merged_response(*customer);
        const auto now_ms = call.site.services.clock.now_ms();
        for (const std::string& email : customers::emails_of(*customer)) {
            work.outbox().lift_bounces(call.shop.id, email, call.caller.actor.name, now_ms);
        }
        return customer_response(call, *customer, work.reads());
    });
}

// The orders of all the customer's addresses, with every filter and sort of the order list.
Response list_customer_orders(Call& call) {
    const auto customer = find_customer(call);
    if (!customer) return customer_not_found();
    auto query = read_order_query(call.request);
    if (!query) return std::move(query.error());
    query->page.filter.shop_ids = {call.shop.id};
    query->page.filter.customers = customers::emails_of(*customer);
    const auto profile = call.site.services.profiles.of(call.shop);
    const OrderView view{call.site.services, call.shop, *profile, call.language, call.rights()};
    return order_list(call, *query,
                      [&](json::Writer& writer, const ports::OrderRow& row) { write_order_row(writer, view, row); });
}

}  // namespace

void add_customer_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/customers", Right::read, list_customers);
    add_shop_route(router, site, "GET", "/customers/{id}", Right::read, get_customer);
    add_shop_route(router, site, "PATCH", "/customers/{id}", Right::edit, update_customer);
    add_shop_route(router, site, "DELETE", "/customers/{id}/bounce", Right::edit, lift_bounce);
    add_shop_route(router, site, "GET", "/customers/{id}/orders", Right::read, list_customer_orders);
    add_shop_route(router, site, "POST", "/customers/{id}/merge", Right::edit, merge_customer);
}

}  // namespace commis::http
