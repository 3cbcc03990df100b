// One mail at a time: a write claims, the network is asked outside any unit of work, a write records. When the program
// dies between the two, the lease runs out and the mail is shown as of unknown fate instead of being sent again.
#include "worker/outbox.hpp"

#include <algorithm>
#include <array>

#include "domain/email_address.hpp"
#include "domain/language.hpp"
#include "features/mails/health.hpp"
#include "features/mails/order_model.hpp"
#include "features/mails/templates.hpp"

namespace commis::worker {
namespace {

using ports::MailOutcome;
using ports::MailRow;
using ports::MailStatus;
using ports::SendStatus;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
// Grows to a day; together a little under three days, after which a server that says "later" has said no.
constexpr std::array retry_delays_ms{1 * minute_ms, 5 * minute_ms, 15 * minute_ms, hour_ms,
                                     4 * hour_ms,   12 * hour_ms,  24 * hour_ms,   24 * hour_ms};
constexpr std::int64_t lease_ms = 30 * minute_ms;
constexpr std::int64_t sender_check_ms = 5 * minute_ms;
constexpr std::int32_t claim_limit = 10;

// The right half of a Message-ID: the sender's domain, which is ours to name things in.
std::string message_domain(const std::string& address) {
    const bool is_ascii =
        std::ranges::all_of(address, [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
    return is_ascii ? address.substr(address.find('@') + 1) : "commis.invalid";
}

MailOutcome failed(std::string words) { return {MailStatus::failed, std::move(words), {}, 0, {}, true}; }

MailOutcome untried(std::string words, std::int64_t next_due_at_ms) {
    return {MailStatus::queued, std::move(words), {}, next_due_at_ms, {}, false};
}

}  // namespace

std::optional<std::int64_t> retry_delay_ms(std::int64_t attempt) {
    if (attempt < 1 || attempt > std::ssize(retry_delays_ms)) return std::nullopt;
    return retry_delays_ms.at(static_cast<std::size_t>(attempt - 1));
}

// What a mail is rendered from, read in one snapshot.
struct OutboxWorker::Facts {
    domain::Shop shop;
    domain::Order order;
    std::optional<domain::Event> event;
    std::optional<ports::MailTest> test;  // Of a test only.
};

OutboxCounts OutboxWorker::run_due(const std::stop_token& stopping) {
    OutboxCounts counts;
    const auto shop_ids = find_due_shops();
    if (shop_ids.empty()) return counts;
    if (mailer_ == nullptr) {
        counts.waiting = count_waiting(shop_ids);
        return counts;
    }
    if (!is_server_there(counts, shop_ids)) return counts;
    for (const auto shop_id : shop_ids) {
        if (stopping.stop_requested()) break;
        run_shop(shop_id, stopping, counts);
    }
    return counts;
}

std::vector<std::int64_t> OutboxWorker::find_due_shops() {
    std::vector<std::int64_t> shop_ids;
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        shop_ids = work.outbox().due_shops(services_.clock.now_ms());
    });
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
bool OutboxWorker::is_server_there(OutboxCounts& counts, const std::vector<std::int64_t>& shop_ids) {
    const auto now_ms = services_.clock.now_ms();
    if (now_ms < unreachable_until_ms_) {
        counts.waiting = count_waiting(shop_ids);
        return false;
    }
    const auto features = mailer_->features();
    if (features) {
        failed_connections_ = 0;
        unreachable_until_ms_ = 0;
        return true;
    }
    failed_connections_ += 1;
    unreachable_until_ms_ = services_.clock.now_ms() + std::min<std::int64_t>(failed_connections_ * 5'000, minute_ms);
    for (const auto& mail : claim(shop_ids.front(), 1)) {
        const bool is_lost = mail.status == MailStatus::sending;
        record(mail, is_lost ? process(mail) : untried(features.error().words, unreachable_until_ms_), counts);
    }
    counts.waiting = count_waiting(shop_ids);
    return false;
}

void OutboxWorker::run_shop(std::int64_t shop_id, const std::stop_token& stopping, OutboxCounts& counts) {
    while (!stopping.stop_requested()) {
        const auto mails = claim(shop_id, claim_limit);
        const auto claimed_at_ms = services_.clock.now_ms();
        for (const auto& mail : mails) {
            const auto now_ms = services_.clock.now_ms();
            // What is not begun in time goes back, before anybody else could take the lease for lost.
            const bool is_late = now_ms > claimed_at_ms + lease_ms / 3 || now_ms < unreachable_until_ms_;
            const bool is_lost = mail.status == MailStatus::sending;
            if (!is_lost && (is_late || stopping.stop_requested())) {
                record(mail, untried(mail.last_reply, std::max(now_ms, unreachable_until_ms_)), counts);
            } else {
                record(mail, process(mail), counts);
            }
        }
        if (std::ssize(mails) < claim_limit || services_.clock.now_ms() < unreachable_until_ms_) return;
    }
}

std::vector<MailRow> OutboxWorker::claim(std::int64_t shop_id, std::int32_t limit) {
    std::vector<MailRow> mails;
    words_of_claim_.clear();
    keys_of_claim_.reset();
    services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
        mails = work.outbox().claim(shop_id, services_.clock.now_ms(), lease_ms, limit);
    });
    return mails;
}

MailOutcome OutboxWorker::process(const MailRow& mail) {
    if (mail.status == MailStatus::sending) {
        return {MailStatus::unknown, "the program ended while this mail was being sent", {}, 0, {}, true};
    }
    const auto facts = read_facts(mail);
    if (!facts) return failed("the order or its shop is gone");
    if (sender_of(facts->shop).empty()) {
        return untried("no sender configured", services_.clock.now_ms() + sender_check_ms);
    }
    return deliver(mail, *facts);
}

std::optional<OutboxWorker::Facts> OutboxWorker::read_facts(const MailRow& mail) {
    std::optional<Facts> facts;
    services_.storage.read([&](ports::Snapshot& snapshot) {
        auto shop = snapshot.shops().find(mail.shop_id);
        auto order = snapshot.orders().find(mail.shop_id, mail.order_id);
        if (!shop || !order) return;
        auto test = mail.is_test ? snapshot.outbox().find_test(mail.shop_id, mail.id) : std::nullopt;
        const auto sequence = test ? test->event_sequence : mail.event_sequence;
        facts = Facts{std::move(*shop), std::move(*order),
                      snapshot.orders().find_event(mail.shop_id, mail.order_id, sequence), std::move(test)};
    });
    return facts;
}

MailOutcome OutboxWorker::deliver(const MailRow& mail, const Facts& facts) {
    const auto rendered = render(mail, facts);
    if (!rendered) return failed("template: " + rendered.error().code + " " + rendered.error().detail);
    const auto message = write_message(mail, facts, *rendered);
    const auto features = mailer_->features();
    if (!features) {
        unreachable_until_ms_ = services_.clock.now_ms() + 5'000;
        return untried(features.error().words, unreachable_until_ms_);
    }
    auto bytes = mailer_->compose(message, *features);
    const auto result =
        bytes ? mailer_->send({message.from.address, message.to.address}, *bytes) : std::move(bytes.error());
    MailOutcome outcome{MailStatus::sent, result.words, rendered->subject, 0, {}, true};
    if (bytes) outcome.bytes = *bytes;
    if (result.status == SendStatus::permanent) outcome.status = MailStatus::failed;
    if (result.status == SendStatus::unknown) outcome.status = MailStatus::unknown;
    if (result.status == SendStatus::temporary) {
        const auto delay_ms = retry_delay_ms(mail.attempts);
        outcome.status = delay_ms ? MailStatus::queued : MailStatus::failed;
        outcome.next_due_at_ms = services_.clock.now_ms() + delay_ms.value_or(0);
    }
    return outcome;
}

OutboxWorker::Rendered OutboxWorker::render(const MailRow& mail, const Facts& facts) {
    if (facts.test) return render_test(mail, facts);
    const auto profile = services_.profiles.of(facts.shop);
    const auto language = mails::language_of(mail.kind, facts.order, facts.shop);
    const mails::MailFacts mail_facts{facts.shop, *profile, facts.order,        facts.event ? &*facts.event : nullptr,
                                      mail.kind,  language, options_.public_url};
    const auto model = mails::order_model(mail_facts, services_.words, services_.formatter);
    const std::string event{domain::id_of(mail.kind)};
    const auto own = own_words({mail.shop_id, event, std::string(domain::nearest_language(language)), ""}, facts.order);
    return own ? services_.renderer.render_source(own->source(), language, model)
               : services_.renderer.render(event, language, model);
}

// As its preview shows it, with the words it was asked with.
OutboxWorker::Rendered OutboxWorker::render_test(const MailRow& mail, const Facts& facts) {
    const mails::PreviewOrder shown{facts.order, facts.event, false};
    const auto model =
        mails::preview_model(services_, facts.shop, shown, mail.kind, mail.language, options_.public_url);
    const ports::TemplateText words{facts.test->subject, facts.test->body};
    auto rendered = services_.renderer.render_source(words.source(), mail.language, model);
    if (rendered) rendered->subject = mails::test_subject(services_, mail.language, rendered->subject);
    return rendered;
}

std::optional<ports::TemplateText> OutboxWorker::own_words(ports::TemplateKey key, const domain::Order& order) {
    if (!keys_of_claim_) {
        services_.storage.read(
            [&](ports::Snapshot& snapshot) { keys_of_claim_ = snapshot.templates().list(key.shop_id); });
    }
    key = mails::key_for(*keys_of_claim_, std::move(key), order);
    const auto [at, is_new] = words_of_claim_.try_emplace({key.event, key.language, key.ticket_type});
    if (is_new) {
        services_.storage.read([&](ports::Snapshot& snapshot) {
            if (const auto stored = snapshot.templates().find(key)) {
                at->second = ports::TemplateText{stored->subject, stored->body};
            }
        });
    }
    return at->second;
}

std::string OutboxWorker::sender_of(const domain::Shop& shop) const {
    return mails::sender_address(shop, options_.mail_from);
}

ports::MailMessage OutboxWorker::write_message(const MailRow& mail, const Facts& facts,
                                               const ports::RenderedMail& rendered) const {
    const auto& shop = facts.shop;
    const bool to_operator = mail.kind == domain::MailKind::order_placed_operator || mail.is_copy || mail.is_test;
    ports::MailMessage message;
    message.from = {shop.mail_sender_name.empty() ? shop.name : shop.mail_sender_name, sender_of(shop)};
    message.to = {to_operator ? std::string{} : facts.order.buyer.name, mail.recipient};
    // An answer to the notice of an order goes to its buyer, an answer to the shop's mail to somebody who reads it.
    const auto& answers = to_operator                       ? facts.order.buyer.email
                          : shop.operator_addresses.empty() ? message.from.address
                                                            : shop.operator_addresses.front();
    if (answers != message.from.address && domain::is_email_address(answers)) {
        message.reply_to = ports::Mailbox{to_operator ? facts.order.buyer.name : std::string{}, answers};
    }
    message.subject = rendered.subject;
    message.text = rendered.text;
    message.html = rendered.html;
    message.message_id = mail.id + "@" + message_domain(message.from.address);
    message.date_ms = services_.clock.now_ms();
    message.language = mail.is_test ? mail.language : mails::language_of(mail.kind, facts.order, shop);
    message.is_automatic = mail.kind != domain::MailKind::free_message;
    return message;
}

void OutboxWorker::record(const MailRow& mail, const MailOutcome& outcome, OutboxCounts& counts) {
    std::int64_t version = 0;
    services_.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.outbox().record(mail.shop_id, mail.id, outcome, services_.clock.now_ms());
        const auto order = work.reads().orders().find(mail.shop_id, mail.order_id);
        version = order ? order->version : 0;
    });
    if (outcome.status == MailStatus::sent) ++counts.sent;
    if (outcome.status == MailStatus::queued) ++counts.waiting;
    if (outcome.status == MailStatus::failed || outcome.status == MailStatus::unknown) ++counts.failed;
    // The order's page shows what became of its mail.
    if (outcome.is_attempt && version > 0) services_.notices.order_changed(mail.shop_id, mail.order_id, version);
}

}  // namespace commis::worker
