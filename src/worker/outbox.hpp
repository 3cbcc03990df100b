// Empties the outbox: claims what is due, renders it from the facts, sends it outside any unit of work, and writes down
// what the mail server said. A mail is never tried again when it may already have been taken.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "features/services.hpp"
#include "ports/mailer.hpp"

namespace commis::worker {

struct OutboxOptions {
    std::string public_url;  // Links to the desk start with it.
    std::string mail_from;   // Sender of shops that set none; may be empty.
};

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
    OutboxWorker(const Services& services, ports::Mailer* mailer, OutboxOptions options)
        : services_{services}, mailer_{mailer}, options_{std::move(options)} {}

    // Sends what is due now. From one thread at a time; stops between two mails when asked.
    OutboxCounts run_due(const std::stop_token& stopping);

private:
    struct Facts;
    using Outcome = ports::MailOutcome;

    std::vector<std::int64_t> find_due_shops();
    std::int64_t count_waiting(const std::vector<std::int64_t>& shop_ids);
    bool is_server_there(OutboxCounts& counts, const std::vector<std::int64_t>& shop_ids);
    void run_shop(std::int64_t shop_id, const std::stop_token& stopping, OutboxCounts& counts);
    using Rendered = std::expected<ports::RenderedMail, ports::TemplateFault>;
    Rendered render(const ports::MailRow& mail, const Facts& facts);
    Rendered render_test(const ports::MailRow& mail, const Facts& facts);
    std::optional<ports::TemplateText> own_words(ports::TemplateKey key, const domain::Order& order);
    std::vector<ports::MailRow> claim(std::int64_t shop_id, std::int32_t limit);
    Outcome process(const ports::MailRow& mail);
    Outcome deliver(const ports::MailRow& mail, const Facts& facts);
    std::optional<Facts> read_facts(const ports::MailRow& mail);
    ports::MailMessage write_message(const ports::MailRow& mail, const Facts& facts,
                                     const ports::RenderedMail& rendered) const;
    std::string sender_of(const domain::Shop& shop) const;
    void record(const ports::MailRow& mail, const Outcome& outcome, OutboxCounts& counts);

    const Services& services_;
    ports::Mailer* mailer_;
    const OutboxOptions options_;
    // The shop's own words that this claim's mails asked for, read once a claim.
    // Which words the shop of this claim has of its own, and those that were wanted so far.
    std::optional<std::vector<ports::MailTemplate>> keys_of_claim_;
    std::map<std::tuple<std::string, std::string, std::string>, std::optional<ports::TemplateText>> words_of_claim_;
    std::int64_t unreachable_until_ms_ = 0;
    std::int64_t failed_connections_ = 0;
};

}  // namespace commis::worker
