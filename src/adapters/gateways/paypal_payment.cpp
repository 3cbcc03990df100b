// Three questions at most until it is known what a reference is; then all of it from the order that it belongs to.
#include "adapters/gateways/paypal_payment.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "adapters/gateways/answer_members.hpp"
#include "json/time.hpp"

namespace commis::gateways {
namespace {

using domain::AttemptStatus;
using domain::Currency;
using domain::Movement;

void append(std::vector<json::Value>& values, const json::Value& unit, std::string_view name) {
    const auto& found = list_of(unit, {"payments", name});
    values.insert(values.end(), found.begin(), found.end());
}

// What belongs to the same order; where that can't be read, what was asked for stands alone.
PayPalPayment with_order(const PayPalWire& wire, PayPalKind kind, const json::Value& body) {
    PayPalPayment payment;
    const std::string order_id = text_of(body, {"supplementary_data", "related_ids", "order_id"});
    if (is_reference(order_id)) {
        const RestAnswer answer = wire.get("/v2/checkout/orders/" + order_id);
        if (answer.is_done()) payment = paypal_payment_of_order(answer.body);
    }
    payment.kind = kind;
    payment.id = text_of(body, {"id"});
    auto& own = kind == PayPalKind::capture ? payment.captures : payment.authorizations;
    const bool is_there =
        std::ranges::any_of(own, [&](const json::Value& each) { return text_of(each, {"id"}) == payment.id; });
    if (!is_there) own.push_back(body);
    return payment;
}

AttemptStatus status_of_order(const PayPalPayment& payment) {
    const std::string status = payment.order_status();
    if (status == "VOIDED") return AttemptStatus::voided;
    // Approved by the buyer, or nothing yet: no money is held before the shop asks for it.
    return status == "APPROVED" ? AttemptStatus::pending : AttemptStatus::initiated;
}

AttemptStatus status_of_authorizations(const PayPalPayment& payment) {
    if (payment.open_authorization() != nullptr) return AttemptStatus::authorized;
    const std::string status = text_of(payment.authorizations.back(), {"status"});
    if (status == "PENDING") return AttemptStatus::pending;
    if (status == "DENIED") return AttemptStatus::failed;
    return status == "VOIDED" ? AttemptStatus::voided : AttemptStatus::captured;
}

AttemptStatus status_of(const PayPalPayment& payment) {
    if (payment.open_authorization() != nullptr) return AttemptStatus::authorized;
    if (std::ranges::any_of(payment.captures, is_taken)) return AttemptStatus::captured;
    if (!payment.captures.empty()) {
        const std::string status = text_of(payment.captures.back(), {"status"});
        return status == "PENDING" ? AttemptStatus::pending : AttemptStatus::failed;
    }
    return payment.authorizations.empty() ? status_of_order(payment) : status_of_authorizations(payment);
}

// C-18, in PayPal's own words: "seller_protection_eligible".
std::string guarantee_of(const PayPalPayment& payment) {
    const auto& source = payment.captures.empty() ? payment.authorizations : payment.captures;
    std::string level = source.empty() ? std::string{} : text_of(source.back(), {"seller_protection", "status"});
    std::ranges::transform(level, level.begin(), [](char sign) {
        return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
    });
    return level.empty() ? level : "seller_protection_" + level;
}

bool has_failed(const json::Value& refund) {
    const std::string status = text_of(refund, {"status"});
    return status == "FAILED" || status == "CANCELLED";
}

std::string name_of_refund(const json::Value& refund) {
    const std::string custom = text_of(refund, {"custom_id"});
    return custom.empty() ? text_of(refund, {"invoice_id"}) : custom;
}

std::size_t parts_of(std::string_view name) {
    const auto of = name.rfind("of");
    std::size_t parts = 1;
    if (refund_key(name).size() != name.size()) std::from_chars(name.data() + of + 2, name.data() + name.size(), parts);
    return parts;
}

// The parts of a refund over several captures are one movement, once all of them are there.
std::vector<Movement> refunds_of(const PayPalPayment& payment, const Currency& currency) {
    std::vector<Movement> movements;
    std::map<std::string, std::pair<Movement, std::size_t>> in_parts;
    for (const json::Value& refund : payment.refunds) {
        const std::string name = name_of_refund(refund);
        const std::string key = refund_key(name);
        Movement moved{key, text_of(refund, {"id"}), paypal_amount(member_of(refund, {"amount"}), currency), 0,
                       has_failed(refund)};
        if (parts_of(name) == 1) {
            movements.push_back(std::move(moved));
            continue;
        }
        auto& [sum, seen] = in_parts[key];
        const std::int64_t before_minor = sum.amount_minor;
        const bool any_failed = sum.failed || moved.failed;
        if (++seen > 1) moved.reference = sum.reference;
        sum = moved;
        sum.amount_minor = before_minor + moved.amount_minor;
        sum.failed = any_failed;
        if (seen == parts_of(name)) movements.push_back(sum);
    }
    return movements;
}

}  // namespace

std::string PayPalPayment::order_status() const { return text_of(order, {"status"}); }

const json::Value* PayPalPayment::open_authorization() const {
    const auto found = std::find_if(authorizations.rbegin(), authorizations.rend(), [](const json::Value& each) {
        const std::string status = text_of(each, {"status"});
        return status == "CREATED" || status == "PARTIALLY_CAPTURED";
    });
    return found == authorizations.rend() ? nullptr : &*found;
}

std::int64_t PayPalPayment::taken_minor(const Currency& currency) const {
    std::int64_t sum_minor = 0;
    for (const json::Value& capture : captures) {
        const std::string status = text_of(capture, {"status"});
        if (status != "DECLINED" && status != "FAILED") {
            sum_minor += paypal_amount(member_of(capture, {"amount"}), currency);
        }
    }
    return sum_minor;
}

PayPalPayment paypal_payment_of_order(const json::Value& order) {
    PayPalPayment payment;
    payment.id = text_of(order, {"id"});
    payment.order = order;
    for (const json::Value& unit : list_of(order, {"purchase_units"})) {
        append(payment.authorizations, unit, "authorizations");
        append(payment.captures, unit, "captures");
        append(payment.refunds, unit, "refunds");
    }
    return payment;
}

std::expected<PayPalPayment, RestAnswer> find_paypal_payment(const PayPalWire& wire, const std::string& reference) {
    RestAnswer answer;
    answer.outcome = RestOutcome::refused;
    answer.status = 404;
    if (!is_reference(reference)) return std::unexpected(answer);
    answer = wire.get("/v2/checkout/orders/" + reference);
    if (answer.is_done()) return paypal_payment_of_order(answer.body);
    if (answer.status != 404) return std::unexpected(answer);
    answer = wire.get("/v2/payments/authorizations/" + reference);
    if (answer.is_done()) return with_order(wire, PayPalKind::authorization, answer.body);
    if (answer.status != 404) return std::unexpected(answer);
    answer = wire.get("/v2/payments/captures/" + reference);
    if (answer.is_done()) return with_order(wire, PayPalKind::capture, answer.body);
    return std::unexpected(answer);
}

bool is_taken(const json::Value& capture) {
    const std::string status = text_of(capture, {"status"});
    return status == "COMPLETED" || status == "PARTIALLY_REFUNDED" || status == "REFUNDED";
}

Movement paypal_capture(const json::Value& capture, const Currency& currency) {
    Movement moved;
    moved.key = text_of(capture, {"invoice_id"});
    moved.reference = text_of(capture, {"id"});
    moved.amount_minor = paypal_amount(member_of(capture, {"amount"}), currency);
    moved.fee_minor = paypal_amount(member_of(capture, {"seller_receivable_breakdown", "paypal_fee"}), currency);
    moved.failed = !is_taken(capture);
    return moved;
}

domain::PaymentTruth paypal_truth(const PayPalPayment& payment, const Currency& currency) {
    domain::PaymentTruth truth;
    truth.status = status_of(payment);
    truth.guarantee = guarantee_of(payment);
    if (const json::Value* open = payment.open_authorization(); open != nullptr) {
        truth.expires_at_ms = json::parse_time_ms(text_of(*open, {"expiration_time"}));
    }
    for (const json::Value& capture : payment.captures) {
        // What PayPal still looks at has not moved.
        if (is_taken(capture)) truth.captures.push_back(paypal_capture(capture, currency));
    }
    truth.refunds = refunds_of(payment, currency);
    return truth;
}

std::string refund_part_name(std::string_view key, std::size_t part, std::size_t parts) {
    if (parts == 1) return std::string(key);
    return std::string(key) + '.' + std::to_string(part) + "of" + std::to_string(parts);
}

std::string refund_key(std::string_view name) {
    const auto point = name.rfind('.');
    const std::string_view tail = point == std::string_view::npos ? std::string_view{} : name.substr(point + 1);
    const auto of = tail.find("of");
    const auto is_number = [](std::string_view text) {
        return !text.empty() && text.size() <= 3 && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    const bool is_part =
        of != std::string_view::npos && is_number(tail.substr(0, of)) && is_number(tail.substr(of + 2));
    return std::string(is_part ? name.substr(0, point) : name);
}

std::string refunded_capture(const json::Value& refund) {
    for (const json::Value& link : list_of(refund, {"links"})) {
        if (text_of(link, {"rel"}) != "up") continue;
        const std::string address = text_of(link, {"href"});
        return address.substr(address.rfind('/') + 1);
    }
    return {};
}

}  // namespace commis::gateways
