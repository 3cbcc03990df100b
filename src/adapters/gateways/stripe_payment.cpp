// Every list is read on its own: which members hold others whole differs between Stripe's versions.
#include "adapters/gateways/stripe_payment.hpp"

#include <algorithm>

#include "adapters/gateways/answer_members.hpp"

namespace commis::gateways {
namespace {

using domain::AttemptStatus;
using domain::Currency;
using domain::PaymentTruth;
using Values = std::vector<json::Value>;

bool is_charge(const std::string& reference) { return reference.starts_with("ch_") || reference.starts_with("py_"); }

RestAnswer not_found() {
    RestAnswer answer;
    answer.outcome = RestOutcome::refused;
    answer.status = 404;
    return answer;
}

std::int64_t amount_of(const json::Value& value, Path path, const Currency& currency) {
    return from_stripe(number_of(value, path).value_or(0), currency).value_or(0);
}

AttemptStatus status_of_intent(const json::Value& intent) {
    const std::string status = text_of(intent, {"status"});
    if (status == "succeeded") return AttemptStatus::captured;
    if (status == "requires_capture") return AttemptStatus::authorized;
    if (status == "processing") return AttemptStatus::pending;
    if (status == "canceled") {
        const std::string reason = text_of(intent, {"cancellation_reason"});
        return reason == "automatic" || reason == "expired" ? AttemptStatus::expired : AttemptStatus::voided;
    }
    // After a card said no, Stripe waits for another one.
    const bool was_declined =
        status == "requires_payment_method" && member_of(intent, {"last_payment_error"}).is_object();
    return was_declined ? AttemptStatus::failed : AttemptStatus::initiated;
}

AttemptStatus status_of_charge(const json::Value& charge) {
    const std::string status = text_of(charge, {"status"});
    if (status == "failed") return AttemptStatus::failed;
    if (status == "pending") return AttemptStatus::pending;
    if (is_true(charge, {"captured"})) return AttemptStatus::captured;
    return is_true(charge, {"refunded"}) ? AttemptStatus::voided : AttemptStatus::authorized;
}

// C-18: whether the issuer bears a fraud is what three-domain secure came to.
std::string guarantee_of(const json::Value& charge) {
    if (text_of(charge, {"payment_method_details", "type"}) != "card") return {};
    const std::string result = text_of(charge, {"payment_method_details", "card", "three_d_secure", "result"});
    return result.empty() ? "no_three_d_secure" : "three_d_secure_" + result;
}

void take_charge(PaymentTruth& truth, const StripeWire& wire, const json::Value& charge, const std::string& key,
                 const Currency& currency) {
    if (text_of(charge, {"status"}) == "failed") return;
    truth.guarantee = guarantee_of(charge);
    const auto capture_before_s = number_of(charge, {"payment_method_details", "card", "capture_before"});
    if (!is_true(charge, {"captured"})) {
        if (capture_before_s) truth.expires_at_ms = *capture_before_s * 1'000;
        return;
    }
    // Older versions name the sum taken only where it differs.
    const bool is_named = number_of(charge, {"amount_captured"}).has_value();
    const std::int64_t taken_minor =
        is_named ? amount_of(charge, {"amount_captured"}, currency) : amount_of(charge, {"amount"}, currency);
    truth.captures.push_back({key, text_of(charge, {"id"}), taken_minor, stripe_fee(wire, charge, currency), false});
}

// When less is captured than was reserved, Stripe writes the rest down as a refund though nobody got money back.
void drop_released_rest(Values& refunds, const json::Value& charge) {
    const auto captured = number_of(charge, {"amount_captured"});
    const std::int64_t rest = number_of(charge, {"amount"}).value_or(0) - captured.value_or(0);
    if (!captured || rest <= 0) return;
    // Newest first, and the rest is given up when the capture is made.
    const auto oldest = std::find_if(refunds.rbegin(), refunds.rend(), [&](const json::Value& refund) {
        return text_of(refund, {"metadata", "commis_call"}).empty() && number_of(refund, {"amount"}) == rest &&
               id_in(refund, "charge") == text_of(charge, {"id"});
    });
    if (oldest != refunds.rend()) refunds.erase(std::next(oldest).base());
}

std::expected<void, std::string> take_refunds(PaymentTruth& truth, const StripeWire& wire, const Form& query,
                                              const Values& charges, const Currency& currency) {
    auto refunds = wire.list("/v1/refunds", query);
    if (!refunds) return std::unexpected(refunds.error());
    for (const json::Value& charge : charges) drop_released_rest(*refunds, charge);
    for (const json::Value& refund : *refunds) {
        const std::string status = text_of(refund, {"status"});
        truth.refunds.push_back({text_of(refund, {"metadata", "commis_call"}), text_of(refund, {"id"}),
                                 amount_of(refund, {"amount"}, currency), 0,
                                 status == "failed" || status == "canceled"});
    }
    return {};
}

// Money that the buyer's bank took back. An inquiry took nothing yet, and one that ended in a refund is a refund.
std::optional<domain::Dispute> dispute_of(const json::Value& told, const Currency& currency) {
    const std::string status = text_of(told, {"status"});
    if (status.starts_with("warning_") || status == "charge_refunded") return std::nullopt;
    domain::Dispute dispute;
    dispute.reference = text_of(told, {"id"});
    dispute.amount_minor = amount_of(told, {"amount"}, currency);
    dispute.reason = text_of(told, {"reason"});
    dispute.undecided = status == "needs_response" || status == "under_review";
    dispute.won = status == "won";
    const auto due_by_s = number_of(told, {"evidence_details", "due_by"});
    if (due_by_s) dispute.answer_by_ms = *due_by_s * 1'000;
    return dispute;
}

std::expected<void, std::string> take_disputes(PaymentTruth& truth, const StripeWire& wire, const Values& charges,
                                               const Currency& currency) {
    for (const json::Value& charge : charges) {
        if (!is_true(charge, {"disputed"})) continue;
        const auto told = wire.list("/v1/disputes", Form().add("charge", text_of(charge, {"id"})));
        if (!told) return std::unexpected(told.error());
        for (const json::Value& each : *told) {
            if (auto dispute = dispute_of(each, currency)) truth.disputes.push_back(std::move(*dispute));
        }
    }
    return {};
}

// What happened to money that was captured.
std::expected<PaymentTruth, std::string> with_what_followed(PaymentTruth truth, const StripeWire& wire,
                                                            const Form& query, const Values& charges,
                                                            const Currency& currency) {
    if (truth.captures.empty()) return truth;
    if (const auto taken = take_refunds(truth, wire, query, charges, currency); !taken) {
        return std::unexpected(taken.error());
    }
    if (const auto taken = take_disputes(truth, wire, charges, currency); !taken) {
        return std::unexpected(taken.error());
    }
    return truth;
}

std::expected<PaymentTruth, std::string> truth_of_intent(const StripeWire& wire, const std::string& id,
                                                         const Currency& currency) {
    const RestAnswer answer = wire.get("/v1/payment_intents/" + id);
    if (!answer.is_done()) return std::unexpected(look_up_fault(answer));
    PaymentTruth truth;
    truth.status = status_of_intent(answer.body);
    truth.reference = id;
    auto charges =
        wire.list("/v1/charges", Form().add("payment_intent", id).add("expand[]", "data.balance_transaction"));
    if (!charges) return std::unexpected(charges.error());
    const std::string key = text_of(answer.body, {"metadata", "commis_call"});
    for (const json::Value& charge : *charges) take_charge(truth, wire, charge, key, currency);
    return with_what_followed(std::move(truth), wire, Form().add("payment_intent", id), *charges, currency);
}

std::expected<PaymentTruth, std::string> truth_of_charge(const StripeWire& wire, const json::Value& charge,
                                                         const Currency& currency) {
    PaymentTruth truth;
    truth.status = status_of_charge(charge);
    take_charge(truth, wire, charge, text_of(charge, {"metadata", "commis_call"}), currency);
    const Form query = Form().add("charge", text_of(charge, {"id"}));
    return with_what_followed(std::move(truth), wire, query, {charge}, currency);
}

}  // namespace

std::string id_in(const json::Value& value, std::string_view name) {
    const std::string id = text_of(value, {name});
    return id.empty() ? text_of(value, {name, "id"}) : id;
}

std::int64_t stripe_fee(const StripeWire& wire, const json::Value& charge, const Currency& currency) {
    json::Value entry = member_of(charge, {"balance_transaction"});
    if (entry.is_string() && is_reference(text_of(entry))) {
        // Worth a question, not worth failing for.
        entry = wire.get("/v1/balance_transactions/" + text_of(entry)).body;
    }
    if (text_of(entry, {"currency"}) != stripe_currency(currency)) return 0;
    return amount_of(entry, {"fee"}, currency);
}

std::expected<StripeTarget, RestAnswer> find_stripe_target(const StripeWire& wire, const std::string& reference) {
    if (!is_reference(reference)) return std::unexpected(not_found());
    if (reference.starts_with("pi_")) return StripeTarget{StripeKind::intent, reference, {}};
    const bool is_page = reference.starts_with("cs_");
    if (!is_page && !is_charge(reference)) return std::unexpected(not_found());
    const RestAnswer answer = is_page
                                  ? wire.get("/v1/checkout/sessions/" + reference)
                                  : wire.get("/v1/charges/" + reference, Form().add("expand[]", "balance_transaction"));
    if (!answer.is_done()) return std::unexpected(answer);
    const std::string intent = id_in(answer.body, "payment_intent");
    const bool is_whole = !is_page || text_of(answer.body, {"status"}) == "complete";
    if (is_reference(intent) && is_whole) return StripeTarget{StripeKind::intent, intent, {}};
    return StripeTarget{is_page ? StripeKind::page : StripeKind::charge, reference, answer.body};
}

std::expected<PaymentTruth, std::string> stripe_truth(const StripeWire& wire, const StripeTarget& target,
                                                      const Currency& currency) {
    if (target.kind == StripeKind::intent) return truth_of_intent(wire, target.id, currency);
    if (target.kind == StripeKind::charge) return truth_of_charge(wire, target.body, currency);
    PaymentTruth truth;
    truth.status = text_of(target.body, {"status"}) == "expired" ? AttemptStatus::expired : AttemptStatus::initiated;
    return truth;
}

}  // namespace commis::gateways
