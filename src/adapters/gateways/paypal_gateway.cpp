// Find out what the reference is, then one POST a movement.
#include "adapters/gateways/paypal_gateway.hpp"

#include <algorithm>

#include "adapters/gateways/answer_members.hpp"
#include "json/writer.hpp"

namespace commis::gateways {
namespace {

using domain::AttemptStatus;
using domain::CallAnswer;
using domain::CallStatus;
using domain::Currency;

std::int64_t refundable_minor(const PayPalPayment& payment, const json::Value& capture, std::string_view key,
                              const Currency& currency) {
    std::int64_t left_minor = paypal_amount(member_of(capture, {"amount"}), currency);
    const std::string id = text_of(capture, {"id"});
    for (const json::Value& refund : payment.refunds) {
        const std::string status = text_of(refund, {"status"});
        const bool is_ours = refund_key(text_of(refund, {"custom_id"})) == key;
        if (refunded_capture(refund) != id || is_ours || status == "FAILED" || status == "CANCELLED") continue;
        left_minor -= paypal_amount(member_of(refund, {"amount"}), currency);
    }
    return left_minor;
}

}  // namespace

struct PayPalGateway::Capture {
    const ports::PaymentAtProvider& at;
    std::string_view key;
    std::int64_t amount_minor;
    std::int64_t left_minor;  // What stays reserved after it.
};

struct PayPalGateway::Part {
    std::string capture_id;
    std::int64_t amount_minor;
};

CallAnswer PayPalGateway::answer(CallStatus status, std::string reason) const {
    CallAnswer answer;
    answer.status = status;
    answer.account = account_;
    answer.reason = std::move(reason);
    return answer;
}

CallAnswer PayPalGateway::not_done(const RestAnswer& told) const {
    if (!told.is_refused()) return answer(CallStatus::unknown);
    const std::string reason = paypal_reason(told);
    return answer(reason == "credentials_refused" ? CallStatus::unknown : CallStatus::declined, reason);
}

// Somebody waits for a refund: that it can't be made is said at once, and it is asked for again by hand (W-40).
CallAnswer PayPalGateway::refund_not_done(const RestAnswer& told) const {
    CallAnswer said = not_done(told);
    if (!said.reason.empty()) said.status = CallStatus::declined;
    return said;
}

CallAnswer PayPalGateway::captured(const Capture& wish, const RestAnswer& told) const {
    const domain::Movement moved = paypal_capture(told.body, wish.at.currency);
    const std::string status = text_of(told.body, {"status"});
    if (status == "DECLINED" || status == "FAILED") return answer(CallStatus::declined, "declined");
    // PayPal still looks at it: asked again later.
    if (moved.failed) return answer(CallStatus::unknown);
    CallAnswer done = answer(CallStatus::done);
    done.reference = moved.reference;
    done.amount_minor = moved.amount_minor;
    done.fee_minor = moved.fee_minor;
    done.open_minor = wish.left_minor;
    return done;
}

// It was captured before, by this call or by somebody else; or there is an invoice of that name, which is ours.
CallAnswer PayPalGateway::found_captured(const Capture& wish, const RestAnswer& told) const {
    const auto payment = find_paypal_payment(wire_, wish.at.payment.reference);
    if (!payment) return answer(CallStatus::unknown);
    for (const json::Value& capture : payment->captures) {
        if (text_of(capture, {"invoice_id"}) != wish.key) continue;
        RestAnswer found;
        found.body = capture;
        return captured(wish, found);
    }
    return not_done(told);
}

RestAnswer PayPalGateway::capture_of(const Capture& wish, const std::string& authorization_id,
                                     std::string_view key) const {
    std::string body;
    json::Writer writer(body);
    writer.object().key("amount").raw(*paypal_money(wish.amount_minor, wish.at.currency));
    writer.member("invoice_id", wish.key).member("final_capture", wish.left_minor <= 0).end();
    return wire_.post("/v2/payments/authorizations/" + authorization_id + "/capture", std::move(body), key);
}

CallAnswer PayPalGateway::capture_authorization(const Capture& wish, const json::Value& authorization) const {
    const std::string id = text_of(authorization, {"id"});
    RestAnswer told = capture_of(wish, id, wish.key);
    if (told.is_refused() && paypal_reason(told) == "expired") {
        // The three days for which PayPal vouches are over; it may vouch for three more.
        const std::string again = std::string(wish.key) + "-again";
        const std::string amount = *paypal_money(wish.amount_minor + wish.left_minor, wish.at.currency);
        const RestAnswer renewed =
            wire_.post("/v2/payments/authorizations/" + id + "/reauthorize", "{\"amount\":" + amount + "}", again);
        if (!renewed.is_done() && !renewed.is_refused()) return answer(CallStatus::unknown);
        if (!renewed.is_done() || text_of(renewed.body, {"id"}).empty()) return answer(CallStatus::declined, "expired");
        told = capture_of(wish, text_of(renewed.body, {"id"}), again);
    }
    if (told.is_done()) return captured(wish, told);
    const std::string issue = paypal_issue(told);
    const bool is_over =
        told.is_refused() && (issue == "DUPLICATE_INVOICE_ID" || issue == "AUTHORIZATION_ALREADY_CAPTURED");
    return is_over ? found_captured(wish, told) : not_done(told);
}

CallAnswer PayPalGateway::capture(const ports::PaymentAtProvider& at, std::string_view key, std::int64_t amount_minor) {
    if (!paypal_money(amount_minor, at.currency)) return answer(CallStatus::declined, "amount_not_possible");
    auto found = find_paypal_payment(wire_, at.payment.reference);
    if (found) found = carried_out(at, std::move(*found));
    if (!found) return not_done(found.error());
    Capture wish{at, key, amount_minor, 0};
    // Asked before, and the answer was lost.
    for (const json::Value& capture : found->captures) {
        if (text_of(capture, {"invoice_id"}) != key) continue;
        RestAnswer before;
        before.body = capture;
        wish.left_minor = at.payment.amount_minor - found->taken_minor(at.currency);
        return captured(wish, before);
    }
    const json::Value* open = found->open_authorization();
    if (open == nullptr) {
        const bool is_taken_before = std::ranges::any_of(found->captures, is_taken);
        return answer(CallStatus::declined, is_taken_before ? "already_captured" : "not_reserved");
    }
    wish.left_minor =
        std::max<std::int64_t>(0, at.payment.amount_minor - found->taken_minor(at.currency) - amount_minor);
    return capture_authorization(wish, *open);
}

CallAnswer PayPalGateway::release(const ports::PaymentAtProvider& at, std::string_view) {
    const auto found = find_paypal_payment(wire_, at.payment.reference);
    if (!found) return not_done(found.error());
    const json::Value* open = found->open_authorization();
    if (open == nullptr) {
        const bool is_taken_before = std::ranges::any_of(found->captures, is_taken);
        // An order that nobody approved holds nothing, and PayPal forgets it by itself.
        return is_taken_before ? answer(CallStatus::declined, "already_captured") : answer(CallStatus::done);
    }
    // Takes no key; a second one is told that it is void.
    const RestAnswer told = wire_.post("/v2/payments/authorizations/" + text_of(*open, {"id"}) + "/void", {}, {});
    if (told.is_done() || paypal_issue(told) == "PREVIOUSLY_VOIDED") return answer(CallStatus::done);
    return not_done(told);
}

CallAnswer PayPalGateway::refund(const ports::PaymentAtProvider& at, std::string_view key, std::int64_t amount_minor) {
    if (!paypal_money(amount_minor, at.currency)) return answer(CallStatus::declined, "amount_not_possible");
    const auto found = find_paypal_payment(wire_, at.payment.reference);
    if (!found) return refund_not_done(found.error());
    // The same parts each time it is asked: what this call gave back before is left out of the reckoning.
    std::vector<Part> parts;
    std::int64_t left_minor = amount_minor;
    for (const json::Value& capture : found->captures) {
        if (left_minor <= 0 || !is_taken(capture)) continue;
        const std::int64_t from_minor = std::min(left_minor, refundable_minor(*found, capture, key, at.currency));
        if (from_minor <= 0) continue;
        parts.push_back({text_of(capture, {"id"}), from_minor});
        left_minor -= from_minor;
    }
    if (parts.empty()) return answer(CallStatus::declined, "not_refundable");
    if (left_minor > 0) return answer(CallStatus::declined, "amount_too_large");
    CallAnswer done = answer(CallStatus::done);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string name = refund_part_name(key, i + 1, parts.size());
        std::string body;
        json::Writer writer(body);
        writer.object().key("amount").raw(*paypal_money(parts[i].amount_minor, at.currency));
        writer.member("custom_id", name).member("invoice_id", name).end();
        const RestAnswer told =
            wire_.post("/v2/payments/captures/" + parts[i].capture_id + "/refund", std::move(body), name);
        const std::string status = text_of(told.body, {"status"});
        const bool is_made = told.is_done() && status != "FAILED" && status != "CANCELLED";
        // Some of it went back: nobody may call that declined, so it is asked about until all of it has.
        if (!is_made && i > 0) return answer(CallStatus::unknown);
        if (!told.is_done()) return refund_not_done(told);
        if (!is_made) return answer(CallStatus::declined, "declined");
        if (i == 0) done.reference = text_of(told.body, {"id"});
        done.amount_minor += parts[i].amount_minor;
    }
    return done;
}

// What the buyer approved is taken or reserved once, for exactly the sum that is expected, and only while it is waited
// for: an amount that changed since, or a page that was closed, takes no money.
std::expected<PayPalPayment, RestAnswer> PayPalGateway::carried_out(const ports::PaymentAtProvider& at,
                                                                    PayPalPayment payment) const {
    const bool is_awaited =
        at.payment.status == AttemptStatus::initiated || at.payment.status == AttemptStatus::pending;
    const bool is_due = payment.kind == PayPalKind::order && payment.order_status() == "APPROVED" &&
                        payment.captures.empty() && payment.authorizations.empty();
    if (!is_awaited || !is_due) return payment;
    const auto& units = list_of(payment.order, {"purchase_units"});
    const json::Value amount = units.empty() ? json::Value{} : member_of(units.front(), {"amount"});
    if (paypal_amount(amount, at.currency) != at.payment.amount_minor) return payment;
    const bool is_held = text_of(payment.order, {"intent"}) == "AUTHORIZE";
    const std::string path = "/v2/checkout/orders/" + payment.id + (is_held ? "/authorize" : "/capture");
    const RestAnswer told = wire_.post(path, "{}", at.payment.id);
    if (!told.is_done() && !told.is_refused()) return std::unexpected(told);
    const RestAnswer now = wire_.get("/v2/checkout/orders/" + payment.id);
    if (!now.is_done()) return std::unexpected(now);
    return paypal_payment_of_order(now.body);
}

std::expected<domain::PaymentTruth, std::string> PayPalGateway::look_up(const ports::PaymentAtProvider& at) {
    auto found = find_paypal_payment(wire_, at.payment.reference);
    if (found) found = carried_out(at, std::move(*found));
    if (!found) return std::unexpected(paypal_look_up_fault(found.error()));
    auto truth = paypal_truth(*found, at.currency);
    truth.account = account_;
    return truth;
}

}  // namespace commis::gateways
