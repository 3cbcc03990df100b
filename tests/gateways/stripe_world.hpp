// Stripe as a table of answers: by method and whole target, or by method and path.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "adapters/gateways/stripe_gateway.hpp"
#include "gateways/scripted_server.hpp"

namespace commis::tests {

class StripeTest : public testing::Test {
protected:
    gateways::StripeGateway stripe() { return {client_, "sk_test_1", "acct_1"}; }

    static std::string list(const std::string& elements) {
        return R"({"object": "list", "has_more": false, "data": [)" + elements + "]}";
    }
    // Of 98.80 that were reserved.
    static std::string charge(std::int64_t taken, bool is_captured) {
        return R"({"id": "ch_1", "status": "succeeded", "currency": "eur", "amount": 9880, "amount_captured": )" +
               std::to_string(taken) + R"(, "captured": )" + (is_captured ? "true" : "false") +
               R"(, "balance_transaction": {"id": "txn_1", "fee": 59, "currency": "eur"}})";
    }
    static std::string intent(const std::string& status, const std::string& charge, const std::string& key = "") {
        return R"({"id": "pi_1", "amount": 9880, "currency": "eur", "status": ")" + status +
               R"(", "metadata": {"commis_call": ")" + key + R"("}, "charges": )" + list(charge) + "}";
    }

    // Of the last request for that path.
    std::string body_of(const std::string& path) const {
        std::string body;
        for (const HeardRequest& request : server_.heard()) {
            if (request.target == path) body = request.body;
        }
        return body;
    }

    ScriptedReply reply(const HeardRequest& request) const {
        if (request.method == "POST" && on_post_) on_post_(request);
        const std::string whole = request.method + ' ' + request.target;
        const auto exact = replies_.find(whole);
        if (exact != replies_.end()) return exact->second;
        const std::string path(whole.begin(), std::ranges::find(whole, '?'));
        const auto by_path = replies_.find(path);
        if (by_path != replies_.end()) return by_path->second;
        return {404, R"({"error": {"code": "resource_missing"}})"};
    }

    std::map<std::string, ScriptedReply> replies_;
    std::function<void(const HeardRequest&)> on_post_;
    ScriptedServer server_{[this](const HeardRequest& request) { return reply(request); }};
    gateways::RestClient client_{[this] {
        gateways::RestSettings settings;
        settings.base_url = server_.url();
        return settings;
    }()};
};

}  // namespace commis::tests
