// The page behind a payment link: no script, no cookie, one button. It is opened by whoever holds the link; guessing
// is counted like guessing passwords.
#include "features/payments/link_page.hpp"
#include "http/limited.hpp"
#include "http/public_page.hpp"
#include "http/routes.hpp"

namespace commis::http {
namespace {

using payments::LinkState;
using payments::LinkView;

// The button leads on to the payment service, whose address only it knows.
std::string form_targets(const Site& site) {
    const bool is_encrypted = site.options.public_url.starts_with("https://");
    return "'self' https:" + std::string(is_encrypted ? "" : " http:");
}

class Page {
public:
    Page(const Site& site, std::string language)
        : site_(site), services_(site.services), language_(std::move(language)) {
        model_.texts["language"] = language_;
    }

    Page& say(const std::string& name, const std::string& key, const std::map<std::string, std::string>& values = {}) {
        model_.texts[name] = services_.words.text(language_, "pay." + key, values);
        return *this;
    }

    Page& of(const LinkView& link) {
        model_.texts["shop_name"] = link.shop.name;
        const std::string& address = link.shop.mail_sender_address;
        if (!address.empty()) {
            say("contact", "contact");
            model_.links["contact_url"] = "mailto:" + address;
        }
        if (link.shop.sandbox) say("test", "test");
        return *this;
    }

    Page& wait() {
        model_.flags.insert("is_waiting");
        return *this;
    }

    Page& ask(const std::string& amount) {
        model_.texts["amount"] = amount;
        say("amount_label", "to_pay");
        return say("button", "button", {{"amount", amount}});
    }

    Response answer(int status = 200) const {
        return public_page(site_, status, "pay.html", model_, form_targets(site_));
    }

private:
    const Site& site_;
    const Services& services_;
    std::string language_;
    ports::MailModel model_;
};

Response link_page(const Site& site, const LinkView& link, bool is_back, bool has_failed) {
    Page page(site, link.order.language);
    page.of(link);
    const std::string amount = site.services.formatter.money(
        domain::Money{link.payment.amount_minor, link.order.currency}, link.order.language);
    if (link.state == LinkState::paid) {
        const std::map<std::string, std::string> values{{"amount", amount}, {"number", link.order.number}};
        return page.say("title", "done_title").say("text", "done", values).answer();
    }
    if (link.state == LinkState::ended) return page.say("title", "ended_title").say("text", "ended").answer(410);
    if (is_back && !link.payment.reference.empty()) {
        return page.say("title", "waiting_title").say("text", "waiting").wait().answer();
    }
    page.say("title", "heading", {{"number", link.order.number}}).say("text", "about").ask(amount);
    if (has_failed) page.say("problem", "unavailable");
    return page.answer(has_failed ? 503 : 200);
}

// The link a request names, or the answer to one that nobody made.
std::expected<LinkView, Response> find_link(const Request& request, const Site& site, SignInLimit& limit) {
    if (auto wait = too_many_attempts(request, site, limit)) return std::unexpected(std::move(*wait));
    auto link = payments::find_link(site.services, request.param("token"));
    if (link) return std::move(*link);
    limit.count_failure(request.remote_address, site.services.clock.now_ms());
    return std::unexpected(plain_page(site, request, 404, "pay.unknown"));
}

Response show(const Request& request, const Site& site, SignInLimit& limit) {
    auto link = find_link(request, site, limit);
    if (!link) return std::move(link.error());
    const bool is_back = request.query_value("back").has_value();
    if (is_back) payments::look_at_once(site.services, *link);
    return link_page(site, *link, is_back, false);
}

Response pay(const Request& request, const Site& site, SignInLimit& limit) {
    auto link = find_link(request, site, limit);
    if (!link) return std::move(link.error());
    const std::string own_url = site.options.public_url + "/pay/" + link->payment.link_token;
    const auto url = payments::open_page(site.services, *link, own_url);
    if (!url) return link_page(site, *link, false, url.error() == "unavailable");
    Response response = text_response(303, "text/plain; charset=utf-8", "");
    keep_private(response);
    response.headers.set("Location", *url);
    return response;
}

}  // namespace

void add_pay_routes(Router& router, const Site& site, const std::shared_ptr<SignInLimit>& limit) {
    router.add("GET", "/pay/page.css", [&site](Request&) {
        Response response = text_response(200, "text/css; charset=utf-8", site.services.renderer.page("page.css", {}));
        response.headers.add("Cache-Control", "max-age=3600");
        return response;
    });
    router.add("GET", "/pay/{token}", [&site, limit](Request& request) { return show(request, site, *limit); });
    router.add("POST", "/pay/{token}", [&site, limit](Request& request) { return pay(request, site, *limit); });
}

}  // namespace commis::http
