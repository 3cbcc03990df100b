// What is missing is said by field; whether it is right, the service says.
#include "features/payments/connections.hpp"

#include <algorithm>

namespace commis::payments {
namespace {

using domain::FieldError;
using domain::GatewayConnection;

constexpr std::size_t credential_length_max = 500;

GatewayConnection* find_connection(domain::Shop& shop, std::string_view provider, std::string_view account) {
    const auto found = std::ranges::find_if(shop.connections, [&](const GatewayConnection& each) {
        return each.provider == provider && each.account == account;
    });
    return found == shop.connections.end() ? nullptr : &*found;
}

void check(std::vector<FieldError>& errors, const std::string& field, const std::string& text, bool is_required) {
    if (text.empty() && is_required) errors.push_back({field, "required", "the service needs it"});
    if (text.size() > credential_length_max) errors.push_back({field, "too_long", "at most 500 characters"});
}

void lay_over(ports::GatewayCredentials& credentials, const ConnectionChange& wanted) {
    if (wanted.client_id) credentials.client_id = *wanted.client_id;
    if (wanted.secret) credentials.secret = *wanted.secret;
    if (wanted.notice_secret) credentials.notice_secret = *wanted.notice_secret;
}

GatewayConnection keep(domain::Shop& shop, const std::string& provider, const ports::GatewayAccount& account,
                       std::string sealed, std::int64_t now_ms) {
    GatewayConnection* kept = find_connection(shop, provider, account.id);
    if (kept == nullptr) kept = &shop.connections.emplace_back();
    const bool is_new = kept->sealed.empty();
    kept->provider = provider;
    kept->account = account.id;
    kept->name = account.name;
    kept->is_live = account.is_live;
    kept->sealed = std::move(sealed);
    kept->disconnected_at_ms.reset();
    if (is_new) kept->connected_at_ms = now_ms;
    return *kept;
}

}  // namespace

domain::Result<GatewayConnection> connect(const Services& services, std::int64_t shop_id, const std::string& provider,
                                          const ConnectionChange& wanted) {
    ports::PaymentService* service = services.gateways == nullptr ? nullptr : services.gateways->service(provider);
    if (service == nullptr) return domain::refuse(domain::Refusal::not_found);
    ports::GatewayCredentials credentials;
    services.storage.read([&](ports::Snapshot& snapshot) {
        const auto shop = snapshot.shops().find(shop_id);
        const GatewayConnection* before = shop ? domain::newest_connection(*shop, provider) : nullptr;
        if (before != nullptr && !wanted.secret) credentials = services.gateways->open(*before).value_or(credentials);
    });
    lay_over(credentials, wanted);
    std::vector<FieldError> errors;
    check(errors, "/client_id", credentials.client_id, provider == "paypal");
    check(errors, "/secret", credentials.secret, true);
    check(errors, "/webhook_secret", credentials.notice_secret, false);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));

    const auto account = service->identify(credentials);
    if (!account && account.error() == "credentials_refused") {
        return domain::refuse_fields({{"/secret", "credentials_refused", "the service does not accept it"}});
    }
    if (!account) return domain::refuse(domain::Refusal::provider_unavailable, provider);
    GatewayConnection connection;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        auto shop = work.shops().lock(shop_id);
        if (!shop) return;
        const std::int64_t now_ms = services.clock.now_ms();
        connection = keep(*shop, provider, *account, services.gateways->seal(credentials), now_ms);
        shop->version += 1;
        shop->updated_at_ms = now_ms;
        work.shops().save(*shop);
    });
    return connection;
}

domain::Result<void> disconnect(ports::UnitOfWork& work, const Services& services, std::int64_t shop_id,
                                std::string_view provider, std::string_view account) {
    auto shop = work.shops().lock(shop_id);
    GatewayConnection* connection = shop ? find_connection(*shop, provider, account) : nullptr;
    if (connection == nullptr || !connection->is_connected()) return domain::refuse(domain::Refusal::not_found);
    connection->sealed.clear();
    connection->disconnected_at_ms = services.clock.now_ms();
    shop->version += 1;
    shop->updated_at_ms = services.clock.now_ms();
    work.shops().save(*shop);
    return {};
}

}  // namespace commis::payments
