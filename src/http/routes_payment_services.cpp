// Accounts at payment services: which are connected, connecting and disconnecting them, and what they told.
#include "domain/lowered.hpp"
#include "features/payments/connections.hpp"
#include "features/payments/notices.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_facts_json.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

constexpr std::int32_t notices_shown = 50;
// A service sends one happening at a time.
constexpr std::uint64_t notice_size_max = 256 * 1'024;
// What a notice may be proven by; everything else that came with it is nobody's business.
constexpr std::size_t proof_length_max = 4'096;

struct ConnectionBody {
    std::optional<std::string> client_id, secret, webhook_secret;
};
BOOST_DESCRIBE_STRUCT(ConnectionBody, (), (client_id, secret, webhook_secret))

std::string notice_url(const Call& call, const std::string& provider) {
    return call.site.options.public_url + "/notices/" + provider + "/" + call.shop.handle;
}

void write_connection(Writer& writer, const Call& call, const domain::GatewayConnection& connection) {
    const auto credentials = connection.is_connected() ? call.site.services.gateways->open(connection) : std::nullopt;
    writer.object().member("provider", connection.provider).member("account", connection.account);
    writer.member("name", connection.name).member("live", connection.is_live);
    writer.member("connected", connection.is_connected());
    // Its credentials were sealed with a key that is not here any more.
    writer.member("readable", !connection.is_connected() || credentials.has_value());
    writer.member("hears_notices", credentials && !credentials->notice_secret.empty());
    writer.member("connected_at", json::format_time_ms(connection.connected_at_ms));
    write_time_or_null(writer, "disconnected_at", connection.disconnected_at_ms);
    writer.end();
}

Response list_services(Call& call) {
    ports::PaymentGateways* gateways = call.site.services.gateways;
    std::string body;
    Writer writer(body);
    writer.object().key("items").array();
    for (const domain::GatewayConnection& connection : call.shop.connections) {
        write_connection(writer, call, connection);
    }
    writer.end().key("next_cursor").null().key("providers").array();
    for (const std::string& provider : gateways == nullptr ? std::vector<std::string>{} : gateways->providers()) {
        writer.object().member("id", provider);
        writer.member("name", call.site.services.words.text(call.language, "provider." + provider));
        writer.member("webhook_url", notice_url(call, provider)).end();
    }
    writer.end().end();
    return json_response(200, std::move(body));
}

Response connect_service(Call& call) {
    auto body = json_body<ConnectionBody>(call.request);
    if (!body) return std::move(body.error());
    const std::string provider(call.request.param("provider"));
    const auto made = payments::connect(call.site.services, call.shop.id, provider,
                                        {body->client_id, body->secret, body->webhook_secret});
    if (!made) return refusal_response(call, made.error());
    std::string text;
    Writer writer(text);
    write_connection(writer, call, *made);
    return json_response(200, std::move(text));
}

Response disconnect_service(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto gone = payments::disconnect(work, call.site.services, call.shop.id, call.request.param("provider"),
                                               call.request.param("account"));
        return gone ? no_content() : refusal_response(call, gone.error());
    });
}

Response list_notices(Call& call) {
    const std::string provider(call.request.param("provider"));
    std::vector<ports::StoredNotice> notices;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { notices = snapshot.notices().list(call.shop.id, provider, notices_shown); });
    return list_response(notices, "", [](Writer& writer, const ports::StoredNotice& notice) {
        writer.object().member("id", notice.event_id).member("type", notice.type).member("account", notice.account);
        writer.member("status", ports::id_of(notice.status));
        writer.member("received_at", json::format_time_ms(notice.received_at_ms)).end();
    });
}

std::optional<domain::Shop> shop_of(const Request& request, const Site& site) {
    std::optional<domain::Shop> shop;
    site.services.storage.read(
        [&](ports::Snapshot& snapshot) { shop = snapshot.shops().find_handle(request.param("shop")); });
    return shop;
}

// What a service tells. Whoever cannot prove to be the service learns nothing, not even which shops there are.
Response take_notice(Request& request, const Site& site) {
    ports::ProviderNotice notice;
    for (const Headers::Field& field : request.headers) {
        std::string name = domain::lowered(field.name);
        const bool proves = name == "stripe-signature" || name.starts_with("paypal-");
        if (proves && field.value.size() <= proof_length_max) notice.headers.emplace(std::move(name), field.value);
    }
    notice.body = std::move(request.body);
    notice.received_at_ms = site.services.clock.now_ms();
    const auto shop = shop_of(request, site);
    const auto taken = shop ? payments::take_notice(site.services, *shop, request.param("provider"), notice)
                            : domain::refuse_fields({{"", "not_connected", ""}});
    if (taken) return json_response(200, R"({"received":true})");
    return problem(400, taken.error().fields.front().code, "The notice is not believed.");
}

}  // namespace

void add_payment_service_routes(Router& router, const Site& site) {
    const std::string base = "/payment-services";
    add_shop_route(router, site, "GET", base, domain::Right::settings, list_services);
    add_shop_route(router, site, "PUT", base + "/{provider}", domain::Right::settings, connect_service);
    add_shop_route(router, site, "DELETE", base + "/{provider}/accounts/{account}", domain::Right::settings,
                   disconnect_service);
    add_shop_route(router, site, "GET", base + "/{provider}/notices", domain::Right::settings, list_notices);
    router.add("POST", "/notices/{provider}/{shop}", [&site](Request& request) { return take_notice(request, site); },
               {.body_limit = notice_size_max});
}

}  // namespace commis::http
