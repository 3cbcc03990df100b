#include "stories/buyer_site.hpp"

#include <regex>

namespace commis::test {

namespace bj = boost::json;

BuyerSite::BuyerSite(const std::string& profile, const std::string& language) {
    site.make_shop("nordlys", profile, "EUR", language, "Europe/Copenhagen");
    const std::string shop = R"({"name": "Nordlys & Co", "mail": {"phone": "+45 86 00 00 00"},
        "legal": {"name": "Nordlys ApS",
                  "address": {"line1": "Havnegade 12", "postal_code": "8000", "city": "Aarhus C", "country": "DK"}},
        "bank_accounts": [{"iban": "DK5000400440116243", "bic": "NDEADKKK", "name": "Nordlys ApS"}]})";
    json("PATCH", "", shop);
}

bj::value BuyerSite::json(const std::string& method, const std::string& path, const std::string& body) {
    const auto answer = site.call(method, "/api/v1/shops/nordlys" + path, body, {});
    if (answer.status >= 400) throw std::runtime_error(method + " " + path + ": " + answer.body);
    return answer.body.empty() ? bj::value() : bj::parse(answer.body);
}

std::string BuyerSite::place(const std::string& more) {
    std::string body = R"({"external_id": "web-)" + std::to_string(++placed_) + R"(", "currency": "EUR",
        "buyer": {"name": "Zoé Lefèvre", "email": "zoe@example.org"}, "language": "en",
        "billing_address": {"line1": "12 rue de l'Église", "postal_code": "75011", "city": "Paris", "country": "FR"},
        "payment": {"method": "bank-transfer"})";
    if (more.find("\"lines\"") == std::string::npos) {
        body += R"(, "lines": [
            {"sku": "MUG-1", "name": "Mug", "quantity": 3, "unit_price": 1000, "tax_rate": "20"},
            {"sku": "LAMP-1", "name": "Lamp", "quantity": 1, "unit_price": 9000, "tax_rate": "20"}])";
    }
    body += (more.empty() ? "" : ", " + more) + "}";
    auto document = bj::parse(body).as_object();
    return std::string(json("POST", "/orders", bj::serialize(document)).at("id").as_string());
}

bj::object BuyerSite::order(const std::string& id) { return json("GET", "/orders/" + id).as_object(); }

std::string BuyerSite::act(const std::string& id, const std::string& action, const std::string& body) {
    const auto answer = site.call("POST", "/api/v1/shops/nordlys/orders/" + id + "/actions/" + action, body, {});
    if (answer.status < 300) return "taken";
    return std::string(bj::parse(answer.body).at("code").as_string());
}

std::string BuyerSite::page(const std::string& id) {
    const std::string url(order(id).at("customer_url").as_string());
    return url.substr(url.find("/o/"));
}

http::Response BuyerSite::get(const std::string& path, const std::map<std::string, std::string>& headers) {
    return site.call("GET", path, "", headers);
}

http::Response BuyerSite::post(const std::string& path, const std::string& form,
                               const std::map<std::string, std::string>& headers) {
    std::map<std::string, std::string> all{{"Content-Type", "application/x-www-form-urlencoded"},
                                           {"Sec-Fetch-Site", "same-origin"}};
    for (const auto& [name, value] : headers) all[name] = value;
    return site.call("POST", path, form, all);
}

std::vector<std::string> BuyerSite::mails(const std::string& id) {
    std::vector<ports::MailRow> rows;
    site.services().storage.read([&](ports::Snapshot& snapshot) {
        const auto shop = snapshot.shops().find_handle("nordlys").value();
        rows = snapshot.outbox().list({shop.id, id, {}, "", 100});
    });
    std::vector<std::string> kinds;
    for (const auto& row : rows) {
        if (row.status == ports::MailStatus::queued) kinds.emplace_back(domain::id_of(row.kind));
    }
    std::ranges::sort(kinds);
    return kinds;
}

std::string words_of(const std::string& html) {
    std::string text = html.substr(std::min(html.find("<body>"), html.size()));
    text = std::regex_replace(text, std::regex("<[^>]*>"), " ");
    text = std::regex_replace(text, std::regex("\\s+"), " ");
    for (const auto& [entity, sign] : {std::pair{"&amp;", "&"}, {"&#39;", "'"}, {"&quot;", "\""}}) {
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity)) {
            text.replace(at, std::string(entity).size(), sign);
        }
    }
    return text;
}

}  // namespace commis::test
