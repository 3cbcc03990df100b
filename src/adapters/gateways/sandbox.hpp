// The built-in payment service for trying things out, in shops made with it (api.md). How a payment behaves stands in
// its reference: sandbox_ok, sandbox_decline_capture, sandbox_decline_refund, sandbox_timeout (the money moves, the
// answer does not come), sandbox_expired; something may follow ("sandbox_ok_7"). It keeps a book of its own, as a
// service in another house would, and does a thing once a key.
#pragma once

#include "ports/clock.hpp"
#include "ports/payment_gateway.hpp"
#include "ports/storage.hpp"

namespace commis::gateways {

class Sandbox final : public ports::PaymentGateway {
public:
    Sandbox(ports::Storage& storage, const ports::Clock& clock) : storage_(storage), clock_(clock) {}

    domain::CallAnswer capture(const ports::PaymentAtProvider& at, std::string_view key,
                               std::int64_t amount_minor) override;
    domain::CallAnswer release(const ports::PaymentAtProvider& at, std::string_view key) override;
    domain::CallAnswer refund(const ports::PaymentAtProvider& at, std::string_view key,
                              std::int64_t amount_minor) override;
    std::expected<domain::PaymentTruth, std::string> look_up(const ports::PaymentAtProvider& at) override;

    // Whoever opens a page of the sandbox has paid.
    std::expected<ports::PaymentPage, std::string> open_page(const ports::PaymentPageWish& wish) override;
    std::expected<std::vector<domain::PayoutReport>, std::string> payouts(std::int64_t since_ms) override;

private:
    struct Wish;
    domain::CallAnswer move(const ports::PaymentAtProvider& at, const Wish& wish);

    ports::Storage& storage_;
    const ports::Clock& clock_;
};

}  // namespace commis::gateways
