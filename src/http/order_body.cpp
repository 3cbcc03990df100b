// Described structs that mirror the contract, and their way into the domain's commands.
#include "http/order_body.hpp"

#include "features/orders/content_body.hpp"
#include "http/address_body.hpp"
#include "http/json_body.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using Text = std::optional<std::string>;

enum class ClaimWord : std::uint8_t { initiated, authorized, captured, failed };
BOOST_DESCRIBE_ENUM(ClaimWord, initiated, authorized, captured, failed)

struct BuyerBody {
    Text name, email, phone, company, vat_id, reference;
};
BOOST_DESCRIBE_STRUCT(BuyerBody, (), (name, email, phone, company, vat_id, reference))

struct LineBody {
    Text sku;
    std::string name;
    std::optional<orders::KindWord> kind;
    std::int64_t quantity = 0;
    std::int64_t unit_price = 0;
    std::optional<std::int64_t> discount;
    Text tax_rate;
    std::optional<std::vector<orders::AttendeeBody>> attendees;
};
BOOST_DESCRIBE_STRUCT(LineBody, (), (sku, name, kind, quantity, unit_price, discount, tax_rate, attendees))

struct MethodBody {
    std::string method;
};
BOOST_DESCRIBE_STRUCT(MethodBody, (), (method))

struct PaymentBody {
    std::string method;
    Text provider, reference;
    ClaimWord status{};
    std::optional<std::int64_t> amount;
    std::optional<json::Instant> expires_at;
};
BOOST_DESCRIBE_STRUCT(PaymentBody, (), (method, provider, reference, status, amount, expires_at))

struct PlaceBody {
    Text external_id, channel;
    std::optional<bool> draft;
    std::string currency;
    Text language;
    std::optional<bool> prices_include_tax;
    std::optional<json::Instant> placed_at;
    BuyerBody buyer;
    std::optional<AddressBody> billing_address, shipping_address;
    std::vector<LineBody> lines;
    std::optional<orders::ShippingBody> shipping;
    std::optional<std::int64_t> discount;
    Text promo_code;
    std::optional<MethodBody> payment;
    std::optional<std::vector<PaymentBody>> payments;
    Text note;
    std::optional<std::vector<std::string>> tags;
    std::optional<bool> notify_on_state, dry_run;
};
BOOST_DESCRIBE_STRUCT(PlaceBody, (),
                      (external_id, channel, draft, currency, language, prices_include_tax, placed_at, buyer,
                       billing_address, shipping_address, lines, shipping, discount, promo_code, payment, payments,
                       note, tags, notify_on_state, dry_run))

// How the delivery is worded; what it costs changes with the content only.
struct ShippingWords {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ShippingWords, (), (name))

struct EditBody {
    std::optional<BuyerBody> buyer;
    json::Patch<AddressBody> billing_address, shipping_address;
    Text note, promo_code, language;
    std::optional<bool> notify_on_state;
    std::optional<std::vector<std::string>> tags;
    json::Patch<std::string> assignee, external_id;
    std::optional<ShippingWords> shipping;
};
BOOST_DESCRIBE_STRUCT(EditBody, (),
                      (buyer, billing_address, shipping_address, note, promo_code, language, notify_on_state, tags,
                       assignee, external_id, shipping))

void lay_over(domain::Buyer& buyer, const BuyerBody& body) {
    buyer.name = body.name.value_or(buyer.name);
    buyer.email = body.email.value_or(buyer.email);
    buyer.phone = body.phone.value_or(buyer.phone);
    buyer.company = body.company.value_or(buyer.company);
    buyer.vat_id = body.vat_id.value_or(buyer.vat_id);
    buyer.reference = body.reference.value_or(buyer.reference);
}

domain::PlacePayment payment_from(const PaymentBody& body) {
    static constexpr domain::AttemptStatus statuses[] = {
        domain::AttemptStatus::initiated, domain::AttemptStatus::authorized, domain::AttemptStatus::captured,
        domain::AttemptStatus::failed};
    domain::PlacePayment payment;
    payment.method = body.method;
    payment.provider = body.provider.value_or("");
    payment.reference = body.reference.value_or("");
    payment.status = statuses[static_cast<std::size_t>(body.status)];
    payment.amount_minor = body.amount;
    if (body.expires_at) payment.expires_at_ms = body.expires_at->at_ms;
    return payment;
}

domain::PlaceOrder command_from(const PlaceBody& body) {
    domain::PlaceOrder command;
    command.external_id = body.external_id.value_or("");
    command.channel = body.channel.value_or("api");
    command.draft = body.draft.value_or(false);
    command.currency = body.currency;
    command.language = body.language.value_or("");
    command.prices_include_tax = body.prices_include_tax.value_or(true);
    if (body.placed_at) command.placed_at_ms = body.placed_at->at_ms;
    lay_over(command.buyer, body.buyer);
    if (body.billing_address) lay_over(command.billing_address, *body.billing_address);
    if (body.shipping_address) lay_over(command.shipping_address.emplace(), *body.shipping_address);
    for (const LineBody& line : body.lines) command.lines.push_back(orders::line_from(line));
    if (body.shipping) command.shipping = orders::shipping_from(*body.shipping);
    command.discount_minor = body.discount.value_or(0);
    command.promo_code = body.promo_code.value_or("");
    if (body.payment) command.payment_method = body.payment->method;
    for (const PaymentBody& payment : body.payments.value_or(std::vector<PaymentBody>{})) {
        command.payments.push_back(payment_from(payment));
    }
    command.note = body.note.value_or("");
    command.tags = body.tags.value_or(std::vector<std::string>{});
    command.notify_on_state = body.notify_on_state;
    return command;
}

}  // namespace

std::expected<PlaceCall, Response> read_place_body(const Request& request) {
    auto body = json_body<PlaceBody>(request);
    if (!body) return std::unexpected(std::move(body.error()));
    return PlaceCall{command_from(*body), body->dry_run.value_or(false)};
}

std::expected<domain::EditOrder, Response> read_edit_body(const Request& request, const domain::Order& order) {
    auto body = json_body<EditBody>(request);
    if (!body) return std::unexpected(std::move(body.error()));
    domain::EditOrder command;
    if (body->buyer) lay_over(command.buyer.emplace(order.buyer), *body->buyer);
    if (body->billing_address.has_value()) {
        lay_over(command.billing_address.emplace(order.billing_address), body->billing_address.value());
    } else if (body->billing_address.is_null()) {
        command.billing_address = domain::Address{};
    }
    if (body->shipping_address.has_value()) {
        domain::Address address = order.shipping_address.value_or(domain::Address{});
        lay_over(address, body->shipping_address.value());
        command.shipping_address = address;
    } else if (body->shipping_address.is_null()) {
        command.shipping_address = std::optional<domain::Address>{};
    }
    command.note = body->note;
    command.promo_code = body->promo_code;
    command.language = body->language;
    command.notify_on_state = body->notify_on_state;
    command.tags = body->tags;
    if (body->assignee.is_present()) {
        command.assignee = body->assignee.has_value() ? body->assignee.value() : std::string();
    }
    if (body->external_id.is_present()) {
        command.external_id = body->external_id.has_value() ? body->external_id.value() : std::string();
    }
    if (body->shipping) command.shipping_name = body->shipping->name;
    return command;
}

}  // namespace commis::http
