// Swiss Post: leave to ask, then one question a label.
#include <algorithm>

#include "adapters/gateways/bearer_tokens.hpp"
#include "adapters/labels/address_lines.hpp"
#include "adapters/labels/services.hpp"
#include "adapters/labels/swiss_post_wire.hpp"

namespace commis::labels {
namespace {

using ports::LabelCredentials;
using ports::LabelFault;
using ports::LabelRefusal;

bool is_digits(std::string_view text, std::size_t count) {
    return text.size() == count && std::ranges::all_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
}

gateways::RestRequest token_request(const LabelCredentials& credentials) {
    gateways::Form form;
    form.add("grant_type", "client_credentials").add("client_id", credentials.client_id);
    form.add("client_secret", credentials.secret).add("scope", "DCAPI_BARCODE_READ");
    return {"POST", "/OAuth/token", {}, "application/x-www-form-urlencoded", form.text()};
}

// Whatever the answer to the question for a token is, no label was bought.
LabelRefusal token_refusal(const gateways::RestAnswer& answer) {
    LabelRefusal refusal = swiss_post_refusal(answer);
    refusal.fault = answer.is_refused() ? LabelFault::credentials_refused : LabelFault::unavailable;
    return refusal;
}

class SwissPost final : public ports::LabelService {
public:
    SwissPost(gateways::RestSettings labels, gateways::RestSettings tokens)
        : labels_(std::move(labels)), tokens_(std::move(tokens)) {}

    std::string_view carrier() const override { return "swiss-post"; }
    // PostPac Economy and PostPac Priority, each also against a signature.
    std::vector<std::string> products() const override { return {"ECO", "PRI", "ECO,SI", "PRI,SI"}; }
    std::vector<std::string> sizes() const override { return {"A6", "A5", "A7"}; }
    // Eight digits, as letters and invoices of the post have it.
    bool is_licence(std::string_view text) const override { return is_digits(text, 8); }
    // Parcels within the country; Liechtenstein is a part of it to the post.
    bool serves(std::string_view country) const override { return country == "CH" || country == "LI"; }

    std::vector<domain::FieldError> missing(const domain::Address& address) const override {
        std::vector<domain::FieldError> errors;
        const auto require = [&](const std::string& member, const std::string& text) {
            if (printable(text).empty()) errors.push_back({member, "required", "the label needs it"});
        };
        require("name", address.name + address.company);
        require("line1", address.line1 + address.line2);
        require("postal_code", address.postal_code);
        require("city", address.city);
        require("country", address.country);
        const std::string zip = printable(address.postal_code);
        if (!zip.empty() && !is_digits(zip, 4)) errors.push_back({"postal_code", "invalid_value", "four digits"});
        return errors;
    }

    std::expected<void, LabelRefusal> check(const LabelCredentials& credentials) override {
        const auto token = token_of(credentials, true);
        if (!token) return std::unexpected(token_refusal(token.error()));
        return {};
    }

    std::expected<ports::Label, LabelRefusal> buy(const LabelCredentials& credentials,
                                                  const ports::LabelWish& wish) override {
        bool is_cut = false;
        gateways::RestRequest request{"POST",
                                      "/barcode/v1/generateAddressLabel",
                                      {""},
                                      "application/json",
                                      swiss_post_body(credentials.licence, wish, is_cut)};
        gateways::RestAnswer answer;
        for (const bool is_renewed : {false, true}) {
            const auto token = token_of(credentials, is_renewed);
            if (!token) return std::unexpected(token_refusal(token.error()));
            request.headers.back() = "Authorization: Bearer " + *token;
            answer = labels_.send(request);
            if (answer.status != 401) break;
        }
        if (!answer.is_done()) return std::unexpected(swiss_post_refusal(answer));
        auto label = read_swiss_post_label(answer.body);
        if (label) label->is_shortened = is_cut;
        return label;
    }

private:
    std::expected<std::string, gateways::RestAnswer> token_of(const LabelCredentials& credentials, bool is_renewed) {
        return kept_.token(
            credentials.client_id + '\n' + credentials.secret, [&] { return tokens_.send(token_request(credentials)); },
            is_renewed);
    }

    gateways::RestClient labels_;
    gateways::RestClient tokens_;
    gateways::BearerTokens kept_;
};

}  // namespace

std::unique_ptr<ports::LabelService> make_swiss_post(gateways::RestSettings labels, gateways::RestSettings tokens) {
    return std::make_unique<SwissPost>(std::move(labels), std::move(tokens));
}

}  // namespace commis::labels
