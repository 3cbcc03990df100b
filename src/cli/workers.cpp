// The loops of the server and what each does in a round.
#include "cli/workers.hpp"

#include <latch>

#include "cli/backup_copy.hpp"
#include "cli/log.hpp"
#include "features/articles/files.hpp"
#include "features/orders/timers.hpp"
#include "features/personal_data/retention.hpp"
#include "features/statistics/statistics.hpp"
#include "worker/accounting.hpp"
#include "worker/loop.hpp"
#include "worker/outbox.hpp"
#include "worker/payment_watch.hpp"
#include "worker/payments.hpp"
#include "worker/payouts.hpp"
#include "worker/webhooks.hpp"

namespace commis::cli {
namespace {

using namespace std::chrono_literals;
using Round = std::function<void(const std::stop_token&)>;
using Stopping = const std::stop_token&;

// Hands documents to the accounting program, where one is set.
Round accounting_round(World& world) {
    std::shared_ptr<ports::AccountingLink> link = make_accounting_link(world.settings());
    return [&world, link](const std::stop_token& stopping) {
        if (link) worker::AccountingWorker(world.services(), *link).run_due(stopping);
    };
}

// What time does to orders, every minute; and once an hour, what deleted files left.
Round timer_round(World& world) {
    return [&world, minutes = 0](const std::stop_token&) mutable {
        orders::run_timers(world.services(), false);
        if (minutes++ % 60 == 0) articles::sweep_files(world.services());
    };
}

// What old orders no longer need to hold.
Round retention_round(World& world) {
    return [&world](const std::stop_token& stopping) {
        personal_data::run_retention(world.services(), false, [&stopping] { return stopping.stop_requested(); });
    };
}

// Keeps the figures of days that are over; goes on at once while there are more.
Round statistics_round(World& world) {
    return [&world](const std::stop_token& stopping) {
        const auto is_stopping = [&stopping] { return stopping.stop_requested(); };
        while (statistics::count_ahead(world.services(), is_stopping) > 0 && !is_stopping()) {
        }
    };
}

// Null where no folder for backups is set.
std::unique_ptr<worker::BackupKeeper> make_backup_keeper(const system::ProgramSettings& settings) {
    if (settings.backup_folder.empty()) return nullptr;
    worker::BackupOptions options;
    options.folder = settings.backup_folder;
    options.every_ms = settings.backup_every_hours * 3'600'000;
    options.keeping = {settings.backup_keep_daily, settings.backup_keep_weekly};
    worker::BackupTools tools;
    tools.copy = [settings](const auto& to, const auto& previous) { copy_data(settings, to, previous); };
    tools.prove = [settings](const auto& backup) { return prove_backup(settings, backup); };
    return std::make_unique<worker::BackupKeeper>(std::move(options), std::move(tools));
}

}  // namespace

struct Workers::Implementation {
    Implementation(World& used_world, http::Metrics& metrics)
        : world(used_world), on_fault([&metrics](const std::string& what) {
              metrics.count_fault("worker");
              log_fault(what);
          }) {}

    World& world;
    std::function<void(const std::string&)> on_fault;
    worker::JobRunner jobs{world.services(), world.job_tools()};
    std::unique_ptr<ports::Mailer> mailer = world.make_mailer();
    std::unique_ptr<ports::WebhookSender> webhook_sender = world.make_webhook_sender();
    worker::OutboxWorker outbox{world.services(), mailer.get(), world.outbox_options()};
    worker::PaymentWorker payments{world.services()};
    worker::PaymentWatch payment_watch{world.services()};
    worker::PayoutWorker payouts{world.services()};
    worker::WebhookWorker webhooks{world.services(), *webhook_sender};
    std::unique_ptr<worker::BackupKeeper> backups = make_backup_keeper(world.settings());

    // One round may wake another's loop, so none begins before all are there.
    std::latch is_complete{1};
    // Threads last: they use what stands above.
    worker::Loop job_loop{2s, begun([this](Stopping stopping) { jobs.run_due(stopping); }), on_fault};
    worker::Loop timer_loop{60s, begun(timer_round(world)), on_fault};
    worker::Loop retention_loop{60min, begun(retention_round(world)), on_fault};
    worker::Loop statistics_loop{60s, begun(statistics_round(world)), on_fault};
    worker::Loop outbox_loop{400ms, begun([this](Stopping stopping) { run_outbox(stopping); }), on_fault};
    worker::Loop payment_loop{1s, begun([this](Stopping stopping) { run_payments(stopping); }), on_fault};
    worker::Loop payout_loop{10min, begun([this](Stopping stopping) { payouts.run_due(stopping); }), on_fault};
    worker::Loop accounting_loop{5s, begun(accounting_round(world)), on_fault};
    worker::Loop webhook_loop{500ms, begun([this](Stopping stopping) { webhooks.run_due(stopping); }), on_fault};
    worker::Loop backup_loop{20s, begun([this](Stopping) { run_backups(); }), on_fault};

    void run_backups() {
        if (backups) backups->run_due(world.services().clock.now_ms());
    }

    Round begun(Round round) {
        return [this, round = std::move(round)](Stopping stopping) {
            is_complete.wait();
            round(stopping);
        };
    }

    // Without a server mails wait, and each one queued would have the others counted.
    void run_outbox(const std::stop_token& stopping) {
        if (mailer) outbox.run_due(stopping);
    }

    void run_payments(const std::stop_token& stopping) {
        payments.run_due(stopping);
        payment_watch.run_due(stopping);
    }
};

Workers::Workers(World& world, http::HubNotices& notices, http::Metrics& metrics)
    : implementation_(std::make_unique<Implementation>(world, metrics)) {
    notices.wake_payments = [this] { implementation_->payment_loop.wake(); };
    notices.wake_outbox = [this] { implementation_->outbox_loop.wake(); };
    implementation_->is_complete.count_down();
}

Workers::~Workers() { stop(); }

void Workers::wake_jobs() { implementation_->job_loop.wake(); }

std::optional<worker::BackupState> Workers::backup_state() const {
    if (!implementation_->backups) return std::nullopt;
    return implementation_->backups->state();
}

ports::WebhookSender& Workers::webhook_sender() { return *implementation_->webhook_sender; }

void Workers::stop() {
    Implementation& it = *implementation_;
    if (it.mailer) it.mailer->hurry();
    it.webhook_sender->hurry();
    it.payment_loop.stop();
    it.payout_loop.stop();
    it.outbox_loop.stop();
    it.webhook_loop.stop();
    it.job_loop.stop();
    it.timer_loop.stop();
    it.retention_loop.stop();
    it.statistics_loop.stop();
    it.accounting_loop.stop();
    it.backup_loop.stop();
}

}  // namespace commis::cli
