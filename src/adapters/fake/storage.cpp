#include "adapters/fake/storage.hpp"

#include "adapters/fake/bank.hpp"
#include "adapters/fake/books.hpp"
#include "adapters/fake/customers.hpp"
#include "adapters/fake/desk.hpp"
#include "adapters/fake/documents.hpp"
#include "adapters/fake/gateways.hpp"
#include "adapters/fake/labels.hpp"
#include "adapters/fake/money_lists.hpp"
#include "adapters/fake/openings.hpp"
#include "adapters/fake/orders.hpp"
#include "adapters/fake/payouts.hpp"
#include "adapters/fake/retention.hpp"
#include "adapters/fake/sign_ins.hpp"
#include "adapters/fake/statistics.hpp"
#include "adapters/fake/views.hpp"
#include "adapters/fake/webhooks.hpp"

namespace commis::fake {
namespace {

class Snapshot final : public ports::Snapshot {
public:
    explicit Snapshot(Data& data)
        : orders_(data),
          shops_(data),
          articles_(data),
          access_(data),
          sign_ins_(data),
          audit_(data),
          outbox_(data),
          jobs_(data),
          customers_(data),
          statistics_(data),
          views_(data),
          templates_(data),
          webhooks_(data),
          bank_(data),
          money_lists_(data),
          payouts_(data),
          documents_(data),
          books_(data),
          openings_(data),
          labels_(data),
          notices_(data) {}
    ports::OrderReader& orders() override { return orders_; }
    ports::ShopReader& shops() override { return shops_; }
    ports::ArticleReader& articles() override { return articles_; }
    ports::AccessReader& access() override { return access_; }
    ports::SignInReader& sign_ins() override { return sign_ins_; }
    ports::AuditReader& audit() override { return audit_; }
    ports::OutboxReader& outbox() override { return outbox_; }
    ports::JobReader& jobs() override { return jobs_; }
    ports::CustomerReader& customers() override { return customers_; }
    ports::StatisticsReader& statistics() override { return statistics_; }
    ports::ViewReader& views() override { return views_; }
    ports::TemplateReader& templates() override { return templates_; }
    ports::WebhookReader& webhooks() override { return webhooks_; }
    ports::BankReader& bank() override { return bank_; }
    ports::MoneyListReader& money_lists() override { return money_lists_; }
    ports::PayoutReader& payouts() override { return payouts_; }
    ports::DocumentReader& documents() override { return documents_; }
    ports::BooksReader& books() override { return books_; }
    ports::OpeningReader& openings() override { return openings_; }
    ports::LabelReader& labels() override { return labels_; }
    ports::NoticeReader& notices() override { return notices_; }

private:
    OrderReader orders_;
    ShopStore shops_;
    ArticleStore articles_;
    AccessStore access_;
    SignInStore sign_ins_;
    AuditStore audit_;
    Outbox outbox_;
    JobStore jobs_;
    CustomerStore customers_;
    StatisticsReader statistics_;
    ViewStore views_;
    TemplateStore templates_;
    WebhookStore webhooks_;
    BankStore bank_;
    MoneyListReader money_lists_;
    PayoutStore payouts_;
    DocumentStore documents_;
    BooksStore books_;
    OpeningReader openings_;
    LabelStore labels_;
    NoticeStore notices_;
};

class UnitOfWork final : public ports::UnitOfWork {
public:
    explicit UnitOfWork(Data& data)
        : data_(data),
          reads_(data),
          orders_(data),
          shops_(data),
          articles_(data),
          access_(data),
          sign_ins_(data),
          audit_(data),
          outbox_(data),
          jobs_(data),
          customers_(data),
          views_(data),
          idempotency_(data),
          templates_(data),
          webhooks_(data),
          bank_(data),
          payouts_(data),
          documents_(data),
          books_(data),
          openings_(data),
          labels_(data),
          retention_(data),
          gateway_calls_(data),
          sandbox_(data),
          payment_checks_(data),
          notices_(data) {}
    ports::Snapshot& reads() override { return reads_; }
    ports::OrderStore& orders() override { return orders_; }
    ports::ShopStore& shops() override { return shops_; }
    ports::ArticleStore& articles() override { return articles_; }
    ports::AccessStore& access() override { return access_; }
    ports::SignInStore& sign_ins() override { return sign_ins_; }
    ports::AuditStore& audit() override { return audit_; }
    ports::Outbox& outbox() override { return outbox_; }
    ports::JobStore& jobs() override { return jobs_; }
    ports::CustomerStore& customers() override { return customers_; }
    ports::ViewStore& views() override { return views_; }
    ports::IdempotencyStore& idempotency() override { return idempotency_; }
    ports::TemplateStore& templates() override { return templates_; }
    ports::WebhookStore& webhooks() override { return webhooks_; }
    ports::BankStore& bank() override { return bank_; }
    ports::PayoutStore& payouts() override { return payouts_; }
    ports::DocumentStore& documents() override { return documents_; }
    ports::BooksStore& books() override { return books_; }
    ports::OpeningStore& openings() override { return openings_; }
    ports::StatisticsStore& statistics() override { return statistics_; }
    ports::LabelStore& labels() override { return labels_; }
    ports::RetentionStore& retention() override { return retention_; }
    ports::GatewayCallStore& gateway_calls() override { return gateway_calls_; }
    ports::SandboxBook& sandbox() override { return sandbox_; }
    ports::PaymentCheckStore& payment_checks() override { return payment_checks_; }
    ports::NoticeStore& notices() override { return notices_; }
    void within_savepoint(const std::function<void()>& part) override {
        Data before = data_;
        try {
            part();
        } catch (...) {
            data_ = std::move(before);
            throw;
        }
    }

private:
    Data& data_;
    Snapshot reads_;
    OrderStore orders_;
    ShopStore shops_;
    ArticleStore articles_;
    AccessStore access_;
    SignInStore sign_ins_;
    AuditStore audit_;
    Outbox outbox_;
    JobStore jobs_;
    CustomerStore customers_;
    ViewStore views_;
    IdempotencyStore idempotency_;
    TemplateStore templates_;
    WebhookStore webhooks_;
    BankStore bank_;
    PayoutStore payouts_;
    DocumentStore documents_;
    BooksStore books_;
    OpeningStore openings_;
    StatisticsStore statistics_;
    LabelStore labels_;
    RetentionStore retention_;
    GatewayCallStore gateway_calls_;
    SandboxBook sandbox_;
    PaymentCheckStore payment_checks_;
    NoticeStore notices_;
};

}  // namespace

void Storage::write(ports::Priority, const std::function<void(ports::UnitOfWork&)>& work) {
    const std::lock_guard lock(mutex_);
    UnitOfWork unit(data_);
    unit.within_savepoint([&] { work(unit); });
}

void Storage::read(const std::function<void(ports::Snapshot&)>& work) {
    const std::lock_guard lock(mutex_);
    Snapshot snapshot(data_);
    work(snapshot);
}

}  // namespace commis::fake
