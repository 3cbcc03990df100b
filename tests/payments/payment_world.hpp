// A shop with the built-in sandbox on any storage, a clock wound by hand, and a worker that asks the sandbox; between
// the two a wire that a test may cut, before or after the service has done what it was asked.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "adapters/codes/qr_code.hpp"
#include "adapters/gateways/gateways.hpp"
#include "adapters/smtp/renderer.hpp"
#include "adapters/system/assets.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/format.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/profiles.hpp"
#include "adapters/system/secrets.hpp"
#include "adapters/system/words.hpp"
#include "features/orders/actions.hpp"
#include "features/orders/place.hpp"
#include "features/shops/shops.hpp"
#include "support/test_storage.hpp"
#include "worker/payments.hpp"

namespace commis::tests {

struct HandClock final : ports::Clock {
    std::int64_t at_ms = 1'764'716'400'000;
    std::int64_t start_of_day(std::int64_t moment_ms, std::int32_t days, std::string_view zone) const override {
        return system::start_of_day(moment_ms, days, zone);
    }
    std::int32_t day_of(std::int64_t moment_ms, std::string_view zone) const override {
        return system::day_of(moment_ms, zone);
    }
    std::int64_t now_ms() const override { return at_ms; }
    bool knows_zone(std::string_view) const override { return true; }
};

struct Silence final : ports::Notices {
    int asked = 0;
    void order_changed(std::int64_t, std::string_view, std::int64_t) override {}
    void job_changed(const ports::Job&) override {}
    void mail_queued() override {}
    void provider_asked() override { ++asked; }
};

// As if the program had been killed at this point.
struct Killed : std::runtime_error {
    Killed() : std::runtime_error("killed") {}
};

enum class Cut : std::uint8_t { none, before, after };

class Wire final : public ports::PaymentGateway, public ports::PaymentGateways {
public:
    explicit Wire(ports::PaymentGateways& inner) : inner_(inner) {}

    std::function<Cut()> cut = [] { return Cut::none; };
    int moves = 0;  // How often a movement was asked for.
    int look_ups = 0;

    ports::PaymentGateway* find(const domain::Shop& shop, const domain::Payment& payment) override {
        gateway_ = inner_.find(shop, payment);
        return gateway_ == nullptr ? nullptr : this;
    }
    domain::CallAnswer capture(const ports::PaymentAtProvider& at, std::string_view key,
                               std::int64_t amount_minor) override {
        return pass([&] { return gateway_->capture(at, key, amount_minor); });
    }
    domain::CallAnswer release(const ports::PaymentAtProvider& at, std::string_view key) override {
        return pass([&] { return gateway_->release(at, key); });
    }
    domain::CallAnswer refund(const ports::PaymentAtProvider& at, std::string_view key,
                              std::int64_t amount_minor) override {
        return pass([&] { return gateway_->refund(at, key, amount_minor); });
    }
    std::expected<domain::PaymentTruth, std::string> look_up(const ports::PaymentAtProvider& at) override {
        ++look_ups;
        return gateway_->look_up(at);
    }

    std::expected<ports::PaymentPage, std::string> open_page(const ports::PaymentPageWish& wish) override {
        return gateway_->open_page(wish);
    }
    std::expected<std::vector<domain::PayoutReport>, std::string> payouts(std::int64_t since_ms) override {
        return gateway_->payouts(since_ms);
    }
    ports::PaymentGateway* connected(const domain::GatewayConnection& connection) override {
        return inner_.connected(connection);
    }
    std::optional<domain::LinkAccount> link_account(const domain::Shop& shop) override {
        return inner_.link_account(shop);
    }
    std::string seal(const ports::GatewayCredentials& credentials) override { return inner_.seal(credentials); }
    std::optional<ports::GatewayCredentials> open(const domain::GatewayConnection& connection) override {
        return inner_.open(connection);
    }
    ports::PaymentService* service(std::string_view provider) override { return inner_.service(provider); }
    std::vector<std::string> providers() const override { return inner_.providers(); }

private:
    domain::CallAnswer pass(const std::function<domain::CallAnswer()>& call) {
        const Cut where = cut();
        if (where == Cut::before) throw Killed{};
        ++moves;
        auto answer = call();
        if (where == Cut::after) throw Killed{};
        return answer;
    }

    ports::PaymentGateways& inner_;
    ports::PaymentGateway* gateway_ = nullptr;
};

class PaymentWorld {
protected:
    void open(test::StorageKind kind, const std::string& profile = "neutral") {
        storage_ = std::make_unique<test::TestStorage>(kind);
        gateways_ = std::make_unique<gateways::Gateways>(**storage_, clock_, secrets_,
                                                         std::vector<std::unique_ptr<ports::PaymentService>>{});
        wire_ = std::make_unique<Wire>(*gateways_);
        services_ = std::make_unique<Services>(Services{**storage_, profiles_, words_, formatter_, renderer_, clock_,
                                                        ids_, secrets_, notices_, codes_, wire_.get()});
        shops::ShopChange wanted;
        wanted.handle = "nordlys";
        wanted.name = "Nordlys";
        wanted.profile_id = profile;
        wanted.currency = "EUR";
        wanted.language = "en";
        wanted.timezone = "Europe/Copenhagen";
        wanted.sandbox = true;
        write([&](ports::UnitOfWork& work) { shop_ = shops::create(work, *services_, caller_, wanted).value(); });
        worker_ = std::make_unique<worker::PaymentWorker>(*services_);
    }

    void write(const std::function<void(ports::UnitOfWork&)>& work) {
        (*storage_)->write(ports::Priority::interactive, work);
    }

    // Two lamps at 49.40, paid by card as the reference says.
    domain::Order place(const std::string& reference, domain::AttemptStatus status = domain::AttemptStatus::authorized,
                        std::vector<std::int64_t> parts = {}) {
        domain::PlaceOrder command;
        command.currency = "EUR";
        command.buyer = {"Zoé Lefèvre", "zoe@example.org", "", "", ""};
        command.lines.push_back({"AL-40", "Aurora lamp", domain::LineKind::goods, 2, 4940, 0, "20", {}});
        if (parts.empty()) parts = {9880};
        for (const std::int64_t part_minor : parts) {
            domain::PlacePayment payment;
            payment.method = "card";
            payment.provider = "sandbox";
            payment.reference = reference;
            payment.status = status;
            payment.amount_minor = part_minor;
            command.payments.push_back(payment);
        }
        domain::Order order;
        write([&](ports::UnitOfWork& work) {
            order = orders::place(work, *services_, shop_, caller_, command).value().order;
        });
        return order;
    }

    domain::Result<domain::Decision> act(const domain::Order& order, domain::Action action, const std::string& body) {
        const auto parsed = orders::find_action_command(action)->parse(json::parse(body).value()).value();
        domain::Result<domain::Decision> decided = domain::refuse(domain::Refusal::not_found);
        write([&](ports::UnitOfWork& work) {
            decided = orders::run(work, *services_, {shop_, order.id, std::nullopt}, caller_, parsed.decide);
        });
        if (decided) orders::announce(*services_, *decided);
        return decided;
    }

    domain::Order stored(const domain::Order& order) {
        std::optional<domain::Order> found;
        (*storage_)->read([&](ports::Snapshot& snapshot) { found = snapshot.orders().find(shop_.id, order.id); });
        return found.value();
    }
    domain::Standing standing(const domain::Order& order) {
        return domain::standing_of(stored(order), *services_->profiles.of(shop_));
    }
    domain::PaymentStatus status(const domain::Order& order) { return standing(order).payment_status; }

    std::vector<ports::MailRow> mails(const domain::Order& order, domain::MailKind kind) {
        std::vector<ports::MailRow> rows;
        (*storage_)->read(
            [&](ports::Snapshot& snapshot) { rows = snapshot.outbox().list({shop_.id, order.id, {}, "", 100}); });
        std::erase_if(rows, [&](const ports::MailRow& row) { return row.kind != kind; });
        return rows;
    }
    std::vector<ports::SandboxMovement> book(const domain::Order& order) {
        std::vector<ports::SandboxMovement> all;
        write([&](ports::UnitOfWork& work) {
            all.clear();
            for (const domain::Payment& payment : order.ledger.payments) {
                for (auto& movement : work.sandbox().movements(shop_.id, payment.id)) all.push_back(movement);
            }
        });
        return all;
    }

    worker::PaymentCounts run() { return worker_->run_due({}); }
    void wait(std::int64_t ms) { clock_.at_ms += ms; }

    HandClock clock_;
    system::UlidIds ids_{clock_};
    system::SodiumSecrets secrets_;
    system::ProfileCatalogue profiles_;
    system::WordCatalogue words_;
    system::LanguageFormatter formatter_;
    smtp::TemplateRenderer renderer_{[](std::string_view path) -> std::optional<std::string> {
        const assets::Asset* asset = assets::find(path);
        return asset == nullptr ? std::nullopt : std::optional<std::string>(asset->raw);
    }};
    codes::QrCodeDrawer codes_;
    Silence notices_;
    Caller caller_ = Caller::system("test");
    std::unique_ptr<test::TestStorage> storage_;
    std::unique_ptr<gateways::Gateways> gateways_;
    std::unique_ptr<Wire> wire_;
    std::unique_ptr<Services> services_;
    std::unique_ptr<worker::PaymentWorker> worker_;
    domain::Shop shop_;
};

}  // namespace commis::tests
