// Placing an order: what is asked, what is refused, and the first facts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/decisions/decision.hpp"

namespace commis::domain {

struct PlaceLine {
    std::string sku;
    std::string name;
    LineKind kind = LineKind::goods;
    std::int64_t quantity = 1;
    std::int64_t unit_price_minor = 0;
    std::int64_t discount_minor = 0;
    std::string tax_rate = "0";
    std::vector<Attendee> attendees;  // Tickets only; at most one per unit.
};

struct PlaceShipping {
    std::string method;
    std::string name;
    std::int64_t amount_minor = 0;
    std::string tax_rate = "0";
    bool pickup = false;
};

// What a storefront got from a payment service before it placed the order.
struct PlacePayment {
    std::string method;
    std::string provider;
    std::string reference;
    AttemptStatus status = AttemptStatus::initiated;  // initiated, authorized, captured or failed.
    std::optional<std::int64_t> amount_minor;         // Defaults to the order's total.
    std::optional<std::int64_t> expires_at_ms;
    std::optional<std::int64_t> received_at_ms;  // Imports: when the money came.
};

struct PlaceOrder {
    std::string external_id;
    std::string channel = "web";
    bool draft = false;
    std::string currency;
    std::string language;  // Empty: the shop's.
    bool prices_include_tax = true;
    std::optional<std::int64_t> placed_at_ms;
    Buyer buyer;
    Address billing_address;
    std::optional<Address> shipping_address;
    std::vector<PlaceLine> lines;
    PlaceShipping shipping;
    std::int64_t discount_minor = 0;
    std::string promo_code;
    std::string payment_method;
    std::vector<PlacePayment> payments;
    std::string note;
    std::vector<std::string> tags;
    std::optional<bool> notify_on_state;  // Absent: the shop's default (D-10).
    // An import brings history: no mail, any method's name, a missing address, a state of its own.
    bool imported = false;
    std::string state;  // Imports only; empty: the first.
};

inline constexpr std::size_t lines_max = 2'000;
inline constexpr std::int64_t quantity_max = 1'000'000;
inline constexpr std::int64_t tickets_per_line_max = 1'000;

// The order without its number, which the shop's range gives in the same transaction. `provider_known` says whether
// the shop has a payment service of that name; `default_language` is the shop's.
struct PlaceRules {
    std::string default_language;
    std::function<bool(std::string_view)> provider_known;
    bool trusts_payment_claims = true;  // A storefront's "captured" opens nothing until the provider confirms.
    std::function<std::string(std::string_view provider)> account_of{};  // The provider's account that took the money.
    // Those of the addresses that get no tickets (W-44).
    std::function<std::vector<std::string>(const std::vector<std::string>& addresses)> blocked_among{};
};
Result<Decision> place(const PlaceOrder& command, std::int64_t shop_id, const PlaceRules& rules,
                       const Context& context);

// Turns a kept draft into a placed order.
Result<Decision> place_draft(const Order& draft, const Context& context);

}  // namespace commis::domain
