// Addresses that may not register (W-44, A-12): those that a refund blocked, and those that somebody did.
#include "domain/decisions/decision.hpp"
#include "domain/email_address.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_query.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

constexpr std::int32_t reason_length_max = 500;

struct BlockBody {
    std::string email;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(BlockBody, (), (email, reason))

void write_blocked(json::Writer& writer, const ports::BlockedAddress& address) {
    writer.object().member("email", address.email).member("reason", address.reason);
    write_text_or_null(writer, "order", address.order_id);
    write_text_or_null(writer, "order_number", address.order_number);
    write_text_or_null(writer, "by", address.by);
    writer.member("blocked_at", json::format_time_ms(address.blocked_at_ms)).end();
}

Response list_blocked(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const std::string after(call.request.query_value("cursor").value_or(""));
    std::vector<ports::BlockedAddress> addresses;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { addresses = snapshot.openings().blocked(call.shop.id, after, *limit + 1); });
    std::string next;
    if (addresses.size() > static_cast<std::size_t>(*limit)) {
        addresses.pop_back();
        next = addresses.back().email;
    }
    return list_response(addresses, next, write_blocked);
}

Response block_address(Call& call) {
    auto body = json_body<BlockBody>(call.request);
    if (!body) return std::move(body.error());
    std::vector<domain::FieldError> errors;
    if (!domain::is_email_address(body->email)) {
        errors.push_back({"/email", "invalid_email", "this is no e-mail address"});
    }
    const std::string reason = body->reason.value_or("");
    domain::check_text(errors, "/reason", reason, reason_length_max);
    if (!errors.empty()) return refusal_response(call, {domain::Refusal::bad_field, "", std::move(errors)});
    const ports::BlockedAddress address{.shop_id = call.shop.id,
                                        .email = body->email,
                                        .reason = reason,
                                        .by = call.caller.actor.name,
                                        .blocked_at_ms = call.site.services.clock.now_ms()};
    return run_command(call, [&](ports::UnitOfWork& work) {
        if (!work.reads().openings().blocked_among(call.shop.id, {address.email}).empty()) {
            return refusal_response(
                call,
                {domain::Refusal::bad_field, "", {{"/email", "already_used", "this address is blocked already"}}});
        }
        work.openings().block(address);
        std::string answer;
        json::Writer writer(answer);
        write_blocked(writer, address);
        return json_response(201, std::move(answer));
    });
}

Response unblock_address(Call& call) {
    return run_command(call, [&](ports::UnitOfWork& work) {
        if (work.openings().unblock(call.shop.id, call.request.param("email"))) return no_content();
        return problem(404, "not_found", "This address is not blocked.");
    });
}

}  // namespace

void add_blocked_address_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/blocked-addresses", Right::read, list_blocked);
    add_shop_route(router, site, "POST", "/blocked-addresses", Right::edit, block_address);
    add_shop_route(router, site, "DELETE", "/blocked-addresses/{email}", Right::edit, unblock_address);
}

}  // namespace commis::http
