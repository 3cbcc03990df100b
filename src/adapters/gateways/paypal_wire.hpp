// How PayPal is spoken to: a token for an hour or more, JSON, amounts as decimal texts, and its words for why not in
// ours.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/gateways/bearer_tokens.hpp"
#include "adapters/gateways/rest_client.hpp"
#include "domain/money.hpp"

namespace commis::gateways {

struct PayPalApplication {
    std::string client_id{};
    std::string secret{};
};

// The error is the answer to the question for one. `is_renewed`: the one kept was not accepted.
std::expected<std::string, RestAnswer> paypal_token(BearerTokens& tokens, const RestClient& client,
                                                    const PayPalApplication& application, bool is_renewed);

class PayPalWire {
public:
    PayPalWire(const RestClient& client, BearerTokens& tokens, PayPalApplication application)
        : client_(client), tokens_(tokens), application_(std::move(application)) {}

    RestAnswer get(const std::string& path) const { return send({"GET", path, {}, {}, {}}); }
    // PayPal does a thing once a key; without one where it takes none.
    RestAnswer post(const std::string& path, std::string body, std::string_view key) const;

private:
    RestAnswer send(RestRequest request) const;

    const RestClient& client_;
    BearerTokens& tokens_;
    PayPalApplication application_;
};

// Why a question brought nothing: "unavailable", "not_found", "credentials_refused", "refused".
std::string paypal_look_up_fault(const RestAnswer& answer);

// PayPal's own word for why not: the first issue, or the name of the error.
std::string paypal_issue(const RestAnswer& answer);
std::string paypal_reason(const RestAnswer& answer);

// {"currency_code": "EUR", "value": "98.80"}; nothing when PayPal has no such amount (forints have no decimals there).
std::optional<std::string> paypal_money(std::int64_t amount_minor, const domain::Currency& currency);
// 0 when it is missing, or in another currency.
std::int64_t paypal_amount(const json::Value& money, const domain::Currency& currency);

}  // namespace commis::gateways
