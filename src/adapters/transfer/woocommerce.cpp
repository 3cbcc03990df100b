// WooCommerce: line totals are always without tax and after coupons; what was meant is rebuilt from them.
#include "adapters/transfer/woocommerce.hpp"

#include <map>

#include "adapters/transfer/json_source.hpp"
#include "domain/rounding.hpp"

namespace commis::transfer {
namespace {

using domain::AttemptStatus;
using domain::Stage;

domain::Address address_from(const JsonFields& from) {
    domain::Address address;
    address.name = full_name(from);
    address.company = from.text("company");
    address.line1 = from.text("address_1");
    address.line2 = from.text("address_2");
    address.postal_code = from.text("postcode");
    address.city = from.text("city");
    address.region = from.text("state");
    address.country = country_code(from.text("country"));
    return address;
}

bool is_empty(const domain::Address& address) { return address == domain::Address{}; }

// A line whose total is no multiple of its quantity gets the next higher unit price and the rest as a discount.
void set_price(domain::PlaceLine& line, std::int64_t subtotal_minor, std::int64_t total_minor) {
    if (line.quantity < 1) return;
    line.unit_price_minor = domain::share_of_units(subtotal_minor, 0, 1, line.quantity);
    if (line.unit_price_minor * line.quantity < subtotal_minor) line.unit_price_minor += 1;
    line.discount_minor = line.unit_price_minor * line.quantity - total_minor;
}

class WooCommerceSource : public JsonSource {
public:
    WooCommerceSource(std::unique_ptr<Bytes> bytes, const SourceSettings& settings)
        : JsonSource(std::move(bytes), settings.channel.empty() ? "woocommerce" : settings.channel) {}

protected:
    void convert(const JsonFields& fields, ports::ImportedOrder& imported) const override;

private:
    static void read_buyer(const JsonFields& fields, domain::PlaceOrder& order);
    static void read_lines(const JsonFields& fields, const domain::Currency& currency, domain::PlaceOrder& order);
    static void read_money(const JsonFields& fields, const domain::Currency& currency, ports::ImportedOrder& imported);
};

void WooCommerceSource::read_buyer(const JsonFields& fields, domain::PlaceOrder& order) {
    const JsonFields billing = fields.object("billing");
    order.buyer.name = full_name(billing);
    order.buyer.company = billing.text("company");
    order.buyer.email = billing.text("email");
    order.buyer.phone = billing.text("phone");
    order.billing_address = address_from(billing);
    const domain::Address shipping = address_from(fields.object("shipping"));
    if (!is_empty(shipping) && shipping != order.billing_address) order.shipping_address = shipping;
}

void WooCommerceSource::read_lines(const JsonFields& fields, const domain::Currency& currency,
                                   domain::PlaceOrder& order) {
    std::vector<TaxedAmount> taxed;
    for (const JsonFields& item : fields.list("line_items")) {
        domain::PlaceLine line;
        line.sku = item.text("sku");
        line.name = without_entities(item.required("name"));
        line.quantity = item.whole("quantity");
        set_price(line, item.amount("subtotal", currency), item.amount("total", currency));
        taxed.push_back({item.amount("total", currency), item.amount("total_tax", currency)});
        order.lines.push_back(std::move(line));
    }
    for (const JsonFields& fee : fields.list("fee_lines")) {
        domain::PlaceLine line;
        line.kind = domain::LineKind::fee;
        line.name = without_entities(fee.required("name"));
        line.unit_price_minor = fee.amount("total", currency);
        taxed.push_back({line.unit_price_minor, fee.amount("total_tax", currency)});
        order.lines.push_back(std::move(line));
    }
    TaxedAmount shipping;
    for (const JsonFields& part : fields.list("shipping_lines")) {
        if (!order.shipping.name.empty()) order.shipping.name += ", ";
        order.shipping.name += without_entities(part.text("method_title"));
        order.shipping.method = part.text("method_id");
        shipping.amount_minor += part.amount("total", currency);
        shipping.tax_minor += part.amount("total_tax", currency);
    }
    order.shipping.amount_minor = shipping.amount_minor;
    order.shipping.pickup = order.shipping.method.starts_with("local_pickup");
    if (shipping.tax_minor > 0) taxed.push_back(shipping);
    const auto common = common_rate(taxed, false);
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const auto rate = common ? common : common_rate({taxed[i]}, false);
        if (!rate) fields.fault("total_tax", "tax_not_understood", "no rate makes the tax of a line");
        order.lines[i].tax_rate = rate.value_or(domain::TaxRate{}).to_string();
    }
    const auto shipping_rate = common && shipping.tax_minor > 0 ? common : common_rate({shipping}, false);
    order.shipping.tax_rate = shipping_rate.value_or(domain::TaxRate{}).to_string();
}

void WooCommerceSource::read_money(const JsonFields& fields, const domain::Currency& currency,
                                   ports::ImportedOrder& imported) {
    static const std::map<std::string_view, Stage> stages{
        {"pending", Stage::new_},        {"on-hold", Stage::on_hold},     {"processing", Stage::processing},
        {"completed", Stage::completed}, {"cancelled", Stage::cancelled}, {"failed", Stage::new_},
        {"refunded", Stage::completed}};
    domain::PlaceOrder& order = imported.order;
    const std::string status = fields.required("status");
    const auto stage = stages.find(status);
    if (stage == stages.end()) return fields.fault("status", "unknown_status", "no order status of WooCommerce");
    imported.stage = stage->second;
    const std::int64_t total_minor = fields.amount("total", currency);
    imported.total_minor = total_minor;
    order.payment_method = payment_method_of(fields.text("payment_method"));
    if (order.payment_method.empty()) order.payment_method = total_minor == 0 ? "free" : "unknown";
    auto paid_at_ms = fields.moment("date_paid_gmt");
    const bool is_done = status == "completed" || status == "refunded";
    // Orders completed by hand carry no date of payment; the shop has its money all the same.
    if (!paid_at_ms && is_done) paid_at_ms = fields.moment("date_completed_gmt");
    if (!paid_at_ms && is_done) paid_at_ms = order.placed_at_ms;
    domain::PlacePayment payment{
        order.payment_method, "", fields.text("transaction_id"), AttemptStatus::captured, total_minor, {}, paid_at_ms};
    if (status == "failed") payment.status = AttemptStatus::failed;
    if (total_minor > 0 && (paid_at_ms || status == "failed")) order.payments.push_back(payment);
    for (const JsonFields& given_back : fields.list("refunds")) {
        domain::Refund refund;
        refund.payment_id = "0";
        refund.amount_minor = -given_back.amount("total", currency);
        refund.created_at_ms = paid_at_ms.value_or(order.placed_at_ms.value_or(0));
        imported.history.refunds.push_back(std::move(refund));
    }
    if (status != "refunded") return;
    for (domain::Refund& refund : imported.history.refunds) refund.takes_units = true;
    for (const domain::PlaceLine& line : order.lines) {
        imported.history.lines.push_back({0, static_cast<std::int32_t>(line.quantity), 0, 0, {}});
    }
    imported.history.shipping_cancelled = true;
}

void WooCommerceSource::convert(const JsonFields& fields, ports::ImportedOrder& imported) const {
    domain::PlaceOrder& order = imported.order;
    const auto currency = domain::Currency::find(fields.required("currency"));
    if (!currency) return fields.fault("currency", "unknown_currency", "an ISO 4217 code is needed");
    order.currency = currency->code();
    order.external_id = fields.text("number");
    if (order.external_id.empty()) order.external_id = fields.required("id");
    order.prices_include_tax = false;
    order.placed_at_ms = fields.moment("date_created_gmt");
    order.note = fields.text("customer_note");
    read_buyer(fields, order);
    read_lines(fields, *currency, order);
    for (const JsonFields& coupon : fields.list("coupon_lines")) {
        if (!order.promo_code.empty()) order.promo_code += ' ';
        order.promo_code += coupon.text("code");
    }
    read_money(fields, *currency, imported);
}

}  // namespace

std::unique_ptr<ports::OrderSource> open_woocommerce(std::unique_ptr<Bytes> bytes, const SourceSettings& settings) {
    return std::make_unique<WooCommerceSource>(std::move(bytes), settings);
}

}  // namespace commis::transfer
