// Profiles and shops.
#include "features/shops/shops.hpp"
#include "http/command.hpp"
#include "http/preconditions.hpp"
#include "http/routes.hpp"
#include "http/shop_body.hpp"
#include "http/shop_facts.hpp"
#include "http/vocabulary.hpp"

namespace commis::http {
namespace {

using json::Writer;

void write_states(Writer& writer, const Services& services, const domain::Profile& profile,
                  const std::string& language) {
    writer.key("states").array();
    for (const domain::State& state : profile.states) {
        const std::string stage(domain::id_of(state.stage));
        writer.object().member("id", state.id).member("stage", stage);
        writer.member("stage_label", services.words.text(language, "stage." + stage));
        writer.member("label", state.label.in(language)).member("color", state.color);
        writer.member("initial_only", state.initial_only).member("published", state.published).end();
    }
    writer.end();
}

void write_methods(Writer& writer, const domain::Profile& profile, const std::string& language) {
    writer.key("payment_methods").array();
    for (const domain::PaymentMethod& method : profile.methods) {
        writer.object().member("id", method.id).member("label", method.label.in(language));
        writer.member("kind", kind_id(method.kind)).member("on", method.on).end();
    }
    writer.end();
}

void write_list_defaults(Writer& writer, const domain::Profile& profile) {
    static constexpr std::string_view axes[] = {"payment", "state", "summary"};
    writer.key("list_shows").array();
    for (const domain::ListAxis axis : profile.list_shows) writer.value(axes[static_cast<std::size_t>(axis)]);
    writer.end();
    const bool is_immediate = profile.apply_button == domain::ApplyChange::immediate;
    writer.member("apply", is_immediate ? "immediate" : "button").key("columns").array();
    for (const std::string& column : profile.columns) writer.value(column);
    writer.end();
}

void write_warnings(Writer& writer, const Call& call, const domain::Shop& shop) {
    const auto warn = [&](const std::string& code) {
        writer.object().member("code", code);
        writer.member("text", call.site.services.words.text(call.language, "warning." + code)).end();
    };
    writer.key("warnings").array();
    if (!call.site.options.sends_mail) warn("smtp_missing");
    if (call.site.is_backup_missing && call.site.is_backup_missing()) warn("backup_failed");
    if (!domain::hears_of_new_orders(domain::staff_of(shop))) warn("operators_missing");
    writer.end();
}

void write_shop(Writer& writer, const Call& call, const domain::Shop& shop) {
    const Services& services = call.site.services;
    const auto profile = services.profiles.of(shop);
    writer.object().member("id", shop.handle).member("name", shop.name).member("profile", shop.profile_id);
    writer.member("currency", shop.currency.code()).member("currency_exponent", shop.currency.exponent());
    writer.member("language", shop.language).member("timezone", shop.timezone).member("sandbox", shop.sandbox);
    write_legal_and_mail(writer, shop);
    write_papers(writer, shop.papers);
    write_retention(writer, shop.retention);
    writer.key("settings").raw(services.profiles.settings_json(shop));
    write_states(writer, services, *profile, call.language);
    write_methods(writer, *profile, call.language);
    write_vocabulary(writer, services, call.language, profile.get());
    write_list_defaults(writer, *profile);
    write_warnings(writer, call, shop);
    writer.member("version", shop.version).end();
}

Response shop_response(const Call& call, int status, const domain::Shop& shop) {
    std::string body;
    Writer writer(body);
    write_shop(writer, call, shop);
    Response response = json_response(status, std::move(body));
    response.headers.set("ETag", entity_tag(shop.version));
    return response;
}

Response list_profiles(Call& call) {
    const Services& services = call.site.services;
    return list_response(services.profiles.ids(), "", [&](Writer& writer, const std::string& id) {
        const auto profile = services.profiles.shipped(id);
        domain::Shop blank;
        blank.profile_id = id;
        writer.object().member("id", id).member("label", profile->name.in(call.language));
        writer.member("description", profile->description.in(call.language));
        writer.key("settings").raw(services.profiles.settings_json(blank));
        write_states(writer, services, *profile, call.language);
        write_methods(writer, *profile, call.language);
        writer.end();
    });
}

Response list_shops(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const std::string_view after = call.request.query_value("cursor").value_or("");
    std::vector<domain::Shop> shops;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) { shops = snapshot.shops().list(); });
    std::erase_if(shops, [&](const domain::Shop& shop) {
        return !call.caller.role_in(shop.id) || std::string_view(shop.handle) <= after;
    });
    std::string next;
    if (shops.size() > static_cast<std::size_t>(*limit)) {
        shops.resize(static_cast<std::size_t>(*limit));
        next = shops.back().handle;
    }
    return list_response(shops, next,
                         [&](Writer& writer, const domain::Shop& shop) { write_shop(writer, call, shop); });
}

Response create_shop(Call& call) {
    auto wanted = read_shop_create(call.request);
    if (!wanted) return std::move(wanted.error());
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto shop = shops::create(work, call.site.services, call.caller, *wanted);
        if (!shop) return refusal_response(call, shop.error());
        Response response = shop_response(call, 201, *shop);
        response.headers.set("Location", "/api/v1/shops/" + shop->handle);
        return response;
    });
}

Response update_shop(Call& call) {
    auto wanted = read_shop_patch(call.request);
    if (!wanted) return std::move(wanted.error());
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            const auto shop = shops::update(work, call.site.services, call.caller, call.shop.id, *wanted);
            return shop ? shop_response(call, 200, *shop) : refusal_response(call, shop.error());
        },
        call.site.wake_jobs);
}

}  // namespace

void add_shop_routes(Router& router, const Site& site) {
    add_signed_in_route(router, site, "GET", "/profiles", list_profiles);
    add_signed_in_route(router, site, "GET", "/shops", list_shops);
    add_signed_in_route(router, site, "POST", "/shops", create_shop);
    add_shop_route(router, site, "GET", "", domain::Right::read_own,
                   [](Call& call) { return shop_response(call, 200, call.shop); });
    add_shop_route(router, site, "PATCH", "", domain::Right::settings, update_shop);
}

}  // namespace commis::http
