// Issued documents: found, read, drawn, proven; and papers that are issued nowhere, as order forms and samples.
#include "domain/document_parts.hpp"
#include "features/documents/files.hpp"
#include "features/documents/make_paper.hpp"
#include "features/documents/paper_json.hpp"
#include "features/documents/prove.hpp"
#include "http/command.hpp"
#include "http/order_calls.hpp"
#include "http/order_words.hpp"
#include "http/routes.hpp"
#include "http/shown_file.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using domain::DocumentKind;
using ports::IssuedDocument;

const std::string& kind_label(const Call& call, DocumentKind kind) {
    return call.site.services.words.text(call.language, "document_kind." + std::string(domain::id_of(kind)));
}

Response bad_parameter(std::string field, std::string code, std::string detail) {
    return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                   {{std::move(field), std::move(code), std::move(detail)}});
}

Response unknown_kind() {
    return bad_parameter("kind", "unknown_value", "A kind of document: invoice, credit_note, …");
}

void write_issued(json::Writer& writer, const Call& call, const IssuedDocument& issued) {
    writer.member("id", issued.document_id).member("kind", domain::id_of(issued.kind));
    writer.member("kind_label", kind_label(call, issued.kind)).member("number", issued.number.text);
    writer.member("order", issued.order_id).member("order_number", issued.order_number);
    writer.member("issued_at", json::format_time_ms(issued.issued_at_ms)).member("currency", issued.currency.code());
    writer.member("currency_exponent", issued.currency.exponent());
    writer.member("amount", issued.amount_minor).member("tax", issued.tax_minor);
}

// A moment, or a day of the shop's calendar.
std::optional<std::int64_t> read_moment(const Call& call, std::string_view text, std::int32_t days) {
    if (const auto at_ms = json::parse_time_ms(text)) return at_ms;
    const auto day_ms = json::parse_date_ms(text);
    if (!day_ms) return std::nullopt;
    // Noon of the day is in it, whatever the zone.
    constexpr std::int64_t noon_ms = 43'200'000;
    return call.site.services.clock.start_of_day(*day_ms + noon_ms, days, call.shop.timezone);
}

std::expected<ports::DocumentQuery, Response> read_query(const Call& call) {
    ports::DocumentQuery query;
    query.shop_id = call.shop.id;
    const auto limit = read_limit(call.request);
    if (!limit) return std::unexpected(limit.error());
    query.limit = *limit + 1;
    if (const auto kind = call.request.query_value("kind")) {
        query.kind = domain::find_document_kind(*kind);
        if (!query.kind) return std::unexpected(unknown_kind());
    }
    query.order_id = call.request.query_value("order").value_or("");
    query.number = call.request.query_value("number").value_or("");
    const auto moment = [&](const char* name, std::int32_t days, std::optional<std::int64_t>& into) {
        const auto text = call.request.query_value(name);
        if (text) into = read_moment(call, *text, days);
        return !text || into.has_value();
    };
    if (!moment("issued_from", 0, query.issued_from_ms)) {
        return std::unexpected(bad_parameter("issued_from", "invalid_time", "A day as 2026-11-23, or a moment."));
    }
    if (!moment("issued_to", 1, query.issued_to_ms)) {
        return std::unexpected(bad_parameter("issued_to", "invalid_time", "A day as 2026-11-23, or a moment."));
    }
    const auto cursor = read_cursor(call.request);
    if (!cursor) return std::unexpected(cursor.error());
    if (*cursor) query.after.emplace((*cursor)->key_number, (*cursor)->order_id);
    return query;
}

Response list_documents(Call& call) {
    const auto query = read_query(call);
    if (!query) return query.error();
    std::vector<IssuedDocument> documents;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) { documents = snapshot.documents().list(*query); });
    std::string next;
    if (std::ssize(documents) == query->limit) {
        documents.pop_back();
        next = encode_cursor({"", documents.back().issued_at_ms, call.shop.id, documents.back().document_id});
    }
    return list_response(documents, next, [&](json::Writer& writer, const IssuedDocument& issued) {
        writer.object();
        write_issued(writer, call, issued);
        writer.end();
    });
}

void write_einvoices(json::Writer& writer, const Call& call, const IssuedDocument& issued) {
    writer.key("einvoices").array();
    if (!domain::is_bill(issued.kind) || issued.content.empty()) {
        writer.end();
        return;
    }
    const domain::Paper paper = documents::paper_from(issued.content);
    for (int number = 0; number < ports::einvoice_form_count; ++number) {
        const auto form = static_cast<ports::EInvoiceForm>(number);
        const auto missing = call.site.services.einvoices->missing(paper, form);
        writer.object().member("form", ports::id_of(form)).member("available", missing.empty());
        writer.key("missing").array();
        for (const std::string& code : missing) {
            writer.object().member("code", code);
            writer.member("text", call.site.services.words.text(call.language, "einvoice_missing." + code)).end();
        }
        writer.end().end();
    }
    writer.end();
}

std::optional<IssuedDocument> find_issued(const Call& call) {
    std::optional<IssuedDocument> issued;
    call.site.services.storage.read(
        [&](ports::Snapshot& snapshot) { issued = snapshot.documents().find(call.shop.id, call.request.param("id")); });
    return issued;
}

Response get_document(Call& call) {
    const auto issued = find_issued(call);
    if (!issued) return refusal_response(call, {domain::Refusal::document_not_found, "", {}});
    std::string body;
    json::Writer writer(body);
    writer.object();
    write_issued(writer, call, *issued);
    writer.member("position", issued->position).member("digest", issued->digest);
    writer.member("erased", issued->content.empty());
    write_einvoices(writer, call, *issued);
    writer.end();
    return json_response(200, std::move(body));
}

Response file_of(const Call& call, std::string bytes, std::string_view media_type, const std::string& name) {
    return shown_file(std::move(bytes), media_type, name, wants_download(call.request));
}

Response get_pdf(Call& call) {
    auto file = documents::pdf_of(call.site.services, call.shop.id, call.request.param("id"));
    if (!file) return refusal_response(call, file.error());
    return file_of(call, std::move(file->bytes), "application/pdf", file->name);
}

Response get_xml(Call& call) {
    const std::string_view wanted = call.request.query_value("form").value_or("cii");
    for (int number = 0; number < ports::einvoice_form_count; ++number) {
        const auto form = static_cast<ports::EInvoiceForm>(number);
        if (ports::id_of(form) != wanted) continue;
        auto file = documents::einvoice_of(call.site.services, call.shop.id, call.request.param("id"), form);
        if (!file) return refusal_response(call, file.error());
        return file_of(call, std::move(file->bytes), "application/xml; charset=utf-8", file->name);
    }
    return bad_parameter("form", "unknown_value", "One of cii, xrechnung, peppol.");
}

Response drawn(const Call& call, const domain::Paper& paper, const std::string& name) {
    const Services& services = call.site.services;
    return file_of(call, services.drawer->draw(paper, documents::pictures_of(services, call.shop.id)),
                   "application/pdf", name);
}

Response get_order_form(Call& call) {
    const auto order = find_order(call);
    if (!order) return order.error();
    const Services& services = call.site.services;
    const auto profile = services.profiles.of(call.shop);
    return drawn(call, documents::order_form({services, call.shop, *profile, *order}, services.clock.now_ms()),
                 documents::file_name(order->number, ".pdf"));
}

Response get_draft(Call& call) {
    const auto order = find_order(call);
    if (!order) return order.error();
    const auto draft = std::ranges::find(order->documents, true, &domain::Document::draft);
    if (draft == order->documents.end()) return refusal_response(call, {domain::Refusal::document_not_found, "", {}});
    const auto profile = call.site.services.profiles.of(call.shop);
    return drawn(call, documents::make_paper({call.site.services, call.shop, *profile, *order}, *draft),
                 documents::file_name(order->number, "-draft.pdf"));
}

// The newest order as a draft of the kind, to see how the shop's papers look.
Response get_preview(Call& call) {
    const auto kind = domain::find_document_kind(call.request.query_value("kind").value_or("invoice"));
    if (!kind || *kind == DocumentKind::ticket) return unknown_kind();
    const Services& services = call.site.services;
    std::optional<domain::Order> order;
    services.storage.read([&](ports::Snapshot& snapshot) {
        ports::OrderPageRequest request;
        request.filter.shop_ids = {call.shop.id};
        request.limit = 1;
        const auto page = snapshot.orders().list(request);
        if (!page.rows.empty()) order = snapshot.orders().find(call.shop.id, page.rows.front().id);
    });
    if (!order) return problem(404, "no_orders", "There is no order to show it with yet.");
    domain::Document sample{.kind = *kind, .draft = true, .issued_at_ms = services.clock.now_ms()};
    sample.parts = domain::parts_to_invoice(*order);
    const auto profile = services.profiles.of(call.shop);
    return drawn(call, documents::make_paper({services, call.shop, *profile, *order}, sample), "sample.pdf");
}

void write_proof(json::Writer& writer, const Call& call, const documents::SeriesProof& proof) {
    const ports::Words& words = call.site.services.words;
    writer.object().member("kind", domain::id_of(proof.kind)).member("kind_label", kind_label(call, proof.kind));
    writer.member("checked", proof.checked).member("done", !proof.next.has_value()).member("next", proof.next);
    writer.member("first_number", proof.first_number).member("last_number", proof.last_number);
    writer.member("last_digest", proof.last_digest).key("last_issued_at");
    proof.last_issued_at_ms > 0 ? writer.value(json::format_time_ms(proof.last_issued_at_ms)) : writer.null();
    writer.member("erased", proof.erased).member("fault_count", proof.fault_count).key("faults").array();
    for (const documents::SeriesFault& fault : proof.faults) {
        const std::string code(documents::id_of(fault.kind));
        writer.object().member("code", code).member("text", words.text(call.language, "series_fault." + code));
        writer.member("position", fault.position).member("number", fault.number);
        writer.member("detail", fault.detail).end();
    }
    writer.end().key("moves").array();
    for (const ports::RangeMove& move : proof.moves) {
        writer.object().member("at", json::format_time_ms(move.at_ms)).member("by", move.by);
        writer.member("from", move.before.next_number).member("to", move.after.next_number).end();
    }
    writer.end().end();
}

Response get_proof(Call& call) {
    const auto kind = domain::find_document_kind(call.request.query_value("kind").value_or("invoice"));
    const auto numbered = documents::numbered_kinds();
    if (!kind || std::ranges::find(numbered, *kind) == numbered.end()) return unknown_kind();
    const auto after = whole_number(call.request.query_value("after").value_or("0"));
    if (!after) return bad_parameter("after", "out_of_range", "A position: the `next` of the answer before.");
    documents::SeriesProof proof;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        proof = documents::prove_series(snapshot, call.site.services, call.shop.id, *kind, *after);
    });
    std::string body;
    json::Writer writer(body);
    write_proof(writer, call, proof);
    return json_response(200, std::move(body));
}

}  // namespace

void add_document_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/documents", Right::read, list_documents);
    add_shop_route(router, site, "GET", "/documents/proof", Right::documents, get_proof);
    add_shop_route(router, site, "GET", "/documents/preview.pdf", Right::read, get_preview);
    add_shop_route(router, site, "GET", "/documents/{id}", Right::read, get_document);
    add_shop_route(router, site, "GET", "/documents/{id}.pdf", Right::read, get_pdf);
    add_shop_route(router, site, "GET", "/documents/{id}.xml", Right::read, get_xml);
    add_shop_route(router, site, "GET", "/orders/{id}/order-form.pdf", Right::read_own, get_order_form);
    add_shop_route(router, site, "GET", "/orders/{id}/draft-invoice.pdf", Right::read_own, get_draft);
}

}  // namespace commis::http
