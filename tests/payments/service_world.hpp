// A shop connected to a scripted payment service, with what looks after its payments.
#pragma once

#include "features/payments/connections.hpp"
#include "features/payments/link_page.hpp"
#include "features/payments/notices.hpp"
#include "payments/scripted_service.hpp"
#include "worker/payment_watch.hpp"

namespace commis::tests {

class ServiceWorld : protected PaymentWorld {
protected:
    void open_connected(test::StorageKind kind, const std::string& profile = "neutral") {
        open(kind, profile);
        std::vector<std::unique_ptr<ports::PaymentService>> services;
        services.push_back(std::make_unique<ScriptedService>(book_));
        gateways_ = std::make_unique<gateways::Gateways>(**storage_, clock_, secrets_, std::move(services));
        services_->gateways = gateways_.get();
        watch_ = std::make_unique<worker::PaymentWatch>(*services_);
        ASSERT_TRUE(connect("right"));
    }

    domain::Result<domain::GatewayConnection> connect(const std::string& secret) {
        auto made = payments::connect(*services_, shop_.id, "stripe",
                                      {.client_id = {}, .secret = secret, .notice_secret = "whsec_1"});
        reload();
        return made;
    }
    void reload() {
        (*storage_)->read([&](ports::Snapshot& snapshot) { shop_ = snapshot.shops().find(shop_.id).value(); });
    }

    // Two lamps at 49.40, on a card that the service knows by this name.
    domain::Order place_at(const std::string& reference, domain::AttemptStatus status) {
        domain::PlaceOrder command;
        command.currency = "EUR";
        command.buyer = {"Zoé Lefèvre", "zoe@example.org", "", "", ""};
        command.lines.push_back({"AL-40", "Aurora lamp", domain::LineKind::goods, 2, 4940, 0, "20", {}});
        domain::PlacePayment payment;
        payment.method = "card";
        payment.provider = "stripe";
        payment.reference = reference;
        payment.status = status;
        payment.amount_minor = 9880;
        command.payments.push_back(payment);
        domain::Order order;
        write([&](ports::UnitOfWork& work) {
            order = orders::place(work, *services_, shop_, caller_, command).value().order;
        });
        return order;
    }
    // An order that waits for a transfer.
    domain::Order place_unpaid() {
        domain::PlaceOrder command;
        command.currency = "EUR";
        command.buyer = {"Zoé Lefèvre", "zoe@example.org", "", "", ""};
        command.lines.push_back({"AL-40", "Aurora lamp", domain::LineKind::goods, 2, 4940, 0, "20", {}});
        command.payment_method = "bank-transfer";
        domain::Order order;
        write([&](ports::UnitOfWork& work) {
            order = orders::place(work, *services_, shop_, caller_, command).value().order;
        });
        return order;
    }

    static domain::PaymentTruth captured(const std::string& reference, std::int64_t amount_minor) {
        domain::PaymentTruth truth;
        truth.status = domain::AttemptStatus::captured;
        truth.account = "acct_1";
        truth.captures.push_back({"", "ch_" + reference, amount_minor, 168, false});
        return truth;
    }

    domain::Result<void> tell(const std::string& body, const std::string& signature = "whsec_1") {
        ports::ProviderNotice notice;
        if (!signature.empty()) notice.headers["stripe-signature"] = signature;
        notice.body = body;
        notice.received_at_ms = clock_.at_ms;
        return payments::take_notice(*services_, shop_, "stripe", notice);
    }
    std::string reason(const domain::Result<void>& taken) {
        return taken ? "taken" : taken.error().fields.front().code;
    }
    std::vector<ports::StoredNotice> notices() {
        std::vector<ports::StoredNotice> all;
        (*storage_)->read([&](ports::Snapshot& snapshot) { all = snapshot.notices().list(shop_.id, "stripe", 100); });
        return all;
    }
    worker::WatchCounts watch() { return watch_->run_due({}); }

    ScriptedBook book_;
    std::unique_ptr<worker::PaymentWatch> watch_;
};

}  // namespace commis::tests
