// Field checks: lengths, ranges, known codes. Pointers follow the body of `POST /orders` (api.md).
#include "domain/decisions/place_checks.hpp"

#include <algorithm>
#include <array>

#include "domain/email_address.hpp"
#include "domain/language.hpp"

namespace commis::domain {
namespace {

using Errors = std::vector<FieldError>;

constexpr std::size_t name_length_max = 500;
constexpr std::size_t code_length_max = 100;
constexpr std::int64_t clock_skew_ms = 24 * 3'600'000;

void check_range(Errors& errors, std::string field, std::int64_t value, std::int64_t low, std::int64_t high) {
    if (value >= low && value <= high) return;
    errors.push_back(
        {std::move(field), "out_of_range", "must be from " + std::to_string(low) + " to " + std::to_string(high)});
}

void check_required(Errors& errors, std::string field, const std::string& text, std::size_t length_max) {
    if (text.empty()) {
        errors.push_back({std::move(field), "required", "must not be empty"});
    } else {
        check_text(errors, std::move(field), text, length_max);
    }
}

void check_rate(Errors& errors, std::string field, const std::string& rate) {
    if (TaxRate::parse(rate)) return;
    errors.push_back({std::move(field), "invalid_rate", "a decimal from 0 to 100 with at most four digits"});
}

void check_attendees(Errors& errors, const std::string& field, const PlaceLine& line) {
    if (line.attendees.empty()) return;
    if (line.kind != LineKind::ticket) {
        errors.push_back({field, "not_a_ticket", "only tickets have attendees"});
    } else if (static_cast<std::int64_t>(line.attendees.size()) > line.quantity) {
        errors.push_back({field, "too_many", "more attendees than tickets"});
    }
    for (std::size_t i = 0; i < line.attendees.size(); ++i) {
        const std::string at = field + "/" + std::to_string(i);
        check_text(errors, at + "/name", line.attendees[i].name, name_length_max);
        const std::string& email = line.attendees[i].email;
        if (!email.empty() && !is_email_address(email)) {
            errors.push_back({at + "/email", "invalid_email", "not an e-mail address"});
        }
    }
}

void check_line(Errors& errors, std::size_t index, const PlaceLine& line) {
    const std::string at = "/lines/" + std::to_string(index);
    check_text(errors, at + "/sku", line.sku, code_length_max);
    check_required(errors, at + "/name", line.name, name_length_max);
    const bool is_ticket = line.kind == LineKind::ticket;
    check_range(errors, at + "/quantity", line.quantity, 1, is_ticket ? tickets_per_line_max : quantity_max);
    check_range(errors, at + "/unit_price", line.unit_price_minor, 0, amount_limit_minor);
    check_range(errors, at + "/discount", line.discount_minor, 0, amount_limit_minor);
    check_rate(errors, at + "/tax_rate", line.tax_rate);
    check_attendees(errors, at + "/attendees", line);
}

void check_method(Errors& errors, std::string field, const std::string& id, const PlaceOrder& command,
                  const Profile& profile) {
    if (command.imported) {
        check_required(errors, std::move(field), id, code_length_max);
        return;
    }
    const PaymentMethod* method = profile.find_method(id);
    if (id.empty()) {
        errors.push_back({std::move(field), "required", "a payment method is needed"});
    } else if (method == nullptr) {
        errors.push_back({std::move(field), "unknown_payment_method", "the shop has no such payment method"});
    } else if (!method->on) {
        errors.push_back({std::move(field), "payment_method_off", "the shop has switched this payment method off"});
    }
}

void check_payments(Errors& errors, const PlaceOrder& command, const PlaceRules& rules, const Profile& profile) {
    if (command.payments.empty()) {
        check_method(errors, "/payment/method", command.payment_method, command, profile);
    }
    if (command.payments.size() > 20) errors.push_back({"/payments", "too_many", "at most 20 payments"});
    for (std::size_t i = 0; i < command.payments.size(); ++i) {
        const PlacePayment& payment = command.payments[i];
        const std::string at = "/payments/" + std::to_string(i);
        check_method(errors, at + "/method", payment.method, command, profile);
        check_text(errors, at + "/reference", payment.reference, name_length_max);
        if (payment.amount_minor) check_range(errors, at + "/amount", *payment.amount_minor, 0, amount_limit_minor);
        if (!payment.provider.empty() && !rules.provider_known(payment.provider)) {
            errors.push_back({at + "/provider", "unknown_provider", "the shop has no such payment service"});
        }
    }
}

void check_codes(Errors& errors, const PlaceOrder& command, const Context& context) {
    if (!Currency::find(command.currency)) {
        errors.push_back({"/currency", "unknown_currency", "an ISO 4217 code is needed"});
    }
    if (!command.language.empty() && !is_language(command.language)) {
        errors.push_back({"/language", "unknown_language", "one of en, fr, da, de"});
    }
    if (command.placed_at_ms && *command.placed_at_ms > context.now_ms + clock_skew_ms) {
        errors.push_back({"/placed_at", "in_future", "an order can't be placed in the future"});
    }
    if (!command.state.empty() && context.profile.find_state(command.state) == nullptr) {
        errors.push_back({"/state", "unknown_state", "the shop has no such state"});
    }
}

}  // namespace

void check_lines(Errors& errors, const std::vector<PlaceLine>& lines) {
    if (lines.empty()) errors.push_back({"/lines", "required", "an order has at least one line"});
    if (lines.size() > lines_max) {
        errors.push_back({"/lines", "too_many", "at most " + std::to_string(lines_max) + " lines"});
        return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) check_line(errors, i, lines[i]);
}

void check_shipping(Errors& errors, const PlaceShipping& shipping) {
    check_text(errors, "/shipping/method", shipping.method, code_length_max);
    check_text(errors, "/shipping/name", shipping.name, name_length_max);
    check_range(errors, "/shipping/amount", shipping.amount_minor, 0, amount_limit_minor);
    check_rate(errors, "/shipping/tax_rate", shipping.tax_rate);
}

void check_discount(Errors& errors, std::int64_t discount_minor) {
    check_range(errors, "/discount", discount_minor, 0, amount_limit_minor);
}

void check_buyer(Errors& errors, const Buyer& buyer, bool email_required) {
    check_text(errors, "/buyer/name", buyer.name, name_length_max);
    check_text(errors, "/buyer/phone", buyer.phone, code_length_max);
    check_text(errors, "/buyer/company", buyer.company, name_length_max);
    check_text(errors, "/buyer/vat_id", buyer.vat_id, code_length_max);
    check_text(errors, "/buyer/reference", buyer.reference, code_length_max);
    if (buyer.email.empty()) {
        if (email_required) errors.push_back({"/buyer/email", "required", "the buyer's e-mail address is needed"});
    } else if (!is_email_address(buyer.email)) {
        errors.push_back({"/buyer/email", "invalid_email", "not an e-mail address"});
    }
}

void check_address(Errors& errors, const std::string& field, const Address& address) {
    check_text(errors, field + "/name", address.name, name_length_max);
    check_text(errors, field + "/company", address.company, name_length_max);
    check_text(errors, field + "/line1", address.line1, name_length_max);
    check_text(errors, field + "/line2", address.line2, name_length_max);
    check_text(errors, field + "/postal_code", address.postal_code, code_length_max);
    check_text(errors, field + "/city", address.city, name_length_max);
    check_text(errors, field + "/region", address.region, name_length_max);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::string& country = address.country;
    if (!country.empty() && (country.size() != 2 || !std::ranges::all_of(country, is_capital))) {
        errors.push_back({field + "/country", "invalid_country", "two capital letters of ISO 3166-1"});
    }
}

void check_tags(Errors& errors, const std::vector<std::string>& tags) {
    if (tags.size() > 50) errors.push_back({"/tags", "too_many", "at most 50 tags"});
    for (std::size_t i = 0; i < tags.size() && i < 50; ++i) {
        check_required(errors, "/tags/" + std::to_string(i), tags[i], code_length_max);
    }
}

std::vector<FieldError> check(const PlaceOrder& command, const PlaceRules& rules, const Context& context) {
    Errors errors;
    check_codes(errors, command, context);
    check_text(errors, "/external_id", command.external_id, code_length_max);
    check_required(errors, "/channel", command.channel, code_length_max);
    check_buyer(errors, command.buyer, !command.imported);
    check_address(errors, "/billing_address", command.billing_address);
    if (command.shipping_address) check_address(errors, "/shipping_address", *command.shipping_address);
    check_lines(errors, command.lines);
    check_shipping(errors, command.shipping);
    check_discount(errors, command.discount_minor);
    check_text(errors, "/promo_code", command.promo_code, code_length_max);
    check_text(errors, "/note", command.note, note_length_max);
    check_tags(errors, command.tags);
    check_payments(errors, command, rules, context.profile);
    return errors;
}

}  // namespace commis::domain
