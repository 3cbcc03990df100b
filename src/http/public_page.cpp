#include "http/public_page.hpp"

namespace commis::http {

void keep_private(Response& response) {
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Robots-Tag", "noindex");
    response.headers.set("Referrer-Policy", "no-referrer");
}

Response public_page(const Site& site, int status, std::string_view name, const ports::MailModel& model,
                     const std::string& form_targets) {
    Response response = text_response(status, "text/html; charset=utf-8", site.services.renderer.page(name, model));
    keep_private(response);
    response.headers.set("Content-Security-Policy",
                         "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; "
                         "base-uri 'none'; form-action " +
                             form_targets);
    return response;
}

Response plain_page(const Site& site, const Request& request, int status, const std::string& key) {
    const std::string language = asked_language(request).value_or("en");
    ports::MailModel model;
    model.texts = {{"language", language},
                   {"title", site.services.words.text(language, key + "_title")},
                   {"text", site.services.words.text(language, key)}};
    return public_page(site, status, "pay.html", model);
}

}  // namespace commis::http
