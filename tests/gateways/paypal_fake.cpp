// One order holds all that happens on a payment, as PayPal's do.
#include "gateways/paypal_fake.hpp"

#include "domain/money.hpp"

namespace commis::tests {
namespace {

namespace bj = boost::json;

std::string word(const bj::object& object, std::string_view name) {
    const auto* found = object.if_contains(name);
    return found == nullptr || !found->is_string() ? std::string{} : std::string(found->as_string());
}

std::int64_t cents(const bj::object& thing) {
    const auto euro = domain::Currency::find("EUR").value();
    return domain::parse_decimal(word(thing.at("amount").as_object(), "value"), euro).value();
}

ScriptedReply ok(const bj::object& body, int status = 201) { return {status, bj::serialize(body)}; }

ScriptedReply refuse(const std::string& issue) {
    return {422, R"({"name": "UNPROCESSABLE_ENTITY", "details": [{"issue": ")" + issue + R"("}]})"};
}

ScriptedReply unknown_thing() { return {404, R"({"name": "RESOURCE_NOT_FOUND"})"}; }

bj::object money(const std::string& value) { return {{"currency_code", "EUR"}, {"value", value}}; }

std::string last_part(const std::string& path, std::size_t from_end) {
    std::string rest = path;
    while (from_end-- > 0) rest.resize(rest.rfind('/'));
    return rest.substr(rest.rfind('/') + 1);
}

}  // namespace

void PayPalFake::add_order(const std::string& id, const std::string& intent, const std::string& status,
                           const std::string& value) {
    bj::object unit{{"amount", money(value)}, {"invoice_id", "page-1"}};
    unit["payments"] = bj::object{{"authorizations", bj::array{}}, {"captures", bj::array{}}, {"refunds", bj::array{}}};
    orders_[id] = {{"id", id}, {"intent", intent}, {"status", status}, {"purchase_units", bj::array{unit}}};
}

void PayPalFake::add_authorization(const std::string& id, const std::string& value) {
    const std::string order_id = "ORDER" + id;
    add_order(order_id, "AUTHORIZE", "COMPLETED", value);
    bj::object authorization{{"id", id}, {"status", "CREATED"}, {"amount", money(value)}};
    authorization["supplementary_data"] = bj::object{{"related_ids", bj::object{{"order_id", order_id}}}};
    orders_[order_id]
        .at("purchase_units")
        .at(0)
        .at("payments")
        .at("authorizations")
        .as_array()
        .push_back(authorization);
}

bj::array PayPalFake::captures() const {
    const auto lock = server_.hold();
    bj::array all;
    for (const auto& [id, order] : orders_) {
        for (const auto& each : order.at("purchase_units").at(0).at("payments").at("captures").as_array())
            all.push_back(each);
    }
    return all;
}

bj::array PayPalFake::refunds() const {
    const auto lock = server_.hold();
    bj::array all;
    for (const auto& [id, order] : orders_) {
        for (const auto& each : order.at("purchase_units").at(0).at("payments").at("refunds").as_array())
            all.push_back(each);
    }
    return all;
}

bj::object* PayPalFake::payments_holding(const std::string& list, const std::string& id) {
    for (auto& [order_id, order] : orders_) {
        auto& payments = order.at("purchase_units").at(0).at("payments").as_object();
        for (const auto& each : payments.at(list).as_array()) {
            if (word(each.as_object(), "id") == id) return &payments;
        }
    }
    return nullptr;
}

bj::object& PayPalFake::authorization_at(const std::string& id) {
    for (auto& each : payments_holding("authorizations", id)->at("authorizations").as_array()) {
        if (word(each.as_object(), "id") == id) return each.as_object();
    }
    throw std::runtime_error("no authorization " + id);
}

bj::object PayPalFake::make_capture(const std::string& value, const std::string& invoice_id,
                                    const std::string& order_id) {
    bj::object made{
        {"id", new_id("CAP")}, {"status", "COMPLETED"}, {"amount", money(value)}, {"invoice_id", invoice_id}};
    made["seller_receivable_breakdown"] = bj::object{{"paypal_fee", money("0.59")}};
    made["seller_protection"] = bj::object{{"status", "NOT_ELIGIBLE"}};
    made["supplementary_data"] = bj::object{{"related_ids", bj::object{{"order_id", order_id}}}};
    return made;
}

ScriptedReply PayPalFake::capture(const std::string& authorization_id, const Object& body) {
    Object* payments = payments_holding("authorizations", authorization_id);
    if (payments == nullptr) return unknown_thing();
    Object& authorization = authorization_at(authorization_id);
    const std::string status = word(authorization, "status");
    if (authorization.contains("ran_out")) return refuse("AUTHORIZATION_EXPIRED");
    if (status == "VOIDED") return refuse("AUTHORIZATION_VOIDED");
    if (status == "CAPTURED") return refuse("AUTHORIZATION_ALREADY_CAPTURED");
    std::int64_t taken_minor = cents(body);
    for (const auto& each : payments->at("captures").as_array()) {
        if (word(each.as_object(), "invoice_id") == word(body, "invoice_id")) return refuse("DUPLICATE_INVOICE_ID");
        taken_minor += cents(each.as_object());
    }
    if (taken_minor > cents(authorization)) return refuse("MAX_CAPTURE_AMOUNT_EXCEEDED");
    const std::string order_id = word(authorization.at("supplementary_data").at("related_ids").as_object(), "order_id");
    const std::string value = word(body.at("amount").as_object(), "value");
    const Object made = make_capture(value, word(body, "invoice_id"), order_id);
    payments->at("captures").as_array().push_back(made);
    authorization["status"] = body.at("final_capture").as_bool() ? "CAPTURED" : "PARTIALLY_CAPTURED";
    return ok(made);
}

ScriptedReply PayPalFake::refund(const std::string& capture_id, const Object& body) {
    Object* payments = payments_holding("captures", capture_id);
    if (payments == nullptr) return unknown_thing();
    const std::string link = "https://api-m.paypal.com/v2/payments/captures/" + capture_id;
    std::int64_t back_minor = cents(body);
    for (const auto& each : payments->at("refunds").as_array()) {
        const bool is_its = word(each.at("links").at(0).as_object(), "href") == link;
        back_minor += is_its ? cents(each.as_object()) : 0;
    }
    for (auto& each : payments->at("captures").as_array()) {
        if (word(each.as_object(), "id") != capture_id) continue;
        if (back_minor > cents(each.as_object())) return refuse("REFUND_AMOUNT_EXCEEDED");
        each.as_object()["status"] = back_minor == cents(each.as_object()) ? "REFUNDED" : "PARTIALLY_REFUNDED";
    }
    Object made{{"id", new_id("REF")}, {"status", "COMPLETED"}, {"amount", body.at("amount")}};
    made["custom_id"] = body.at("custom_id");
    made["links"] = bj::array{bj::object{{"rel", "up"}, {"href", link}}};
    payments->at("refunds").as_array().push_back(made);
    return ok(made);
}

ScriptedReply PayPalFake::carry_out(const std::string& order_id, const std::string& what) {
    const auto found = orders_.find(order_id);
    if (found == orders_.end()) return unknown_thing();
    Object& order = found->second;
    if (word(order, "status") != "APPROVED") return refuse("ORDER_NOT_APPROVED");
    order["status"] = "COMPLETED";
    auto& unit = order.at("purchase_units").at(0).as_object();
    const std::string value = word(unit.at("amount").as_object(), "value");
    auto& payments = unit.at("payments").as_object();
    if (what == "capture") {
        payments.at("captures").as_array().push_back(make_capture(value, word(unit, "invoice_id"), order_id));
        return ok(order);
    }
    Object authorization{{"id", new_id("AUTH")}, {"status", "CREATED"}, {"amount", money(value)}};
    authorization["supplementary_data"] = bj::object{{"related_ids", bj::object{{"order_id", order_id}}}};
    payments.at("authorizations").as_array().push_back(authorization);
    return ok(order);
}

ScriptedReply PayPalFake::post(const std::string& path, const Object& body) {
    const std::string what = last_part(path, 0);
    const std::string id = last_part(path, 1);
    if (path.starts_with("/v2/checkout/orders/")) return carry_out(id, what);
    if (what == "refund") return refund(id, body);
    if (what == "capture") return capture(id, body);
    if (payments_holding("authorizations", id) == nullptr) return unknown_thing();
    Object& authorization = authorization_at(id);
    if (what == "void") {
        if (word(authorization, "status") == "VOIDED") return refuse("PREVIOUSLY_VOIDED");
        authorization["status"] = "VOIDED";
        return {204, ""};
    }
    Object again = authorization;
    again["id"] = new_id("AUTH");
    again["status"] = "CREATED";
    again.erase("ran_out");
    payments_holding("authorizations", id)->at("authorizations").as_array().push_back(again);
    return ok(again);
}

ScriptedReply PayPalFake::answer(const HeardRequest& request) {
    const std::string& path = request.target;
    if (path == "/v1/oauth2/token") {
        ++tokens_given_;
        return {200, R"({"access_token": "T)" + std::to_string(tokens_given_) + R"(", "expires_in": 32400})"};
    }
    const auto bearer = request.headers.find("authorization");
    const std::string wanted = "Bearer T" + std::to_string(tokens_given_);
    if (forgets_tokens || bearer == request.headers.end() || bearer->second != wanted) {
        forgets_tokens = false;
        return {401, R"({"name": "AUTHENTICATION_FAILURE"})"};
    }
    if (request.method == "GET") {
        const std::string id = last_part(path, 0);
        if (path.starts_with("/v2/checkout/orders/")) {
            return orders_.contains(id) ? ok(orders_[id], 200) : unknown_thing();
        }
        const std::string list = path.starts_with("/v2/payments/captures/") ? "captures" : "authorizations";
        const Object* payments = payments_holding(list, id);
        if (payments == nullptr) return unknown_thing();
        for (const auto& each : payments->at(list).as_array()) {
            if (word(each.as_object(), "id") == id) return ok(each.as_object(), 200);
        }
    }
    const auto key = request.headers.find("paypal-request-id");
    const std::string name = key == request.headers.end() ? "" : path + '#' + key->second;
    if (next_fault && !fault_is_after) return *std::exchange(next_fault, std::nullopt);
    if (!done_.contains(name)) {
        const ScriptedReply reply = post(path, request.body.empty() ? Object{} : bj::parse(request.body).as_object());
        // Refusals are not kept: what was refused may be right later.
        if (name.empty() || reply.status >= 400) return reply;
        done_[name] = reply;
    }
    if (!next_fault) return done_.at(name);
    ScriptedReply spoiled = *std::exchange(next_fault, std::nullopt);
    if (spoiled.status < 400) spoiled.body = done_.at(name).body;
    return spoiled;
}

}  // namespace commis::tests
