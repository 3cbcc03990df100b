// A payment service as the program sees it: money that was reserved is taken in parts or released, money that was taken
// goes back in parts, a page is opened on which a buyer pays, and how a payment stands is looked up. Each call bears a
// key under which the service does a thing once; one that is not answered in time is looked up by its key before it is
// ever repeated. What a service tells by itself (a notice) is a reason to look, never the truth.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decisions/provider_answer.hpp"
#include "domain/payout.hpp"
#include "domain/shop.hpp"

namespace commis::ports {

// What a call is about.
struct PaymentAtProvider {
    std::int64_t shop_id = 0;
    const domain::Payment& payment;
    domain::Currency currency;
};

// A page of the service on which a buyer pays an amount of an order.
struct PaymentPageWish {
    std::string key{};  // The same key answers the same page.
    std::int64_t amount_minor = 0;
    domain::Currency currency{};
    std::string title{};  // "Order 10001".
    std::string order_number{};
    std::string buyer_email{};
    std::string language{};
    std::string return_url{};    // Where the buyer comes back to, having paid …
    std::string cancel_url{};    // … or not.
    bool reserves_only = false;  // The money is reserved, and taken later by a capture.
};

struct PaymentPage {
    std::string reference{};  // What the payment is called from now on.
    std::string url{};
    std::int64_t expires_at_ms = 0;
};

struct PaymentGateway {
    virtual ~PaymentGateway() = default;
    // `amount_minor` of what is reserved; the rest stays reserved where the service allows that.
    virtual domain::CallAnswer capture(const PaymentAtProvider& at, std::string_view key,
                                       std::int64_t amount_minor) = 0;
    // Also ends a page that nobody has paid on.
    virtual domain::CallAnswer release(const PaymentAtProvider& at, std::string_view key) = 0;
    virtual domain::CallAnswer refund(const PaymentAtProvider& at, std::string_view key, std::int64_t amount_minor) = 0;
    // The error says why nothing was learned, as a code: "unavailable", "not_found", "credentials_refused".
    virtual std::expected<domain::PaymentTruth, std::string> look_up(const PaymentAtProvider& at) = 0;
    // Errors: as above, and "refused" where the service does not take such a payment.
    virtual std::expected<PaymentPage, std::string> open_page(const PaymentPageWish& wish) = 0;
    // Payouts that arrive since then, with their items. Errors: as above, and "unsupported".
    virtual std::expected<std::vector<domain::PayoutReport>, std::string> payouts(std::int64_t since_ms) = 0;
};

// What a shop gives so that the program may act in its account. Stored sealed, never shown again, never logged.
struct GatewayCredentials {
    std::string client_id{};      // PayPal's; Stripe has none.
    std::string secret{};         // Stripe's secret key, PayPal's client secret.
    std::string notice_secret{};  // Stripe's signing secret, the id of PayPal's webhook. Empty: notices are refused.
    friend bool operator==(const GatewayCredentials&, const GatewayCredentials&) = default;
};

struct GatewayAccount {
    std::string id{};
    std::string name{};
    bool is_live = false;
};

// A notice as it came in.
struct ProviderNotice {
    std::map<std::string, std::string> headers{};  // Names in lower case.
    std::string body{};
    std::int64_t received_at_ms = 0;
};

// `unproven`: only the service itself can say.
enum class NoticeProof : std::uint8_t { proven, refused, unproven };

struct NoticeReading {
    NoticeProof proof = NoticeProof::refused;
    std::string reason{};  // Why refused: "signature_missing", "signature_invalid", "too_old", "malformed".
    std::string event_id{};
    std::string type{};
    std::vector<std::string> references{};  // Every name of a payment or movement in it.
};

// One kind of service.
struct PaymentService {
    virtual ~PaymentService() = default;
    virtual std::string_view id() const = 0;  // "stripe", "paypal".
    // Whose account the credentials open. Errors: "credentials_refused", "unavailable".
    virtual std::expected<GatewayAccount, std::string> identify(const GatewayCredentials& credentials) = 0;
    virtual std::unique_ptr<PaymentGateway> connect(const GatewayCredentials& credentials,
                                                    const GatewayAccount& account) = 0;
    virtual NoticeReading read_notice(const GatewayCredentials& credentials, const ProviderNotice& notice) const = 0;
    // Asks the service whether it sent an unproven one; `unproven` again when it did not answer.
    virtual NoticeProof confirm_notice(const GatewayCredentials& credentials, const ProviderNotice& notice) = 0;
};

// The services that the program knows and that shops are connected to. From any thread.
struct PaymentGateways {
    virtual ~PaymentGateways() = default;
    // The one that holds this payment in the account that took it; null when that is not connected now (W-40).
    virtual PaymentGateway* find(const domain::Shop& shop, const domain::Payment& payment) = 0;
    virtual PaymentGateway* connected(const domain::GatewayConnection& connection) = 0;
    // The account that payment links ask for money for; nothing where none is connected.
    virtual std::optional<domain::LinkAccount> link_account(const domain::Shop& shop) = 0;
    // What is stored of credentials, and the way back: nothing when they were sealed with another key.
    virtual std::string seal(const GatewayCredentials& credentials) = 0;
    virtual std::optional<GatewayCredentials> open(const domain::GatewayConnection& connection) = 0;
    // By its id; null when the program knows no such service.
    virtual PaymentService* service(std::string_view provider) = 0;
    virtual std::vector<std::string> providers() const = 0;  // Those a shop can connect, by id.
};

}  // namespace commis::ports
