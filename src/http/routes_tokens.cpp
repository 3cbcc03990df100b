// Tokens for programs.
#include "features/access/access.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_facts_json.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

struct CreateBody {
    std::string name, role;
    std::optional<json::Instant> expires_at;
};
BOOST_DESCRIBE_STRUCT(CreateBody, (), (name, role, expires_at))

void write_token(json::Writer& writer, const ports::Token& token, const std::string& secret) {
    writer.object().member("id", token.id).member("name", token.name).member("role", domain::id_of(token.role));
    writer.member("created_at", json::format_time_ms(token.created_at_ms));
    write_time_or_null(writer, "last_used_at", token.last_used_at_ms);
    write_time_or_null(writer, "expires_at", token.expires_at_ms);
    if (!secret.empty()) writer.member("token", secret);
    writer.end();
}

Response list_tokens(Call& call) {
    std::vector<ports::Token> tokens;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { tokens = snapshot.access().list_tokens(call.shop.id); });
    std::string body;
    json::Writer writer(body);
    writer.object().key("items").array();
    for (const ports::Token& token : tokens) write_token(writer, token, "");
    writer.end().key("next_cursor").null().key("roles").array();
    for (const domain::Role role : access::roles_to_give(call.rights())) writer.value(domain::id_of(role));
    writer.end().end();
    return json_response(200, std::move(body));
}

Response create_token(Call& call) {
    auto body = json_body<CreateBody>(call.request);
    if (!body) return std::move(body.error());
    const auto role = domain::find_role(body->role);
    if (!role) {
        return problem(422, "bad_field", "Some members are missing or wrong.",
                       {{"/role", "unknown_role", "There is no such role."}});
    }
    access::NewToken wanted{call.shop.id, body->name, *role, std::nullopt};
    if (body->expires_at) wanted.expires_at_ms = body->expires_at->at_ms;
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto created = access::create_token(work, call.site.services, call.caller, wanted);
        if (!created) return refusal_response(call, created.error());
        std::string text;
        json::Writer writer(text);
        write_token(writer, created->token, created->secret);
        return json_response(201, std::move(text));
    });
}

Response delete_token(Call& call) {
    const auto remove = [&](ports::UnitOfWork& work) {
        const bool was_there = work.access().delete_token(call.shop.id, call.request.param("id"));
        return was_there ? no_content() : problem(404, "not_found", "There is no such token in this shop.");
    };
    // Its streams were opened while it lived.
    return run_command(call, remove, [&] { call.site.events.close(); });
}

}  // namespace

void add_token_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/tokens", domain::Right::team, list_tokens);
    add_shop_route(router, site, "POST", "/tokens", domain::Right::team, create_token);
    add_shop_route(router, site, "DELETE", "/tokens/{id}", domain::Right::team, delete_token);
}

}  // namespace commis::http
