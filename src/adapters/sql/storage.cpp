#include "adapters/sql/storage.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "adapters/sql/access_store.hpp"
#include "adapters/sql/audit_store.hpp"
#include "adapters/sql/bank_store.hpp"
#include "adapters/sql/books_store.hpp"
#include "adapters/sql/customer_store.hpp"
#include "adapters/sql/document_store.hpp"
#include "adapters/sql/engine/fault.hpp"
#include "adapters/sql/gateway_store.hpp"
#include "adapters/sql/job_store.hpp"
#include "adapters/sql/label_store.hpp"
#include "adapters/sql/money_list_reader.hpp"
#include "adapters/sql/opening_store.hpp"
#include "adapters/sql/order_reader.hpp"
#include "adapters/sql/order_store.hpp"
#include "adapters/sql/outbox.hpp"
#include "adapters/sql/payout_store.hpp"
#include "adapters/sql/retention_store.hpp"
#include "adapters/sql/sales_days.hpp"
#include "adapters/sql/shop_store.hpp"
#include "adapters/sql/sign_in_store.hpp"
#include "adapters/sql/statistics_reader.hpp"
#include "adapters/sql/template_store.hpp"
#include "adapters/sql/view_store.hpp"
#include "adapters/sql/webhook_store.hpp"

namespace commis::sql {
namespace {

class SqlSnapshot final : public ports::Snapshot {
public:
    explicit SqlSnapshot(Session& session)
        : orders_(session),
          shops_(session),
          articles_(session),
          access_(session),
          sign_ins_(session),
          audit_(session),
          outbox_(session),
          jobs_(session),
          customers_(session),
          statistics_(session),
          views_(session),
          templates_(session),
          webhooks_(session),
          bank_(session),
          money_lists_(session),
          payouts_(session),
          documents_(session),
          books_(session),
          openings_(session),
          labels_(session),
          notices_(session) {}

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
    OutboxReader outbox_;
    JobStore jobs_;
    CustomerStore customers_;
    StatisticsReader statistics_;
    ViewStore views_;
    TemplateStore templates_;
    WebhookReader webhooks_;
    BankReader bank_;
    MoneyListReader money_lists_;
    PayoutReader payouts_;
    DocumentReader documents_;
    BooksReader books_;
    OpeningReader openings_;
    LabelStore labels_;
    NoticeStore notices_;
};

class SqlUnitOfWork final : public ports::UnitOfWork {
public:
    explicit SqlUnitOfWork(Session& session)
        : session_(session),
          reads_(session),
          orders_(session),
          shops_(session),
          articles_(session),
          access_(session),
          sign_ins_(session),
          audit_(session),
          outbox_(session),
          jobs_(session),
          customers_(session),
          views_(session),
          idempotency_(session),
          templates_(session),
          webhooks_(session),
          bank_(session),
          payouts_(session),
          documents_(session),
          books_(session),
          openings_(session),
          statistics_(session),
          labels_(session),
          retention_(session),
          gateway_calls_(session),
          sandbox_(session),
          payment_checks_(session),
          notices_(session) {}

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
    void within_savepoint(const std::function<void()>& part) override { session_.within_savepoint(part); }

private:
    Session& session_;
    SqlSnapshot reads_;
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

// "migrations/0001_orders.sqlite.sql" is step 1, "orders", for "sqlite".
struct FileName {
    std::int64_t version = 0;
    std::string name;
    std::string engine;
};

FileName parse_name(std::string_view path) {
    const std::string_view whole = path;
    path.remove_prefix(path.find_last_of('/') + 1);
    const auto underline = path.find('_');
    const auto dot = path.find('.');
    FileName file;
    const bool is_named = underline != std::string_view::npos && dot != std::string_view::npos && underline < dot;
    if (is_named) std::from_chars(path.data(), path.data() + underline, file.version);
    if (file.version == 0 || !path.ends_with(".sql")) {
        throw MigrationRefused("migration_name", "not a migration's name: " + std::string(whole));
    }
    file.name = path.substr(underline + 1, dot - underline - 1);
    const std::string_view rest = path.substr(dot + 1);
    if (rest != "sql") file.engine = rest.substr(0, rest.find('.'));
    return file;
}

template <class Run>
void told_as_storage_faults(const Run& run) {
    try {
        run();
    } catch (const Fault& fault) {
        throw ports::StorageFault(trouble_of(fault), fault.what());
    }
}

}  // namespace

ports::StorageTrouble trouble_of(const Fault& fault) {
    using ports::StorageTrouble;
    // Whoever waited that long for a connection is not made to wait again here; but later there may be one.
    if (fault.code() == "pool_exhausted") return StorageTrouble::busy;
    switch (fault.kind()) {
        case FaultKind::transient:
            return StorageTrouble::busy;
        case FaultKind::gone:
            return StorageTrouble::unreachable;
        case FaultKind::outcome_unknown:
            return StorageTrouble::outcome_unknown;
        case FaultKind::full:
            return StorageTrouble::full;
        case FaultKind::read_only:
            return StorageTrouble::read_only;
        case FaultKind::disk:
            return StorageTrouble::disk;
        case FaultKind::corrupt:
            return StorageTrouble::damaged;
        case FaultKind::unique_violation:
        case FaultKind::constraint:
        case FaultKind::other:
            return StorageTrouble::mistake;
    }
    std::unreachable();
}

std::vector<Migration> migrations_from(const std::vector<std::pair<std::string_view, std::string_view>>& files,
                                       EngineKind kind) {
    const std::string_view engine = kind == EngineKind::sqlite ? "sqlite" : "postgres";
    std::map<std::int64_t, Migration> steps;
    for (const auto& [path, text] : files) {
        const FileName file = parse_name(path);
        Migration& step = steps[file.version];
        step.version = file.version;
        step.name = file.name;
        if (file.engine.empty()) step.text = text;
        if (file.engine == engine) step.engine_text = text;
    }
    std::vector<Migration> migrations;
    for (auto& [version, step] : steps) migrations.push_back(std::move(step));
    return migrations;
}

Storage::Storage(std::unique_ptr<Engine> engine, std::vector<Migration> migrations)
    : engine_(std::move(engine)), migrations_(std::move(migrations)) {}

void Storage::write(ports::Priority priority, const std::function<void(ports::UnitOfWork&)>& work) {
    const Priority own = priority == ports::Priority::interactive ? Priority::interactive : Priority::bulk;
    told_as_storage_faults([&] {
        engine_->write(own, [&](Session& session) {
            SqlUnitOfWork unit(session);
            work(unit);
        });
    });
}

void Storage::read(const std::function<void(ports::Snapshot&)>& work) {
    told_as_storage_faults([&] {
        engine_->read([&](Session& session) {
            SqlSnapshot snapshot(session);
            work(snapshot);
        });
    });
}

bool Storage::is_ready() {
    try {
        return is_migrated(*engine_, migrations_);
    } catch (const Fault&) {
        return false;
    }
}

SchemaState Storage::schema_state() { return sql::schema_state(*engine_, migrations_); }

std::vector<std::int64_t> Storage::migrate(std::int64_t now_ms, const StepWatch& watch) {
    return sql::migrate(*engine_, migrations_, now_ms, watch);
}

}  // namespace commis::sql
