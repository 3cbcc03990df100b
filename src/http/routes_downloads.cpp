// Where buyers fetch what they bought: signed addresses, the file or a part of it, and a page that says why not. And
// for the shop: what an order has to download, and who fetched what.
#include "features/downloads/fetch.hpp"
#include "features/downloads/offers.hpp"
#include "http/byte_range.hpp"
#include "http/header_text.hpp"
#include "http/limited.hpp"
#include "http/order_calls.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_query.hpp"
#include "http/public_page.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

int status_of(const downloads::Outcome& outcome) {
    using enum domain::Refusal;
    if (outcome.is_expired || !outcome.reason) return 410;
    const bool may_come = outcome.reason == not_paid || outcome.reason == access_blocked;
    return may_come ? 403 : 410;
}

// In the order's own language. It leads nowhere: whoever was given the address of a file has no right to the page.
Response closed_page(const Site& site, const downloads::Outcome& outcome) {
    const Services& services = site.services;
    const std::string& language = outcome.order.language.empty() ? outcome.shop.language : outcome.order.language;
    const auto word = [&](const std::string& key) { return services.words.text(language, key); };
    ports::MailModel model;
    model.texts = {{"language", language},
                   {"shop_name", outcome.shop.name},
                   {"title", word(outcome.is_expired ? "download.ended_title" : "download.closed_title")},
                   {"text", outcome.is_expired ? word("download.ended")
                                               : word("refusal." + std::string(domain::code_of(*outcome.reason)))}};
    if (!outcome.shop.mail_sender_address.empty()) {
        model.texts["contact"] = word("pay.contact");
        model.links["contact_url"] = "mailto:" + outcome.shop.mail_sender_address;
    }
    return public_page(site, status_of(outcome), "pay.html", model);
}

// A range goes for the file that it was begun with only; a file never changes, but another may have its place.
ByteRange range_of(const Request& request, const ports::ArticleFile& file, const std::string& tag) {
    const auto size = static_cast<std::uint64_t>(file.size_bytes);
    const std::string* condition = request.headers.find("If-Range");
    const bool is_stale = condition != nullptr && trim(*condition) != tag;
    if (request.method != "GET" || is_stale || request.headers.count("Range") != 1) return {};
    return parse_range(request.headers.get("Range"), size);
}

Response file_answer(const Site& site, const Request& request, const ports::ArticleFile& file) {
    const auto path = site.services.files != nullptr ? site.services.files->find(file.digest) : std::nullopt;
    if (!path) return problem(404, "not_found", "The file is not there any more.");
    const std::string tag = '"' + file.digest + '"';
    const std::string size = std::to_string(file.size_bytes);
    const ByteRange range = range_of(request, file, tag);
    Response response;
    if (range.kind == RangeKind::none) {
        response = problem(416, "range_not_satisfiable", "The file has " + size + " bytes.");
        response.headers.set("Content-Range", "bytes */" + size);
    } else if (range.kind == RangeKind::part) {
        response = file_response(*path, file.media_type, file.name, {range.first, range.length()});
        if (response.status == 200) response.status = 206;
        response.headers.set("Content-Range",
                             "bytes " + std::to_string(range.first) + '-' + std::to_string(range.last) + '/' + size);
    } else {
        response = file_response(*path, file.media_type, file.name);
    }
    response.headers.set("Accept-Ranges", "bytes");
    response.headers.set("ETag", tag);
    response.headers.set("Cache-Control", "private, no-store");
    response.headers.set("X-Robots-Tag", "noindex");
    response.headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    return response;
}

// Bytes behind the first are asked for by who has those before. Whether the range fits is seen with the file.
bool asks_for_middle(const Request& request) {
    if (request.headers.count("Range") != 1) return false;
    const ByteRange range = parse_range(request.headers.get("Range"), std::uint64_t{1} << 62U);
    return range.kind == RangeKind::part && range.first > 0;
}

Response fetch(const Request& request, const Site& site, SignInLimit& limit) {
    if (auto wait = too_many_attempts(request, site, limit)) return std::move(*wait);
    std::string_view begun = trim(request.headers.get("If-Range"));
    if (begun.size() > 2 && begun.starts_with('"') && begun.ends_with('"')) begun = begun.substr(1, begun.size() - 2);
    const downloads::Request asked{.address = request.remote_address,
                                   .agent = std::string(request.headers.get("User-Agent")),
                                   .is_look = request.method == "HEAD",
                                   .is_middle = asks_for_middle(request),
                                   .begun = std::string(begun)};
    const auto outcome = downloads::fetch(site.services, request.param("token"), asked);
    if (!outcome) {
        limit.count_failure(request.remote_address, site.services.clock.now_ms());
        return plain_page(site, request, 404, "download.unknown");
    }
    return outcome->file ? file_answer(site, request, *outcome->file) : closed_page(site, *outcome);
}

void write_offer(json::Writer& writer, const Call& call, const downloads::Offer& offer) {
    writer.object().member("line", offer.line_id).member("line_name", offer.line_name);
    writer.member("file", offer.file_id).member("name", offer.name).member("size", offer.size_bytes).key("left");
    offer.left ? writer.value(*offer.left) : writer.null();
    write_time_or_null(writer, "until", offer.until_ms);
    const std::string code(offer.reason ? domain::code_of(*offer.reason) : "");
    write_text_or_null(writer, "reason", code);
    write_text_or_null(writer, "reason_text",
                       code.empty() ? "" : call.site.services.words.text(call.language, "refusal." + code));
    writer.end();
}

void write_download(json::Writer& writer, const ports::Download& download) {
    writer.object().member("id", download.id).member("line", download.line_id).member("file", download.file_id);
    writer.member("name", download.file_name).member("begun_at", json::format_time_ms(download.begun_at_ms));
    writer.member("latest_at", json::format_time_ms(download.latest_at_ms)).member("address", download.address);
    writer.member("agent", download.agent).end();
}

Response list_downloads(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto order = find_order(call);
    if (!order) return order.error();
    std::string body;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        body.clear();
        json::Writer writer(body);
        writer.object().key("files").array();
        for (const auto& offer : downloads::offers(call.site.services, snapshot, call.shop, *order)) {
            write_offer(writer, call, offer);
        }
        writer.end().key("downloads").array();
        for (const auto& download : snapshot.openings().downloads(call.shop.id, order->id, *limit)) {
            write_download(writer, download);
        }
        writer.end().end();
    });
    return json_response(200, std::move(body));
}

}  // namespace

void add_download_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit) {
    router.add("GET", "/d/{token}", [&site, limit](Request& request) { return fetch(request, site, *limit); });
    add_shop_route(router, site, "GET", "/orders/{id}/downloads", domain::Right::read, list_downloads);
}

}  // namespace commis::http
