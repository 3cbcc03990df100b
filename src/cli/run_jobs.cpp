// `commis jobs run`: everything that is due now, once: timers, jobs, mail.
#include <iostream>
#include <map>

#include "cli/commands.hpp"
#include "cli/world.hpp"
#include "features/orders/timers.hpp"
#include "features/personal_data/retention.hpp"
#include "features/statistics/statistics.hpp"
#include "worker/accounting.hpp"
#include "worker/outbox.hpp"
#include "worker/payment_watch.hpp"
#include "worker/payments.hpp"
#include "worker/payouts.hpp"

namespace commis::cli {
namespace {

// A line for each order, then the sums: in a dry run what would be done.
void print(const orders::TimerReport& report) {
    std::map<std::string_view, std::int64_t> sums;
    for (const orders::DueLine& line : report.done) {
        std::cout << "timer " << line.shop << ' ' << line.number << ' ' << domain::id_of(line.due) << '\n';
        sums[domain::id_of(line.due)] += 1;
    }
    for (const auto& [due, count] : sums) std::cout << due << ' ' << count << '\n';
    std::cout << "timers " << report.done.size() << '\n';
}

void print(const personal_data::RetentionReport& report) {
    std::cout << "people_erased " << report.orders_erased << "\nbills_erased " << report.bills_erased
              << "\norders_archived " << report.orders_archived << "\nevents_archived " << report.events_archived
              << '\n';
}

}  // namespace

int run_jobs(const system::ProgramSettings& settings, bool dry_run) {
    World world(settings);
    print(orders::run_timers(world.services(), dry_run));
    print(personal_data::run_retention(world.services(), dry_run, [] { return false; }));
    if (dry_run) {
        std::int64_t waiting = 0;
        world.storage().read([&](ports::Snapshot& snapshot) {
            for (const domain::Shop& shop : snapshot.shops().list()) {
                waiting += snapshot.outbox().count_waiting(shop.id, 10'000);
            }
        });
        std::cout << "mails_waiting " << waiting << '\n' << "dry run: nothing was changed" << std::endl;
        return 0;
    }
    std::int64_t days = 0;
    while (const auto counted = statistics::count_ahead(world.services(), [] { return false; })) days += counted;
    std::cout << "statistics_days " << days << '\n';
    worker::JobRunner jobs(world.services(), world.job_tools());
    std::cout << "jobs " << jobs.run_due() << '\n';
    const auto watched = worker::PaymentWatch(world.services()).run_due({});
    std::cout << "payments_looked_after " << watched.looked << "\npayments_changed " << watched.changed
              << "\nnotices_taken " << watched.notices << '\n';
    const auto payments = worker::PaymentWorker(world.services()).run_due({});
    std::cout << "payments_answered " << payments.answered << "\npayments_waiting " << payments.waiting << '\n';
    std::cout << "payouts_new " << worker::PayoutWorker(world.services()).run_due({}) << '\n';
    if (const auto link = make_accounting_link(settings)) {
        std::cout << "documents_handed_over " << worker::AccountingWorker(world.services(), *link).run_due({}) << '\n';
    }
    const auto mailer = world.make_mailer();
    worker::OutboxWorker outbox(world.services(), mailer.get(), world.outbox_options());
    const auto counts = outbox.run_due({});
    std::cout << "mails_sent " << counts.sent << "\nmails_waiting " << counts.waiting << "\nmails_failed "
              << counts.failed << std::endl;
    return 0;
}

}  // namespace commis::cli
