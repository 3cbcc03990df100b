// Mails are marked as being sent in small groups, with what became of the group before in the same commit. A group is
// what the server takes in a twentieth of a second: thirty-two of a fast one, one alone of a slow one. So a program
// that dies leaves the fate of very few mails unknown, and none is sent again because nobody wrote down that it left.
#include "worker/outbox.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace commis::worker {
namespace {

using ports::MailOutcome;
using ports::MailStatus;
using ports::SendStatus;
using Steady = std::chrono::steady_clock;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
// Grows to a day; together a little under three days, after which a server that says "later" has said no.
constexpr std::array retry_delays_ms{1 * minute_ms, 5 * minute_ms, 15 * minute_ms, hour_ms,
                                     4 * hour_ms,   12 * hour_ms,  24 * hour_ms,   24 * hour_ms};
constexpr std::int64_t sending_lease_ms = 30 * minute_ms;
constexpr std::size_t group_limit = 32;
constexpr auto group_time = std::chrono::milliseconds{50};

}  // namespace

std::optional<std::int64_t> retry_delay_ms(std::int64_t attempt) {
    if (attempt < 1 || attempt > std::ssize(retry_delays_ms)) return std::nullopt;
    return retry_delays_ms.at(static_cast<std::size_t>(attempt - 1));
}

OutboxWorker::OutboxWorker(const Services& services, ports::Mailer* mailer, OutboxOptions options)
    : services_{services}, mailer_{mailer}, options_{std::move(options)} {
    if (mailer_ != nullptr) preparer_.emplace(services_, *mailer_, pace_, options_);
}

OutboxCounts OutboxWorker::run_due(const std::stop_token& stopping) {
    OutboxCounts counts;
    done_.clear();
    pace_.begin();
    const auto shop_ids = find_due_shops();
    if (shop_ids.empty()) return counts;
    if (mailer_ == nullptr) {
        counts.waiting = count_waiting(shop_ids);
        return counts;
    }
    auto features = ask_server(counts, shop_ids);
    if (!features) return counts;
    preparer_->begin(shop_ids);
    MailBatch batch = preparer_->next(batch_limit(), *features);
    while (!batch.mails.empty()) {
        // The last of a queue need nobody beside them.
        auto next = batch.is_full ? prepare_ahead(*features) : std::future<MailBatch>{};
        try {
            send_batch(batch, stopping, counts);
        } catch (const std::exception&) {
            // Nobody may be at the next batch when this one's fault is told, and what was sent is still written down.
            if (next.valid()) next.wait();
            if (!done_.empty()) commit([](ports::UnitOfWork&) {});
            throw;
        }
        batch = next.valid() ? next.get() : MailBatch{};
        if (stopping.stop_requested() || services_.clock.now_ms() < unreachable_until_ms_) {
            give_back(batch);
            return counts;
        }
        if (auto offers = mailer_->features()) features = *offers;
        if (batch.mails.empty()) batch = preparer_->next(batch_limit(), *features);
    }
    return counts;
}

std::future<MailBatch> OutboxWorker::prepare_ahead(const ports::MailServerFeatures& features) {
    if (!helper_) helper_ = std::make_unique<Helper>();
    return helper_->start([this, features, limit = batch_limit()] { return preparer_->next(limit, features); });
}

std::vector<std::int64_t> OutboxWorker::find_due_shops() {
    std::vector<std::int64_t> shop_ids;
    services_.storage.read(
        [&](ports::Snapshot& snapshot) { shop_ids = snapshot.outbox().due_shops(services_.clock.now_ms()); });
    return shop_ids;
}

std::int64_t OutboxWorker::count_waiting(const std::vector<std::int64_t>& shop_ids) {
    std::int64_t count = 0;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        for (const auto shop_id : shop_ids) count += snapshot.outbox().count_waiting(shop_id, 1'000);
    });
    return count;
}

// A server that is down costs no mail an attempt: nothing is claimed but one row, which shows the operator why.
std::optional<ports::MailServerFeatures> OutboxWorker::ask_server(OutboxCounts& counts,
                                                                  const std::vector<std::int64_t>& shop_ids) {
    const auto now_ms = services_.clock.now_ms();
    if (now_ms < unreachable_until_ms_) {
        counts.waiting = count_waiting(shop_ids);
        return std::nullopt;
    }
    const auto features = mailer_->features();
    if (features) {
        failed_connections_ = 0;
        unreachable_until_ms_ = 0;
        return *features;
    }
    failed_connections_ += 1;
    unreachable_until_ms_ = services_.clock.now_ms() + std::min<std::int64_t>(failed_connections_ * 5'000, minute_ms);
    const auto batch = preparer_->take(shop_ids.front(), 1);
    for (const PreparedMail& mail : batch.mails) {
        done_.push_back({&mail, mail.fate ? *mail.fate : untried(features.error().words)});
    }
    commit([](ports::UnitOfWork&) {});
    tell(counts);
    counts.waiting = count_waiting(shop_ids);
    return std::nullopt;
}

// With a slow server few are prepared long before their turn.
std::int64_t OutboxWorker::batch_limit() const {
    return std::max<std::int64_t>(10, 4 * static_cast<std::int64_t>(group_size_));
}

void OutboxWorker::send_batch(const MailBatch& batch, const std::stop_token& stopping, OutboxCounts& counts) {
    std::vector<const PreparedMail*> ready;
    for (const PreparedMail& mail : batch.mails) {
        if (mail.fate) {
            done_.push_back({&mail, *mail.fate});
        } else {
            ready.push_back(&mail);
        }
    }
    std::int64_t tried = 0;
    std::span<const PreparedMail* const> left = ready;
    while (!left.empty() && !stopping.stop_requested() && services_.clock.now_ms() >= unreachable_until_ms_) {
        const auto group = left.first(std::min(group_size_, left.size()));
        left = left.subspan(group.size());
        const auto begun = begin_group(batch, group);
        tell(counts);
        const auto began = Steady::now();
        for (const PreparedMail* mail : begun) {
            const bool is_stopped = stopping.stop_requested();
            done_.push_back({mail, is_stopped ? untried(mail->row.last_reply) : attempt(*mail)});
            if (done_.back().outcome.is_attempt) ++tried;
        }
        const auto took = Steady::now() - began;
        if (took * 2 < group_time) group_size_ = std::min(group_size_ * 2, group_limit);
        if (took > group_time) group_size_ = std::max<std::size_t>(group_size_ / 2, 1);
    }
    // What is not begun goes back with what it said.
    for (const PreparedMail* mail : left) done_.push_back({mail, untried(mail->row.last_reply)});
    commit([](ports::UnitOfWork&) {});
    tell(counts);
    pace_.settle(batch.shop_id, batch.reserved, tried, services_.clock.now_ms());
}

void OutboxWorker::give_back(const MailBatch& batch) {
    OutboxCounts none;
    for (const PreparedMail& mail : batch.mails) {
        done_.push_back({&mail, mail.fate ? *mail.fate : untried(mail.row.last_reply)});
    }
    commit([](ports::UnitOfWork&) {});
    tell(none);
    pace_.settle(batch.shop_id, batch.reserved, 0, services_.clock.now_ms());
}

// The mark has to be on disk before the first byte leaves. One that was withdrawn meanwhile is not begun.
std::vector<const PreparedMail*> OutboxWorker::begin_group(const MailBatch& batch,
                                                           std::span<const PreparedMail* const> group) {
    std::vector<const PreparedMail*> begun;
    commit([&](ports::UnitOfWork& work) {
        begun.clear();  // The work may run twice.
        const auto until_ms = services_.clock.now_ms() + sending_lease_ms;
        for (const PreparedMail* mail : group) {
            if (work.outbox().begin(batch.shop_id, mail->row.id, batch.leased_until_ms, until_ms)) {
                begun.push_back(mail);
            }
        }
    });
    return begun;
}

MailOutcome OutboxWorker::attempt(const PreparedMail& mail) {
    if (mail.refused) return outcome_of(mail, *mail.refused);
    const auto now_ms = services_.clock.now_ms();
    if (now_ms < unreachable_until_ms_) return untried(mail.row.last_reply);
    const auto domain = mail_domain(mail.envelope.to);
    if (const auto hold = pace_.hold_of(domain, now_ms)) return waiting_for(domain, *hold);
    if (const auto features = mailer_->features(); !features) {
        unreachable_until_ms_ = now_ms + 5'000;
        return untried(features.error().words);
    }
    auto result = mailer_->send(mail.envelope, mail.bytes);
    pace_.note(domain, result, services_.clock.now_ms());
    return outcome_of(mail, std::move(result));
}

MailOutcome OutboxWorker::outcome_of(const PreparedMail& mail, ports::SendResult result) const {
    MailOutcome outcome{MailStatus::sent, std::move(result.words), mail.subject, 0, mail.bytes, true};
    if (result.status == SendStatus::permanent) outcome.status = MailStatus::failed;
    if (result.status == SendStatus::unknown) outcome.status = MailStatus::unknown;
    if (result.status == SendStatus::temporary) {
        const auto delay_ms = retry_delay_ms(mail.row.attempts + 1);
        outcome.status = delay_ms ? MailStatus::queued : MailStatus::failed;
        outcome.next_due_at_ms = services_.clock.now_ms() + delay_ms.value_or(0);
    }
    return outcome;
}

MailOutcome OutboxWorker::untried(std::string words) const {
    const auto due_at_ms = std::max(services_.clock.now_ms(), unreachable_until_ms_);
    return {MailStatus::queued, std::move(words), {}, due_at_ms, {}, false};
}

void OutboxWorker::write_down(ports::UnitOfWork& work, const Done& done) const {
    work.outbox().record(done.mail->row.shop_id, done.mail->row.id, done.outcome, services_.clock.now_ms());
}

// What happened, and `more` with it. When one row can't be written, the others still are: what a server took must not
// be forgotten for it.
void OutboxWorker::commit(const std::function<void(ports::UnitOfWork&)>& more) {
    try {
        services_.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            for (const Done& done : done_) write_down(work, done);
            more(work);
        });
    } catch (const std::exception&) {
        for (const Done& done : std::exchange(done_, {})) {
            try {
                services_.storage.write(ports::Priority::interactive,
                                        [&](ports::UnitOfWork& work) { write_down(work, done); });
            } catch (const std::exception&) {
                continue;  // Its lease ends, and it is told as of unknown fate; the fault itself is told below.
            }
        }
        throw;
    }
}

// After the commit: the order's page shows what became of its mail.
void OutboxWorker::tell(OutboxCounts& counts) {
    for (const auto& [mail, outcome] : done_) {
        if (outcome.status == MailStatus::sent) ++counts.sent;
        if (outcome.status == MailStatus::queued) ++counts.waiting;
        if (outcome.status == MailStatus::failed || outcome.status == MailStatus::unknown) ++counts.failed;
        if (outcome.is_attempt && mail->order_version > 0) {
            services_.notices.order_changed(mail->row.shop_id, mail->row.order_id, mail->order_version);
        }
    }
    done_.clear();
}

}  // namespace commis::worker
