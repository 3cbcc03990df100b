// PayPal as a service that shops connect to, and the page on which a buyer pays.
#include <chrono>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/gateways/paypal_gateway.hpp"
#include "adapters/gateways/paypal_notice.hpp"
#include "adapters/gateways/services.hpp"
#include "json/writer.hpp"

namespace commis::gateways {
namespace {

// PayPal keeps an order that nobody approved at least this long.
constexpr std::int64_t page_ms = 3 * 3'600'000;

std::int64_t now_ms() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count();
}

std::string order_body(const ports::PaymentPageWish& wish, const std::string& amount) {
    std::string body;
    json::Writer writer(body);
    writer.object().member("intent", wish.reserves_only ? "AUTHORIZE" : "CAPTURE");
    writer.key("purchase_units").array().object();
    writer.member("custom_id", wish.order_number).member("invoice_id", wish.key).member("description", wish.title);
    writer.key("amount").raw(amount).end().end();
    writer.key("payment_source").object().key("paypal").object().key("experience_context").object();
    writer.member("return_url", wish.return_url).member("cancel_url", wish.cancel_url);
    writer.member("user_action", "PAY_NOW").member("shipping_preference", "NO_SHIPPING");
    writer.end().end().end().end();
    return body;
}

class PayPalService final : public ports::PaymentService {
public:
    explicit PayPalService(RestSettings settings)
        : is_live_(settings.base_url.find("sandbox") == std::string::npos), client_(std::move(settings)) {}

    std::string_view id() const override { return "paypal"; }

    std::expected<ports::GatewayAccount, std::string> identify(const ports::GatewayCredentials& credentials) override {
        const PayPalApplication application{credentials.client_id, credentials.secret};
        const auto token = paypal_token(tokens_, client_, application, true);
        if (!token) {
            return std::unexpected(token.error().is_refused() ? "credentials_refused" : "unavailable");
        }
        const RestAnswer answer = wire(credentials).get("/v1/identity/oauth2/userinfo?schema=paypalv1.1");
        if (!answer.is_done() && !answer.is_refused()) return std::unexpected("unavailable");
        // An application that may not ask whose it is stands for its account by its own name.
        std::string account = text_of(answer.body, {"payer_id"});
        if (account.empty()) account = credentials.client_id;
        const std::string name = text_of(answer.body, {"name"});
        return ports::GatewayAccount{account, name.empty() ? account : name, is_live_};
    }

    std::unique_ptr<ports::PaymentGateway> connect(const ports::GatewayCredentials& credentials,
                                                   const ports::GatewayAccount& account) override {
        return std::make_unique<PayPalGateway>(wire(credentials), account.id);
    }

    ports::NoticeReading read_notice(const ports::GatewayCredentials& credentials,
                                     const ports::ProviderNotice& notice) const override {
        ports::NoticeReading reading = read_paypal_notice(notice);
        if (credentials.notice_secret.empty() && reading.reason.empty()) {
            reading = {};
            reading.reason = "signature_invalid";
        }
        return reading;
    }

    ports::NoticeProof confirm_notice(const ports::GatewayCredentials& credentials,
                                      const ports::ProviderNotice& notice) override {
        return confirm_paypal_notice(wire(credentials), credentials.notice_secret, notice);
    }

private:
    PayPalWire wire(const ports::GatewayCredentials& credentials) {
        return {client_, tokens_, {credentials.client_id, credentials.secret}};
    }

    const bool is_live_;
    RestClient client_;
    BearerTokens tokens_;
};

}  // namespace

std::expected<ports::PaymentPage, std::string> PayPalGateway::open_page(const ports::PaymentPageWish& wish) {
    const auto amount = paypal_money(wish.amount_minor, wish.currency);
    if (!amount) return std::unexpected("refused");
    const RestAnswer told = wire_.post("/v2/checkout/orders", order_body(wish, *amount), wish.key);
    if (!told.is_done()) {
        const std::string fault = paypal_look_up_fault(told);
        return std::unexpected(fault == "not_found" ? "refused" : fault);
    }
    ports::PaymentPage page{text_of(told.body, {"id"}), {}, now_ms() + page_ms};
    for (const json::Value& link : list_of(told.body, {"links"})) {
        const std::string rel = text_of(link, {"rel"});
        if (rel == "payer-action" || rel == "approve") page.url = text_of(link, {"href"});
    }
    if (page.reference.empty() || page.url.empty()) return std::unexpected("unavailable");
    return page;
}

// PayPal reports payouts in files for its larger customers only.
std::expected<std::vector<domain::PayoutReport>, std::string> PayPalGateway::payouts(std::int64_t) {
    return std::unexpected("unsupported");
}

std::unique_ptr<ports::PaymentService> make_paypal(RestSettings settings) {
    return std::make_unique<PayPalService>(std::move(settings));
}

}  // namespace commis::gateways
