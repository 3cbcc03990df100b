#include "domain/sample.hpp"

#include <stdexcept>

#include "adapters/system/profiles.hpp"

namespace commis::domain::sample {

const Profile& profile(std::string_view id) {
    static system::ProfileCatalogue catalogue;
    return *catalogue.shipped(id);
}

Context context(const Profile& profile, Rights rights) {
    return Context{.profile = profile,
                   .staff = {{.to = "shop@example.org"}, {.to = "desk@example.org"}},
                   .now_ms = now_ms,
                   .actor = {ActorKind::operator_, "op-1", "Ada"},
                   .rights = rights,
                   .entry = EntryPoint::button,
                   .new_id = [] {
                       static int count = 0;
                       return "id-" + std::to_string(++count);
                   }};
}

PlaceOrder example() {
    PlaceOrder command;
    command.external_id = "web-1001";
    command.currency = "EUR";
    command.language = "fr";
    command.buyer = {"Zoé Lefèvre", "zoe@example.org", "+33 1 23 45 67 89", "", ""};
    command.billing_address = {"", "", "1 rue X", "", "75001", "Paris", "", "FR"};
    command.lines = {
        {.sku = "MUG-1", .name = "Mug", .quantity = 3, .unit_price_minor = 1'999, .tax_rate = "20", .attendees = {}},
        {.sku = "VIP",
         .name = "VIP ticket",
         .kind = LineKind::ticket,
         .quantity = 2,
         .unit_price_minor = 5'000,
         .tax_rate = "5.5",
         .attendees = {{"A. One", "a@example.org"}, {"B. Two", "b@example.org"}}},
    };
    command.shipping = {"parcel", "Colissimo", 690, "20", false};
    command.discount_minor = 500;
    command.promo_code = "NOEL";
    command.payment_method = "cheque";
    command.note = "Leave at the door";
    return command;
}

PlaceOrder plain(LineKind kind, std::int64_t quantity, std::string method) {
    PlaceOrder command;
    command.currency = "EUR";
    command.buyer = {"Søren Ærø", "soren@example.org", "", "", ""};
    command.lines = {
        {.sku = "A", .name = "Thing", .kind = kind, .quantity = quantity, .unit_price_minor = 1'000, .attendees = {}}};
    command.payment_method = std::move(method);
    return command;
}

PlaceRules rules() {
    return {.default_language = "en",
            .provider_known = [](std::string_view provider) { return provider == "stripe"; },
            .trusts_payment_claims = true};
}

Order placed(const PlaceOrder& command, const Profile& profile) {
    auto decision = place(command, 7, rules(), context(profile));
    if (!decision) throw std::runtime_error("the sample was refused: " + outcome(decision));
    decision->order.number = "10001";
    return decision->order;
}

void add_payment(Order& order, AttemptStatus status, std::int64_t amount_minor, std::string provider) {
    const std::string number = std::to_string(order.ledger.payments.size() + 1);
    Payment payment;
    payment.id = "payment-" + number;
    payment.method = order.payment_method;
    payment.source = provider.empty() ? Source::operator_entry : Source::gateway;
    payment.provider = std::move(provider);
    payment.amount_minor = amount_minor;
    payment.status = status;
    if (status == AttemptStatus::captured) {
        LedgerEntry entry;
        entry.id = "entry-" + number;
        entry.payment_id = payment.id;
        entry.amount_minor = amount_minor;
        entry.source = payment.source;
        order.ledger.entries.push_back(std::move(entry));
    }
    order.ledger.payments.push_back(std::move(payment));
}

void add_refund(Order& order, std::int64_t amount_minor, RefundExecution execution, RefundStatus status,
                bool takes_units) {
    Refund refund;
    refund.id = "refund-" + std::to_string(order.ledger.refunds.size() + 1);
    refund.payment_id = order.ledger.payments.empty() ? "" : order.ledger.payments.front().id;
    refund.amount_minor = amount_minor;
    refund.execution = execution;
    refund.status = status;
    refund.takes_units = takes_units;
    order.ledger.refunds.push_back(std::move(refund));
}

std::string outcome(const Result<Decision>& result) {
    if (result) return "taken";
    if (result.error().fields.empty()) return std::string(code_of(result.error().refusal));
    std::string text;
    for (const FieldError& error : result.error().fields) {
        text += (text.empty() ? "" : ", ") + error.field + " " + error.code;
    }
    return text;
}

const std::string* find_data(const Event& event, std::string_view name) {
    for (const auto& [key, value] : event.data) {
        if (key == name) return &value;
    }
    return nullptr;
}

}  // namespace commis::domain::sample
