// The audit trail: a page of it, the whole as JSON lines for another program, and the proof that nobody changed it. A
// shop's stands under the shop; the platform's is the administrators'.
#include <algorithm>
#include <charconv>

#include "features/audit/audit.hpp"
#include "http/order_query.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

void write_entry(json::Writer& writer, const ports::AuditEntry& entry) {
    writer.object().member("position", entry.position).member("at", json::format_time_ms(entry.at_ms));
    writer.member("kind", entry.kind).key("actor").object().member("kind", entry.actor_kind);
    writer.member("id", entry.actor_id).member("name", entry.actor_name).end();
    writer.member("subject", entry.subject).member("address", entry.address).key("detail").raw(entry.detail);
    writer.member("digest", entry.digest).end();
}

Response wrong_parameter(const char* name, const char* code, const char* detail) {
    return problem(422, "bad_field", "Some parameters are unknown or wrong.", {{name, code, detail}});
}

std::expected<ports::AuditFilter, Response> read_filter(const Call& call) {
    ports::AuditFilter filter;
    filter.shop_id = call.shop.id;
    const auto limit = read_limit(call.request);
    if (!limit) return std::unexpected(limit.error());
    filter.limit = *limit + 1;
    filter.actor_id = std::string(call.request.query_value("person").value_or(""));
    filter.kind = std::string(call.request.query_value("kind").value_or(""));
    if (!filter.kind.empty() && std::ranges::find(audit::kinds(), filter.kind) == audit::kinds().end()) {
        return std::unexpected(wrong_parameter("kind", "unknown_value", "There is no such kind."));
    }
    for (const auto& [name, at_ms] : {std::pair{"from", &filter.from_ms}, std::pair{"to", &filter.to_ms}}) {
        const auto text = call.request.query_value(name);
        if (!text) continue;
        const auto parsed = json::parse_time_ms(*text);
        if (!parsed) return std::unexpected(wrong_parameter(name, "invalid_time", "RFC 3339, please."));
        *at_ms = *parsed;
    }
    if (const auto cursor = call.request.query_value("cursor")) {
        const auto position = whole_number(*cursor);
        if (!position) return std::unexpected(wrong_parameter("cursor", "invalid_value", "No cursor of this list."));
        filter.before_position = *position;
    }
    return filter;
}

Response list_entries(Call& call) {
    const auto filter = read_filter(call);
    if (!filter) return filter.error();
    std::vector<ports::AuditEntry> entries;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) { entries = snapshot.audit().list(*filter); });
    std::string next;
    if (std::ssize(entries) == filter->limit) {
        entries.pop_back();
        next = std::to_string(entries.back().position);
    }
    std::string body;
    json::Writer writer(body);
    writer.object().key("items").array();
    for (const ports::AuditEntry& entry : entries) write_entry(writer, entry);
    writer.end().key("next_cursor");
    next.empty() ? writer.null() : writer.value(next);
    writer.key("kinds").array();
    for (const std::string_view kind : audit::kinds()) {
        writer.object().member("id", kind);
        writer.member("label", call.site.services.words.text(call.language, "audit." + std::string(kind))).end();
    }
    writer.end().end();
    return json_response(200, std::move(body));
}

// One entry a line, from the first to the last, with everything its digest covers.
Response export_entries(Call& call) {
    Response response = text_response(200, "application/jsonl", "");
    response.headers.set("Content-Disposition", "attachment; filename=\"audit.jsonl\"");
    const Services& services = call.site.services;
    response.stream = [&services, shop_id = call.shop.id, position = std::int64_t{0}](std::string& chunk) mutable {
        constexpr std::int32_t page_size = 500;
        std::vector<ports::AuditEntry> entries;
        services.storage.read(
            [&](ports::Snapshot& snapshot) { entries = snapshot.audit().after(shop_id, position, page_size); });
        for (const ports::AuditEntry& entry : entries) {
            json::Writer writer(chunk);
            writer.object().key("entry").raw(audit::canonical(entry)).member("digest", entry.digest).end();
            chunk += '\n';
            position = entry.position;
        }
        return std::ssize(entries) == page_size;
    };
    return response;
}

Response prove_trail(Call& call) {
    const audit::Proof proof = audit::prove(call.site.services, call.shop.id);
    std::string body;
    json::Writer writer(body);
    writer.object().member("entries", proof.entries).member("digest", proof.last_digest).key("faults").array();
    for (const audit::Fault& fault : proof.faults) {
        writer.object().member("position", fault.position).member("code", fault.code).end();
    }
    writer.end().end();
    return json_response(200, std::move(body));
}

// The platform's own trail, of shop 0.
CallHandler for_administrators(CallHandler handler) {
    return [handler = std::move(handler)](Call& call) {
        if (!call.caller.is_admin) return problem(403, "forbidden", "This role may not do that.");
        return handler(call);
    };
}

}  // namespace

void add_audit_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/audit", Right::team, list_entries);
    add_shop_route(router, site, "GET", "/audit/entries.jsonl", Right::team, export_entries, {.leaves_a_trace = true});
    add_shop_route(router, site, "GET", "/audit/proof", Right::team, prove_trail);
    add_signed_in_route(router, site, "GET", "/audit", for_administrators(list_entries));
    add_signed_in_route(router, site, "GET", "/audit/entries.jsonl", for_administrators(export_entries));
    add_signed_in_route(router, site, "GET", "/audit/proof", for_administrators(prove_trail));
}

}  // namespace commis::http
