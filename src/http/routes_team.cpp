// Who works in a shop, who is invited, and what each role may do.
#include "domain/language.hpp"
#include "features/access/second_factor.hpp"
#include "features/access/second_factor_rule.hpp"
#include "features/access/team.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

struct InviteBody {
    std::string email, role;
    std::optional<std::string> name, language;
};
BOOST_DESCRIBE_STRUCT(InviteBody, (), (email, role, name, language))

struct RoleBody {
    std::string role;
};
BOOST_DESCRIBE_STRUCT(RoleBody, (), (role))

struct RuleBody {
    std::vector<std::string> roles;
    std::optional<std::string> from;
};
BOOST_DESCRIBE_STRUCT(RuleBody, (), (roles, from))

std::string word(const Call& call, std::string_view group, std::string_view id) {
    return call.site.services.words.text(call.language, std::string(group) + "." + std::string(id));
}

void write_role(Writer& writer, const Call& call, domain::Role role) {
    writer.member("role", domain::id_of(role)).member("role_label", word(call, "role", domain::id_of(role)));
}

void write_member(Writer& writer, const Call& call, const ports::Member& member) {
    const auto& own = call.caller.operator_;
    writer.object().member("id", member.operator_id).member("name", member.name).member("email", member.email);
    write_role(writer, call, member.role);
    writer.member("since", json::format_time_ms(member.since_ms)).key("last_seen_at");
    member.last_seen_at_ms ? writer.value(json::format_time_ms(*member.last_seen_at_ms)) : writer.null();
    writer.member("has_second_factor", member.has_second_factor);
    writer.member("is_you", own && own->id == member.operator_id).end();
}

// With the link only where it was just made.
void write_invitation(Writer& writer, const Call& call, const ports::Invitation& invitation,
                      const std::string& secret) {
    writer.object().member("id", invitation.id).member("email", invitation.email).member("name", invitation.name);
    write_role(writer, call, invitation.role);
    writer.member("language", invitation.language).member("invited_by", invitation.invited_by);
    writer.member("created_at", json::format_time_ms(invitation.created_at_ms));
    writer.member("expires_at", json::format_time_ms(invitation.expires_at_ms));
    writer.member("is_expired", invitation.expires_at_ms <= call.site.services.clock.now_ms());
    if (!secret.empty()) {
        writer.member("link", call.site.options.public_url + "/join/" + secret).member("secret", secret);
    }
    writer.end();
}

void write_rule(Writer& writer, const domain::SecondFactorRule& rule) {
    writer.object().key("roles").array();
    for (const domain::Role role : rule.roles) writer.value(domain::id_of(role));
    writer.end().key("from");
    rule.roles.empty() ? writer.null() : writer.value(json::format_time_ms(rule.from_ms));
    writer.end();
}

Response list_team(Call& call) {
    domain::SecondFactorRule rule;
    std::vector<ports::Member> members;
    std::vector<ports::Invitation> invitations;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        members = snapshot.access().list_members(call.shop.id);
        invitations = snapshot.access().list_invitations(call.shop.id);
        rule = snapshot.sign_ins().second_factor_rule(call.shop.id);
    });
    std::string body;
    Writer writer(body);
    writer.object().key("items").array();
    for (const ports::Member& member : members) write_member(writer, call, member);
    writer.end().key("next_cursor").null().key("invitations").array();
    for (const ports::Invitation& invitation : invitations) write_invitation(writer, call, invitation, "");
    writer.end().key("roles").array();
    for (const domain::Role role : access::roles_to_give(call.rights())) {
        if (access::is_for_people(role)) writer.value(domain::id_of(role));
    }
    writer.end().key("second_factor");
    write_rule(writer, rule);
    writer.end();
    return json_response(200, std::move(body));
}

Response invited_response(const Call& call, const access::Invited& invited) {
    std::string body;
    Writer writer(body);
    writer.object().key("member");
    if (invited.member) {
        write_member(writer, call, *invited.member);
    } else {
        writer.null();
    }
    writer.key("invitation");
    invited.invitation ? write_invitation(writer, call, *invited.invitation, invited.secret)
                       : static_cast<void>(writer.null());
    writer.end();
    return json_response(201, std::move(body));
}

std::expected<domain::Role, Response> read_role(const std::string& id) {
    if (const auto role = domain::find_role(id)) return *role;
    return std::unexpected(problem(422, "bad_field", "Some members are missing or wrong.",
                                   {{"/role", "unknown_role", "There is no such role."}}));
}

Response invite(Call& call) {
    auto body = json_body<InviteBody>(call.request);
    if (!body) return std::move(body.error());
    const auto role = read_role(body->role);
    if (!role) return role.error();
    const std::string language = body->language.value_or("");
    if (!language.empty() && !domain::is_language(language)) {
        return problem(422, "bad_field", "Some members are missing or wrong.",
                       {{"/language", "unknown_language", "One of en, fr, da, de."}});
    }
    const access::NewMember wanted{body->email, body->name.value_or(""), *role, language};
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto invited = access::invite(work, call.site.services, call.caller, call.shop, wanted);
        return invited ? invited_response(call, *invited) : refusal_response(call, invited.error());
    });
}

Response renew(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        const auto invited =
            access::renew_invitation(work, call.site.services, call.caller, call.shop, call.request.param("id"));
        return invited ? invited_response(call, *invited) : refusal_response(call, invited.error());
    });
}

Response withdraw(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        const bool was_there = work.access().delete_invitation(call.shop.id, call.request.param("id"));
        return was_there ? no_content() : problem(404, "not_found", "There is no such invitation in this shop.");
    });
}

Response change_role(Call& call) {
    auto body = json_body<RoleBody>(call.request);
    if (!body) return std::move(body.error());
    const auto role = read_role(body->role);
    if (!role) return role.error();
    // Streams were opened with the rights of then.
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            const auto member = access::change_role(work, call.caller, call.shop, call.request.param("id"), *role);
            if (!member) return refusal_response(call, member.error());
            std::string text;
            Writer writer(text);
            write_member(writer, call, *member);
            return json_response(200, std::move(text));
        },
        [&] { call.site.events.close(); });
}

Response remove(Call& call) {
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            const auto removed = access::remove_member(work, call.caller, call.shop, call.request.param("id"));
            return removed ? no_content() : refusal_response(call, removed.error());
        },
        [&] { call.site.events.close(); });
}

Response reset_second_factor(Call& call) {
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            const auto done = access::reset_second_factor(work, call.site.services, call.caller, call.shop,
                                                          call.request.param("id"), call.request.remote_address);
            return done ? no_content() : refusal_response(call, done.error());
        },
        [&] { call.site.events.close(); });
}

std::expected<domain::SecondFactorRule, Response> read_rule(Call& call) {
    auto body = json_body<RuleBody>(call.request);
    if (!body) return std::unexpected(std::move(body.error()));
    domain::SecondFactorRule rule{{}, call.site.services.clock.now_ms()};
    std::vector<json::FieldError> errors;
    for (std::size_t at = 0; at < body->roles.size(); ++at) {
        if (const auto role = domain::find_role(body->roles[at])) {
            rule.roles.push_back(*role);
        } else {
            errors.push_back({"/roles/" + std::to_string(at), "unknown_role", "There is no such role."});
        }
    }
    if (body->from) {
        if (const auto from_ms = json::parse_time_ms(*body->from)) {
            rule.from_ms = *from_ms;
        } else {
            errors.push_back({"/from", "invalid_time", "Such as 2026-12-01T00:00:00Z."});
        }
    }
    if (errors.empty()) return rule;
    return std::unexpected(problem(422, "bad_field", "Some members are missing or wrong.", errors));
}

Response demand_second_factor(Call& call) {
    const auto wanted = read_rule(call);
    if (!wanted) return wanted.error();
    // Streams go on with what was allowed when they began.
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            const auto rule = access::set_second_factor_rule(work, call.caller, call.shop, *wanted);
            if (!rule) return refusal_response(call, rule.error());
            std::string text;
            Writer writer(text);
            write_rule(writer, *rule);
            return json_response(200, std::move(text));
        },
        [&] { call.site.events.close(); });
}

Response list_roles(Call& call) {
    std::string body;
    Writer writer(body);
    writer.object().key("items").array();
    for (const domain::RoleRow& row : domain::role_rows()) {
        if (row.role == domain::Role::admin) continue;
        writer.object().member("id", row.id).member("label", word(call, "role", row.id));
        writer.member("about", word(call, "role_about", row.id));
        writer.member("for_people", access::is_for_people(row.role)).key("rights").array();
        for (const domain::Right right : domain::all_rights()) {
            const bool is_shown = right != domain::Right::read_own || row.role == domain::Role::storefront;
            if (row.rights.has(right) && is_shown) writer.value(domain::id_of(right));
        }
        writer.end().end();
    }
    writer.end().key("next_cursor").null().key("rights").array();
    for (const domain::Right right : domain::all_rights()) {
        const std::string_view id = domain::id_of(right);
        writer.object().member("id", id).member("label", word(call, "right", id));
        writer.member("about", word(call, "right_about", id)).end();
    }
    writer.end().end();
    return json_response(200, std::move(body));
}

}  // namespace

void add_team_routes(Router& router, const Site& site) {
    add_signed_in_route(router, site, "GET", "/roles", list_roles);
    add_shop_route(router, site, "GET", "/team", domain::Right::team, list_team);
    add_shop_route(router, site, "POST", "/team", domain::Right::team, invite);
    add_shop_route(router, site, "PUT", "/team/second-factor", domain::Right::team, demand_second_factor);
    add_shop_route(router, site, "PATCH", "/team/{id}", domain::Right::team, change_role);
    add_shop_route(router, site, "DELETE", "/team/{id}", domain::Right::team, remove);
    add_shop_route(router, site, "DELETE", "/team/{id}/second-factor", domain::Right::team, reset_second_factor);
    add_shop_route(router, site, "POST", "/team/invitations/{id}/renew", domain::Right::team, renew);
    add_shop_route(router, site, "DELETE", "/team/invitations/{id}", domain::Right::team, withdraw);
}

}  // namespace commis::http
