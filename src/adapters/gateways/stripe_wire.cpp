// Headers, pages and the table of reasons.
#include "adapters/gateways/stripe_wire.hpp"

#include <algorithm>
#include <array>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/gateways/provider_amount.hpp"

namespace commis::gateways {
namespace {

// Answers keep this version's form whatever the account has set; the contract tests hold it to that.
constexpr std::string_view version = "2020-08-27";
constexpr int page_size = 100;
constexpr int pages_max = 200;

struct Row {
    std::string_view code;
    std::string_view reason;
};
constexpr std::array<Row, 16> reasons{{
    {"charge_already_captured", "already_captured"},
    {"payment_intent_unexpected_state", "not_reserved"},
    {"charge_not_refundable", "not_refundable"},
    {"charge_already_refunded", "amount_too_large"},
    {"charge_disputed", "disputed"},
    {"charge_expired_for_capture", "expired"},
    {"capture_charge_authorization_expired", "expired"},
    {"capture_unauthorized_payment", "not_reserved"},
    {"amount_too_large", "amount_too_large"},
    {"charge_exceeds_source_limit", "amount_too_large"},
    {"charge_exceeds_transaction_limit", "amount_too_large"},
    {"amount_too_small", "amount_too_small"},
    {"resource_missing", "not_found"},
    {"balance_insufficient", "balance_insufficient"},
    {"insufficient_funds", "balance_insufficient"},
    {"refund_disputed_payment", "disputed"},
}};

// Digits after the point where Stripe and ISO 4217 differ.
int digits_of(const domain::Currency& currency) {
    if (currency.code() == "ISK" || currency.code() == "UGX") return 2;
    return currency.code() == "MGA" ? 0 : currency.exponent();
}

}  // namespace

std::vector<std::string> StripeWire::headers() const {
    return {"Authorization: Bearer " + secret_key_, "Stripe-Version: " + std::string(version)};
}

RestAnswer StripeWire::get(const std::string& path, const Form& query) const {
    return client_.send({"GET", query.text().empty() ? path : path + '?' + query.text(), headers(), {}, {}});
}

RestAnswer StripeWire::post(const std::string& path, const Form& form, std::string_view key) const {
    auto lines = headers();
    lines.push_back("Idempotency-Key: " + std::string(key));
    return client_.send({"POST", path, std::move(lines), "application/x-www-form-urlencoded", form.text()});
}

std::expected<std::vector<json::Value>, std::string> StripeWire::list(const std::string& path,
                                                                      const Form& query) const {
    std::vector<json::Value> found;
    std::string last_id;
    for (int page = 0; page < pages_max; ++page) {
        Form asked = query;
        asked.add("limit", page_size);
        if (!last_id.empty()) asked.add("starting_after", last_id);
        const RestAnswer answer = get(path, asked);
        if (!answer.is_done()) return std::unexpected(look_up_fault(answer));
        const auto& elements = list_of(answer.body, {"data"});
        found.insert(found.end(), elements.begin(), elements.end());
        if (!is_true(answer.body, {"has_more"}) || elements.empty()) return found;
        last_id = text_of(elements.back(), {"id"});
    }
    // Half a list would be taken for the whole.
    return std::unexpected("too_many");
}

std::string look_up_fault(const RestAnswer& answer) {
    if (!answer.is_refused()) return "unavailable";
    if (answer.status == 401 || answer.status == 403) return "credentials_refused";
    return answer.status == 404 || text_of(answer.body, {"error", "code"}) == "resource_missing" ? "not_found"
                                                                                                 : "refused";
}

std::string stripe_reason(const RestAnswer& answer) {
    if (answer.status == 401 || answer.status == 403) return "credentials_refused";
    const auto row = std::ranges::find(reasons, text_of(answer.body, {"error", "code"}), &Row::code);
    if (row != reasons.end()) return std::string(row->reason);
    if (text_of(answer.body, {"error", "type"}) == "card_error") return "declined";
    if (answer.status == 404) return "not_found";
    const std::string parameter = text_of(answer.body, {"error", "param"});
    return parameter == "amount" || parameter == "amount_to_capture" ? "amount_too_large" : "refused";
}

std::optional<std::int64_t> to_stripe(std::int64_t amount_minor, const domain::Currency& currency) {
    return with_digits(amount_minor, currency.exponent(), digits_of(currency));
}

std::optional<std::int64_t> from_stripe(std::int64_t amount, const domain::Currency& currency) {
    return with_digits(amount, digits_of(currency), currency.exponent());
}

std::string stripe_currency(const domain::Currency& currency) {
    std::string code(currency.code());
    std::ranges::transform(code, code.begin(), [](char sign) { return static_cast<char>(sign - 'A' + 'a'); });
    return code;
}

}  // namespace commis::gateways
