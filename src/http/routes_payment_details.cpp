// How the buyer of an order pays by transfer: account, reference, amount, and the QR code that banking programs read.
#include "domain/payment_details.hpp"
#include "http/order_calls.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_words.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

void write_code(json::Writer& writer, const Call& call, const domain::PaymentDetails& details) {
    writer.key("qr");
    if (details.standard == domain::QrStandard::none) {
        writer.null();
        return;
    }
    const auto mark =
        details.standard == domain::QrStandard::swiss ? ports::CodeMark::swiss_cross : ports::CodeMark::none;
    writer.object().member("standard", domain::id_of(details.standard)).member("payload", details.payload);
    writer.member("svg", call.site.services.codes.svg(details.payload, mark)).end();
}

void write_transfer(json::Writer& writer, const Call& call, const domain::PaymentDetails& details) {
    writer.object().member("holder", details.holder).member("iban", details.iban);
    writer.member("iban_text", domain::grouped(details.iban));
    write_text_or_null(writer, "bic", details.bic);
    writer.member("reference_kind", details.structured ? domain::id_of(details.structured->kind) : "text");
    writer.member("reference", details.structured ? details.structured->text : details.reference);
    writer.member("reference_text", details.reference);
    write_code(writer, call, details);
    writer.end();
}

Response get_payment_details(Call& call) {
    const auto order = find_order(call);
    if (!order) return order.error();
    const auto profile = call.site.services.profiles.of(call.shop);
    const auto view = view_of(call, *profile);
    const std::int64_t due_minor = domain::standing_of(*order, *profile).figures().due();
    const auto details = domain::payment_details(call.shop, *order, due_minor);
    std::string body;
    json::Writer writer(body);
    writer.object().member("due", due_minor).member("currency", order->currency.code());
    writer.member("currency_exponent", order->currency.exponent()).member("method", order->payment_method);
    writer.member("method_label", method_label(view, order->payment_method)).key("transfer");
    if (details) {
        write_transfer(writer, call, *details);
        writer.key("reason").null().key("reason_text").null();
    } else {
        const auto reason = domain::id_of(details.error());
        writer.null().member("reason", reason).member("reason_text", word(view, "no_transfer", reason));
    }
    writer.end();
    return json_response(200, std::move(body));
}

}  // namespace

void add_payment_details_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/orders/{id}/payment-details", domain::Right::read_own, get_payment_details);
}

}  // namespace commis::http
