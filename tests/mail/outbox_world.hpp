// A shop with a real storage, the shipped words and templates, a clock wound by hand and a mailer that does as told.
#pragma once

#include <gtest/gtest.h>

#include <deque>

#include "adapters/codes/qr_code.hpp"
#include "adapters/smtp/sender.hpp"
#include "adapters/sql/storage.hpp"
#include "adapters/system/assets.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/format.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/profiles.hpp"
#include "adapters/system/secrets.hpp"
#include "adapters/system/words.hpp"
#include "domain/decisions/change_state.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "domain/decisions/messages.hpp"
#include "domain/decisions/refund.hpp"
#include "domain/decisions/remove.hpp"
#include "domain/decisions/revise.hpp"
#include "features/orders/place.hpp"
#include "features/orders/run.hpp"
#include "features/shops/shops.hpp"
#include "mail/sample_model.hpp"
#include "support/schema_database.hpp"
#include "worker/outbox.hpp"

namespace commis::tests {

struct HandClock final : ports::Clock {
    std::int64_t start_of_day(std::int64_t moment_ms, std::int32_t days, std::string_view zone) const override {
        return system::start_of_day(moment_ms, days, zone);
    }
    std::int32_t day_of(std::int64_t moment_ms, std::string_view zone) const override {
        return system::day_of(moment_ms, zone);
    }
    std::int64_t at_ms = 1'764'716'400'000;  // 2025-12-02T23:00:00Z.
    std::int64_t now_ms() const override { return at_ms; }
    bool knows_zone(std::string_view) const override { return true; }
};

struct CountedNotices final : ports::Notices {
    int changes = 0;
    void order_changed(std::int64_t, std::string_view, std::int64_t) override { ++changes; }
    void job_changed(const ports::Job&) override {}
    void mail_queued() override {}
};

// Composes like the real one and answers from a list; when that is empty, every mail is sent.
struct ScriptedMailer final : ports::Mailer {
    bool is_there = true;
    std::deque<ports::SendResult> answers;
    std::function<ports::SendResult(const ports::Envelope&)> answer;  // When set, it decides.
    std::vector<ports::MailMessage> sent;
    std::vector<std::pair<ports::Envelope, std::string>> handed;
    smtp::SmtpMailer composer{smtp::SmtpSettings{}};

    std::expected<ports::MailServerFeatures, ports::SendResult> features() override {
        if (!is_there) return std::unexpected{ports::SendResult{ports::SendStatus::temporary, 0, "nobody there"}};
        return ports::MailServerFeatures{true, true, 0};
    }
    std::expected<std::string, ports::SendResult> compose(const ports::MailMessage& message,
                                                          const ports::MailServerFeatures& features) override {
        sent.push_back(message);
        return composer.compose(message, features);
    }
    ports::SendResult send(const ports::Envelope& envelope, std::string_view bytes) override {
        handed.emplace_back(envelope, bytes);
        if (answer) return answer(envelope);
        if (answers.empty()) return {ports::SendStatus::sent, 250, "250 taken"};
        auto scripted = answers.front();
        answers.pop_front();
        return scripted;
    }
};

class OutboxWorld : public testing::Test {
protected:
    OutboxWorld() {
        storage_.migrate(clock_.at_ms);
        shops::ShopChange wanted;
        wanted.handle = "nordlys";
        wanted.name = "Nordlys & Co";
        wanted.profile_id = "web-shop";
        wanted.currency = "EUR";
        wanted.language = "en";
        wanted.timezone = "Europe/Copenhagen";
        wanted.mail_sender_address = "shop@nordlys.example";
        wanted.operator_addresses = std::vector<std::string>{"desk@nordlys.example"};
        wanted.bank_accounts = std::vector<domain::BankAccount>{{"DK5000400440116243", "NDEADKKK", ""}};
        write([&](ports::UnitOfWork& work) { shop_ = shops::create(work, services_, caller_, wanted).value(); });
    }

    void write(const std::function<void(ports::UnitOfWork&)>& work) {
        storage_.write(ports::Priority::interactive, work);
    }

    static domain::PlaceOrder sample_order() {
        domain::PlaceOrder order;
        order.currency = "EUR";
        order.language = "fr";
        order.buyer = {"Zoé Lefèvre", "zoe@example.org", "+33 1", "", ""};
        order.billing_address = {"", "", "12 rue de l'Église", "", "75011", "Paris", "", "FR"};
        order.lines.push_back({"AL-40", "Aurora *lamp*", domain::LineKind::goods, 2, 4940, 0, "20", {}});
        order.shipping = {"post", "PostNord", 490, "20", false};
        order.payment_method = "bank-transfer";
        return order;
    }

    domain::Order place(const domain::PlaceOrder& command) {
        domain::Order order;
        write([&](ports::UnitOfWork& work) {
            auto decision = orders::place(work, services_, shop_, caller_, command);
            if (!decision)
                throw std::runtime_error{
                    std::string{domain::code_of(decision.error().refusal)} +
                    (decision.error().fields.empty() ? "" : " " + decision.error().fields.front().field)};
            order = decision->order;
        });
        return order;
    }

    void act(const domain::Order& order, const orders::Decide& decide) {
        write([&](ports::UnitOfWork& work) {
            const orders::Target target{shop_, order.id, std::nullopt};
            if (!orders::run(work, services_, target, caller_, decide)) throw std::runtime_error{"refused"};
        });
    }

    worker::OutboxCounts run() { return worker_.run_due({}); }

    std::vector<ports::MailRow> mails() {
        std::vector<ports::MailRow> rows;
        storage_.read([&](ports::Snapshot& snapshot) {
            ports::MailFilter filter;
            filter.shop_id = shop_.id;
            rows = snapshot.outbox().list(filter);
        });
        return rows;
    }

    // The one mail of a kind; a second one fails the test.
    ports::MailRow mail(domain::MailKind kind) {
        std::vector<ports::MailRow> found;
        for (auto& row : mails()) {
            if (row.kind == kind) found.push_back(row);
        }
        EXPECT_EQ(found.size(), 1U);
        return found.empty() ? ports::MailRow{} : found.front();
    }

    const ports::MailMessage& message(std::string_view to) {
        for (const auto& each : mailer_.sent) {
            if (each.to.address == to) return each;
        }
        throw std::runtime_error{"no mail to " + std::string{to}};
    }

    static std::vector<sql::Migration> migrations() {
        std::vector<std::pair<std::string_view, std::string_view>> files;
        for (const auto& asset : assets::list("migrations/")) files.emplace_back(asset.path, asset.raw);
        return sql::migrations_from(files, sql::EngineKind::sqlite);
    }

    test::SchemaDatabase database_{sql::EngineKind::sqlite};
    HandClock clock_;
    system::UlidIds ids_{clock_};
    system::SodiumSecrets secrets_;
    system::ProfileCatalogue profiles_;
    system::WordCatalogue words_;
    system::LanguageFormatter formatter_;
    smtp::TemplateRenderer renderer_ = shipped_renderer();
    CountedNotices notices_;
    codes::QrCodeDrawer codes_;
    sql::Storage storage_{database_.open(), migrations()};
    Services services_{storage_, profiles_, words_, formatter_, renderer_, clock_, ids_, secrets_, notices_, codes_};
    Caller caller_ = Caller::system("test");
    domain::Shop shop_;
    ScriptedMailer mailer_;
    worker::OutboxWorker worker_{services_, &mailer_, {"https://shop.example", ""}};
};

}  // namespace commis::tests
