// Members in the order of the struct. One that an older program did not write keeps its initial value.
#include "features/documents/paper_json.hpp"

#include <stdexcept>

#include "json/read.hpp"
#include "json/write.hpp"

namespace commis::json {

template <>
struct TextForm<domain::Currency> {
    static constexpr std::string_view code = "unknown_currency";
    static constexpr std::string_view detail = "Must be a currency of ISO 4217.";
    static std::optional<domain::Currency> from(std::string_view text) { return domain::Currency::find(text); }
    static std::string to(const domain::Currency& currency) { return std::string(currency.code()); }
};

template <>
struct TextForm<domain::TaxRate> {
    static constexpr std::string_view code = "invalid_rate";
    static constexpr std::string_view detail = "Must be a decimal rate.";
    static std::optional<domain::TaxRate> from(std::string_view text) { return domain::TaxRate::parse(text); }
    static std::string to(const domain::TaxRate& rate) { return rate.to_string(); }
};

}  // namespace commis::json

namespace commis::domain {

BOOST_DESCRIBE_ENUM(DocumentKind, order_form, invoice, receipt, credit_note, delivery_note, ticket)
BOOST_DESCRIBE_ENUM(LineKind, goods, digital, ticket, service, fee)
BOOST_DESCRIBE_ENUM(TaxCategory, standard, zero, exempt, reverse_charge, intra_community, exported, outside)
BOOST_DESCRIBE_ENUM(QrStandard, none, swiss, epc)
BOOST_DESCRIBE_STRUCT(Address, (), (name, company, line1, line2, postal_code, city, region, country))
BOOST_DESCRIBE_STRUCT(PaperParty, (), (name, contact, address, vat_id, registration, email, phone, website))
BOOST_DESCRIBE_STRUCT(PaperLine, (),
                      (sku, name, details, kind, quantity, unit_price_minor, discount_minor, tax_rate, category,
                       net_minor, tax_minor, discount_net_minor))
BOOST_DESCRIBE_STRUCT(PaperTax, (), (category, rate, net_minor, tax_minor))
BOOST_DESCRIBE_STRUCT(PaperPayment, (), (method, on, amount_minor))
BOOST_DESCRIBE_STRUCT(PaperTransfer, (),
                      (holder, address, iban, bic, reference, reference_kind, amount_minor, standard, payload))
BOOST_DESCRIBE_STRUCT(PaperLook, (), (color, logo, window_right, footer))
BOOST_DESCRIBE_STRUCT(Paper, (),
                      (kind, draft, number, language, currency, prices_include_tax, issued_at_ms, issued_on,
                       delivered_on, due_on, order_number, order_placed_on, external_id, buyer_reference,
                       refers_to_number, refers_to_on, seller, buyer, ship_to, lines, shipping, taxes, net_minor,
                       tax_minor, total_minor, paid_minor, due_minor, payment_method, payment_method_label, transfer,
                       payments, exemption_reason, notes, tracking, return_slip, look))

}  // namespace commis::domain

namespace commis::documents {

std::string to_json(const domain::Paper& paper) {
    std::string text;
    json::Writer writer(text);
    json::write_value(writer, paper);
    return text;
}

domain::Paper paper_from(std::string_view json) {
    const auto value = json::parse(json);
    if (!value) throw std::runtime_error("a stored document is no JSON");
    auto paper = json::read<domain::Paper>(*value);
    if (!paper) throw std::runtime_error("a stored document does not fit: " + paper.error().front().field);
    return std::move(*paper);
}

}  // namespace commis::documents
