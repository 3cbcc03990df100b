// From rows that are due to bytes that are ready to leave: takes the next few of a shop, renders each from the facts,
// and decides what needs no server. Nothing is marked as being sent here, so what a dying program had prepared is
// simply prepared again.
#pragma once

#include <cstdint>
#include <deque>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "features/services.hpp"
#include "ports/mailer.hpp"
#include "worker/mail_pace.hpp"

namespace commis::worker {

struct OutboxOptions {
    std::string public_url;  // Links to the desk start with it.
    std::string mail_from;   // Sender of shops that set none; may be empty.
};

struct PreparedMail {
    ports::MailRow row;
    std::int64_t order_version = 0;
    std::string subject;
    ports::Envelope envelope;
    std::string bytes;
    std::optional<ports::SendResult> refused;  // By ourselves: there are no bytes, and this counts as a try.
    std::optional<ports::MailOutcome> fate;    // Known without trying.
};

// Mails of one shop, theirs alone until the lease ends.
struct MailBatch {
    std::int64_t shop_id = 0;
    std::int64_t leased_until_ms = 0;
    std::int64_t reserved = 0;  // Of the shop's limit a minute.
    bool is_full = false;       // There may be more.
    std::vector<PreparedMail> mails;
};

// Of a mail whose domain is left in peace for a while.
ports::MailOutcome waiting_for(const std::string& domain, const MailPace::Hold& hold);

// Use from one thread at a time. The mailer is asked to compose only, which it allows beside its sending.
class MailPreparer {
public:
    MailPreparer(const Services& services, ports::Mailer& mailer, MailPace& pace, const OutboxOptions& options)
        : services_{services}, mailer_{mailer}, pace_{pace}, options_{options} {}

    // The shops to go through, in turn, a batch each.
    void begin(const std::vector<std::int64_t>& shop_ids);

    // The next batch, of at most `limit`; an empty one when nothing is due any more.
    MailBatch next(std::int64_t limit, const ports::MailServerFeatures& features);

    // Only claims, to say on a row why nothing leaves; a lost one is told as such.
    MailBatch take(std::int64_t shop_id, std::int64_t limit);

private:
    struct Facts;

    void let_others_in();
    std::optional<domain::Shop> find_shop(std::int64_t shop_id);
    void prepare(PreparedMail& mail, const domain::Shop& shop, const ports::MailServerFeatures& features);
    std::optional<std::string> attach(ports::MailMessage& message, const domain::Shop& shop, const Facts& facts,
                                      const ports::MailRow& row) const;
    void attach_invoice(ports::MailMessage& message, const domain::Order& order) const;
    void repeat(PreparedMail& mail, const domain::Shop& shop);
    std::optional<ports::MailOutcome> decided(const ports::MailRow& row, const domain::Shop& shop);
    std::optional<Facts> read_facts(const ports::MailRow& row);
    using Rendered = std::expected<ports::RenderedMail, ports::TemplateFault>;
    Rendered render(const ports::MailRow& row, const domain::Shop& shop, const Facts& facts);
    Rendered render_test(const ports::MailRow& row, const domain::Shop& shop, const Facts& facts);
    std::optional<ports::TemplateText> own_words(ports::TemplateKey key, const domain::Order& order);
    ports::MailMessage write_message(const ports::MailRow& row, const domain::Shop& shop, const domain::Order& order,
                                     const ports::RenderedMail& rendered) const;
    std::string way_out(const domain::Shop& shop, const std::string& sender) const;
    std::string sender_of(const domain::Shop& shop) const;

    const Services& services_;
    ports::Mailer& mailer_;
    MailPace& pace_;
    const OutboxOptions& options_;
    std::deque<std::int64_t> turns_;
    std::int64_t turns_known_at_ms_ = 0;
    // Which words the shop of this batch has of its own, and those that were wanted so far; read once a batch.
    std::optional<std::vector<ports::MailTemplate>> keys_of_batch_;
    std::map<std::tuple<std::string, std::string, std::string>, std::optional<ports::TemplateText>> words_of_batch_;
};

}  // namespace commis::worker
