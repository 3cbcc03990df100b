// Tokens, one renewal a call, and the table of reasons.
#include "adapters/gateways/paypal_wire.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/gateways/provider_amount.hpp"
#include "json/writer.hpp"

namespace commis::gateways {
namespace {

struct Row {
    std::string_view issue;
    std::string_view reason;
};
constexpr std::array<Row, 29> reasons{{
    {"AUTHORIZATION_ALREADY_CAPTURED", "already_captured"},
    {"AUTHORIZATION_DENIED", "declined"},
    {"AUTHORIZATION_EXPIRED", "expired"},
    {"AUTHORIZATION_VOIDED", "not_reserved"},
    {"CANNOT_BE_VOIDED", "not_reserved"},
    {"CAPTURE_FULLY_REFUNDED", "amount_too_large"},
    {"INSTRUMENT_DECLINED", "declined"},
    {"MAX_CAPTURE_AMOUNT_EXCEEDED", "amount_too_large"},
    {"MAX_CAPTURE_COUNT_EXCEEDED", "not_reserved"},
    {"MAX_NUMBER_OF_REFUNDS_EXCEEDED", "not_refundable"},
    {"PARTIAL_REFUND_NOT_ALLOWED", "not_refundable"},
    {"PAYEE_ACCOUNT_LOCKED_OR_CLOSED", "account_restricted"},
    {"PAYEE_ACCOUNT_RESTRICTED", "account_restricted"},
    {"PAYER_ACCOUNT_LOCKED_OR_CLOSED", "declined"},
    {"PAYER_CANNOT_PAY", "declined"},
    {"PENDING_CAPTURE", "not_refundable"},
    {"PREVIOUSLY_CAPTURED", "already_captured"},
    {"PREVIOUSLY_VOIDED", "not_reserved"},
    {"REAUTHORIZATION_NOT_SUPPORTED", "expired"},
    {"REFUND_AMOUNT_EXCEEDED", "amount_too_large"},
    {"REFUND_AMOUNT_TOO_LOW", "amount_too_small"},
    {"REFUND_FAILED_INSUFFICIENT_FUNDS", "balance_insufficient"},
    {"REFUND_IS_RESTRICTED", "not_refundable"},
    {"REFUND_NOT_ALLOWED", "not_refundable"},
    {"REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK", "disputed"},
    {"REFUND_TIME_LIMIT_EXCEEDED", "not_refundable"},
    {"RESOURCE_NOT_FOUND", "not_found"},
    {"TRANSACTION_DISPUTED", "disputed"},
    {"TRANSACTION_REFUSED", "declined"},
}};

// PayPal knows no decimals of these.
int digits_of(const domain::Currency& currency) {
    const bool is_whole = currency.code() == "HUF" || currency.code() == "TWD" || currency.code() == "JPY";
    return is_whole ? 0 : currency.exponent();
}

std::string base64(std::string_view text) {
    std::string encoded(sodium_base64_ENCODED_LEN(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    encoded.pop_back();
    return encoded;
}

RestRequest token_request(const PayPalApplication& application) {
    const std::string who = base64(application.client_id + ':' + application.secret);
    return {"POST",
            "/v1/oauth2/token",
            {"Authorization: Basic " + who},
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials"};
}

}  // namespace

std::expected<std::string, RestAnswer> paypal_token(BearerTokens& tokens, const RestClient& client,
                                                    const PayPalApplication& application, bool is_renewed) {
    return tokens.token(
        application.client_id + '\n' + application.secret, [&] { return client.send(token_request(application)); },
        is_renewed);
}

RestAnswer PayPalWire::post(const std::string& path, std::string body, std::string_view key) const {
    RestRequest request{"POST", path, {"Prefer: return=representation"}, {}, std::move(body)};
    if (!request.body.empty()) request.content_type = "application/json";
    if (!key.empty()) request.headers.push_back("PayPal-Request-Id: " + std::string(key));
    return send(std::move(request));
}

RestAnswer PayPalWire::send(RestRequest request) const {
    request.headers.emplace_back();
    RestAnswer answer;
    for (const bool is_renewed : {false, true}) {
        const auto token = paypal_token(tokens_, client_, application_, is_renewed);
        if (!token) return token.error();
        request.headers.back() = "Authorization: Bearer " + *token;
        answer = client_.send(request);
        if (answer.status != 401) break;
    }
    return answer;
}

std::string paypal_look_up_fault(const RestAnswer& answer) {
    if (!answer.is_refused()) return "unavailable";
    if (answer.status == 401 || answer.status == 403) return "credentials_refused";
    return answer.status == 404 ? "not_found" : "refused";
}

std::string paypal_issue(const RestAnswer& answer) {
    const auto& details = list_of(answer.body, {"details"});
    const std::string issue = details.empty() ? std::string{} : text_of(details.front(), {"issue"});
    return issue.empty() ? text_of(answer.body, {"name"}) : issue;
}

std::string paypal_reason(const RestAnswer& answer) {
    if (answer.status == 401 || answer.status == 403) return "credentials_refused";
    const auto row = std::ranges::find(reasons, paypal_issue(answer), &Row::issue);
    if (row != reasons.end()) return std::string(row->reason);
    return answer.status == 404 ? "not_found" : "refused";
}

std::optional<std::string> paypal_money(std::int64_t amount_minor, const domain::Currency& currency) {
    const bool is_whole = digits_of(currency) == 0;
    const auto whole = with_digits(amount_minor, currency.exponent(), 0);
    if (is_whole && !whole) return std::nullopt;
    const std::string value = is_whole ? std::to_string(*whole) : domain::to_decimal({amount_minor, currency});
    std::string text;
    json::Writer(text).object().member("currency_code", currency.code()).member("value", value).end();
    return text;
}

std::int64_t paypal_amount(const json::Value& money, const domain::Currency& currency) {
    if (text_of(money, {"currency_code"}) != currency.code()) return 0;
    return domain::parse_decimal(text_of(money, {"value"}), currency).value_or(0);
}

}  // namespace commis::gateways
