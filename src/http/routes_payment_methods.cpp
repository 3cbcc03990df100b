// The payment methods of a shop: what each is called and told, and what happens to an order that is not paid.
#include "features/shops/shops.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"
#include "http/vocabulary.hpp"
#include "http/words_body.hpp"

namespace commis::http {
namespace {

struct WordsPatch {
    json::Patch<std::string> en, fr, da, de;
};
BOOST_DESCRIBE_STRUCT(WordsPatch, (), (en, fr, da, de))

struct StepBody {
    std::int32_t day = 0;
    std::string action;
    bool automatic = false;
    static constexpr auto defaulted_members = json::names("automatic");
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (day, action, automatic))

// Null gives a member back to the profile.
struct MethodPatch {
    json::Patch<bool> on, per_customer;
    json::Patch<WordsPatch> labels, instructions;
    json::Patch<std::string> invoice_at;
    json::Patch<std::vector<StepBody>> dunning;
    json::Patch<std::int32_t> grace_days, authorization_days;
};
BOOST_DESCRIBE_STRUCT(MethodPatch, (),
                      (on, per_customer, labels, instructions, invoice_at, dunning, grace_days, authorization_days))

void write_settings(json::Writer& writer, const domain::PaymentMethod& method) {
    static constexpr std::string_view invoicing[] = {"order", "payment", "dispatch", "manual"};
    writer.object().member("on", method.on).member("per_customer", method.per_customer).key("labels");
    write_words(writer, method.label);
    writer.key("instructions");
    write_words(writer, method.instructions);
    writer.key("invoice_at");
    method.invoice_at ? writer.value(invoicing[static_cast<std::size_t>(*method.invoice_at)]) : writer.null();
    writer.key("dunning").array();
    for (const domain::DunningStep& step : method.dunning) {
        writer.object().member("day", step.day).member("action", step.action);
        writer.member("automatic", step.automatic).end();
    }
    writer.end().member("grace_days", method.grace_days).member("authorization_days", method.authorization_days).end();
}

Response methods_response(const Call& call, const domain::Shop& shop) {
    const auto profile = call.site.services.profiles.of(shop);
    const auto shipped = call.site.services.profiles.shipped(shop.profile_id);
    std::string body;
    json::Writer writer(body);
    writer.object().member("version", shop.version).key("items").array();
    for (const domain::PaymentMethod& method : profile->methods) {
        writer.object().member("id", method.id).member("kind", kind_id(method.kind));
        writer.member("label", method.label.in(call.language)).key("settings");
        write_settings(writer, method);
        writer.key("defaults");
        const domain::PaymentMethod* own = shipped->find_method(method.id);
        own != nullptr ? write_settings(writer, *own) : static_cast<void>(writer.null());
        writer.end();
    }
    writer.end().end();
    Response response = json_response(200, std::move(body));
    response.headers.set("ETag", entity_tag(shop.version));
    return response;
}

// The body as a change of the shop's settings; there a method's words are called `label`.
std::string settings_patch(const std::string& id, boost::json::object change) {
    if (auto* labels = change.if_contains("labels")) {
        change["label"] = *labels;
        change.erase("labels");
    }
    return boost::json::serialize(boost::json::object{{"payment_methods", boost::json::object{{id, change}}}});
}

// Faults are found in the settings, and named as members of the body.
domain::Error as_members(domain::Error error, const std::string& id) {
    const std::string above = "/settings/payment_methods/" + id;
    for (domain::FieldError& field : error.fields) {
        if (field.field.starts_with(above)) field.field.erase(0, above.size());
        if (field.field.starts_with("/label")) field.field.replace(0, std::string_view("/label").size(), "/labels");
    }
    return error;
}

Response update_method(Call& call) {
    const auto match = if_match(call.request);
    if (!match) return match.error();
    const std::string id(call.request.param("id"));
    if (call.site.services.profiles.of(call.shop)->find_method(id) == nullptr) {
        return problem(404, "not_found", "There is no such payment method in this shop.");
    }
    if (const auto checked = json_body<MethodPatch>(call.request); !checked) return checked.error();
    shops::ShopChange change;
    change.settings_patch_json = settings_patch(id, json_document(call.request)->as_object());
    change.allows = [&](std::int64_t version) { return match->allows(version); };
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            const auto shop = shops::update(work, call.site.services, call.caller, call.shop.id, change);
            return shop ? methods_response(call, *shop) : refusal_response(call, as_members(shop.error(), id));
        },
        call.site.wake_jobs);
}

}  // namespace

void add_payment_method_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/payment-methods", domain::Right::read,
                   [](Call& call) { return methods_response(call, call.shop); });
    add_shop_route(router, site, "PATCH", "/payment-methods/{id}", domain::Right::settings, update_method);
}

}  // namespace commis::http
