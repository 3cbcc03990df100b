// The buyer's page: no sign-in, no script, no cookie. It is opened by whoever holds the link; guessing is counted like
// guessing passwords, and the link stands in no log and no referrer.
#include "features/buyer/asking.hpp"
#include "features/buyer/link.hpp"
#include "features/buyer/page.hpp"
#include "features/buyer/slip.hpp"
#include "features/downloads/offers.hpp"
#include "features/tickets/ticket_paper.hpp"
#include "http/form_body.hpp"
#include "http/public_page.hpp"
#include "http/routes.hpp"
#include "http/shown_file.hpp"

namespace commis::http {
namespace {

using buyer::Reader;

constexpr std::int32_t timeline_length_max = 1'000;
constexpr std::uint64_t form_bytes_max = 512U * 1024U;

Response unknown_page(const Request& request, const Site& site) {
    return plain_page(site, request, 404, "buyer_page.unknown");
}

Response pdf(documents::NamedFile file) {
    Response response = shown_file(std::move(file.bytes), "application/pdf", file.name);
    keep_private(response);
    return response;
}

Response see(const std::string& path) {
    Response response = text_response(303, "text/plain; charset=utf-8", "");
    keep_private(response);
    response.headers.set("Location", path);
    return response;
}

using Page = Response (*)(const Request&, const Site&, const Reader&);

// The order that the token leads to, or the answer to one that nobody made or that was renewed.
Response with_order(const Request& request, const Site& site, SignInLimit& limit, Page page) {
    const std::int64_t now_ms = site.services.clock.now_ms();
    if (const int wait_s = limit.wait_seconds(request.remote_address, now_ms); wait_s > 0) {
        Response response = plain_page(site, request, 429, "buyer_page.too_many");
        response.headers.set("Retry-After", std::to_string(wait_s));
        return response;
    }
    auto found = buyer::find(site.services, request.param("token"));
    if (!found) {
        limit.count_failure(request.remote_address, now_ms);
        return unknown_page(request, site);
    }
    const Reader reader(site.services, std::move(found->shop), std::move(found->order),
                        std::string(request.param("token")), request.query_value("lang").value_or(""));
    return page(request, site, reader);
}

Response show_order(const Request& /*request*/, const Site& site, const Reader& reader) {
    buyer::PageFacts facts;
    site.services.storage.read([&](ports::Snapshot& snapshot) {
        facts.timeline = snapshot.orders().timeline(reader.shop.id, reader.order.id, std::nullopt, timeline_length_max);
        facts.downloads = downloads::offers(site.services, snapshot, reader.shop, reader.order);
    });
    return public_page(site, 200, "order.html", buyer::order_page(reader, facts));
}

Response show_code(const Request& request, const Site& site, const Reader& reader) {
    const auto code = buyer::payment_code(reader);
    if (!code) return unknown_page(request, site);
    Response response = text_response(200, "image/svg+xml", site.services.codes.svg(code->payload, code->mark));
    keep_private(response);
    return response;
}

Response show_document(const Request& request, const Site& site, const Reader& reader) {
    const auto& documents = reader.order.documents;
    const auto document = std::ranges::find(documents, request.param("id"), &domain::Document::id);
    if (document == documents.end() || document->draft) return unknown_page(request, site);
    auto file = documents::pdf_of(site.services, reader.shop.id, document->id);
    return file ? pdf(std::move(*file)) : unknown_page(request, site);
}

Response show_ticket(const Request& request, const Site& site, const Reader& reader) {
    auto file = tickets::ticket_pdf(site.services, reader.shop, reader.order, request.param("unit"));
    return file ? pdf(std::move(*file)) : unknown_page(request, site);
}

Response show_slip(const Request& request, const Site& site, const Reader& reader) {
    auto file = buyer::return_slip(reader, request.param("request"));
    return file ? pdf(std::move(*file)) : unknown_page(request, site);
}

Response show_receipt(const Request& request, const Site& site, const Reader& reader) {
    const auto* asked = reader.order.find_request(request.param("request"));
    if (asked == nullptr) return unknown_page(request, site);
    return public_page(site, 200, "asked.html", buyer::receipt_page(reader, *asked));
}

Response show_choice(const Request& request, const Site& site, const Reader& reader) {
    const auto kind = domain::find_request_kind(request.param("kind"));
    if (!kind) return unknown_page(request, site);
    const auto form = buyer::new_form(reader, *kind);
    return public_page(site, 200, "ask.html", buyer::choice_page(reader, form));
}

// Registers it, or says why not; what was typed stays.
Response send(const Site& site, const Reader& reader, const buyer::AskForm& form) {
    if (const auto* before = buyer::sent_before(reader.order, form)) return see(reader.path("/requests/" + before->id));
    if (!form.right.reason && !form.is_right())
        return public_page(site, 422, "ask.html", buyer::choice_page(reader, form));
    const auto asked = buyer::ask(reader, form);
    if (asked) return see(reader.path("/requests/" + *asked));
    const domain::Refusal refusal = asked.error().refusal;
    return public_page(site, domain::http_status_of(refusal), "ask.html",
                       buyer::choice_page(reader, form, reader.refusal(refusal)));
}

Response answer_form(const Request& request, const Site& site, const Reader& reader) {
    const auto kind = domain::find_request_kind(request.param("kind"));
    if (!kind) return unknown_page(request, site);
    const auto fields = form_body(request);
    if (!fields) return fields.error();
    const buyer::Typed typed(fields->begin(), fields->end());
    const auto form = buyer::read_form(reader, *kind, typed);
    const auto step = typed.find("step");
    const bool is_sent = step != typed.end() && step->second == "send";
    if (is_sent) return send(site, reader, form);
    if (form.right.reason) return public_page(site, 409, "ask.html", buyer::choice_page(reader, form));
    const bool is_changed = step != typed.end() && step->second == "change";
    if (is_changed) return public_page(site, 200, "ask.html", buyer::choice_page(reader, form));
    if (!form.is_right()) return public_page(site, 422, "ask.html", buyer::choice_page(reader, form));
    return public_page(site, 200, "ask.html", buyer::confirm_page(reader, form));
}

}  // namespace

void add_buyer_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit) {
    const auto add = [&](const char* method, const std::string& pattern, Page page) {
        router.add(
            method, "/o/{token}" + pattern,
            [&site, limit, page](Request& request) { return with_order(request, site, *limit, page); },
            RouteOptions{.body_limit = form_bytes_max});
    };
    add("GET", "", show_order);
    add("GET", "/payment.svg", show_code);
    add("GET", "/documents/{id}.pdf", show_document);
    add("GET", "/tickets/{unit}.pdf", show_ticket);
    add("GET", "/returns/{request}.pdf", show_slip);
    add("GET", "/requests/{request}", show_receipt);
    add("GET", "/ask/{kind}", show_choice);
    add("POST", "/ask/{kind}", answer_form);
}

}  // namespace commis::http
