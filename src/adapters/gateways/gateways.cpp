// Looks an account up and keeps what was connected.
#include "adapters/gateways/gateways.hpp"

#include <algorithm>

#include "json/parse.hpp"
#include "json/writer.hpp"

namespace commis::gateways {

Gateways::Gateways(ports::Storage& storage, const ports::Clock& clock, ports::Secrets& secrets,
                   std::vector<std::unique_ptr<ports::PaymentService>> services)
    : sandbox_(storage, clock), secrets_(secrets), services_(std::move(services)) {}

Gateways::~Gateways() = default;

ports::PaymentGateway* Gateways::find(const domain::Shop& shop, const domain::Payment& payment) {
    if (payment.provider == "sandbox") return shop.sandbox ? &sandbox_ : nullptr;
    const domain::GatewayConnection* connection = domain::connection_of(shop, payment);
    return connection == nullptr ? nullptr : connected(*connection);
}

ports::PaymentGateway* Gateways::connected(const domain::GatewayConnection& connection) {
    ports::PaymentService* known = service(connection.provider);
    if (known == nullptr || !connection.is_connected()) return nullptr;
    const std::scoped_lock lock(mutex_);
    const auto kept = connected_.find(connection.sealed);
    if (kept != connected_.end()) return kept->second.get();
    const auto credentials = open(connection);
    if (!credentials) return nullptr;
    auto made = known->connect(*credentials, {connection.account, connection.name, connection.is_live});
    return connected_.emplace(connection.sealed, std::move(made)).first->second.get();
}

std::optional<domain::LinkAccount> Gateways::link_account(const domain::Shop& shop) {
    if (const auto* connection = domain::newest_connection(shop)) {
        return domain::LinkAccount{connection->provider, connection->account};
    }
    if (shop.sandbox) return domain::LinkAccount{"sandbox", "sandbox"};
    return std::nullopt;
}

std::string Gateways::seal(const ports::GatewayCredentials& credentials) {
    std::string text;
    json::Writer writer(text);
    writer.object().member("client_id", credentials.client_id).member("secret", credentials.secret);
    writer.member("notice_secret", credentials.notice_secret).end();
    return secrets_.seal(text);
}

std::optional<ports::GatewayCredentials> Gateways::open(const domain::GatewayConnection& connection) {
    const auto text = connection.sealed.empty() ? std::nullopt : secrets_.open(connection.sealed);
    const auto parsed = text ? json::parse(*text) : std::unexpected(json::FieldError{});
    if (!parsed) return std::nullopt;
    const auto& stored = parsed->as_object();
    const auto text_of = [&](std::string_view name) { return std::string(stored.at(name).as_string()); };
    return ports::GatewayCredentials{text_of("client_id"), text_of("secret"), text_of("notice_secret")};
}

ports::PaymentService* Gateways::service(std::string_view provider) {
    const auto known = std::ranges::find(services_, provider, [](const auto& each) { return each->id(); });
    return known == services_.end() ? nullptr : known->get();
}

std::vector<std::string> Gateways::providers() const {
    std::vector<std::string> ids;
    for (const auto& each : services_) ids.emplace_back(each->id());
    return ids;
}

}  // namespace commis::gateways
