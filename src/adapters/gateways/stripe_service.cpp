// Stripe as a service that shops connect to: whose key it is, and what its notices are about.
#include <algorithm>

#include "adapters/gateways/answer_members.hpp"
#include "adapters/gateways/services.hpp"
#include "adapters/gateways/stripe_gateway.hpp"
#include "adapters/gateways/stripe_notice.hpp"

namespace commis::gateways {
namespace {

class StripeService final : public ports::PaymentService {
public:
    explicit StripeService(RestSettings settings) : client_(std::move(settings)) {}

    std::string_view id() const override { return "stripe"; }

    std::expected<ports::GatewayAccount, std::string> identify(const ports::GatewayCredentials& credentials) override {
        const RestAnswer answer = StripeWire(client_, credentials.secret).get("/v1/account");
        const std::string account = text_of(answer.body, {"id"});
        if (!answer.is_refused() && (!answer.is_done() || account.empty())) return std::unexpected("unavailable");
        if (!answer.is_done()) return std::unexpected("credentials_refused");
        std::string name = text_of(answer.body, {"settings", "dashboard", "display_name"});
        if (name.empty()) name = text_of(answer.body, {"business_profile", "name"});
        if (name.empty()) name = text_of(answer.body, {"email"});
        // Keys of the live world say so: "sk_live_…", "rk_live_…".
        return ports::GatewayAccount{account, name.empty() ? account : name,
                                     credentials.secret.find("_live_") != std::string::npos};
    }

    std::unique_ptr<ports::PaymentGateway> connect(const ports::GatewayCredentials& credentials,
                                                   const ports::GatewayAccount& account) override {
        return std::make_unique<StripeGateway>(client_, credentials.secret, account.id);
    }

    ports::NoticeReading read_notice(const ports::GatewayCredentials& credentials,
                                     const ports::ProviderNotice& notice) const override {
        return read_stripe_notice(credentials.notice_secret, notice);
    }

    // A signature proves or it doesn't.
    ports::NoticeProof confirm_notice(const ports::GatewayCredentials& credentials,
                                      const ports::ProviderNotice& notice) override {
        return read_notice(credentials, notice).proof;
    }

private:
    RestClient client_;
};

}  // namespace

std::unique_ptr<ports::PaymentService> make_stripe(RestSettings settings) {
    return std::make_unique<StripeService>(std::move(settings));
}

}  // namespace commis::gateways
