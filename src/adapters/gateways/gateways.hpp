// The payment services that this program knows, and which of them a shop is connected to.
#pragma once

#include "adapters/gateways/sandbox.hpp"

namespace commis::gateways {

class Gateways final : public ports::PaymentGateways {
public:
    Gateways(ports::Storage& storage, const ports::Clock& clock) : sandbox_(storage, clock) {}

    ports::PaymentGateway* find(const domain::Shop& shop, const domain::Payment& payment) override {
        return shop.sandbox && payment.provider == "sandbox" ? &sandbox_ : nullptr;
    }

private:
    Sandbox sandbox_;
};

}  // namespace commis::gateways
