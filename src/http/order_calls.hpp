// What the routes of orders share: finding one that the caller may see, running a decision on it, and showing it.
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>

#include "features/orders/actions.hpp"
#include "http/call.hpp"
#include "http/order_json.hpp"
#include "json/parse.hpp"

namespace commis::http {

OrderView view_of(const Call& call, const domain::Profile& profile, OrderExtras extras = {});

// What stands beside an order as it is now.
OrderExtras extras_of(ports::Snapshot& snapshot, const domain::Order& order);

// The order with its entity tag; a look back has none.
Response order_response(const Call& call, int status, const domain::Order& order, OrderExtras extras = {});

// A storefront finds only what it placed itself; to it, everything else does not exist.
bool may_see(const Call& call, const domain::Order& order);

// The order of the path. Else 404: `removed` for one that stands in the register only.
std::expected<domain::Order, Response> find_order(const Call& call);

// The body as JSON; without one, {}.
std::expected<json::Value, Response> optional_document(const Request& request);

// The action's body, read by the registry; 404 `unknown_action`, 422 `bad_field`.
std::expected<orders::ParsedAction, Response> parse_action(domain::Action action, const json::Value& body);

// What is to be decided, made inside the unit of work with the order locked; or the answer that refuses it.
using MakeAction = std::function<std::expected<orders::ParsedAction, Response>(ports::UnitOfWork&)>;
// The answer after a decision was saved, still inside the unit of work; without one the order is answered.
using AnswerDecision = std::function<Response(ports::UnitOfWork&, const domain::Decision&)>;

// Runs a decision on an order in one unit of work, with If-Match, Idempotency-Key and dry run.
Response decide_on_order(Call& call, const std::string& order_id, const MakeAction& make,
                         const AnswerDecision& answer = {});
Response decide_on_order(Call& call, const orders::ParsedAction& action, const AnswerDecision& answer = {});

// What a dry run answers.
Response preview_response(const Call& call, const domain::Order& before, const domain::Decision& decision);

}  // namespace commis::http
