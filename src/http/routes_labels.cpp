// Labels that are bought at carriers: what the shop has agreed with them, buying one for a parcel, and showing it.
#include "domain/rights.hpp"
#include "features/documents/files.hpp"
#include "features/labels/accounts.hpp"
#include "features/labels/buy.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_calls.hpp"
#include "http/routes.hpp"
#include "http/shown_file.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

constexpr std::int64_t weight_max_grams = 100'000;

struct AccountBody {
    std::optional<std::string> client_id, secret, licence, product, size;
};
BOOST_DESCRIBE_STRUCT(AccountBody, (), (client_id, secret, licence, product, size))

struct LabelBody {
    std::optional<bool> again;
    std::optional<std::int64_t> weight_grams;
};
BOOST_DESCRIBE_STRUCT(LabelBody, (), (again, weight_grams))

std::string carrier_name(const Call& call, std::string_view id) {
    const domain::Carrier* carrier = domain::find_carrier(call.site.services.carriers, id);
    return carrier == nullptr ? std::string(id) : carrier->name;
}

std::string product_label(const Call& call, std::string_view carrier, const std::string& product) {
    return call.site.services.words.text(call.language, "label_product." + std::string(carrier) + "." + product);
}

void write_account(Writer& writer, const Call& call, const domain::LabelAccount& account) {
    writer.object().member("carrier", account.carrier).member("name", carrier_name(call, account.carrier));
    writer.member("client_id", account.client_id).member("licence", account.licence);
    writer.member("product", account.product);
    writer.member("product_label", product_label(call, account.carrier, account.product));
    writer.member("size", account.size);
    // Its secret was sealed with a key that is not here any more.
    writer.member("readable", call.site.services.secrets.open(account.sealed).has_value());
    writer.member("connected_at", json::format_time_ms(account.connected_at_ms)).end();
}

void write_service(Writer& writer, const Call& call, const ports::LabelService& service) {
    writer.object().member("id", service.carrier()).member("name", carrier_name(call, service.carrier()));
    writer.key("products").array();
    for (const std::string& product : service.products()) {
        writer.object().member("id", product).member("label", product_label(call, service.carrier(), product)).end();
    }
    writer.end().key("sizes").array();
    for (const std::string& size : service.sizes()) writer.value(size);
    writer.end().end();
}

Response list_accounts(Call& call) {
    std::string body;
    Writer writer(body);
    writer.object().key("items").array();
    for (const domain::LabelAccount& account : call.shop.label_accounts) write_account(writer, call, account);
    writer.end().key("next_cursor").null().key("carriers").array();
    for (const ports::LabelService* service : call.site.services.labels) write_service(writer, call, *service);
    writer.end().end();
    return json_response(200, std::move(body));
}

Response connect_account(Call& call) {
    auto body = json_body<AccountBody>(call.request);
    if (!body) return std::move(body.error());
    const auto made = labels::connect(call.site.services, call.shop.id, std::string(call.request.param("carrier")),
                                      {body->client_id, body->secret, body->licence, body->product, body->size});
    if (!made) return refusal_response(call, made.error());
    std::string text;
    Writer writer(text);
    write_account(writer, call, *made);
    return json_response(200, std::move(text));
}

Response disconnect_account(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto gone = labels::disconnect(work, call.site.services, call.shop.id, call.request.param("carrier"));
        return gone ? no_content() : refusal_response(call, gone.error());
    });
}

Response parcel_not_found() { return problem(404, "not_found", "There is no such parcel in this shop."); }

// The order of the path's parcel, if the caller may see it.
std::optional<domain::Order> find_parcel_order(const Call& call) {
    std::optional<domain::Order> order;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        const auto id = snapshot.orders().find_shipment_order(call.shop.id, call.request.param("id"));
        if (id) order = snapshot.orders().find(call.shop.id, *id);
    });
    if (!order || order->removed || !may_see(call, *order)) return std::nullopt;
    return order;
}

Response answer_of(const Call& call, const labels::LabelAnswer& label, const domain::Order& order) {
    std::string body;
    Writer writer(body);
    writer.object().member("bought", label.is_new);
    writer.member(
        "url", "/api/v1/shops/" + call.shop.handle + "/shipments/" + std::string(call.request.param("id")) + "/label");
    writer.key("warnings").array();
    if (label.is_shortened) writer.value(call.site.services.words.text(call.language, "label.shortened"));
    for (const std::string& warning : label.warnings) writer.value(warning);
    writer.end().member("order", order.id).end();
    return json_response(label.is_new ? 201 : 200, std::move(body));
}

Response buy_label(Call& call) {
    const auto body = optional_json_body<LabelBody>(call.request);
    if (!body) return body.error();
    if (body->weight_grams && (*body->weight_grams < 1 || *body->weight_grams > weight_max_grams)) {
        return problem(422, "bad_field", "Some members are missing or wrong.",
                       {{"/weight_grams", "out_of_range", "from 1 to 100000 grams"}});
    }
    const auto order = find_parcel_order(call);
    if (!order) return parcel_not_found();
    const auto asked = repeatable(call);
    if (!asked) return asked.error();
    labels::LabelQuestion question{.shop = call.shop,
                                   .caller = call.caller,
                                   .order_id = order->id,
                                   .shipment_id = std::string(call.request.param("id")),
                                   .again = body->again.value_or(false),
                                   .weight_grams = body->weight_grams};
    if (*asked) {
        const auto keep = [&](const labels::LabelAnswer& label) {
            return kept_answer(**asked, answer_of(call, label, *order));
        };
        question.once = labels::OnceOnly{(*asked)->key, (*asked)->fingerprint, keep};
    }
    const auto label = labels::buy(call.site.services, question);
    return label ? answer_of(call, *label, *order) : refusal_response(call, label.error());
}

// The bytes are a stranger's: what is no PDF is nothing that a browser opens.
Response get_label(Call& call) {
    const auto order = find_parcel_order(call);
    if (!order) return parcel_not_found();
    auto bytes = labels::label_of(call.site.services, call.shop.id, order->id, call.request.param("id"));
    if (!bytes) return refusal_response(call, bytes.error());
    const bool is_pdf = bytes->starts_with("%PDF");
    const std::string name = documents::file_name(order->number, is_pdf ? "-label.pdf" : "-label.bin");
    return shown_file(std::move(*bytes), is_pdf ? "application/pdf" : "application/octet-stream", name,
                      !is_pdf || wants_download(call.request));
}

}  // namespace

void add_label_routes(Router& router, const Site& site) {
    using domain::Right;
    const std::string base = "/label-services";
    add_shop_route(router, site, "GET", base, Right::settings, list_accounts);
    add_shop_route(router, site, "PUT", base + "/{carrier}", Right::settings, connect_account);
    add_shop_route(router, site, "DELETE", base + "/{carrier}", Right::settings, disconnect_account);
    add_shop_route(router, site, "POST", "/shipments/{id}/label", Right::work, buy_label);
    add_shop_route(router, site, "GET", "/shipments/{id}/label", Right::work, get_label);
}

}  // namespace commis::http
