// The storage as features see it: a durable unit of work for changes, a snapshot for reading. SQLite, PostgreSQL and
// the in-memory fake stand behind it.
#pragma once

#include <functional>

#include "ports/access_store.hpp"
#include "ports/audit_store.hpp"
#include "ports/bank_store.hpp"
#include "ports/books_store.hpp"
#include "ports/customer_store.hpp"
#include "ports/document_store.hpp"
#include "ports/gateway_store.hpp"
#include "ports/idempotency_store.hpp"
#include "ports/job_store.hpp"
#include "ports/label_store.hpp"
#include "ports/money_lists.hpp"
#include "ports/opening_store.hpp"
#include "ports/order_reader.hpp"
#include "ports/order_store.hpp"
#include "ports/outbox.hpp"
#include "ports/payout_store.hpp"
#include "ports/retention_store.hpp"
#include "ports/shop_store.hpp"
#include "ports/sign_in_store.hpp"
#include "ports/statistics.hpp"
#include "ports/template_store.hpp"
#include "ports/view_store.hpp"
#include "ports/webhook_store.hpp"

namespace commis::ports {

// Reads of one moment.
struct Snapshot {
    virtual ~Snapshot() = default;
    virtual OrderReader& orders() = 0;
    virtual ShopReader& shops() = 0;
    virtual ArticleReader& articles() = 0;
    virtual AccessReader& access() = 0;
    virtual SignInReader& sign_ins() = 0;
    virtual AuditReader& audit() = 0;
    virtual OutboxReader& outbox() = 0;
    virtual JobReader& jobs() = 0;
    virtual CustomerReader& customers() = 0;
    virtual StatisticsReader& statistics() = 0;
    virtual ViewReader& views() = 0;
    virtual TemplateReader& templates() = 0;
    virtual WebhookReader& webhooks() = 0;
    virtual BankReader& bank() = 0;
    virtual MoneyListReader& money_lists() = 0;
    virtual PayoutReader& payouts() = 0;
    virtual NoticeReader& notices() = 0;
    virtual DocumentReader& documents() = 0;
    virtual BooksReader& books() = 0;
    virtual OpeningReader& openings() = 0;
    virtual LabelReader& labels() = 0;
};

// Changes that happen together or not at all; it reads what it has written.
struct UnitOfWork {
    virtual ~UnitOfWork() = default;
    virtual Snapshot& reads() = 0;
    virtual OrderStore& orders() = 0;
    virtual ShopStore& shops() = 0;
    virtual ArticleStore& articles() = 0;
    virtual AccessStore& access() = 0;
    virtual SignInStore& sign_ins() = 0;
    virtual AuditStore& audit() = 0;
    virtual Outbox& outbox() = 0;
    virtual JobStore& jobs() = 0;
    virtual CustomerStore& customers() = 0;
    virtual ViewStore& views() = 0;
    virtual IdempotencyStore& idempotency() = 0;
    virtual TemplateStore& templates() = 0;
    virtual WebhookStore& webhooks() = 0;
    virtual BankStore& bank() = 0;
    virtual PayoutStore& payouts() = 0;
    virtual GatewayCallStore& gateway_calls() = 0;
    virtual SandboxBook& sandbox() = 0;
    virtual PaymentCheckStore& payment_checks() = 0;
    virtual NoticeStore& notices() = 0;
    virtual DocumentStore& documents() = 0;
    virtual BooksStore& books() = 0;
    virtual OpeningStore& openings() = 0;
    virtual StatisticsStore& statistics() = 0;
    virtual LabelStore& labels() = 0;
    virtual RetentionStore& retention() = 0;
    // Runs a part that may fail alone: an exception takes back what the part did, then goes on up.
    virtual void within_savepoint(const std::function<void()>& part) = 0;
};

enum class Priority : std::uint8_t { interactive, bulk };

// A key exists already; the only storage fault that a feature may expect and answer.
struct AlreadyExists : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Storage {
    virtual ~Storage() = default;
    // Returns once the work is durable. May run the work again after a transient fault: no effect outside, please.
    virtual void write(Priority priority, const std::function<void(UnitOfWork&)>& work) = 0;
    virtual void read(const std::function<void(Snapshot&)>& work) = 0;
    // True when the database answers and its schema is this program's.
    virtual bool is_ready() = 0;
};

}  // namespace commis::ports
