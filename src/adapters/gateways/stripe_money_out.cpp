// The two ends of a payment at Stripe beside its movements: the page on which a buyer pays, and the payouts by which
// the shop gets what was paid.
#include <algorithm>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/gateways/stripe_gateway.hpp"

namespace commis::gateways {
namespace {

using domain::Currency;
using domain::PayoutItem;
using domain::PayoutItemKind;
using domain::PayoutReport;
using domain::PayoutStatus;

std::optional<Currency> currency_of(const json::Value& value) {
    std::string code = text_of(value, {"currency"});
    std::ranges::transform(code, code.begin(), [](char sign) {
        return sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign;
    });
    return Currency::find(code);
}

std::int64_t amount_of(const json::Value& value, std::string_view name, const Currency& currency) {
    return from_stripe(number_of(value, {name}).value_or(0), currency).value_or(0);
}

PayoutItemKind kind_of(const json::Value& entry) {
    const std::string category = text_of(entry, {"reporting_category"});
    const std::string type = text_of(entry, {"type"});
    if (category.starts_with("dispute") || id_in(entry, "source").starts_with("dp_")) return PayoutItemKind::chargeback;
    if (type == "charge" || type == "payment") return PayoutItemKind::payment;
    if (type == "refund" || type == "payment_refund" || type == "refund_failure") return PayoutItemKind::refund;
    if (type == "stripe_fee" || category == "fee" || category == "network_cost") return PayoutItemKind::fee;
    return PayoutItemKind::adjustment;
}

PayoutItem item_of(const json::Value& entry, const Currency& currency) {
    PayoutItem item;
    item.kind = kind_of(entry);
    item.reference = id_in(entry, "source");
    // Told where Stripe put the thing itself in its place.
    const json::Value& source = member_of(entry, {"source"});
    item.payment_reference = id_in(source, "payment_intent");
    if (item.payment_reference.empty()) item.payment_reference = id_in(source, "charge");
    item.text = text_of(entry, {"description"});
    item.gross_minor = amount_of(entry, "amount", currency);
    item.fee_minor = amount_of(entry, "fee", currency);
    item.net_minor = amount_of(entry, "net", currency);
    if (const auto created_s = number_of(entry, {"created"})) item.at_ms = *created_s * 1'000;
    return item;
}

PayoutStatus status_of(const json::Value& payout) {
    const std::string status = text_of(payout, {"status"});
    if (status == "paid") return PayoutStatus::paid;
    return status == "failed" || status == "canceled" ? PayoutStatus::failed : PayoutStatus::on_its_way;
}

// What a payout is made of: the entries of the balance that it settles, itself left out. Stripe tells that of automatic
// ones alone.
std::expected<std::vector<PayoutItem>, std::string> items_of(const StripeWire& wire, const json::Value& payout,
                                                             const Currency& currency) {
    std::vector<PayoutItem> items;
    const auto is_automatic = member_of(payout, {"automatic"});
    if (is_automatic.is_bool() && !is_automatic.as_bool()) return items;
    const Form query = Form().add("payout", text_of(payout, {"id"})).add("expand[]", "data.source");
    const auto entries = wire.list("/v1/balance_transactions", query);
    if (!entries) return std::unexpected(entries.error());
    for (const json::Value& entry : *entries) {
        if (!text_of(entry, {"type"}).starts_with("payout")) items.push_back(item_of(entry, currency));
    }
    return items;
}

}  // namespace

std::expected<ports::PaymentPage, std::string> StripeGateway::open_page(const ports::PaymentPageWish& wish) {
    const auto amount = to_stripe(wish.amount_minor, wish.currency);
    if (!amount) return std::unexpected("refused");
    // No end is named, so that the same key always comes with the same words; Stripe ends a page after a day.
    Form form;
    form.add("mode", "payment").add("client_reference_id", wish.order_number);
    form.add("line_items[0][quantity]", 1).add("line_items[0][price_data][unit_amount]", *amount);
    form.add("line_items[0][price_data][currency]", stripe_currency(wish.currency));
    form.add("line_items[0][price_data][product_data][name]", wish.title);
    form.add("metadata[commis_page]", wish.key).add("metadata[order]", wish.order_number);
    form.add("payment_intent_data[description]", wish.title);
    form.add("payment_intent_data[metadata][order]", wish.order_number);
    if (wish.reserves_only) form.add("payment_intent_data[capture_method]", "manual");
    if (!wish.buyer_email.empty()) form.add("customer_email", wish.buyer_email);
    if (!wish.language.empty()) form.add("locale", wish.language);
    form.add("success_url", wish.return_url).add("cancel_url", wish.cancel_url);
    const RestAnswer told = wire_.post("/v1/checkout/sessions", form, wish.key);
    if (!told.is_done()) {
        const std::string fault = look_up_fault(told);
        return std::unexpected(fault == "not_found" ? "refused" : fault);
    }
    const auto expires_s = number_of(told.body, {"expires_at"});
    ports::PaymentPage page{text_of(told.body, {"id"}), text_of(told.body, {"url"}), expires_s.value_or(0) * 1'000};
    if (page.reference.empty() || page.url.empty()) return std::unexpected("unavailable");
    return page;
}

std::expected<std::vector<PayoutReport>, std::string> StripeGateway::payouts(std::int64_t since_ms) {
    const auto told = wire_.list("/v1/payouts", Form().add("arrival_date[gte]", since_ms / 1'000));
    if (!told) return std::unexpected(told.error());
    std::vector<PayoutReport> reports;
    for (const json::Value& payout : *told) {
        const auto currency = currency_of(payout);
        if (!currency) continue;
        PayoutReport report;
        report.provider = "stripe";
        report.account = account_;
        report.reference = text_of(payout, {"id"});
        report.status = status_of(payout);
        report.amount_minor = amount_of(payout, "amount", *currency);
        report.currency = *currency;
        report.arrives_at_ms = number_of(payout, {"arrival_date"}).value_or(0) * 1'000;
        report.fault = text_of(payout, {"failure_code"});
        auto items = items_of(wire_, payout, *currency);
        if (!items) return std::unexpected(items.error());
        report.items = std::move(*items);
        reports.push_back(std::move(report));
    }
    return reports;
}

}  // namespace commis::gateways
