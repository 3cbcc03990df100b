// From a call about one order to its answer.
#include "http/order_calls.hpp"

#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/preconditions.hpp"
#include "http/problem.hpp"

namespace commis::http {
namespace {

Response order_not_found() { return problem(404, "not_found", "There is no such order in this shop."); }

// One attempt at the decision: what it saw and what it came to.
struct Deciding {
    std::optional<domain::Order> before;
    std::optional<domain::Decision> saved;
    std::optional<OrderExtras> unanswered;  // What the answer still needs, which is written out after the commit.
};

Response decide_in(ports::UnitOfWork& work, Call& call, const orders::Target& target,
                   const orders::ParsedAction& action, const IfMatch& match, const AnswerDecision& answer,
                   Deciding& deciding) {
    // Asked only about an order that the caller may see, at a version that it named.
    const orders::Decide decide = [&](const domain::Order& order,
                                      const domain::Context& context) -> domain::Result<domain::Decision> {
        if (!may_see(call, order)) return domain::refuse(domain::Refusal::not_found);
        if (!match.allows(order.version)) {
            return domain::refuse(domain::Refusal::stale_version, std::to_string(order.version));
        }
        if (action.dry_run) deciding.before = order;
        return action.decide(order, context);
    };
    auto decided = orders::run(work, call.site.services, target, call.caller, decide);
    if (!decided) return refusal_response(call, decided.error());
    if (action.dry_run) return preview_response(call, *deciding.before, *decided);
    deciding.saved = std::move(*decided);
    if (answer) return answer(work, *deciding.saved);
    OrderExtras extras = extras_of(work.reads(), deciding.saved->order);
    // Only an answer that is kept with the change is written out before it: other commands wait behind this one.
    if (call.request.headers.find("Idempotency-Key")) {
        return order_response(call, 200, deciding.saved->order, std::move(extras));
    }
    deciding.unanswered = std::move(extras);
    return {};
}

// Nobody waits for a question that leaves only once the change can't be undone any more.
bool asks_provider(const domain::Decision& decision, std::int64_t now_ms) {
    const auto& calls = decision.order.ledger.calls;
    return !calls.empty() && calls.back().is_open() && calls.back().not_before_ms <= now_ms &&
           calls.back().event_sequence == decision.order.event_count;
}

// A payment service answers within moments as a rule, and whoever asked wants to see it. The question itself is on disk
// and goes on without us. Under an Idempotency-Key the first answer stays the answer.
std::optional<Response> answered_by_provider(const Call& call, const domain::Order& asked) {
    constexpr auto patience = std::chrono::milliseconds{2'500};
    const Services& services = call.site.services;
    std::optional<domain::Order> order;
    OrderExtras extras;
    const auto is_beyond = [&] {
        services.storage.read([&](ports::Snapshot& snapshot) {
            order = snapshot.orders().find(asked.shop_id, asked.id);
            if (order) extras = extras_of(snapshot, *order);
        });
        return order && order->version > asked.version;
    };
    const bool is_answered =
        services.notices.await_change(asked.shop_id, asked.id, asked.version, patience, is_beyond) && is_beyond();
    if (!is_answered || call.request.headers.find("Idempotency-Key")) return std::nullopt;
    return order_response(call, 200, *order, std::move(extras));
}

}  // namespace

OrderExtras extras_of(ports::Snapshot& snapshot, const domain::Order& order) {
    OrderExtras extras;
    extras.has_draft = snapshot.orders().find_draft(order.shop_id, order.id).has_value();
    if (!order.documents.empty()) extras.transfers = snapshot.books().transfers_of(order.shop_id, order.id);
    return extras;
}

OrderView view_of(const Call& call, const domain::Profile& profile, OrderExtras extras) {
    return {call.site.services, call.shop, profile, call.language, call.rights(), std::move(extras)};
}

Response order_response(const Call& call, int status, const domain::Order& order, OrderExtras extras) {
    const auto profile = call.site.services.profiles.of(call.shop);
    std::string body;
    json::Writer writer(body);
    const bool is_now = extras.as_of == 0;
    write_order(writer, view_of(call, *profile, std::move(extras)), order);
    Response response = json_response(status, std::move(body));
    if (is_now) response.headers.set("ETag", entity_tag(order.version));
    return response;
}

bool may_see(const Call& call, const domain::Order& order) {
    return call.rights().has(domain::Right::read) || order.placed_by == call.caller.actor.id;
}

std::expected<domain::Order, Response> find_order(const Call& call) {
    std::optional<domain::Order> order;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { order = snapshot.orders().find(call.shop.id, call.request.param("id")); });
    if (!order || !may_see(call, *order)) return std::unexpected(order_not_found());
    if (order->removed) {
        return std::unexpected(
            problem(404, "removed", call.site.services.words.text(call.language, "refusal.removed")));
    }
    return std::move(*order);
}

std::expected<json::Value, Response> optional_document(const Request& request) {
    if (request.body.empty()) return json::Value(boost::json::object());
    return json_document(request);
}

std::expected<orders::ParsedAction, Response> parse_action(domain::Action action, const json::Value& body) {
    const orders::ActionCommand* command = orders::find_action_command(action);
    if (command == nullptr) return std::unexpected(problem(404, "unknown_action", "There is no such action."));
    auto parsed = command->parse(body);
    if (!parsed) {
        return std::unexpected(problem(422, "bad_field", "Some members are missing or wrong.", parsed.error()));
    }
    return std::move(*parsed);
}

Response preview_response(const Call& call, const domain::Order& before, const domain::Decision& decision) {
    const auto profile = call.site.services.profiles.of(call.shop);
    std::string body;
    json::Writer writer(body);
    write_preview(writer, view_of(call, *profile), before, decision);
    return json_response(200, std::move(body));
}

Response decide_on_order(Call& call, const std::string& order_id, const MakeAction& make,
                         const AnswerDecision& answer) {
    const auto match = if_match(call.request);
    if (!match) return match.error();
    Deciding deciding;
    std::optional<Response> answered;
    Response response = run_command(
        call,
        [&](ports::UnitOfWork& work) {
            deciding = Deciding{};
            auto action = make(work);
            if (!action) return std::move(action.error());
            const orders::Target target{call.shop, order_id, {}, action->entry, action->dry_run};
            return decide_in(work, call, target, *action, *match, answer, deciding);
        },
        [&] {
            if (deciding.saved) orders::announce(call.site.services, *deciding.saved);
            if (deciding.unanswered) {
                answered = order_response(call, 200, deciding.saved->order, std::move(*deciding.unanswered));
            }
        });
    if (answered) response = std::move(*answered);
    if (!deciding.saved || answer || !asks_provider(*deciding.saved, call.site.services.clock.now_ms())) {
        return response;
    }
    return answered_by_provider(call, deciding.saved->order).value_or(std::move(response));
}

Response decide_on_order(Call& call, const orders::ParsedAction& action, const AnswerDecision& answer) {
    return decide_on_order(
        call, std::string(call.request.param("id")), [&](ports::UnitOfWork&) { return action; }, answer);
}

}  // namespace commis::http
