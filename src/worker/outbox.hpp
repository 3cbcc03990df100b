// Empties the outbox: while some mails are on their way, the next are rendered. Before the bytes of a mail leave, that
// it is being sent is on disk; what the server said is written down as soon. A mail is never tried again when it may
// already have been taken.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "features/services.hpp"
#include "ports/mailer.hpp"
#include "worker/helper.hpp"
#include "worker/mail_pace.hpp"
#include "worker/mail_preparer.hpp"

namespace commis::worker {

struct OutboxCounts {
    std::int64_t sent = 0;
    std::int64_t waiting = 0;  // Due, and to be tried again.
    std::int64_t failed = 0;   // Refused for good, or of unknown fate.
};

// How long to wait after the attempt of this number (1, 2, …) failed for a while; nothing when it was the last.
std::optional<std::int64_t> retry_delay_ms(std::int64_t attempt);

class OutboxWorker {
public:
    // Without a mailer everything waits.
    OutboxWorker(const Services& services, ports::Mailer* mailer, OutboxOptions options);

    // Sends what is due now. From one thread at a time; stops between two mails when asked.
    OutboxCounts run_due(const std::stop_token& stopping);

private:
    struct Done {
        const PreparedMail* mail;
        ports::MailOutcome outcome;
    };

    std::vector<std::int64_t> find_due_shops();
    std::int64_t count_waiting(const std::vector<std::int64_t>& shop_ids);
    std::optional<ports::MailServerFeatures> ask_server(OutboxCounts& counts,
                                                        const std::vector<std::int64_t>& shop_ids);
    std::int64_t batch_limit() const;
    std::future<MailBatch> prepare_ahead(const ports::MailServerFeatures& features);
    void send_batch(const MailBatch& batch, const std::stop_token& stopping, OutboxCounts& counts);
    void give_back(const MailBatch& batch);
    std::vector<const PreparedMail*> begin_group(const MailBatch& batch, std::span<const PreparedMail* const> group);
    ports::MailOutcome attempt(const PreparedMail& mail);
    ports::MailOutcome outcome_of(const PreparedMail& mail, ports::SendResult result) const;
    ports::MailOutcome untried(std::string words) const;
    void write_down(ports::UnitOfWork& work, const Done& done) const;
    void commit(const std::function<void(ports::UnitOfWork&)>& more);
    void tell(OutboxCounts& counts);

    const Services& services_;
    ports::Mailer* mailer_;
    const OutboxOptions options_;
    MailPace pace_;
    std::optional<MailPreparer> preparer_;
    std::vector<Done> done_;      // What happened and is not yet on disk.
    std::size_t group_size_ = 1;  // How many are marked as being sent at once.
    std::int64_t unreachable_until_ms_ = 0;
    std::int64_t failed_connections_ = 0;
    std::unique_ptr<Helper> helper_;  // Last, so that it ends before what it works on.
};

}  // namespace commis::worker
