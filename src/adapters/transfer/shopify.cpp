// Shopify: prices as entered, discounts apart, taxes per line, money told by one word.
#include "adapters/transfer/shopify.hpp"

#include <algorithm>
#include <map>

#include "adapters/transfer/json_source.hpp"

namespace commis::transfer {
namespace {

using domain::AttemptStatus;
using domain::Currency;
using domain::Stage;

domain::Address address_from(const JsonFields& from) {
    domain::Address address;
    address.name = from.text("name");
    if (address.name.empty()) address.name = full_name(from);
    address.company = from.text("company");
    address.line1 = from.text("address1");
    address.line2 = from.text("address2");
    address.postal_code = from.text("zip");
    address.city = from.text("city");
    address.region = from.text("province");
    address.country = country_code(from.text(from.has("country_code") ? "country_code" : "country"));
    return address;
}

std::int64_t sum_of(const std::vector<JsonFields>& parts, std::string_view name, const Currency& currency) {
    std::int64_t sum_minor = 0;
    for (const JsonFields& part : parts) sum_minor += part.amount(name, currency);
    return sum_minor;
}

class ShopifySource : public JsonSource {
public:
    ShopifySource(std::unique_ptr<Bytes> bytes, const SourceSettings& settings)
        : JsonSource(std::move(bytes), settings.channel.empty() ? "shopify" : settings.channel) {}

protected:
    void convert(const JsonFields& fields, ports::ImportedOrder& imported) const override;

private:
    static void read_buyer(const JsonFields& fields, domain::PlaceOrder& order);
    static void read_lines(const JsonFields& fields, const Currency& currency, domain::PlaceOrder& order);
    static void read_payment(const JsonFields& fields, const Currency& currency, ports::ImportedOrder& imported);
    static void read_work(const JsonFields& fields, ports::ImportedOrder& imported);
    static void read_refunds(const JsonFields& fields, const Currency& currency, ports::ImportedOrder& imported);
};

void ShopifySource::read_buyer(const JsonFields& fields, domain::PlaceOrder& order) {
    const JsonFields customer = fields.object("customer");
    order.buyer.name = full_name(customer);
    order.buyer.email = fields.text("email");
    if (order.buyer.email.empty()) order.buyer.email = customer.text("email");
    order.buyer.phone = fields.text("phone");
    if (fields.has("billing_address")) order.billing_address = address_from(fields.object("billing_address"));
    order.buyer.company = order.billing_address.company;
    if (order.buyer.name.empty()) order.buyer.name = order.billing_address.name;
    if (!fields.has("shipping_address")) return;
    const domain::Address shipping = address_from(fields.object("shipping_address"));
    if (shipping != order.billing_address) order.shipping_address = shipping;
}

void ShopifySource::read_lines(const JsonFields& fields, const Currency& currency, domain::PlaceOrder& order) {
    std::vector<TaxedAmount> taxed;
    std::int64_t told_minor = 0;  // Discounts that say what they belong to.
    for (const JsonFields& item : fields.list("line_items")) {
        domain::PlaceLine line;
        line.sku = item.text("sku");
        line.name = item.text("name");
        if (line.name.empty()) line.name = item.required("title");
        line.quantity = item.whole("quantity");
        line.unit_price_minor = item.amount("price", currency);
        line.discount_minor = sum_of(item.list("discount_allocations"), "amount", currency);
        if (item.has("requires_shipping") && !item.flag("requires_shipping")) line.kind = domain::LineKind::digital;
        told_minor += line.discount_minor;
        const auto price_minor = domain::multiply_checked(line.unit_price_minor, line.quantity).value_or(0);
        taxed.push_back({price_minor - line.discount_minor, sum_of(item.list("tax_lines"), "price", currency)});
        order.lines.push_back(std::move(line));
    }
    TaxedAmount shipping;
    for (const JsonFields& part : fields.list("shipping_lines")) {
        if (part.flag("is_removed")) continue;
        const std::int64_t discount_minor = sum_of(part.list("discount_allocations"), "amount", currency);
        told_minor += discount_minor;
        order.shipping.name = part.text("title");
        order.shipping.method = part.text("code");
        shipping.amount_minor += part.amount("price", currency) - discount_minor;
        shipping.tax_minor += sum_of(part.list("tax_lines"), "price", currency);
    }
    order.shipping.amount_minor = shipping.amount_minor;
    order.discount_minor = std::max<std::int64_t>(0, fields.amount("total_discounts", currency) - told_minor);
    const bool gross = order.prices_include_tax;
    if (shipping.tax_minor > 0) taxed.push_back(shipping);
    const auto common = common_rate(taxed, gross);
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const auto rate = common ? common : common_rate({taxed[i]}, gross);
        if (!rate) fields.fault("total_tax", "tax_not_understood", "no rate makes the tax of a line");
        order.lines[i].tax_rate = rate.value_or(domain::TaxRate{}).to_string();
    }
    const auto shipping_rate = common && shipping.tax_minor > 0 ? common : common_rate({shipping}, gross);
    order.shipping.tax_rate = shipping_rate.value_or(domain::TaxRate{}).to_string();
}

void ShopifySource::read_payment(const JsonFields& fields, const Currency& currency, ports::ImportedOrder& imported) {
    static const std::map<std::string_view, AttemptStatus> statuses{{"authorized", AttemptStatus::authorized},
                                                                    {"paid", AttemptStatus::captured},
                                                                    {"partially_paid", AttemptStatus::captured},
                                                                    {"refunded", AttemptStatus::captured},
                                                                    {"partially_refunded", AttemptStatus::captured},
                                                                    {"voided", AttemptStatus::voided},
                                                                    {"expired", AttemptStatus::expired}};
    domain::PlaceOrder& order = imported.order;
    const std::int64_t total_minor = fields.amount("total_price", currency);
    imported.total_minor = total_minor;
    std::string method = fields.text("gateway");
    if (const auto names = fields.texts("payment_gateway_names"); !names.empty()) method = names.front();
    order.payment_method = payment_method_of(method);
    if (order.payment_method.empty()) order.payment_method = total_minor == 0 ? "free" : "unknown";
    const std::string status = fields.text("financial_status");
    const auto known = statuses.find(status);
    if (known == statuses.end() || total_minor == 0) return;
    domain::PlacePayment payment{order.payment_method, "", fields.text("checkout_token"), known->second,
                                 total_minor,          {}, fields.moment("processed_at")};
    if (status == "partially_paid") payment.amount_minor = total_minor - fields.amount("total_outstanding", currency);
    order.payments.push_back(std::move(payment));
}

void ShopifySource::read_work(const JsonFields& fields, ports::ImportedOrder& imported) {
    const std::string fulfilled = fields.text("fulfillment_status");
    imported.stage = Stage::new_;
    if (fulfilled == "partial") imported.stage = Stage::processing;
    if (fulfilled == "fulfilled") imported.stage = Stage::shipped;
    if (fulfilled == "fulfilled" && fields.has("closed_at")) imported.stage = Stage::completed;
    if (fields.has("cancelled_at")) imported.stage = Stage::cancelled;
    for (const JsonFields& parcel : fields.list("fulfillments")) {
        domain::Shipment shipment;
        shipment.created_at_ms = parcel.moment("created_at").value_or(imported.order.placed_at_ms.value_or(0));
        shipment.handed_over_at_ms = shipment.created_at_ms;
        shipment.tracking = {parcel.text("tracking_company"), parcel.text("tracking_number"),
                             parcel.text("tracking_url")};
        imported.history.shipments.push_back(std::move(shipment));
    }
}

void ShopifySource::read_refunds(const JsonFields& fields, const Currency& currency, ports::ImportedOrder& imported) {
    std::map<std::string, std::int32_t> units;
    for (const JsonFields& given_back : fields.list("refunds")) {
        const auto items = given_back.list("refund_line_items");
        for (const JsonFields& item : items) {
            units[item.text("line_item_id")] += static_cast<std::int32_t>(item.whole("quantity"));
        }
        domain::Refund refund;
        refund.payment_id = "0";
        refund.takes_units = !items.empty();
        refund.created_at_ms = given_back.moment("created_at").value_or(imported.order.placed_at_ms.value_or(0));
        for (const JsonFields& move : given_back.list("transactions")) {
            if (move.text("status") == "success") refund.amount_minor += move.amount("amount", currency);
        }
        if (refund.amount_minor > 0) imported.history.refunds.push_back(std::move(refund));
    }
    if (units.empty()) return;
    const bool is_cancelled = imported.stage == Stage::cancelled;
    const auto items = fields.list("line_items");
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto quantity = static_cast<std::int32_t>(imported.order.lines[i].quantity);
        domain::LineHistory past;
        past.refunded = units[items[i].text("id")];
        past.cancelled = is_cancelled ? quantity - past.refunded : 0;
        past.shipped = items[i].text("fulfillment_status") == "fulfilled" ? quantity : 0;
        imported.history.lines.push_back(std::move(past));
    }
}

void ShopifySource::convert(const JsonFields& fields, ports::ImportedOrder& imported) const {
    domain::PlaceOrder& order = imported.order;
    const auto currency = Currency::find(fields.required("currency"));
    if (!currency) return fields.fault("currency", "unknown_currency", "an ISO 4217 code is needed");
    order.currency = currency->code();
    order.external_id = fields.text("name");
    if (order.external_id.empty()) order.external_id = fields.required("id");
    order.prices_include_tax = fields.flag("taxes_included");
    order.placed_at_ms = fields.moment("created_at");
    order.note = fields.text("note");
    const auto tags = fields.text("tags");
    for (std::size_t at = 0; at < tags.size();) {
        const std::size_t comma = std::min(tags.find(',', at), tags.size());
        if (auto tag = trimmed(std::string_view(tags).substr(at, comma - at)); !tag.empty()) order.tags.push_back(tag);
        at = comma + 1;
    }
    for (const JsonFields& code : fields.list("discount_codes")) {
        if (!order.promo_code.empty()) order.promo_code += ' ';
        order.promo_code += code.text("code");
    }
    read_buyer(fields, order);
    read_lines(fields, *currency, order);
    read_payment(fields, *currency, imported);
    read_work(fields, imported);
    read_refunds(fields, *currency, imported);
}

}  // namespace

std::unique_ptr<ports::OrderSource> open_shopify(std::unique_ptr<Bytes> bytes, const SourceSettings& settings) {
    return std::make_unique<ShopifySource>(std::move(bytes), settings);
}

}  // namespace commis::transfer
