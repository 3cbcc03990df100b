// How Stripe is spoken to: one version of its interface, bearer key, forms, lists in pages, and its words for why not
// in ours. A key that is not accepted and a limit that is reached say nothing about a payment.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/gateways/rest_client.hpp"
#include "domain/money.hpp"

namespace commis::gateways {

// Under this name our call's id stands in the metadata of what it did.
inline constexpr std::string_view stripe_call_name = "metadata[commis_call]";

class StripeWire {
public:
    StripeWire(const RestClient& client, std::string secret_key)
        : client_(client), secret_key_(std::move(secret_key)) {}

    RestAnswer get(const std::string& path, const Form& query = {}) const;
    // Stripe does a thing once a key.
    RestAnswer post(const std::string& path, const Form& form, std::string_view key) const;
    // Every element of a list, page after page; the error is a code of `look_up_fault`.
    std::expected<std::vector<json::Value>, std::string> list(const std::string& path, const Form& query) const;

private:
    std::vector<std::string> headers() const;

    const RestClient& client_;
    std::string secret_key_;
};

// Why a question brought nothing: "unavailable", "not_found", "credentials_refused", "refused".
std::string look_up_fault(const RestAnswer& answer);

// Why something was not done, as a code of ours.
std::string stripe_reason(const RestAnswer& answer);

// Stripe counts some currencies with other digits than ISO 4217 does. Nothing: not an amount it could take.
std::optional<std::int64_t> to_stripe(std::int64_t amount_minor, const domain::Currency& currency);
std::optional<std::int64_t> from_stripe(std::int64_t amount, const domain::Currency& currency);
// "eur".
std::string stripe_currency(const domain::Currency& currency);

}  // namespace commis::gateways
