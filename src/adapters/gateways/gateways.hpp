// The payment services that this program knows, and which of them a shop is connected to. Credentials are opened here,
// and nowhere else.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "adapters/gateways/sandbox.hpp"
#include "ports/secrets.hpp"

namespace commis::gateways {

class Gateways final : public ports::PaymentGateways {
public:
    // `services`: those of other houses; the sandbox is built in.
    Gateways(ports::Storage& storage, const ports::Clock& clock, ports::Secrets& secrets,
             std::vector<std::unique_ptr<ports::PaymentService>> services);
    ~Gateways() override;

    ports::PaymentGateway* find(const domain::Shop& shop, const domain::Payment& payment) override;
    ports::PaymentGateway* connected(const domain::GatewayConnection& connection) override;
    std::optional<domain::LinkAccount> link_account(const domain::Shop& shop) override;
    std::string seal(const ports::GatewayCredentials& credentials) override;
    std::optional<ports::GatewayCredentials> open(const domain::GatewayConnection& connection) override;
    ports::PaymentService* service(std::string_view provider) override;
    std::vector<std::string> providers() const override;

private:
    Sandbox sandbox_;
    ports::Secrets& secrets_;
    const std::vector<std::unique_ptr<ports::PaymentService>> services_;
    std::mutex mutex_;
    // By what is stored of the credentials: new ones make a new gateway. An old one stays as long as the program, since
    // somebody may be asking it; there are as many as credentials were saved.
    std::map<std::string, std::unique_ptr<ports::PaymentGateway>> connected_;
};

}  // namespace commis::gateways
