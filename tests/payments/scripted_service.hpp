// A payment service in another house, played by a test: what it knows of payments is set by hand, its notices are
// proven by a word, and it may fall silent.
#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "payments/payment_world.hpp"

namespace commis::tests {

struct ScriptedBook {
    std::map<std::string, domain::PaymentTruth> truths{};              // By the payment's reference.
    std::map<std::string, std::string> accounts{{"right", "acct_1"}};  // By the key that opens them.
    bool is_silent = false;
    ports::NoticeProof confirmed = ports::NoticeProof::proven;
    int looks = 0;
    int pages = 0;
    std::vector<std::string> keys{};  // Of the pages that were asked for.
    std::vector<std::string> released{};
    std::vector<domain::PayoutReport> payouts{};
    std::vector<std::int64_t> asked_since_ms{};  // From when on payouts were asked for.
};

class ScriptedGateway final : public ports::PaymentGateway {
public:
    explicit ScriptedGateway(ScriptedBook& book) : book_(book) {}

    domain::CallAnswer capture(const ports::PaymentAtProvider&, std::string_view, std::int64_t) override { return {}; }
    domain::CallAnswer refund(const ports::PaymentAtProvider&, std::string_view, std::int64_t) override { return {}; }
    domain::CallAnswer release(const ports::PaymentAtProvider& at, std::string_view) override {
        book_.released.push_back(at.payment.reference);
        return {.status = domain::CallStatus::done};
    }
    std::expected<domain::PaymentTruth, std::string> look_up(const ports::PaymentAtProvider& at) override {
        ++book_.looks;
        if (book_.is_silent) return std::unexpected("unavailable");
        const auto known = book_.truths.find(at.payment.reference);
        if (known == book_.truths.end()) return std::unexpected("not_found");
        return known->second;
    }
    std::expected<ports::PaymentPage, std::string> open_page(const ports::PaymentPageWish& wish) override {
        if (book_.is_silent) return std::unexpected("unavailable");
        const bool is_new = std::ranges::find(book_.keys, wish.key) == book_.keys.end();
        if (is_new) book_.keys.push_back(wish.key);
        ++book_.pages;
        const std::string name = "page_" + std::to_string(book_.keys.size());
        return ports::PaymentPage{name, "https://pay.example.org/" + name, 1'800'000'000'000};
    }
    std::expected<std::vector<domain::PayoutReport>, std::string> payouts(std::int64_t since_ms) override {
        book_.asked_since_ms.push_back(since_ms);
        if (book_.is_silent) return std::unexpected("unavailable");
        return book_.payouts;
    }

private:
    ScriptedBook& book_;
};

class ScriptedService final : public ports::PaymentService {
public:
    explicit ScriptedService(ScriptedBook& book) : book_(book) {}

    std::string_view id() const override { return "stripe"; }
    std::expected<ports::GatewayAccount, std::string> identify(const ports::GatewayCredentials& credentials) override {
        if (book_.is_silent) return std::unexpected("unavailable");
        const auto account = book_.accounts.find(credentials.secret);
        if (account == book_.accounts.end()) return std::unexpected("credentials_refused");
        return ports::GatewayAccount{account->second, "Nordlys", false};
    }
    std::unique_ptr<ports::PaymentGateway> connect(const ports::GatewayCredentials&,
                                                   const ports::GatewayAccount&) override {
        return std::make_unique<ScriptedGateway>(book_);
    }
    // The body is the event's id and the payment it names; the signature is the secret itself, or "ask".
    ports::NoticeReading read_notice(const ports::GatewayCredentials& credentials,
                                     const ports::ProviderNotice& notice) const override {
        const auto proof = notice.headers.find("stripe-signature");
        const std::string said = proof == notice.headers.end() ? "" : proof->second;
        ports::NoticeReading reading;
        reading.reason = said.empty() ? "signature_missing" : "signature_invalid";
        if (said == "ask") reading.proof = ports::NoticeProof::unproven;
        if (!said.empty() && said == credentials.notice_secret) reading.proof = ports::NoticeProof::proven;
        const auto blank = notice.body.find(' ');
        reading.event_id = notice.body.substr(0, blank);
        reading.type = "payment.changed";
        if (blank != std::string::npos) reading.references.push_back(notice.body.substr(blank + 1));
        return reading;
    }
    ports::NoticeProof confirm_notice(const ports::GatewayCredentials&, const ports::ProviderNotice& notice) override {
        EXPECT_EQ(notice.headers.at("stripe-signature"), "ask") << "what came along is kept until then";
        return book_.confirmed;
    }

private:
    ScriptedBook& book_;
};

}  // namespace commis::tests
