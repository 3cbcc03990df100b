// Each movement is one POST with our call's id as its key; what an error leaves open is looked up before it is
// answered.
#include "adapters/gateways/stripe_gateway.hpp"

#include <algorithm>

#include "adapters/gateways/answer_members.hpp"

namespace commis::gateways {
namespace {

using domain::AttemptStatus;
using domain::CallAnswer;
using domain::CallStatus;

std::string path_of(const StripeTarget& target) {
    return (target.kind == StripeKind::intent ? "/v1/payment_intents/" : "/v1/charges/") + target.id;
}

// The charge by which an intent was captured, wherever this version of Stripe puts it.
json::Value captured_charge(const StripeWire& wire, const StripeTarget& target, const json::Value& body) {
    if (target.kind == StripeKind::charge) return body;
    const auto pick = [](const auto& charges) {
        const auto found = std::ranges::find_if(charges, [](const json::Value& each) {
            return is_true(each, {"captured"}) && text_of(each, {"status"}) != "failed";
        });
        return found == charges.end() ? json::Value{} : *found;
    };
    if (const json::Value inside = pick(list_of(body, {"charges", "data"})); !inside.is_null()) return inside;
    const Form query = Form().add("payment_intent", target.id).add("expand[]", "data.balance_transaction");
    const auto charges = wire.list("/v1/charges", query);
    return charges ? pick(*charges) : json::Value{};
}

}  // namespace

struct StripeGateway::Capture {
    const ports::PaymentAtProvider& at;
    const StripeTarget& target;
    std::string_view key;
    bool was_noted = false;  // Just now, so that the key beside the payment proves nothing.
};

CallAnswer StripeGateway::answer(CallStatus status, std::string reason) const {
    CallAnswer answer;
    answer.status = status;
    answer.account = account_;
    answer.reason = std::move(reason);
    return answer;
}

CallAnswer StripeGateway::not_done(const RestAnswer& told) const {
    if (!told.is_refused()) return answer(CallStatus::unknown);
    const std::string reason = stripe_reason(told);
    return answer(reason == "credentials_refused" ? CallStatus::unknown : CallStatus::declined, reason);
}

// Somebody waits for a refund: that it can't be made is said at once, and it is asked for again by hand (W-40).
CallAnswer StripeGateway::refund_not_done(const RestAnswer& told) const {
    CallAnswer said = not_done(told);
    if (!said.reason.empty()) said.status = CallStatus::declined;
    return said;
}

CallAnswer StripeGateway::captured(const Capture& wish, const RestAnswer& told) const {
    const json::Value charge = captured_charge(wire_, wish.target, told.body);
    const bool is_taken = wish.target.kind == StripeKind::charge || text_of(told.body, {"status"}) == "succeeded";
    if (!is_taken || charge.is_null()) return answer(CallStatus::unknown);
    const auto taken = number_of(charge, {"amount_captured"});
    CallAnswer done = answer(CallStatus::done);
    done.reference = text_of(charge, {"id"});
    done.amount_minor =
        from_stripe(taken.value_or(number_of(charge, {"amount"}).value_or(0)), wish.at.currency).value_or(0);
    done.fee_minor = stripe_fee(wire_, charge, wish.at.currency);
    return done;
}

// Over before it was asked for: captured by this very call, whose answer was lost, or by somebody else; or run out.
CallAnswer StripeGateway::found_over(const Capture& wish) const {
    const auto target = find_stripe_target(wire_, wish.target.id);
    if (!target) return not_done(target.error());
    const auto truth = stripe_truth(wire_, *target, wish.at.currency);
    if (!truth) return answer(CallStatus::unknown);
    const auto ours = std::ranges::find(truth->captures, wish.key, &domain::Movement::key);
    if (!wish.was_noted && ours != truth->captures.end()) {
        CallAnswer done = answer(CallStatus::done);
        done.reference = ours->reference;
        done.amount_minor = ours->amount_minor;
        done.fee_minor = ours->fee_minor;
        return done;
    }
    if (truth->status == AttemptStatus::expired) return answer(CallStatus::declined, "expired");
    return answer(CallStatus::declined, truth->captures.empty() ? "not_reserved" : "already_captured");
}

CallAnswer StripeGateway::capture_open(Capture& wish, std::int64_t amount) const {
    // The key is put beside the payment first, so that a look-up tells whose capture it was.
    const std::string path = path_of(wish.target);
    const std::string note_key = std::string(wish.key) + "-note";
    const RestAnswer noted = wire_.post(path, Form().add(stripe_call_name, wish.key), note_key);
    if (!noted.is_done()) return not_done(noted);
    wish.was_noted = true;
    const bool is_intent = wish.target.kind == StripeKind::intent;
    Form form;
    form.add(is_intent ? "amount_to_capture" : "amount", amount);
    form.add("expand[]", is_intent ? "charges.data.balance_transaction" : "balance_transaction");
    const RestAnswer told = wire_.post(path + "/capture", form, wish.key);
    if (told.is_done()) return captured(wish, told);
    const std::string reason = stripe_reason(told);
    // Somebody was quicker: Stripe would have answered this call's own key with its own success.
    const bool is_over = told.is_refused() && (reason == "already_captured" || reason == "not_reserved");
    return is_over ? found_over(wish) : not_done(told);
}

CallAnswer StripeGateway::capture(const ports::PaymentAtProvider& at, std::string_view key, std::int64_t amount_minor) {
    auto target = find_stripe_target(wire_, at.payment.reference);
    if (!target) return not_done(target.error());
    const auto amount = to_stripe(amount_minor, at.currency);
    if (!amount) return answer(CallStatus::declined, "amount_not_possible");
    if (target->kind == StripeKind::page) return answer(CallStatus::declined, "not_reserved");
    if (target->kind == StripeKind::intent) {
        const RestAnswer now = wire_.get(path_of(*target));
        if (!now.is_done()) return not_done(now);
        target->body = now.body;
    }
    Capture wish{at, *target, key};
    const std::string status = text_of(target->body, {"status"});
    const bool is_over = is_true(target->body, {"captured"}) || is_true(target->body, {"refunded"}) ||
                         (target->kind == StripeKind::intent && (status == "succeeded" || status == "canceled"));
    return is_over ? found_over(wish) : capture_open(wish, *amount);
}

CallAnswer StripeGateway::release(const ports::PaymentAtProvider& at, std::string_view key) {
    const auto target = find_stripe_target(wire_, at.payment.reference);
    if (!target) return not_done(target.error());
    // The refund by which an old charge is let go would give captured money back.
    if (is_true(target->body, {"captured"})) return answer(CallStatus::declined, "already_captured");
    RestAnswer told;
    if (target->kind == StripeKind::page)
        told = wire_.post("/v1/checkout/sessions/" + target->id + "/expire", {}, key);
    else if (target->kind == StripeKind::intent)
        told = wire_.post(path_of(*target) + "/cancel", {}, key);
    else
        told = wire_.post("/v1/refunds", Form().add("charge", target->id).add(stripe_call_name, key), key);
    if (told.is_done()) return answer(CallStatus::done);
    if (!told.is_refused()) return answer(CallStatus::unknown);
    // What was over before is released as well.
    const auto now = find_stripe_target(wire_, at.payment.reference);
    const auto truth = now ? stripe_truth(wire_, *now, at.currency) : std::unexpected(std::string("unavailable"));
    if (!truth) return not_done(told);
    const bool is_over = truth->status == AttemptStatus::voided || truth->status == AttemptStatus::expired;
    if (is_over) return answer(CallStatus::done);
    if (truth->status == AttemptStatus::captured) return answer(CallStatus::declined, "already_captured");
    return not_done(told);
}

CallAnswer StripeGateway::refund(const ports::PaymentAtProvider& at, std::string_view key, std::int64_t amount_minor) {
    const auto target = find_stripe_target(wire_, at.payment.reference);
    if (!target) return refund_not_done(target.error());
    const auto amount = to_stripe(amount_minor, at.currency);
    if (!amount) return answer(CallStatus::declined, "amount_not_possible");
    if (target->kind == StripeKind::page) return answer(CallStatus::declined, "not_refundable");
    Form form;
    form.add(target->kind == StripeKind::intent ? "payment_intent" : "charge", target->id);
    form.add("amount", *amount).add(stripe_call_name, key);
    const RestAnswer told = wire_.post("/v1/refunds", form, key);
    if (!told.is_done()) return refund_not_done(told);
    const std::string status = text_of(told.body, {"status"});
    if (status == "failed" || status == "canceled") return answer(CallStatus::declined, "declined");
    CallAnswer done = answer(CallStatus::done);
    done.reference = text_of(told.body, {"id"});
    done.amount_minor = amount_minor;
    return done;
}

std::expected<domain::PaymentTruth, std::string> StripeGateway::look_up(const ports::PaymentAtProvider& at) {
    const auto target = find_stripe_target(wire_, at.payment.reference);
    if (!target) return std::unexpected(look_up_fault(target.error()));
    auto truth = stripe_truth(wire_, *target, at.currency);
    if (truth) truth->account = account_;
    return truth;
}

}  // namespace commis::gateways
