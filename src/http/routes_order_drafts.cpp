// The draft beside an order: kept, looked at, confirmed, discarded. Its preview is made by the decision that confirming
// it runs.
#include <boost/json/serialize.hpp>

#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_calls.hpp"
#include "http/order_drafts.hpp"
#include "http/preconditions.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

Response no_draft(const Call& call) { return refusal_response(call, {domain::Refusal::no_draft, "", {}}); }

orders::Target dry_target(const Call& call) {
    return {call.shop, std::string(call.request.param("id")), {}, domain::EntryPoint::button, true};
}

// What confirming would do, or why it can't be done now.
struct Outlook {
    std::optional<domain::Order> before;
    domain::Result<domain::Decision> decision;
};

Outlook look_ahead(ports::UnitOfWork& work, const Call& call, const orders::ParsedAction& revision) {
    Outlook outlook;
    const orders::Decide decide = [&](const domain::Order& order, const domain::Context& context) {
        outlook.before = order;
        return revision.decide(order, context);
    };
    outlook.decision = orders::run(work, call.site.services, dry_target(call), call.caller, decide);
    return outlook;
}

void write_outlook(json::Writer& writer, const Call& call, const Outlook& outlook) {
    writer.key("preview");
    if (outlook.decision) {
        const auto profile = call.site.services.profiles.of(call.shop);
        write_preview(writer, view_of(call, *profile, {.has_draft = true}), *outlook.before, *outlook.decision);
        writer.key("refusal").null();
        return;
    }
    writer.null().key("refusal").raw(refusal_response(call, outlook.decision.error()).body);
}

Response draft_response(const Call& call, const ports::RevisionDraft& draft, const Outlook& outlook) {
    std::string body;
    json::Writer writer(body);
    writer.object().key("body").raw(draft.body_json).member("by", draft.by);
    writer.member("updated_at", json::format_time_ms(draft.updated_at_ms));
    write_outlook(writer, call, outlook);
    writer.end();
    Response response = json_response(200, std::move(body));
    if (outlook.before) response.headers.set("ETag", entity_tag(outlook.before->version));
    return response;
}

// A kept body was read before, so that it can be read again.
orders::ParsedAction revision_of(const ports::RevisionDraft& draft) {
    return *parse_action(domain::Action::revise, *json::parse(draft.body_json));
}

ports::RevisionDraft draft_from(const Call& call, const json::Value& body) {
    boost::json::object kept = body.as_object();
    kept.erase("draft");
    kept.erase("dry_run");
    return {boost::json::serialize(kept), call.caller.actor.name, call.site.services.clock.now_ms()};
}

Response get_draft(Call& call) {
    const auto order = find_order(call);
    if (!order) return order.error();
    Response response;
    // A look ahead is decided in a unit of work that changes nothing.
    call.site.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        const auto draft = work.reads().orders().find_draft(call.shop.id, order->id);
        response = draft ? draft_response(call, *draft, look_ahead(work, call, revision_of(*draft))) : no_draft(call);
    });
    return response;
}

Response put_draft(Call& call) {
    auto body = json_document(call.request);
    if (!body) return std::move(body.error());
    const auto revision = parse_action(domain::Action::revise, *body);
    if (!revision) return revision.error();
    return keep_draft(call, *body, *revision, DraftAnswer::draft);
}

Response delete_draft(Call& call) {
    const auto order = find_order(call);
    if (!order) return order.error();
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            if (!work.reads().orders().find_draft(call.shop.id, order->id)) return no_draft(call);
            work.orders().delete_draft(call.shop.id, order->id);
            return no_content();
        },
        [&] { call.site.services.notices.order_changed(call.shop.id, order->id, order->version); });
}

struct ConfirmBody {
    std::optional<std::string> note;
    std::optional<bool> notify, dry_run;
};
BOOST_DESCRIBE_STRUCT(ConfirmBody, (), (note, notify, dry_run))

// The kept body with what confirming it says anew.
orders::ParsedAction confirmed(const ports::RevisionDraft& draft, const ConfirmBody& body) {
    json::Value kept = *json::parse(draft.body_json);
    if (body.note) kept.as_object()["note"] = *body.note;
    if (body.notify) kept.as_object()["notify"] = *body.notify;
    kept.as_object()["dry_run"] = body.dry_run.value_or(false);
    return *parse_action(domain::Action::revise, kept);
}

Response confirm_draft(Call& call) {
    auto body = optional_json_body<ConfirmBody>(call.request);
    if (!body) return std::move(body.error());
    const std::string order_id(call.request.param("id"));
    const MakeAction make = [&](ports::UnitOfWork& work) -> std::expected<orders::ParsedAction, Response> {
        // Locked first, so that nobody keeps another draft between the look and the revision.
        const auto order = work.orders().lock(call.shop.id, order_id);
        const auto draft = work.reads().orders().find_draft(call.shop.id, order_id);
        if (order && may_see(call, *order) && !draft) return std::unexpected(no_draft(call));
        return confirmed(draft.value_or(ports::RevisionDraft{R"({"lines": []})", "", 0}), *body);
    };
    return decide_on_order(call, order_id, make, [&](ports::UnitOfWork& work, const domain::Decision& decision) {
        work.orders().delete_draft(call.shop.id, order_id);
        return order_response(call, 200, decision.order);
    });
}

}  // namespace

bool asks_for_draft(const json::Value& body) {
    const auto* member = body.as_object().if_contains("draft");
    return member != nullptr && member->is_bool() && member->get_bool();
}

Response keep_draft(Call& call, const json::Value& body, const orders::ParsedAction& revision, DraftAnswer answer) {
    const auto match = if_match(call.request);
    if (!match) return match.error();
    const std::string order_id(call.request.param("id"));
    const ports::RevisionDraft draft = draft_from(call, body);
    std::int64_t version = 0;
    return run_command(
        call,
        [&](ports::UnitOfWork& work) {
            version = 0;
            const Outlook outlook = look_ahead(work, call, revision);
            if (outlook.before && !may_see(call, *outlook.before)) {
                return refusal_response(call, {domain::Refusal::not_found, "", {}});
            }
            if (outlook.before && !match->allows(outlook.before->version)) {
                const std::string now = std::to_string(outlook.before->version);
                return refusal_response(call, {domain::Refusal::stale_version, now, {}});
            }
            if (!outlook.decision) return refusal_response(call, outlook.decision.error());
            work.orders().save_draft(call.shop.id, order_id, draft);
            version = outlook.before->version;
            if (answer == DraftAnswer::draft) return draft_response(call, draft, outlook);
            return order_response(call, 200, *outlook.before, {.has_draft = true});
        },
        [&] {
            if (version > 0) call.site.services.notices.order_changed(call.shop.id, order_id, version);
        });
}

void add_order_draft_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/orders/{id}/draft", Right::read, get_draft);
    add_shop_route(router, site, "PUT", "/orders/{id}/draft", Right::edit, put_draft);
    add_shop_route(router, site, "DELETE", "/orders/{id}/draft", Right::edit, delete_draft);
    add_shop_route(router, site, "POST", "/orders/{id}/draft/confirm", Right::edit, confirm_draft);
}

}  // namespace commis::http
